import type { DayEvent } from './event.ts';
import { type DayState, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

/** When a turn comes back to its queue by itself; null: never. */
function backAt({ phase }: Turn): number | null {
  if (phase.state === 'parked') return phase.until;
  return phase.state === 'missed' ? phase.backAt : null;
}

const setAside = (state: DayState): Turn[] =>
  [...state.parked, ...state.missed].map((turnId) => turnOf(state, turnId));

/** The next moment (UTC ms) at which something happens by itself within the day; Infinity: nothing will. */
export const nextDueAt = (state: DayState): number =>
  // In an emergency every queue stays as it is; what falls due meanwhile comes right after it.
  state.emergency ? Infinity : Math.min(...setAside(state).map((turn) => backAt(turn) ?? Infinity), Infinity);

/** What is overdue, in the order it fell due. */
export function overdue(state: DayState, now: number): DayEvent[] {
  if (state.emergency) return [];
  return setAside(state)
    .map((turn) => ({ turn, at: backAt(turn) ?? Infinity }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at)
    .map(({ turn }) =>
      turn.phase.state === 'parked'
        ? { type: 'turn-unparked', data: { turnId: turn.id } }
        : { type: 'turn-returned', data: { turnId: turn.id, orderAt: turn.orderAt } },
    );
}
