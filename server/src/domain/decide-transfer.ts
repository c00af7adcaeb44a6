import type { Command, Destination } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent, WayBack } from './event.ts';
import { inHand } from './find-turn.ts';
import { heldNow } from './held.ts';
import { heldCounter, knownCounter, mayHelp } from './holding.ts';
import { servesAt } from './serving.ts';
import type { Settings } from './settings.ts';
import { currentTurn, type DayState, plannedOf, ticketOf } from './state.ts';
import type { Turn } from './turn.ts';
import { wrongState } from './wrong-state.ts';

type TransferCommand = Extract<Command, { type: 'transfer' | 'move-ticket' | 'change-service' }>;

/**
 * A customer goes on to another service, another counter or another place in the queue. Whoever has been
 * called or served elsewhere begins a new turn; whoever only waits goes on waiting.
 * @throws DomainError those of `heldCounter`, `unknown-service`, `unknown-counter`, `unknown-ticket`, `wrong-state`,
 *   `stale-turn`, `no-ticket-in-hand`, `malformed` where it would change nothing, `not-allowed`, `day-closed`
 */
export function decideTransfer(
  state: DayState,
  command: TransferCommand,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  switch (command.type) {
    case 'transfer': {
      const { counterId, turnId, back } = command;
      const turn = inHand(state, heldCounter(state, settings, counterId, by), turnId);
      const to = destination(command, turn, settings);
      if (to.serviceId === turn.serviceId && to.toCounterId === null)
        throw new DomainError('malformed', { field: 'serviceId' });
      if (to.toCounterId === counterId) throw new DomainError('malformed', { field: 'counterId' });
      const way = back ? wayBackTo(counterId, turn) : turn.backTo;
      return [...noLongerPlanned(state, turn, to), ...sentOn(turn, command, to, way, settings, now)];
    }
    case 'move-ticket': {
      if (!mayHelp(by)) throw new DomainError('not-allowed');
      const ticket = state.tickets.get(command.ticketId);
      if (!ticket) throw new DomainError('unknown-ticket');
      const turn = currentTurn(state, ticket);
      if (!MOVES_FROM.has(turn.phase.state)) throw wrongState(turn);
      const to = destination(command, turn, settings);
      const { reason } = command;
      const changed: DayEvent[] =
        to.serviceId === turn.serviceId
          ? []
          : [
              {
                type: 'service-changed',
                data: { turnId: turn.id, serviceId: to.serviceId, held: heldNow(settings, to.serviceId) },
              },
            ];
      return [
        ...noLongerPlanned(state, turn, to),
        ...changed,
        { type: 'turn-moved', data: { turnId: turn.id, ...placed(turn, command, to, now), reason } },
      ];
    }
    case 'change-service': {
      const { counterId, serviceId, turnId } = command;
      const turn = inHand(state, heldCounter(state, settings, counterId, by), turnId);
      if (serviceId === turn.serviceId) throw new DomainError('malformed', { field: 'serviceId' });
      const changed: DayEvent[] = [
        ...noLongerPlanned(state, turn, command),
        {
          type: 'service-changed',
          data: { turnId: turn.id, serviceId, held: heldNow(settings, serviceId) },
        },
      ];
      if (servesAt(settings, counterId, serviceId)) return changed;
      // Not served here: it waits where it would stand had the right service been chosen at once.
      const { id, orderAt } = turn;
      return [
        ...changed,
        { type: 'turn-moved', data: { turnId: id, orderAt, first: false, forCounter: null, reason: null } },
      ];
    }
    default:
      return command satisfies never;
  }
}

const MOVES_FROM: ReadonlySet<string> = new Set(['waiting', 'missed', 'parked']);

interface Where {
  serviceId: string;
  toCounterId: string | null;
}

const wayBackTo = (counterId: string, { serviceId, held, backTo }: Turn): WayBack => ({
  counterId,
  serviceId,
  held,
  ...(backTo && { outer: backTo }),
});

/** Whoever goes on to what they had chosen for later as well is served there now, and not once more. */
const noLongerPlanned = (state: DayState, turn: Turn, { serviceId }: { serviceId: string }): DayEvent[] =>
  plannedOf(state, ticketOf(state, turn.ticketId))
    .filter((planned) => planned.serviceId === serviceId)
    .map(({ id: turnId }) => ({ type: 'plan-dropped', data: { turnId } }));

/** A counter without a service is meant for what it serves: the customer's own, else what it serves first. */
function destination({ serviceId, toCounterId }: Destination, turn: Turn, settings: Settings): Where {
  if (toCounterId === undefined) {
    heldNow(settings, serviceId ?? turn.serviceId);
    return { serviceId: serviceId ?? turn.serviceId, toCounterId: null };
  }
  const counter = knownCounter(settings, toCounterId);
  const its = counter.services.find((each) => !settings.serviceById.get(each.serviceId)?.archived)?.serviceId;
  const own = servesAt(settings, toCounterId, turn.serviceId) ? turn.serviceId : its;
  const meant = serviceId ?? own ?? turn.serviceId;
  heldNow(settings, meant);
  return { serviceId: meant, toCounterId };
}

function placed(turn: Turn, { place }: Destination, { toCounterId }: Where, now: number) {
  const orderAt = place === 'end' ? now : turn.orderAt;
  return { orderAt, first: place === 'next', forCounter: toCounterId };
}

function sentOn(
  turn: Turn,
  to: Destination,
  where: Where,
  backTo: WayBack | null,
  settings: Settings,
  now: number,
): DayEvent[] {
  const { ticketId, priority, firstClerkId } = turn;
  const { serviceId } = where;
  return [
    { type: 'turn-transferred', data: { turnId: turn.id } },
    {
      type: 'turn-queued',
      data: {
        ticketId,
        turnId: to.newTurnId,
        serviceId,
        priority,
        held: heldNow(settings, serviceId),
        ...placed(turn, to, where, now),
        backTo,
        firstClerkId,
      },
    },
  ];
}
