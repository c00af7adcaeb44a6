import type { Service } from '@jiaohao/shared/contract/hall.ts';
import { DomainError } from './errors.ts';

/** `A001`: the letter and at least three digits; after A999 comes A1000. */
export const formatNumber = (letter: string, count: number): string =>
  letter + String(count).padStart(3, '0');

/**
 * The next number of a service after the last one given. Gaps are legal and order never follows the number.
 * @throws DomainError `numbers-exhausted` at the end of the service's range
 */
export function nextCount(service: Service, lastCount: number | undefined): number {
  const first = service.firstNumber ?? 1;
  const next = Math.max(first, (lastCount ?? first - 1) + 1);
  if (service.lastNumber !== undefined && next > service.lastNumber)
    throw new DomainError('numbers-exhausted');
  return next;
}

const SCANNED = /^JH:(\d{4})(\d{2})(\d{2}):([A-Z]{1,2}\d+)$/i;

/** How people type or scan a number: `a12`, ` A-012 `, `Ａ０１２`, `JH:20261121:A012` all mean A012. */
export function parseNumber(typed: string): string | null {
  const scanned = SCANNED.exec(typed.trim());
  const plain = (scanned?.[4] ?? typed).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const parts = /^([A-Z]{1,2})(\d{1,6})$/.exec(plain);
  return parts ? formatNumber(parts[1] as string, Number(parts[2])) : null;
}

/** The service day (YYYY-MM-DD) that a scanned ticket code names; null for a number typed by hand. */
export function scannedDay(typed: string): string | null {
  const scanned = SCANNED.exec(typed.trim());
  return scanned ? `${scanned[1]}-${scanned[2]}-${scanned[3]}` : null;
}
