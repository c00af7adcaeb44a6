import type { PrinterCheck, PrintResult, Reason } from './transport.ts';

/** What is known of a printer. `unknown`: it answers no status, or was not asked yet. */
export type PrinterHealth =
  | { state: 'ok' }
  | { state: 'near-end' }
  | { state: 'trouble'; reason: Reason }
  | { state: 'unknown' };

/** What a job or a check tells of the printer; undefined: nothing. */
export function healthAfter(seen: PrintResult | PrinterCheck): PrinterHealth | undefined {
  switch (seen.state) {
    case 'printed':
    case 'ready':
      return { state: seen.nearEnd ? 'near-end' : 'ok' };
    case 'silent':
      return { state: 'unknown' };
    case 'trouble':
      return { state: 'trouble', reason: seen.reason };
    case 'failed':
      return seen.reason === 'gave-up' ? undefined : { state: 'trouble', reason: seen.reason };
    case 'unknown':
      return seen.reason === null || seen.reason === 'timeout'
        ? { state: 'unknown' }
        : { state: 'trouble', reason: seen.reason };
    default:
      return seen satisfies never;
  }
}

export function sameHealth(a: PrinterHealth, b: PrinterHealth): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
