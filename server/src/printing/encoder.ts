import Printer from 'escpos/printer.js';
import { isGb, printable } from './charset.ts';
import { CODE_PAGE_NUMBERS, PAPER, type PrinterProfile } from './printer-profile.ts';
import { QR_LEVEL, QR_QUIET, qrMatrix } from './qr.ts';
import type { Align, SlipLine, TextLine } from './slip-lines.ts';

/**
 * Slip lines → ESC/POS bytes. The one file that knows the `escpos` package. Byte sequences are from
 * Epson's ESC/POS command reference; those of the package that differ from it are not used.
 */

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const ALIGN: Record<Align, number> = { left: 0, center: 1, right: 2 };

/** The whole job: every copy the printer is set to make, each from a fresh state. */
export function encodeSlip(lines: readonly SlipLine[], profile: PrinterProfile): Buffer {
  const one = encodeOnce(lines, profile);
  return Buffer.concat(Array.from({ length: profile.copies }, () => one));
}

function encodeOnce(lines: readonly SlipLine[], profile: PrinterProfile): Buffer {
  const chunks: Buffer[] = [];
  // One printer per slip, and a copy of what it hands out: `flush` gives a view of a buffer it reuses.
  const printer = new Printer(
    { write: (bytes) => void chunks.push(Buffer.from(bytes)) },
    { encoding: profile.encoding },
  );
  const raw = (...bytes: number[]) => void printer.print(Buffer.from(bytes));
  const now = { align: 'left' as Align, size: 0, bold: false };

  const align = (to: Align) => {
    if (now.align !== to) raw(ESC, 0x61, ALIGN[to]); // ESC a n
    now.align = to;
  };
  const style = (line: Pick<TextLine, 'width' | 'height' | 'bold'>) => {
    const size = ((line.width - 1) << 4) | (line.height - 1);
    if (now.size !== size) raw(GS, 0x21, size); // GS ! n
    if (now.bold !== line.bold) raw(ESC, 0x45, line.bold ? 1 : 0); // ESC E n
    now.size = size;
    now.bold = line.bold;
  };
  const text = (line: TextLine) => {
    align(line.align);
    style(line);
    printer.pureText(printable(line.text, profile.encoding).text).newLine();
  };

  printer.hardware('init');
  selectCharacters(profile, raw);
  for (const line of lines) {
    switch (line.kind) {
      case 'text':
        text(line);
        break;
      case 'rule': {
        const dashes = '-'.repeat(PAPER[profile.paperMm].columns);
        text({ kind: 'text', text: dashes, align: 'left', width: 1, height: 1, bold: false });
        break;
      }
      case 'qr':
        align('center');
        printer.print(profile.qr === 'native' ? nativeQr(line) : rasterQr(line));
        printer.newLine();
        break;
      case 'feed':
        raw(ESC, 0x64, line.lines); // ESC d n
        break;
      case 'space':
        raw(ESC, 0x4a, line.dots); // ESC J n
        break;
      case 'cut':
        if (profile.cut !== 'none') raw(GS, 0x56, profile.cut === 'full' ? 0x41 : 0x42, 0); // GS V m n
        break;
      default:
        line satisfies never;
    }
  }
  if (profile.beep) printer.beep(1, 2);
  printer.flush();
  return Buffer.concat(chunks);
}

function selectCharacters(profile: PrinterProfile, raw: (...bytes: number[]) => void): void {
  if (isGb(profile.encoding))
    raw(FS, 0x26); // FS &: Kanji mode, without which no Hanzi prints
  else if (profile.encoding === 'utf-8')
    raw(FS, 0x28, 0x43, 2, 0, 0x30, 2); // FS ( C <fn 48> m=2
  else {
    raw(FS, 0x2e); // FS .: else the upper half of the code page is taken for Hanzi
    raw(ESC, 0x74, profile.codePageNumber ?? CODE_PAGE_NUMBERS[profile.encoding] ?? 0); // ESC t n
  }
}

type QrLine = Extract<SlipLine, { kind: 'qr' }>;

/** `GS ( k`, cn = 49: model 2, module size, correction, store, print. */
function nativeQr({ data, moduleDots }: QrLine): Buffer {
  const bytes = Buffer.from(data, 'utf8');
  const command = (fn: number, ...rest: number[]) => {
    const length = 2 + rest.length;
    return Buffer.from([GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, fn, ...rest]);
  };
  return Buffer.concat([
    command(0x41, 0x32, 0),
    command(0x43, moduleDots),
    command(0x45, 0x30 + 'LMQH'.indexOf(QR_LEVEL)),
    command(0x50, 0x30, ...bytes),
    command(0x51, 0x30),
  ]);
}

/** `GS v 0`: the code as dots, its quiet zone with it, for printers that draw no code themselves. */
function rasterQr({ data, moduleDots }: QrLine): Buffer {
  const matrix = qrMatrix(data);
  const dots = (matrix.size + 2 * QR_QUIET) * moduleDots;
  const rowBytes = Math.ceil(dots / 8);
  const image = Buffer.alloc(rowBytes * dots);
  for (let y = 0; y < dots; y += 1) {
    for (let x = 0; x < dots; x += 1) {
      const module = (at: number) => Math.floor(at / moduleDots) - QR_QUIET;
      if (matrix.dark(module(y), module(x))) {
        const at = y * rowBytes + (x >> 3);
        image[at] = (image[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  const header = [GS, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, dots & 0xff, dots >> 8];
  return Buffer.concat([Buffer.from(header), image]);
}
