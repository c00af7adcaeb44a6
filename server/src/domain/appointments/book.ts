import type { AppointmentState, Arrival } from '@jiaohao/shared/contract/appointments.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';

/** One appointment as the journal knows it: who it is for stands elsewhere, erasable. */
export interface Appointment {
  id: string;
  serviceId: string;
  serviceName: Localized;
  slotAt: number;
  slotUntil: number;
  state: AppointmentState;
  /** Keyed hash of its code: the journal alone tells nobody's code. */
  codeHash: string;
  /** Where phone number and name stand in the erasable table. */
  contactId: string;
  bookedAt: number;
  /** The other system that booked it; null: staff did. */
  clientId: string | null;
  checkedIn: { at: number; ticketId: string; arrival: Arrival } | null;
}

/** The appointments of one service day. A value: folding makes another. */
export interface AppointmentBook {
  date: string;
  /** Sequence of the last event folded. */
  seq: number;
  appointments: ReadonlyMap<string, Appointment>;
}

export const emptyBook = (date: string): AppointmentBook => ({ date, seq: 0, appointments: new Map() });

/** How many places of a slot are taken: those who came hold theirs, those who cancelled do not. */
export function takenIn(book: AppointmentBook, serviceId: string, slotAt: number): number {
  let count = 0;
  for (const each of book.appointments.values()) {
    const holds = each.state === 'booked' || each.state === 'checked-in' || each.state === 'missed';
    if (holds && each.serviceId === serviceId && each.slotAt === slotAt) count += 1;
  }
  return count;
}
