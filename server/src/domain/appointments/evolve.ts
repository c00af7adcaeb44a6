import type { Appointment, AppointmentBook } from './book.ts';
import type { AppointmentEvent } from './event.ts';

/** What of an envelope the fold may see. */
export interface FoldedAppointment {
  seq: number;
  occurredAt: number;
  event: AppointmentEvent;
}

/** The book after one more event. Reads no clock and no settings. */
export function evolveBook(
  book: AppointmentBook,
  { seq, occurredAt: at, event }: FoldedAppointment,
): AppointmentBook {
  const appointments = new Map(book.appointments);
  const change = (id: string, changes: Partial<Appointment>) => {
    const before = appointments.get(id);
    if (!before) throw new Error(`unknown appointment ${id}`);
    appointments.set(id, { ...before, ...changes });
  };
  switch (event.type) {
    case 'appointment-booked': {
      const { appointmentId: id, movedFrom: _, ...data } = event.data;
      const { clientId = null, ...slotted } = data;
      appointments.set(id, { id, ...slotted, clientId, state: 'booked', bookedAt: at, checkedIn: null });
      break;
    }
    case 'appointment-changed': {
      const { appointmentId, ...slot } = event.data;
      change(appointmentId, slot);
      break;
    }
    case 'appointment-cancelled':
      change(event.data.appointmentId, { state: event.data.movedTo === null ? 'cancelled' : 'moved' });
      break;
    case 'appointment-checked-in': {
      const { appointmentId, ticketId, arrival } = event.data;
      change(appointmentId, { state: 'checked-in', checkedIn: { at, ticketId, arrival } });
      break;
    }
    case 'appointment-missed':
      change(event.data.appointmentId, { state: 'missed' });
      break;
    default:
      event satisfies never;
  }
  return { date: book.date, seq, appointments };
}
