import { DomainError } from './errors.ts';
import type { Actor } from './event.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState, type OpenCounter } from './state.ts';

/** Roles that may act for any counter. */
export const mayHelp = (by: Actor): boolean =>
  by.kind === 'person' && by.role !== 'clerk' && by.role !== 'manager';

/** @throws DomainError `unknown-counter` */
export function knownCounter(settings: Settings, counterId: string) {
  const counter = settings.counterById.get(counterId);
  if (!counter || counter.archived) throw new DomainError('unknown-counter', { counterId });
  return counter;
}

/**
 * The open counter that this person works at (or may help at).
 * @throws DomainError `unknown-counter`, `counter-not-open`, `counter-taken` when another clerk holds it
 */
export function heldCounter(state: DayState, settings: Settings, counterId: string, by: Actor): OpenCounter {
  // A counter taken out of use in the middle of the day may still finish what it has.
  if (!counterOf(state, counterId).open) knownCounter(settings, counterId);
  const { open } = counterOf(state, counterId);
  if (!open) throw new DomainError('counter-not-open');
  if (by.kind === 'person' && by.id !== open.clerkId && !mayHelp(by)) throw new DomainError('counter-taken');
  return open;
}

/** @throws DomainError `stale-turn` when the caller speaks of another turn than the one in hand */
export function checkTurn(expected: string | undefined, actual: string | null): void {
  if (expected !== undefined && expected !== actual) throw new DomainError('stale-turn');
}
