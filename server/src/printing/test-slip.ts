import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { PAPER, type PrinterProfile } from './printer-profile.ts';
import { qrModuleDots } from './qr.ts';
import { endSheet, headSheet, startSheet, type Wording } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** Shows at a glance whether a printer is set up right. */
export interface TestSlipContent extends Wording {
  hallName: Localized;
  printerName: string;
  printedAt: number;
  timeZone: string;
}

const QR_DOTS = 160;

/** All that a slip is made of: both scripts, every size, the edges of the paper, a code, and the settings that made them. */
export function layoutTestSlip(content: TestSlipContent, profile: PrinterProfile): SlipLine[] {
  const sheet = startSheet(content, profile);
  const { words } = sheet;
  const { columns } = PAPER[profile.paperMm];
  headSheet(sheet, content.hallName, words.testSlip);
  sheet.space(8);
  sheet.text(content.printerName, { align: 'center', bold: true });
  sheet.text(sheet.time(content.printedAt, content.timeZone), { align: 'center' });
  sheet.space(8);
  sheet.text(words.testSample);
  sheet.text('ABCDEFGHIJKLM abcdefghijklm 0123456789');
  sheet.space(8);
  for (let size = 1; size <= profile.largestMultiple; size += 1) {
    sheet.text(`A001 ${size}x`, { width: size, height: size, bold: size > 2 });
    sheet.space(6);
  }
  sheet.text(words.testEdges);
  sheet.text(`|${'-'.repeat(columns - 2)}|`);
  sheet.space(12);
  const code = 'JH:TEST';
  sheet.put({ kind: 'qr', data: code, moduleDots: qrModuleDots(code, QR_DOTS) });
  sheet.text(words.testCode, { align: 'center' });
  sheet.space(8);
  sheet.rule();
  const { paperMm, encoding, qr, cut, status } = profile;
  sheet.text(
    `${paperMm} mm · ${encoding} · ${profile.largestMultiple}x · qr ${qr} · cut ${cut} · status ${status}`,
  );
  return endSheet(sheet);
}
