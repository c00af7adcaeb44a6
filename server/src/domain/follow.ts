import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { DayEvent } from './event.ts';
import { checkedDetails, type DetailsGiven } from './outcome-details.ts';
import type { Settings } from './settings.ts';
import { type DayState, plannedOf, ticketOf } from './state.ts';
import type { Turn } from './turn.ts';

/** The turn that goes on where another was interrupted: it exists once, so its id follows from that one's. */
const wayBackOf = (turn: Turn): string => `${turn.id}:back`;

export interface Finish {
  outcome: Outcome;
  asked: boolean;
  details?: DetailsGiven;
}

/**
 * Service of one turn ends, and what its ticket still has before it begins to wait, in the same append: back
 * to the counter that sent the customer here, else the next service that was planned. One number for several
 * services stands where a number of its own would stand: it was taken when the service was planned.
 */
export function finished(
  state: DayState,
  turn: Turn,
  { outcome, asked, details: given }: Finish,
  settings: Settings,
): DayEvent[] {
  const details = checkedDetails(outcome, given, turn.serviceId, settings);
  const end: DayEvent = {
    type: 'turn-finished',
    data: { turnId: turn.id, outcome, asked, ...(details && { details }) },
  };
  // A closed day queues nobody.
  return state.ended ? [end] : [end, ...afterwards(state, turn)];
}

/** What a ticket still has before it once this turn of it has ended; services that are `left` out are none. */
export function afterwards(
  state: DayState,
  turn: Turn,
  left: (serviceId: string) => boolean = () => false,
): DayEvent[] {
  const { ticketId, priority, firstClerkId } = turn;
  const kept = { ticketId, priority, firstClerkId: firstClerkId ?? turn.clerkId, backTo: null };
  let way = turn.backTo;
  while (way && left(way.serviceId)) way = way.outer ?? null;
  if (way) {
    const { counterId: forCounter, serviceId, held, outer = null } = way;
    const back = {
      ...kept,
      backTo: outer,
      turnId: wayBackOf(turn),
      serviceId,
      held,
      orderAt: turn.orderAt,
      first: true,
      forCounter,
    };
    return [{ type: 'turn-queued', data: back }];
  }
  const next = plannedOf(state, ticketOf(state, ticketId)).find(({ serviceId }) => !left(serviceId));
  if (!next) return [];
  const { id: turnId, serviceId, held, queuedAt: orderAt } = next;
  const queued = { ...kept, turnId, serviceId, held, orderAt, first: false, forCounter: null };
  return [{ type: 'turn-queued', data: queued }];
}
