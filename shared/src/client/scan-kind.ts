/**
 * What a scanned text is. A kind of code that is new is added here and in the `switch` of the pages
 * that read codes (kiosk: `kiosk/scan.ts`, terminal: `counter/use-scans.ts`).
 */
export type Scan =
  /** A slip's: `JH:20261121:A012`, or the link to its phone page. For `POST /api/scan`. */
  | { kind: 'slip'; code: string }
  /** An identity card's number. Personal: never shown, logged or kept. */
  | { kind: 'id-card'; number: string }
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
  return { kind: 'other', code: text.trim() };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB 11643-1999: a date of birth within, and a check character (ISO 7064, MOD 11-2) at the end. */
export function isIdCardNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const born = new Date(Date.UTC(year, month - 1, day));
  if (year < 1850 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECKS[sum % 11] === text[17];
}
