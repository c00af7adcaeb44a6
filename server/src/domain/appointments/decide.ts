import type { Command } from '../command.ts';
import { DomainError } from '../errors.ts';
import { addDays } from '../service-day.ts';
import type { Settings } from '../settings.ts';
import { opensAt, standingAt } from './arrival.ts';
import { type Appointment, type AppointmentBook, takenIn } from './book.ts';
import type { AppointmentCommand } from './command.ts';
import type { AppointmentEvent } from './event.ts';
import { appointmentRules } from './rules.ts';
import { dateOfSlot, type Slot, slotAt as slotOf } from './slots.ts';

/**
 * What a command makes happen to the appointments of a day: events, or none where it changes nothing (a
 * check-in that was made before). Pure: `now` is the hub's time in ms.
 * @throws DomainError `unknown-appointment`, `unknown-service`, `no-appointments`, `slot-closed`,
 *   `slot-full`, `appointment-early`, `appointment-over`, `wrong-state`
 */
export function decideAppointment(
  book: AppointmentBook,
  command: AppointmentCommand,
  settings: Settings,
  now: number,
): AppointmentEvent[] {
  switch (command.type) {
    case 'book': {
      const { appointmentId, codeHash, contactId, clientId, movedFrom, serviceId, slotAt } = command;
      const slotted = freeSlot(book, settings, { serviceId, slotAt, now });
      return [
        {
          type: 'appointment-booked',
          data: { appointmentId, codeHash, contactId, ...(clientId && { clientId }), movedFrom, ...slotted },
        },
      ];
    }
    case 'change': {
      const { appointmentId, serviceId, slotAt } = command;
      const before = expected(book, appointmentId);
      if (before.serviceId === serviceId && before.slotAt === slotAt) return [];
      const slotted = freeSlot(book, settings, { serviceId, slotAt, now });
      return [{ type: 'appointment-changed', data: { appointmentId, ...slotted } }];
    }
    case 'cancel': {
      const { appointmentId, movedTo } = command;
      expected(book, appointmentId);
      return [{ type: 'appointment-cancelled', data: { appointmentId, movedTo } }];
    }
    case 'check-in':
      return checkIn(book, command, settings, now);
    case 'close-book':
      return [...book.appointments.values()]
        .filter(({ state }) => state === 'booked')
        .map(({ id }) => ({ type: 'appointment-missed', data: { appointmentId: id } }));
    default:
      return command satisfies never;
  }
}

function checkIn(
  book: AppointmentBook,
  { appointmentId, ticket: { ticketId } }: Extract<AppointmentCommand, { type: 'check-in' }>,
  settings: Settings,
  now: number,
): AppointmentEvent[] {
  const appointment = known(book, appointmentId);
  // The same code again: the number that it gave stands.
  if (appointment.state === 'checked-in') return [];
  if (appointment.state !== 'booked') throw new DomainError('appointment-over', { state: appointment.state });
  const standing = standingAt(settings, appointment, now);
  if (standing.kind === 'too-early')
    throw new DomainError('appointment-early', { opensAt: opensAt(settings, appointment) });
  if (standing.kind === 'void') throw new DomainError('appointment-over', { state: 'void' });
  const { arrival } = standing;
  return [{ type: 'appointment-checked-in', data: { appointmentId, ticketId, arrival } }];
}

/**
 * The number that a check-in takes in the service day, in the same append; null where it was made before.
 * @throws DomainError as `decideAppointment`
 */
export function issueFor(
  book: AppointmentBook,
  command: Extract<AppointmentCommand, { type: 'check-in' }>,
  settings: Settings,
  now: number,
): Extract<Command, { type: 'issue' }> | null {
  if (decideAppointment(book, command, settings, now).length === 0) return null;
  const appointment = known(book, command.appointmentId);
  const standing = standingAt(settings, appointment, now);
  if (standing.kind !== 'welcome') return null;
  const { arrival, orderAt, queuedAt, priority } = standing;
  return {
    type: 'issue',
    ...command.ticket,
    serviceId: appointment.serviceId,
    priority,
    origin: 'appointment',
    appointment: { id: appointment.id, arrival, orderAt, queuedAt },
  };
}

/** A slot that can be had: of this day, not over, not too far ahead, with a place left. */
function freeSlot(
  book: AppointmentBook,
  settings: Settings,
  { serviceId, slotAt, now }: { serviceId: string; slotAt: number; now: number },
) {
  const service = settings.serviceById.get(serviceId);
  if (!service || service.archived) throw new DomainError('unknown-service', { serviceId });
  if (!service.appointments) throw new DomainError('no-appointments', { serviceId });
  const slot = slotOf(settings, serviceId, slotAt);
  const ofThisDay = dateOfSlot(settings, slotAt) === book.date;
  if (!slot || !ofThisDay || !isBookable(settings, slot, now)) throw new DomainError('slot-closed');
  if (takenIn(book, serviceId, slotAt) >= slot.capacity) throw new DomainError('slot-full');
  return { serviceId, serviceName: service.name, slotAt, slotUntil: slot.until };
}

/** Whether a slot is neither over nor further ahead than the hall books. */
export function isBookable(settings: Settings, slot: Slot, now: number): boolean {
  const { daysAhead } = appointmentRules(settings);
  const last = addDays(dateOfSlot(settings, now), daysAhead);
  return slot.until > now && dateOfSlot(settings, slot.at) <= last;
}

function known(book: AppointmentBook, appointmentId: string): Appointment {
  const appointment = book.appointments.get(appointmentId);
  if (!appointment) throw new DomainError('unknown-appointment');
  return appointment;
}

/** One that is still to come. */
function expected(book: AppointmentBook, appointmentId: string): Appointment {
  const appointment = known(book, appointmentId);
  if (appointment.state !== 'booked') throw new DomainError('wrong-state', { state: appointment.state });
  return appointment;
}
