import type { Presser } from './command.ts';
import type { Doubt } from './event.ts';
import { type DayState, servedOf, ticketOf } from './state.ts';
import type { Turn } from './turn.ts';

/** Nobody has read five faces so soon: the finger was on its way to something else. */
export const TOO_SOON_MS = 1000;

/**
 * Why a press is not taken for the customer's, or null. The question appears when the service ends (on a phone, when
 * the one before it is answered), and the hub's clock is the only one that is believed. A phone is the clerk's own
 * when its browser is signed in as staff, or when it stands at the address that the clerk of this turn, and nobody
 * else, works from (docs/decisions/011).
 */
export function doubtOf(state: DayState, turn: Turn, from: Presser, now: number): Doubt | null {
  if (from.source === 'phone' && isOwnDevice(turn, from)) return 'own-device';
  const asked = [turn.endedAt, ...(from.source === 'phone' ? answeredByPhone(state, turn) : [])];
  return asked.some((at) => at !== null && now - at < TOO_SOON_MS) ? 'too-soon' : null;
}

/** When the other services of this ticket were rated by phone: it asks about one at a time, and a finger may tap twice. */
const answeredByPhone = (state: DayState, { id, ticketId }: Turn): (number | null)[] =>
  servedOf(state, ticketOf(state, ticketId)).map((other) =>
    other.id !== id && other.rating?.source === 'phone' ? other.rating.at : null,
  );

const isOwnDevice = (turn: Turn, from: Extract<Presser, { source: 'phone' }>): boolean =>
  from.signedIn === true || (turn.clerkId !== null && from.addressOf === turn.clerkId);
