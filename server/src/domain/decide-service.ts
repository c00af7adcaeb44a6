import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent, Why } from './event.ts';
import { checkTurn, heldCounter, knownCounter } from './holding.ts';
import { parseNumber, scannedDay } from './numbering.ts';
import { checkedDetails, type DetailsGiven } from './outcome-details.ts';
import { chooseNext } from './queue-policy.ts';
import { linesOf } from './queues.ts';
import type { Settings } from './settings.ts';
import { counterOf, currentTurn, type DayState, type OpenCounter, ticketOf, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

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
      if (turn.phase.state !== 'waiting' && turn.phase.state !== 'missed') {
        throw new DomainError('wrong-state', { state: turn.phase.state });
      }
      if (!serves(settings, counterId, turn.serviceId)) throw new DomainError('not-served-here');
      return [called(turn, { callId: command.callId, counterId, held, settings, why: 'chosen' })];
    }
    case 'recall': {
      const turn = inHand(state, held, command.turnId);
      if (turn.phase.state !== 'called') throw new DomainError('wrong-state', { state: turn.phase.state });
      return [{ type: 'turn-recalled', data: { turnId: turn.id, callId: command.callId } }];
    }
    case 'start-service': {
      const turn = inHand(state, held, command.turnId);
      if (turn.phase.state !== 'called') throw new DomainError('wrong-state', { state: turn.phase.state });
      return [{ type: 'service-started', data: { turnId: turn.id } }];
    }
    case 'finish':
      return [finished(inHand(state, held, command.turnId), command, settings)];
    case 'no-show': {
      const turn = inHand(state, held, command.turnId);
      if (turn.phase.state !== 'called') throw new DomainError('wrong-state', { state: turn.phase.state });
      return [{ type: 'turn-missed', data: { turnId: turn.id } }];
    }
    case 'return': {
      const turn = findByNumber(state, command.number);
      if (turn.phase.state !== 'missed') throw new DomainError('wrong-state', { state: turn.phase.state });
      return [
        {
          type: 'turn-returned',
          data: { turnId: turn.id, orderAt: returnOrder(state, turn, settings) },
        },
      ];
    }
    default:
      return command satisfies never;
  }
}

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
    events.push(finished(turnOf(state, held.turnId), finish, settings));
  }
  if (held.pause !== null) throw new DomainError('counter-paused');
  const choice = chooseNext(state, settings, counterId, now);
  if (!choice) throw new DomainError('queue-empty');
  const turn = turnOf(state, choice.turnId);
  events.push(
    called(turn, {
      callId,
      counterId,
      held,
      settings,
      why: choice.why,
      pastLimitWaited: choice.pastLimitWaited,
      ratingStaysOpen: events.length > 0,
    }),
  );
  return events;
}

interface Call {
  callId: string;
  counterId: string;
  held: OpenCounter;
  settings: Settings;
  why: Why;
  pastLimitWaited?: boolean;
  ratingStaysOpen?: boolean;
}

function called(
  turn: Turn,
  { callId, counterId, held, settings, why, pastLimitWaited = false, ratingStaysOpen = false }: Call,
): DayEvent {
  if (held.pause !== null) throw new DomainError('counter-paused');
  const counterNumber = knownCounter(settings, counterId).number;
  return {
    type: 'turn-called',
    data: {
      turnId: turn.id,
      callId,
      counterId,
      counterNumber,
      clerkId: held.clerkId,
      why,
      pastLimitWaited,
      ratingStaysOpen,
    },
  };
}

/** A hall where *start* is not pressed (or was forgotten) finishes from the call on. */
function finished(
  turn: Turn,
  { outcome, asked, details: given }: { outcome: Outcome; asked: boolean; details?: DetailsGiven },
  settings: Settings,
): DayEvent {
  const details = checkedDetails(outcome, given, turn.serviceId, settings);
  return { type: 'turn-finished', data: { turnId: turn.id, outcome, asked, ...(details && { details }) } };
}

function inHand(state: DayState, held: OpenCounter, expected: string | undefined): Turn {
  checkTurn(expected, held.turnId);
  if (held.turnId === null) throw new DomainError('no-ticket-in-hand');
  return turnOf(state, held.turnId);
}

function findByNumber(state: DayState, typed: string): Turn {
  const number = parseNumber(typed);
  // Numbers come again every day: yesterday's slip must not fetch today's customer.
  const ofToday = (scannedDay(typed) ?? state.date) === state.date;
  const ticketId = number === null || !ofToday ? undefined : state.ticketByNumber.get(number);
  if (ticketId === undefined)
    throw new DomainError('unknown-ticket', { number: number ?? typed.slice(0, 20) });
  return currentTurn(state, ticketOf(state, ticketId));
}

/** Whether a counter serves a service at all: a person may choose from a backup service before it joins. */
const serves = (settings: Settings, counterId: string, serviceId: string): boolean =>
  settings.countersOf.get(serviceId)?.some((counter) => counter.counterId === counterId) ?? false;

/**
 * Behind the first `missedReturnsBehind` of its own line, but never before the place it had; first of all
 * where that is none. A person decided it, and the log says who.
 */
function returnOrder(state: DayState, turn: Turn, settings: Settings): number {
  const line = linesOf(state.queues, turn.serviceId).get(turn.priority ?? '') ?? [];
  const behind = settings.rules.missedReturnsBehind;
  // One before the first: at the same moment the event that came later stands behind.
  if (behind === 0) return Math.min(turn.orderAt, (line[0]?.orderAt ?? Infinity) - 1);
  const last = line[Math.min(behind, line.length) - 1];
  // Nobody else waits for it: it keeps the place that its age gives it among other services.
  return last ? Math.max(last.orderAt, turn.orderAt) : turn.orderAt;
}

/** The turn in hand at a counter, if any. */
export function turnInHand(state: DayState, counterId: string): Turn | null {
  const turnId = counterOf(state, counterId).open?.turnId ?? null;
  return turnId === null ? null : turnOf(state, turnId);
}
