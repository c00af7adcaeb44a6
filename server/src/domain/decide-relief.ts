import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { servedMeanwhile } from './handover.ts';
import { heldCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import { counterHeldBy, type DayState } from './state.ts';

/**
 * A colleague takes over a counter that is open (替岗), and gives it back in the same way. Who is in hand stays
 * there. A pause was the other clerk's: it ends, because somebody is at the counter again. That the colleague
 * agrees is for whoever gives the command to know.
 * @throws DomainError those of `heldCounter`, `malformed` where nobody would change, `clerk-elsewhere`, `day-closed`
 */
export function decideRelief(
  state: DayState,
  { counterId, clerkId }: Extract<Command, { type: 'relieve-counter' }>,
  by: Actor,
  settings: Settings,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  const held = heldCounter(state, settings, counterId, by);
  if (held.clerkId === clerkId) throw new DomainError('malformed', { field: 'clerkId' });
  const elsewhere = counterHeldBy(state, clerkId);
  if (elsewhere !== null) {
    throw new DomainError('clerk-elsewhere', { counter: settings.counterById.get(elsewhere)?.number });
  }
  const relieved: DayEvent = { type: 'counter-relieved', data: { counterId, clerkId, from: held.clerkId } };
  if (held.pause === null) return [relieved];
  // The pause ends in the name of the clerk whose it was.
  return [
    { type: 'counter-resumed', data: { counterId } },
    relieved,
    ...servedMeanwhile(state, settings, counterId),
  ];
}
