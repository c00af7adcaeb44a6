import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { servedMeanwhile } from './handover.ts';
import { heldCounter, knownCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import { counterHeldBy, counterOf, type DayState } from './state.ts';

/**
 * Open, pause, resume, close. Asking for what already is changes nothing and is no error.
 * @throws DomainError `unknown-counter`, `counter-taken`, `clerk-elsewhere`, `counter-not-open`, `ticket-in-hand`, `unknown-reason`, `day-closed`
 */
export function decideCounter(
  state: DayState,
  command: Extract<Command, { type: 'open-counter' | 'pause-counter' | 'resume-counter' | 'close-counter' }>,
  by: Actor,
  settings: Settings,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  const { counterId } = command;
  if (command.type === 'open-counter') return open(state, counterId, command.clerkId, settings);

  if (command.type === 'close-counter' && !counterOf(state, counterId).open) {
    knownCounter(settings, counterId);
    return [];
  }
  const held = heldCounter(state, settings, counterId, by);
  switch (command.type) {
    case 'pause-counter': {
      if (!settings.rules.pauseReasons.some(({ id }) => id === command.reason)) {
        throw new DomainError('unknown-reason', { reason: command.reason });
      }
      if (held.turnId !== null) throw new DomainError('ticket-in-hand');
      if (held.pause?.reason === command.reason) return [];
      // One pause ends before another begins: intervals that overlapped would count a minute twice.
      return [
        ...(held.pause === null ? [] : [{ type: 'counter-resumed' as const, data: { counterId } }]),
        { type: 'counter-paused', data: { counterId, reason: command.reason } },
      ];
    }
    case 'resume-counter':
      if (held.pause === null) return [];
      return [
        { type: 'counter-resumed', data: { counterId } },
        ...servedMeanwhile(state, settings, counterId),
      ];
    case 'close-counter':
      if (held.turnId !== null) throw new DomainError('ticket-in-hand');
      return [{ type: 'counter-closed', data: { counterId } }];
    default:
      return command satisfies never;
  }
}

function open(state: DayState, counterId: string, clerkId: string, settings: Settings): DayEvent[] {
  knownCounter(settings, counterId);
  const holder = counterOf(state, counterId).open?.clerkId;
  if (holder === clerkId) return [];
  if (holder !== undefined) throw new DomainError('counter-taken');
  const elsewhere = counterHeldBy(state, clerkId);
  if (elsewhere !== null) {
    throw new DomainError('clerk-elsewhere', { counter: settings.counterById.get(elsewhere)?.number });
  }
  return [
    { type: 'counter-opened', data: { counterId, clerkId } },
    ...servedMeanwhile(state, settings, counterId),
  ];
}
