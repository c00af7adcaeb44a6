import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Estimate } from '@jiaohao/shared/contract/ticket.ts';
import { hoursInstead, likelyClock } from '@jiaohao/shared/i18n/likely-wait.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { PAPER, type PrinterProfile } from './printer-profile.ts';
import { qrModuleDots } from './qr.ts';
import { endSheet, startSheet, type ToBring, toBring } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** All that a slip says. What is stored with the job is this without the code, which is a secret. */
export interface SlipContent extends ToBring {
  hallName: Localized;
  /** `A001` */
  number: string;
  serviceName: Localized;
  /** People before it in its queue when it was issued. */
  ahead: number;
  estimate: Estimate;
  issuedAt: number;
  /** IANA, of the hall */
  timeZone: string;
  /** BCP 47 tag the customer chose */
  language: string;
  /** Whose words the hall uses. */
  profile?: HallProfile;
  /** What the QR code holds. */
  code: string;
  /** Whether `code` is a link that a phone opens, or only a ticket code. */
  codeIsLink: boolean;
  missedRule: Localized;
  priorityName?: Localized;
  complaintPhone?: string;
  /** 0: the slip of the issue; n: 补打第 n 次. */
  copy: number;
}

export type StoredSlipContent = Omit<SlipContent, 'code' | 'codeIsLink'>;

/** A code of about 25 mm, and its quiet zone: read at arm's length by an old phone. */
const QR_DOTS = 264;

/** The slip, line by line, as this printer can print it. Pure: no clock, no device. */
export function layoutSlip(content: SlipContent, profile: PrinterProfile): SlipLine[] {
  const sheet = startSheet(content, profile);
  const { words, pick, time, put, text, space, rule, heading } = sheet;

  heading(pick(content.hallName), 2, 2);
  if (content.copy > 0) {
    space(8);
    text(`[ ${words.reprint({ copy: content.copy })} ]`, { align: 'center', bold: true });
  }
  space(8);
  rule();

  space(12);
  text(words.yourNumber, { align: 'center' });
  space(10);
  heading(content.number, profile.largestMultiple, 1);
  space(16);
  heading(pick(content.serviceName), 2, 2);
  if (content.priorityName) {
    space(10);
    text(words.priority({ name: pick(content.priorityName) }), { align: 'center', bold: true });
  }
  space(16);
  heading(words.ahead({ people: content.ahead }), 2, 1, false);
  if (content.estimate && content.estimate.toMinutes > 0) {
    space(6);
    const { fromMinutes: from, toMinutes: to } = content.estimate;
    const hours = hoursInstead(from);
    const clock = likelyClock(content.estimate, content.timeZone, content.language)?.replace('–', '-');
    if (clock) text(words.likelyAt({ clock }), { align: 'center' });
    else
      text(hours === null ? words.likelyWait({ from, to }) : words.longWait({ hours }), { align: 'center' });
    if (content.estimate.afterClosing) text(words.afterClosing, { align: 'center' });
  }

  space(28); // a native code comes without its quiet zone
  put({ kind: 'qr', data: content.code, moduleDots: qrModuleDots(content.code, qrDots(profile)) });
  text(content.codeIsLink ? words.scanLink : words.showCode, { align: 'center' });
  space(12);
  rule();

  toBring(sheet, content);
  space(8);
  text(words.missed, { bold: true });
  text(pick(content.missedRule));
  space(8);
  rule();

  space(8);
  text(words.issued({ time: time(content.issuedAt, content.timeZone) }), { align: 'center' });
  if (content.complaintPhone) {
    text(words.complaints({ phone: content.complaintPhone }), { align: 'center' });
  }
  return endSheet(sheet);
}

function qrDots(profile: PrinterProfile): number {
  return Math.min(QR_DOTS, PAPER[profile.paperMm].dots);
}
