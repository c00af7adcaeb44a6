import type { Command } from './command.ts';
import { overdue } from './due.ts';
import type { DayEvent } from './event.ts';
import type { DayState } from './state.ts';
import type { Turn } from './turn.ts';

const DAY = 24 * 3600_000;

/** Beginning and end of the service day, and what is overdue. */
export function decideDay(
  state: DayState,
  command: Extract<Command, { type: 'tick' | 'start-day' }>,
  now: number,
): DayEvent[] {
  if (command.type === 'start-day') {
    if (state.started) return [];
    const { date, startsAt, endsAt, carried, notes = [], emergency = null } = command;
    const begun = {
      date,
      startsAt,
      endsAt,
      carried,
      ...(notes.length > 0 && { notes }),
      ...(emergency && { emergency }),
    };
    return [{ type: 'day-started', data: begun }];
  }
  if (!state.started) return [];
  if (now < state.endsAt) return overdue(state, now);
  if (!state.ended) {
    const expired = [...state.turns.values()]
      .filter(expiresAtDayEnd)
      .map((turn) => expiry(turn, state.endsAt, 'expired'));
    return [...expired, { type: 'day-ended', data: {} }];
  }
  // What is in service stays in its day until it is finished, at most until the next end.
  if (now < state.endsAt + DAY) return [];
  return [...state.turns.values()]
    .filter(({ phase }) => phase.state !== 'ended' && phase.state !== 'planned')
    .map((turn) => expiry(turn, state.endsAt + DAY, 'unfinished'));
}

/** Everyone but who is being served; where *start* is not pressed, a called customer is being served. */
function expiresAtDayEnd(turn: Turn): boolean {
  const { state } = turn.phase;
  if (state === 'called') return turn.held.pressesStart;
  return state === 'waiting' || state === 'missed' || state === 'parked';
}

const expiry = (turn: Turn, endedAt: number, ending: 'expired' | 'unfinished'): DayEvent => ({
  type: 'turn-expired',
  data: { turnId: turn.id, endedAt, ending },
});
