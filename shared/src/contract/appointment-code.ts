/**
 * The code of an appointment: seven random digits and a check digit, read as `4821 0937`. Digits alone,
 * so that a keypad of ten keys is enough. The check digit is Damm's (quasigroup of order 10): it catches
 * every single wrong digit and every swap of two neighbours, so a typing error is told at once and never
 * reaches somebody else's appointment.
 * Source: H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004, the order-10 table.
 */
const DAMM: readonly string[] = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

export const CODE_LENGTH = 8;

const dammOf = (digits: string): number =>
  [...digits].reduce((interim, digit) => Number(DAMM[interim]?.[Number(digit)]), 0);

/** The code of seven digits. */
export const withCheckDigit = (digits: string): string => digits + dammOf(digits);

/** Eight digits whose check digit is right. */
export const isAppointmentCode = (code: string): boolean => /^\d{8}$/.test(code) && dammOf(code) === 0;

/** As people read it: `4821 0937`. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`.trim();

const SCANNED = /^JHA:(\d{8})$/i;

/** What the QR code of an appointment holds. */
export const scanOfAppointment = (code: string): string => `JHA:${code}`;

/** The code in what was typed or scanned, spaces and dashes aside; null where it is none. */
export function parseAppointmentCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '');
  const code = SCANNED.exec(plain)?.[1] ?? plain;
  return isAppointmentCode(code) ? code : null;
}
