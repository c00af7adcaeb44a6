import { parseAppointmentCode } from '../contract/appointment-code.ts';
import { isIdCardNumber } from '../contract/id-card-number.ts';

/**
 * What a scanned text is. A kind of code that is new is added here and in the `switch` of the pages
 * that read codes (kiosk: `kiosk/scan.ts`, terminal: `counter/use-scans.ts`).
 */
export type Scan =
  /** A slip's: `JH:20261121:A012`, or the link to its phone page. For `POST /api/scan`. */
  | { kind: 'slip'; code: string }
  /** An identity card's number. Personal: never shown, logged or kept. */
  | { kind: 'id-card'; number: string }
  /** The eight digits of an appointment. */
  | { kind: 'appointment'; code: string }
  | { kind: 'other'; code: string };

const SLIP = /JH:(\d{8}):([A-Z]{1,2}\d{3,6})(?!\d)/i;
const LINK = /\/t\/([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/;
const ID_CARD = /(?:^|\D)(\d{17}[\dXx])(?!\d)/;

/** Whatever the scanner is set to put before and after a code is left out. */
export function scanOf(text: string): Scan {
  const slip = SLIP.exec(text) ?? LINK.exec(text);
  if (slip) return { kind: 'slip', code: slip[0] };
  const id = ID_CARD.exec(text)?.[1]?.toUpperCase();
  if (id !== undefined && isIdCardNumber(id)) return { kind: 'id-card', number: id };
  const appointment = parseAppointmentCode(text);
  if (appointment !== null) return { kind: 'appointment', code: appointment };
  return { kind: 'other', code: text.trim() };
}
