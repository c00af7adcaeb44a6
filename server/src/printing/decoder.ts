import { createReader, type Reader, UnknownCommand } from './byte-reader.ts';
import { columnsOf } from './charset.ts';
import {
  CODE_PAGE_NUMBERS,
  COLUMN_DOTS,
  PAPER,
  type PrinterEncoding,
  type PrinterProfile,
} from './printer-profile.ts';
import type { QrLevel } from './qr.ts';
import type { Align } from './slip-lines.ts';

/**
 * ESC/POS bytes → what a printer would put on paper. Written apart from the encoder, so that one
 * checks the other, and used to draw the virtual printer's slip. Knows the commands that our slips
 * use and refuses every other, so that nothing strange goes unseen.
 */

export interface TextRun {
  text: string;
  width: number;
  height: number;
  bold: boolean;
  /** It says how many columns each character takes. */
  encoding: PrinterEncoding;
}

export type DecodedLine =
  /** `wrapped`: longer than the paper, so the printer broke it by itself. */
  | { kind: 'text'; runs: TextRun[]; align: Align; wrapped: boolean }
  | { kind: 'qr'; data: string; moduleDots: number; level: QrLevel; align: Align }
  | { kind: 'image'; widthDots: number; heightDots: number; bits: Uint8Array; align: Align }
  | { kind: 'feed'; lines: number }
  | { kind: 'space'; dots: number }
  | { kind: 'beep'; times: number }
  | { kind: 'cut'; full: boolean };

export interface DecodedSlip {
  paperMm: PrinterProfile['paperMm'];
  lines: DecodedLine[];
}

const ALIGNS: readonly Align[] = ['left', 'center', 'right'];
const LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H'];

/** Throws `UnknownCommand` at the first byte that is neither text nor a command we know. */
export function decodeSlip(bytes: Uint8Array, printer: PrinterProfile): DecodedSlip {
  const reader = createReader(bytes);
  const lines: DecodedLine[] = [];
  const paperDots = PAPER[printer.paperMm].dots;
  let state = initialState();
  let runs: TextRun[] = [];
  let usedDots = 0;

  const endLine = (wrapped = false) => {
    lines.push({ kind: 'text', runs, align: state.align, wrapped });
    runs = [];
    usedDots = 0;
  };
  const block = (line: DecodedLine) => {
    if (runs.length > 0) endLine();
    lines.push(line);
  };
  const character = (char: string) => {
    const dots = columnsOf(char, state.encoding) * COLUMN_DOTS * state.width;
    if (usedDots + dots > paperDots) endLine(true);
    usedDots += dots;
    const { width, height, bold, encoding } = state;
    const last = runs.at(-1);
    const same = last?.width === width && last.height === height && last.bold === bold;
    if (last && same && last.encoding === encoding) last.text += char;
    else runs.push({ text: char, width, height, bold, encoding });
  };

  const commands: Record<string, () => void> = {
    '1b40': () => {
      state = initialState();
      runs = [];
      usedDots = 0;
    },
    '1b61': () => {
      state.align = reader.oneOf(ALIGNS);
    },
    '1b45': () => {
      state.bold = (reader.byte() & 1) === 1;
    },
    '1b64': () => block({ kind: 'feed', lines: reader.byte() }),
    '1b4a': () => block({ kind: 'space', dots: reader.byte() }),
    '1b42': () => {
      const times = reader.byte();
      reader.byte();
      block({ kind: 'beep', times });
    },
    '1b74': () => {
      state.encoding = codePage(reader.byte(), printer);
    },
    '1c26': () => {
      state.encoding = 'gb18030';
    },
    '1c2e': () => {
      state.encoding = 'cp437';
    },
    '1c28': () => {
      reader.expect(0x43, 2, 0, 0x30, 2);
      state.encoding = 'utf-8';
    },
    '1d21': () => {
      const size = reader.byte();
      state.width = ((size >> 4) & 7) + 1;
      state.height = (size & 7) + 1;
    },
    '1d56': () => {
      const m = reader.byte();
      if (![0, 1, 0x30, 0x31, 0x41, 0x42].includes(m)) throw reader.unknown();
      if (m >= 0x41) reader.byte();
      block({ kind: 'cut', full: m === 0 || m === 0x30 || m === 0x41 });
    },
    '1d28': () => {
      const symbol = twoDimensional(reader, state);
      if (symbol) block({ ...symbol, align: state.align });
    },
    '1d76': () => {
      reader.expect(0x30, 0);
      const rowBytes = reader.word();
      const heightDots = reader.word();
      const bits = reader.take(rowBytes * heightDots);
      block({ kind: 'image', widthDots: rowBytes * 8, heightDots, bits, align: state.align });
    },
  };

  while (!reader.done()) {
    const byte = reader.byte();
    if (byte === 0x0a) endLine();
    else if (byte === 0x1b || byte === 0x1c || byte === 0x1d) {
      const run = commands[hex(byte, reader.byte())];
      if (!run) throw reader.unknown();
      run();
    } else if (byte < 0x20 || byte === 0x7f) throw reader.unknown();
    else character(reader.character(byte, state.encoding));
  }
  if (runs.length > 0) endLine();
  return { paperMm: printer.paperMm, lines };
}

/** The slip's text, one string a printed line, empty lines left out. */
export function slipText({ lines }: Pick<DecodedSlip, 'lines'>): string[] {
  return lines
    .map((line) => (line.kind === 'text' ? line.runs.map((run) => run.text).join('') : ''))
    .filter((text) => text !== '');
}

interface State {
  encoding: PrinterEncoding;
  align: Align;
  width: number;
  height: number;
  bold: boolean;
  qr: { data: string; moduleDots: number; level: QrLevel };
}

function initialState(): State {
  return {
    encoding: 'cp437',
    align: 'left',
    width: 1,
    height: 1,
    bold: false,
    qr: { data: '', moduleDots: 3, level: 'L' },
  };
}

/** `GS ( k` with cn = 49: keeps size, level and data; gives the symbol at "print". */
function twoDimensional(reader: Reader, state: State): ({ kind: 'qr' } & State['qr']) | undefined {
  reader.expect(0x6b);
  const body = reader.take(reader.word());
  const [cn, fn, value = 0] = body;
  if (cn !== 0x31) throw reader.unknown();
  switch (fn) {
    case 0x41:
      return undefined;
    case 0x43:
      state.qr.moduleDots = value;
      return undefined;
    case 0x45: {
      const level = LEVELS[value - 0x30];
      if (!level) throw reader.unknown();
      state.qr.level = level;
      return undefined;
    }
    case 0x50:
      state.qr.data = Buffer.from(body.subarray(3)).toString('utf8');
      return undefined;
    case 0x51:
      return { kind: 'qr', ...state.qr };
    default:
      throw reader.unknown();
  }
}

function codePage(number: number, printer: PrinterProfile): PrinterEncoding {
  if (number === printer.codePageNumber) return printer.encoding;
  const known = Object.entries(CODE_PAGE_NUMBERS).find(([, n]) => n === number);
  if (!known) throw new UnknownCommand(`ESC t ${number}: no such code page`);
  return known[0] as PrinterEncoding;
}

const hex = (...bytes: number[]) => Buffer.from(bytes).toString('hex');
