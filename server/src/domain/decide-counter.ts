import { changeCounter } from './change-counter.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { servedMeanwhile } from './handover.ts';
import { checkTurn, heldCounter, knownCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import { counterHeldBy, counterOf, type DayState, turnOf } from './state.ts';

/**
 * Open, pause, resume, close. Asking for what already is changes nothing and is no error.
 * @throws DomainError `unknown-counter`, `counter-taken`, `stale-turn`, `counter-not-open`, `ticket-in-hand`, `unknown-reason`, `day-closed`, those of `changeCounter`
 */
export function decideCounter(
  state: DayState,
  command: Extract<Command, { type: 'open-counter' | 'pause-counter' | 'resume-counter' | 'close-counter' }>,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  const { counterId } = command;
  if (command.type === 'open-counter') return open(state, command, settings, now);

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
      checkTurn(command.turnId, held.turnId);
      return [
        ...leftBehind(state, held.turnId, command.leave, settings),
        { type: 'counter-closed', data: { counterId } },
      ];
    default:
      return command satisfies never;
  }
}

/**
 * Nobody is stranded at a counter that closes: who was there is the next to be called, or is set aside.
 * @throws DomainError `ticket-in-hand` where it was not said which, `emergency` while queues are held
 */
function leftBehind(
  state: DayState,
  turnId: string | null,
  leave: 'queue' | 'park' | undefined,
  settings: Settings,
): DayEvent[] {
  if (turnId === null) return [];
  if (leave === undefined) throw new DomainError('ticket-in-hand');
  if (leave === 'park') {
    const reason = settings.parkReasons[0]?.id ?? '';
    return [{ type: 'turn-parked', data: { turnId, reason, until: null } }];
  }
  if (state.emergency) throw new DomainError('emergency');
  const { orderAt } = turnOf(state, turnId);
  return [{ type: 'turn-moved', data: { turnId, orderAt, first: true, forCounter: null, reason: null } }];
}

function open(
  state: DayState,
  command: Extract<Command, { type: 'open-counter' }>,
  settings: Settings,
  now: number,
): DayEvent[] {
  const { counterId, clerkId } = command;
  knownCounter(settings, counterId);
  const holder = counterOf(state, counterId).open?.clerkId;
  if (holder === clerkId) return [];
  if (holder !== undefined) throw new DomainError('counter-taken');
  const elsewhere = counterHeldBy(state, clerkId);
  if (elsewhere !== null) return changeCounter(state, command, elsewhere, settings, now);
  checkTurn(command.turnId, null);
  return [
    { type: 'counter-opened', data: { counterId, clerkId } },
    ...servedMeanwhile(state, settings, counterId),
  ];
}
