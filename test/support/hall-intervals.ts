import { evolve } from '../../server/src/domain/evolve.ts';
import { emptyDay } from '../../server/src/domain/state.ts';
import { createProjection, type IntervalChange } from '../../server/src/store/projection.ts';
import type { DayInMotion } from './hall-in-motion.ts';
import { hold } from './hall-invariants.ts';

type Begun = Extract<IntervalChange, { op: 'begin' }>;

/**
 * What reports read of a day: when each counter was open and paused, and who held it. No two of a kind overlap, at a
 * counter or of a clerk; a pause lies within its clerk's stay; what still runs is what the day holds.
 */
export function checkIntervals({ state, log }: DayInMotion): void {
  const projection = createProjection();
  const day = emptyDay(state.date);
  for (const folded of log) {
    evolve(day, folded);
    projection.add(day, { ...folded, id: `${folded.seq}`, hall: '', stream: '', version: 1 });
  }
  const running = new Map<string, Begun>();
  for (const change of projection.changes(() => day).intervals) {
    const { counterId } = change;
    if (change.op === 'end') {
      running.delete(`paused ${counterId}`);
      if (change.kind === 'all') running.delete(`open ${counterId}`);
      continue;
    }
    const { kind, clerkId } = change;
    hold(!running.has(`${kind} ${counterId}`), `${counterId} is ${kind} twice at once`);
    const others = [...running.values()].filter((each) => each.clerkId === clerkId);
    if (kind === 'open') hold(others.length === 0, `${clerkId} is counted at two counters at once`);
    else hold(running.get(`open ${counterId}`)?.clerkId === clerkId, `${clerkId} pauses where they are not`);
    running.set(`${kind} ${counterId}`, change);
  }
  if (state.ended) return;
  for (const [counterId, { open }] of state.counters) {
    const counted = running.get(`open ${counterId}`)?.clerkId;
    hold(counted === open?.clerkId, `${counterId} is held by ${open?.clerkId}, counted for ${counted}`);
    hold(
      running.has(`paused ${counterId}`) === Boolean(open?.pause),
      `${counterId}: a pause counted wrongly`,
    );
  }
}
