import { APPOINTMENT_CLASS } from './appointments/rules.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent, Origin } from './event.ts';
import { heldNow } from './held.ts';
import { mayIssue } from './may-issue.ts';
import { formatNumber, nextCount } from './numbering.ts';
import { enteredAsServed, mayEnter } from './paper-numbers.ts';
import { mayGive } from './priority.ts';
import type { Settings } from './settings.ts';
import { currentTurn, type DayState } from './state.ts';
import { guidesTold } from './telling.ts';
import { wrongState } from './wrong-state.ts';

/**
 * Issue, reprint, cancel, tell.
 * @throws DomainError `wrong-time`, `unknown-counter`, `unknown-service`, `unknown-priority`, `service-closed`, `quota-used`, `too-soon`, `holder-needed`, `holder-limit`, `not-allowed`, `numbers-exhausted`, `day-closed`, `unknown-ticket`, `wrong-state`
 */
export function decideTicket(
  state: DayState,
  command: Extract<Command, { type: 'issue' | 'reprint' | 'cancel' | 'tell' }>,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  if (command.type === 'issue') {
    const { ticketId, told = [] } = command;
    return [
      issue(state, command, by, settings, now),
      ...enteredAsServed(state, command, settings),
      ...guidesTold(ticketId, [], told, settings),
    ];
  }

  const ticket = state.tickets.get(command.ticketId);
  if (!ticket) throw new DomainError('unknown-ticket');
  if (command.type === 'tell') return guidesTold(ticket.id, ticket.told, command.told, settings);
  const turn = currentTurn(state, ticket);
  if (command.type === 'reprint') {
    if (turn.phase.state === 'ended') throw wrongState(turn);
    return [{ type: 'ticket-reprinted', data: { ticketId: ticket.id, copy: ticket.copies + 1 } }];
  }
  // Who has been called is expected at a counter: the clerk ends that, not the phone.
  if (!GIVES_UP_FROM.has(turn.phase.state)) {
    throw wrongState(turn);
  }
  return [{ type: 'turn-cancelled', data: { turnId: turn.id } }];
}

const GIVES_UP_FROM: ReadonlySet<string> = new Set(['waiting', 'missed', 'parked']);

/** A number is given: for the service it begins with, and those that are to follow. */
export function issue(
  state: DayState,
  command: Omit<Extract<Command, { type: 'issue' }>, 'type' | 'origin'> & { origin: Origin },
  by: Actor,
  settings: Settings,
  now: number,
): Extract<DayEvent, { type: 'ticket-issued' }> {
  const service = settings.serviceById.get(command.serviceId);
  if (!service || service.archived)
    throw new DomainError('unknown-service', { serviceId: command.serviceId });
  const { appointment } = command;
  // Nobody has an appointment by saying so.
  if (command.priority === APPOINTMENT_CLASS && command.origin === 'kiosk')
    throw new DomainError('unknown-priority', { priority: command.priority });
  mayGive(settings, by, command.priority);
  // Who already stands at a counter is served, whatever the hour; a slot was promised when it was booked.
  const promised = appointment !== undefined && appointment.arrival !== 'too-late';
  if (command.paper) mayEnter(state, command.paper, by, settings, now);
  const isLet = command.origin === 'walk-in' || promised || command.paper !== undefined;
  const leave = isLet ? {} : mayIssue(state, command, by, settings, now);
  const { further = [] } = command;
  const planned = further.map((each) => ({ ...each, held: heldNow(settings, each.serviceId) }));
  if (new Set([service.id, ...further.map(({ serviceId }) => serviceId)]).size <= further.length)
    throw new DomainError('service-twice');
  // Services may share a letter with ranges apart; a range that was edited during the day could still
  // meet a number that is out, so those are passed over.
  let count = nextCount(service, state.lastCount.get(service.id));
  while (state.ticketByNumber.has(formatNumber(service.letter, count))) count = nextCount(service, count);
  return {
    type: 'ticket-issued',
    data: {
      ticketId: command.ticketId,
      number: formatNumber(service.letter, count),
      count,
      tokenHash: command.tokenHash,
      language: command.language,
      origin: command.origin,
      deviceId: by.kind === 'device' ? by.id : null,
      turnId: command.turnId,
      serviceId: service.id,
      priority: command.priority,
      ...(appointment && { appointment }),
      ...leave,
      ...(command.paper && { paper: { takenAt: command.paper.takenAt, markId: command.paper.markId } }),
      held: heldNow(settings, service.id),
      ...(further.length > 0 && { planned }),
    },
  };
}
