import { scanOfAppointment, spacedCode } from '@jiaohao/shared/contract/appointment-code.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { PAPER, type PrinterProfile } from './printer-profile.ts';
import { qrModuleDots } from './qr.ts';
import { endSheet, headSheet, section, startSheet, type ToBring, toBring, type Wording } from './sheet.ts';
import type { SlipLine } from './slip-lines.ts';

/** What somebody takes home who booked at the desk (预约凭条). Who they are is not on it. */
export interface AppointmentSlipContent extends Wording, ToBring {
  hallName: Localized;
  serviceName: Localized;
  slotAt: number;
  slotUntil: number;
  /** From when until when it may be checked in with the time of its slot. */
  opensAt: number;
  keptUntil: number;
  /** Later than that: a place as of then, or none. */
  afterLate: 'walk-up' | 'void';
  printedAt: number;
  timeZone: string;
  complaintPhone?: string;
  /** Eight digits. */
  code: string;
}

/** As it is kept with its job: the code is a secret, and found again by the appointment as it prints. */
export type StoredAppointmentSlip = Omit<AppointmentSlipContent, 'code'> & { appointmentId: string };

/** About 20 mm: the kiosk's scanner reads it, and the digits above it are there to be typed. */
const QR_DOTS = 232;

export function layoutAppointment(content: AppointmentSlipContent, profile: PrinterProfile): SlipLine[] {
  const { slotAt, slotUntil, opensAt, keptUntil, timeZone, code } = content;
  const sheet = startSheet(content, profile);
  const { words, pick } = sheet;
  const hour = (at: number) => sheet.hour(at, timeZone);
  headSheet(sheet, content.hallName, words.appointmentTitle);
  sheet.space(14);
  sheet.heading(sheet.day(slotAt, timeZone), 2, 1);
  sheet.space(8);
  sheet.heading(`${hour(slotAt)}-${hour(slotUntil)}`, 3, 1);
  sheet.space(12);
  sheet.heading(pick(content.serviceName), 2, 2);
  sheet.space(14);
  sheet.rule();
  sheet.space(10);
  sheet.text(words.appointmentCode, { align: 'center' });
  sheet.space(8);
  sheet.heading(spacedCode(code), profile.largestMultiple, 1);
  sheet.space(24); // a native code comes without its quiet zone
  const data = scanOfAppointment(code);
  const dots = Math.min(QR_DOTS, PAPER[profile.paperMm].dots);
  sheet.put({ kind: 'qr', data, moduleDots: qrModuleDots(data, dots) });
  sheet.space(8);
  section(sheet, words.appointmentHow);
  sheet.text(words.appointmentCheckIn({ from: hour(opensAt), to: hour(keptUntil) }));
  const late = content.afterLate === 'void' ? words.appointmentVoid : words.appointmentWalkUp;
  sheet.text(late({ time: hour(keptUntil) }));
  sheet.space(8);
  sheet.rule();
  toBring(sheet, content);
  if (content.bring.length > 0 || content.form) {
    sheet.space(8);
    sheet.rule();
  }
  sheet.space(8);
  sheet.text(words.printedAt({ time: sheet.time(content.printedAt, timeZone) }), { align: 'center' });
  if (content.complaintPhone)
    sheet.text(words.complaints({ phone: content.complaintPhone }), { align: 'center' });
  return endSheet(sheet);
}
