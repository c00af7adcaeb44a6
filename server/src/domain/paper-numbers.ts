import type { Command, PaperNumber } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { knownCounter, mayHelp } from './holding.ts';
import { markOutage, metOutage } from './outage.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState } from './state.ts';
import type { Turn } from './turn.ts';

type Entered = Extract<DayEvent, { type: 'turn-entered' }>;

/**
 * A number that was written by hand is entered: by who runs the hall, for a time of this day that has passed. Hours and
 * quota do not stand in its way, for it was given when it was written.
 * @throws DomainError `not-allowed`, `wrong-time`, `unknown-counter`
 */
export function mayEnter(
  state: DayState,
  { takenAt, served }: PaperNumber,
  by: Actor,
  settings: Settings,
  now: number,
): void {
  if (!mayHelp(by)) throw new DomainError('not-allowed');
  if (takenAt < state.startsAt || takenAt > now) throw new DomainError('wrong-time', { field: 'takenAt' });
  if (!served) return;
  const { counterId, times } = served;
  if (counterId !== null) knownCounter(settings, counterId);
  if (times === null) return;
  if (times.from < takenAt || times.from > now) throw new DomainError('wrong-time', { field: 'from' });
  if (times.to < times.from || times.to > now) throw new DomainError('wrong-time', { field: 'to' });
}

/**
 * Its holder has been served already, and left. By whom is known where one clerk has held that counter ever since;
 * nobody is named by guess.
 */
export function enteredAsServed(
  state: DayState,
  { turnId, paper }: Pick<Extract<Command, { type: 'issue' }>, 'turnId' | 'paper'>,
  settings: Settings,
): Entered[] {
  if (!paper?.served) return [];
  const { counterId, outcome, times } = paper.served;
  const counterNumber = counterId === null ? null : (settings.counterById.get(counterId)?.number ?? null);
  const open = counterId === null ? null : counterOf(state, counterId).open;
  const clerkId = open && open.since <= (times?.from ?? paper.takenAt) ? open.clerkId : null;
  return [{ type: 'turn-entered', data: { turnId, outcome, counterId, counterNumber, clerkId, times } }];
}

/** A turn that was over before it was written down: nothing of it that nobody noted is made up. */
export function foldEntered(state: DayState, turn: Turn, { data }: Entered): void {
  const { outcome, counterId, counterNumber, clerkId, times } = data;
  const { from = null, to = null } = times ?? {};
  turn.phase = { state: 'ended', ending: 'served', outcome };
  Object.assign(turn, { firstCalledAt: from, calledAt: from, startedAt: from, endedAt: to });
  Object.assign(turn, { counterId, counterNumber, clerkId, firstClerkId: clerkId, metOutage: [] });
  if (times && metOutage(state, { from: turn.queuedAt, to: times.from })) markOutage(turn, 'wait');
  if (times && metOutage(state, times)) markOutage(turn, 'handling');
  state.served += 1;
}
