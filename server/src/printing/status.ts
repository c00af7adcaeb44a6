import type { Reason } from './transport.ts';

/**
 * Printer status, by Epson's ESC/POS reference. `DLE EOT n` is answered at once, even off line;
 * `GS r 1` is answered in its turn, so its answer means that everything before it was processed.
 */

export const REAL_TIME = [1, 2, 3, 4] as const;
export type RealTime = (typeof REAL_TIME)[number];

export const askRealTime = (n: RealTime) => Uint8Array.of(0x10, 0x04, n); // DLE EOT n
export const ASK_IN_TURN = Uint8Array.of(0x1d, 0x72, 0x01); // GS r 1

/** What a byte from the printer is, by its fixed bits. */
export function kindOfReply(byte: number): 'real-time' | 'in-turn' | 'automatic' | 'other' {
  if ((byte & 0x93) === 0x12) return 'real-time';
  if ((byte & 0x90) === 0x00) return 'in-turn';
  if ((byte & 0x93) === 0x10) return 'automatic'; // the first of an automatic status' four bytes
  return 'other'; // XON, XOFF
}

/** The trouble that real-time replies tell, the one that a person can mend first; undefined: none. */
export function troubleIn(replies: ReadonlyMap<RealTime, number>): Reason | undefined {
  const has = (n: RealTime, bits: number) => ((replies.get(n) ?? 0) & bits) !== 0;
  if (has(2, 0x04)) return 'cover-open';
  if (has(2, 0x20) || has(4, 0x60)) return 'paper-out';
  if (has(3, 0x08)) return 'cutter';
  if (has(2, 0x40) || has(3, 0x20)) return 'printer-error';
  if (has(1, 0x08)) return 'offline';
  return undefined;
}

export function nearEndIn(replies: ReadonlyMap<RealTime, number>): boolean {
  return ((replies.get(4) ?? 0) & 0x0c) !== 0;
}

/** The answer to `GS r 1`: bits 0 and 1 near end, bits 2 and 3 end of paper. */
export function paperInTurn(byte: number): { nearEnd: boolean; out: boolean } {
  return { nearEnd: (byte & 0x03) !== 0, out: (byte & 0x0c) !== 0 };
}
