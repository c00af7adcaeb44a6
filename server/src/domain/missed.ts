import type { DayEvent } from './event.ts';
import { usualLine } from './queues.ts';
import type { Settings } from './settings.ts';
import { type DayState, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

const MINUTE = 60_000;

/** A customer who was called did not come: what the hall's rule makes of it, in one append. */
export function missed(state: DayState, turn: Turn, settings: Settings, now: number): DayEvent[] {
  const { policy, count = 0, voidAfter } = settings.missed;
  const turnId = turn.id;
  const again = voidAfter === undefined || turn.misses + 1 < voidAfter;
  if (policy === 'void' || !again) return [{ type: 'turn-missed', data: { turnId } }, voided(turn, now)];
  if (policy === 'minutes') return [{ type: 'turn-missed', data: { turnId, backAt: now + count * MINUTE } }];
  const event: DayEvent = { type: 'turn-missed', data: { turnId } };
  if (policy !== 'places') return [event];
  return [event, { type: 'turn-returned', data: { turnId, orderAt: behindOrder(state, turn, count) } }];
}

/** After this call of a service: those of it whose number was kept for so many calls, and no more. */
export function keptLongEnough(
  state: DayState,
  calledId: string,
  settings: Settings,
  now: number,
): DayEvent[] {
  const { policy, count } = settings.missed;
  if (policy !== 'keep' || count === undefined) return [];
  const { serviceId } = turnOf(state, calledId);
  const calls = (state.callsOf.get(serviceId) ?? 0) + 1;
  return state.missed
    .map((turnId) => turnOf(state, turnId))
    .filter(
      ({ id, phase, ...turn }) =>
        id !== calledId &&
        turn.serviceId === serviceId &&
        phase.state === 'missed' &&
        calls - phase.callsThen >= count,
    )
    .map((turn) => voided(turn, now));
}

const voided = (turn: Turn, now: number): DayEvent => ({
  type: 'turn-expired',
  data: { turnId: turn.id, endedAt: now, ending: 'expired' },
});

/**
 * Behind the first `behind` of its own line, but never before the place it had; first of all where that
 * is none. A person decided it, and the log says who.
 */
export function behindOrder(state: DayState, turn: Turn, behind: number): number {
  const line = usualLine(state.queues, turn);
  // One before the first: at the same moment the event that came later stands behind.
  if (behind === 0) return Math.min(turn.orderAt, (line[0]?.orderAt ?? Infinity) - 1);
  const last = line[Math.min(behind, line.length) - 1];
  // Nobody else waits for it: it keeps the place that its age gives it among other services.
  return last ? Math.max(last.orderAt, turn.orderAt) : turn.orderAt;
}
