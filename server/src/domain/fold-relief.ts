import type { DayEvent } from './event.ts';
import { counterIn } from './fold-places.ts';
import { type DayState, turnOf } from './state.ts';

type Relief = Extract<DayEvent, { type: 'counter-relieved' }>;

/**
 * The counter goes on in another clerk's name. A turn that changes hands counts for who ends it, as after a
 * transfer; its first clerk stays. What was pressed before cannot be taken back any more: it would come
 * into the hands of somebody who was not there. Part of `evolve`.
 */
export function foldRelief(state: DayState, { data: { counterId, clerkId } }: Relief, at: number): void {
  const place = counterIn(state, counterId);
  if (!place.open) return;
  place.open.clerkId = clerkId;
  place.open.since = at;
  place.undoable = null;
  if (place.open.turnId === null) return;
  const turn = turnOf(state, place.open.turnId);
  turn.clerkId = clerkId;
  if (turn.phase.state === 'called' || turn.phase.state === 'serving') turn.phase.clerkId = clerkId;
}
