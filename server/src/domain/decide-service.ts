import { called } from './calling.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { findByNumber, inHand } from './find-turn.ts';
import { finished } from './follow.ts';
import { checkTurn, heldCounter } from './holding.ts';
import { behindOrder, keptLongEnough, missed } from './missed.ts';
import { chooseNext } from './queue-policy.ts';
import { servesAt } from './serving.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState, type OpenCounter, turnOf } from './state.ts';
import type { Turn } from './turn.ts';
import { wrongState } from './wrong-state.ts';

type ServiceCommand = Extract<
  Command,
  { type: 'call-next' | 'call-number' | 'recall' | 'start-service' | 'finish' | 'no-show' | 'return' }
>;

/**
 * What a clerk does with customers.
 * @throws DomainError `counter-not-open`, `counter-paused`, `counter-taken`, `queue-empty`, `ticket-in-hand`,
 *   `no-ticket-in-hand`, `stale-turn`, `wrong-state`, `unknown-ticket`, `not-served-here`, `day-closed`,
 *   and those of `checkedDetails`
 */
export function decideService(
  state: DayState,
  command: ServiceCommand,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (state.ended && command.type !== 'finish') throw new DomainError('day-closed');
  const { counterId } = command;
  const held = heldCounter(state, settings, counterId, by);
  switch (command.type) {
    case 'call-next':
      return callNext(state, command, held, settings, now);
    case 'call-number': {
      checkTurn(command.turnId, held.turnId);
      if (held.turnId !== null) throw new DomainError('ticket-in-hand');
      const turn = findByNumber(state, command.number);
      if (!CALLED_FROM.has(turn.phase.state)) throw wrongState(turn);
      // Set aside here, or sent to this very counter: it may be called though the service is another's.
      const meant = turn.forCounter === counterId || turn.counterId === counterId;
      if (!meant && !servesAt(settings, counterId, turn.serviceId)) throw new DomainError('not-served-here');
      const { callId, here } = command;
      const call = called(turn.id, { callId, counterId, held, settings, why: 'chosen', here });
      return [...keptLongEnough(state, turn.id, settings, now), ...call];
    }
    case 'recall': {
      const turn = inHand(state, held, command.turnId);
      if (turn.phase.state !== 'called') throw wrongState(turn);
      return [{ type: 'turn-recalled', data: { turnId: turn.id, callId: command.callId } }];
    }
    case 'start-service': {
      const turn = inHand(state, held, command.turnId);
      if (turn.phase.state !== 'called') throw wrongState(turn);
      return [{ type: 'service-started', data: { turnId: turn.id } }];
    }
    case 'finish':
      return finished(state, inHand(state, held, command.turnId), command, settings);
    case 'no-show': {
      const turn = inHand(state, held, command.turnId);
      if (turn.phase.state !== 'called') throw wrongState(turn);
      return missed(state, turn, settings, now);
    }
    case 'return': {
      const turn = findByNumber(state, command.number);
      if (turn.phase.state !== 'missed') throw wrongState(turn);
      return [
        {
          type: 'turn-returned',
          data: { turnId: turn.id, orderAt: behindOrder(state, turn, settings.rules.missedReturnsBehind) },
        },
      ];
    }
    default:
      return command satisfies never;
  }
}

const CALLED_FROM: ReadonlySet<string> = new Set(['waiting', 'missed', 'parked']);

function callNext(
  state: DayState,
  command: Extract<Command, { type: 'call-next' }>,
  held: OpenCounter,
  settings: Settings,
  now: number,
): DayEvent[] {
  const { counterId, callId, turnId, finish } = command;
  checkTurn(turnId, held.turnId);
  const events: DayEvent[] = [];
  if (held.turnId !== null) {
    if (!finish) throw new DomainError('ticket-in-hand');
    events.push(...finished(state, turnOf(state, held.turnId), finish, settings));
  }
  if (held.pause !== null) throw new DomainError('counter-paused');
  const choice = chooseNext(state, settings, counterId, now);
  if (!choice) throw new DomainError('queue-empty');
  events.push(...keptLongEnough(state, choice.turnId, settings, now));
  events.push(
    ...called(choice.turnId, {
      callId,
      counterId,
      held,
      settings,
      why: choice.why,
      pastLimitWaited: choice.pastLimitWaited,
      ratingStaysOpen: finish !== undefined && held.turnId !== null,
    }),
  );
  return events;
}

/** The turn in hand at a counter, if any. */
export function turnInHand(state: DayState, counterId: string): Turn | null {
  const turnId = counterOf(state, counterId).open?.turnId ?? null;
  return turnId === null ? null : turnOf(state, turnId);
}
