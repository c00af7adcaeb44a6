import type {
  AppointmentCounts,
  AppointmentView,
  FoundAppointment,
  SlotView,
} from '@jiaohao/shared/contract/appointments.ts';
import type { Settings } from '../settings.ts';
import { opensAt, standingAt } from './arrival.ts';
import { type Appointment, type AppointmentBook, takenIn } from './book.ts';
import { isBookable } from './decide.ts';
import { slotsOn } from './slots.ts';

/** Who an appointment is for, out of the erasable table. */
export interface Contact {
  phone: string | null;
  name: string | null;
}

/** Slots that can be booked now, with the places left. */
export function slotViews(
  settings: Settings,
  book: AppointmentBook,
  serviceId: string,
  now: number,
): SlotView[] {
  return slotsOn(settings, serviceId, book.date)
    .filter((slot) => isBookable(settings, slot, now))
    .map(({ at, until, capacity }) => ({
      at,
      until,
      capacity,
      free: Math.max(0, capacity - takenIn(book, serviceId, at)),
    }));
}

export function appointmentView(
  date: string,
  appointment: Appointment,
  contact: Contact,
  number: string | null,
): AppointmentView {
  const { id, serviceId, serviceName, slotAt, slotUntil, state, bookedAt, checkedIn } = appointment;
  return {
    id,
    date,
    serviceId,
    serviceName,
    slotAt,
    slotUntil,
    state,
    bookedAt,
    arrival: checkedIn?.arrival ?? null,
    checkedInAt: checkedIn?.at ?? null,
    number,
    ...contact,
  };
}

/** How many of a day's appointments stand how; those moved to another day are counted there. */
export function countsOf(book: AppointmentBook, now: number): AppointmentCounts {
  const counts = { booked: 0, overdue: 0, checkedIn: 0, missed: 0, cancelled: 0 };
  for (const { state, slotUntil } of book.appointments.values()) {
    if (state === 'booked') {
      counts.booked += 1;
      if (slotUntil <= now) counts.overdue += 1;
    }
    if (state === 'checked-in') counts.checkedIn += 1;
    if (state === 'missed') counts.missed += 1;
    if (state === 'cancelled') counts.cancelled += 1;
  }
  return counts;
}

/** What the kiosk says to somebody who has typed the right code or number. */
export function foundView(
  settings: Settings,
  appointment: Appointment,
  { now, number, phone }: { now: number; number: string | null; phone: string | null },
): FoundAppointment {
  const { id, serviceName, slotAt, slotUntil } = appointment;
  return {
    id,
    serviceName,
    slotAt,
    slotUntil,
    standing: standingWord(settings, appointment, now),
    opensAt: opensAt(settings, appointment),
    number,
    phone,
  };
}

function standingWord(
  settings: Settings,
  appointment: Appointment,
  now: number,
): FoundAppointment['standing'] {
  if (appointment.state === 'checked-in') return 'checked-in';
  if (appointment.state === 'cancelled' || appointment.state === 'moved') return 'cancelled';
  if (appointment.state === 'missed') return 'void';
  const standing = standingAt(settings, appointment, now);
  return standing.kind === 'welcome' ? standing.arrival : standing.kind;
}
