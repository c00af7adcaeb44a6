import type { Presser } from './command.ts';
import type { Doubt } from './event.ts';
import type { Turn } from './turn.ts';

/** Nobody has read five faces so soon: the finger was on its way to something else. */
export const TOO_SOON_MS = 1000;

/**
 * Why a press is not taken for the customer's, or null. The question appears when the service ends, and
 * the hub's clock is the only one that is believed. A phone is the clerk's own when its browser is signed in as
 * staff, or when it stands at the address that the clerk of this turn, and nobody else, works from (docs/decisions/011).
 */
export function doubtOf(turn: Turn, from: Presser, now: number): Doubt | null {
  if (from.source === 'phone' && isOwnDevice(turn, from)) return 'own-device';
  return turn.endedAt !== null && now - turn.endedAt < TOO_SOON_MS ? 'too-soon' : null;
}

const isOwnDevice = (turn: Turn, from: Extract<Presser, { source: 'phone' }>): boolean =>
  from.signedIn === true || (turn.clerkId !== null && from.addressOf === turn.clerkId);
