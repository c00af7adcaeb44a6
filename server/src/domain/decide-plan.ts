import { called } from './calling.ts';
import type { Command } from './command.ts';
import { issue } from './decide-ticket.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { inHand } from './find-turn.ts';
import { heldNow } from './held.ts';
import { heldCounter } from './holding.ts';
import { servesAt } from './serving.ts';
import type { Settings } from './settings.ts';
import { type DayState, plannedOf, ticketOf } from './state.ts';

/** Services of one ticket: as many as a person keeps in mind. */
const MOST_SERVICES = 10;

/**
 * Serving somebody who took no number; what else the customer at the counter came for.
 * @throws DomainError those of `heldCounter` and of issuing, `ticket-in-hand`, `counter-paused`, `no-ticket-in-hand`,
 *   `stale-turn`, `service-twice`, `not-served-here`, `day-closed`
 */
export function decidePlan(
  state: DayState,
  command: Extract<Command, { type: 'walk-in' | 'plan-service' | 'drop-service' }>,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  const { counterId } = command;
  const held = heldCounter(state, settings, counterId, by);
  if (command.type === 'walk-in') {
    if (held.turnId !== null) throw new DomainError('ticket-in-hand');
    const { callId, turnId } = command;
    const issued = issue(state, { ...command, origin: 'walk-in' }, by, settings, now);
    if (!servesAt(settings, counterId, command.serviceId)) throw new DomainError('not-served-here');
    const call = { callId, counterId, held, settings, why: 'chosen', here: true } as const;
    return [issued, ...called(turnId, call)];
  }
  const ticket = ticketOf(state, inHand(state, held, command.turnId).ticketId);
  const planned = plannedOf(state, ticket);
  if (command.type === 'drop-service') {
    const { plannedTurnId: turnId } = command;
    if (!planned.some(({ id }) => id === turnId)) throw new DomainError('stale-turn');
    return [{ type: 'plan-dropped', data: { turnId } }];
  }
  const { newTurnId: turnId, serviceId } = command;
  if (planned.some((turn) => turn.serviceId === serviceId) || ticket.turnIds.length >= MOST_SERVICES)
    throw new DomainError('service-twice');
  const plan = { ticketId: ticket.id, turnId, serviceId, held: heldNow(settings, serviceId) };
  return [{ type: 'turn-planned', data: plan }];
}
