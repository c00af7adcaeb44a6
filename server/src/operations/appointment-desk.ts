import { randomUUID } from 'node:crypto';
import { withCheckDigit } from '@jiaohao/shared/contract/appointment-code.ts';
import type { AppointmentDetails, AppointmentView } from '@jiaohao/shared/contract/appointments.ts';
import { maskPhone } from '@jiaohao/shared/contract/phone-number.ts';
import { opensAt } from '../domain/appointments/arrival.ts';
import type { Appointment } from '../domain/appointments/book.ts';
import { appointmentRules } from '../domain/appointments/rules.ts';
import { dateOfSlot } from '../domain/appointments/slots.ts';
import { appointmentView, type Contact } from '../domain/appointments/views.ts';
import { DomainError } from '../domain/errors.ts';
import { addDays } from '../domain/service-day.ts';
import type { Operations } from '../operations.ts';
import type { Store, Write } from '../store/port.ts';
import type { Secrets } from './secrets.ts';

/** An appointment and the day that it stands in. */
export interface Found {
  date: string;
  appointment: Appointment;
}

interface Deps {
  store: Store;
  operations: Operations;
  secrets: Secrets;
}

const CONTACT = 'appointment-contact';
const NOBODY: Contact = { phone: null, name: null };
/** As many codes as are tried before two appointments share one: with ten thousand open, one in 10^30. */
const ATTEMPTS = 10;

/**
 * What appointments need beside the journal: codes, which are derived from the hub's key and kept as keyed
 * hashes, and who they are for, which is erasable. A stolen database opens none and finds no number.
 */
export function createAppointmentDesk({ store, operations, secrets }: Deps) {
  const hashOfCode = (code: string) => secrets.keyedHash(`appointment-code\n${code}`);
  const hashOfPhone = (digits: string) => secrets.keyedHash(`appointment-phone\n${digits}`);
  const codeAt = (id: string, attempt: number) => withCheckDigit(secrets.appointmentDigits(id, attempt));

  function codeOf({ id, codeHash }: Appointment): string | null {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const code = codeAt(id, attempt);
      if (hashOfCode(code) === codeHash) return code;
    }
    return null;
  }

  function keepUntil(slotAt: number): string {
    const settings = operations.settings();
    return addDays(dateOfSlot(settings, slotAt), appointmentRules(settings).keepContactDays);
  }

  const found = async (date: string, id: string): Promise<Found | null> => {
    const appointment = (await operations.appointments(date)).appointments.get(id);
    return appointment ? { date, appointment } : null;
  };

  async function contactsOf(appointments: readonly Appointment[]): Promise<Map<string, Contact>> {
    const kept = await store.personalOf(appointments.map(({ contactId }) => contactId));
    return new Map([...kept].map(([id, text]) => [id, JSON.parse(text) as Contact]));
  }

  const numberOf = async ({ checkedIn }: Appointment): Promise<string | null> =>
    checkedIn && ((await operations.findTicket(checkedIn.ticketId))?.ticket.number ?? null);

  return {
    /** The hash of a code that no appointment to come has. */
    async newCodeHash(appointmentId: string): Promise<string> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const hash = hashOfCode(codeAt(appointmentId, attempt));
        const today = dateOfSlot(operations.settings(), operations.now());
        const others = await store.appointmentsByCode(hash);
        if (others.every(({ serviceDay }) => serviceDay < today)) return hash;
      }
      throw new Error('no appointment code is free');
    },
    /** Keeps who it is for, to be committed with the booking. */
    contact(id: string, phone: string, name: string | undefined, slotAt: number): Write {
      const contact: Contact = { phone, name: name?.trim() || null };
      return {
        kind: 'keep-personal',
        id,
        of: CONTACT,
        text: JSON.stringify(contact),
        at: operations.now(),
        lookup: hashOfPhone(phone),
        keepUntil: keepUntil(slotAt),
      };
    },
    /** It was moved to this slot: so long it is needed now. */
    contactMoves: (id: string, slotAt: number): Write => ({
      kind: 'keep-personal-until',
      id,
      keepUntil: keepUntil(slotAt),
    }),
    newId: randomUUID,
    /** @throws DomainError `unknown-appointment` */
    async byId(id: string): Promise<Found> {
      const place = await store.appointmentById(id);
      const it = place && (await found(place.serviceDay, id));
      if (!it) throw new DomainError('unknown-appointment');
      return it;
    },
    /** By its whole code: of today, else the next one, else the latest that has been. */
    async byCode(code: string): Promise<Found | null> {
      const today = dateOfSlot(operations.settings(), operations.now());
      const places = await store.appointmentsByCode(hashOfCode(code));
      const coming = places.filter(({ serviceDay }) => serviceDay >= today);
      const place = coming[coming.length - 1] ?? places[0];
      return place ? found(place.serviceDay, place.appointmentId) : null;
    },
    /** Today's of a whole phone number, in the order of their slots; never one that was cancelled. */
    async byPhone(digits: string): Promise<Found[]> {
      const contacts = new Set(await store.personalByLookup(hashOfPhone(digits)));
      const date = dateOfSlot(operations.settings(), operations.now());
      const book = await operations.appointments(date);
      return [...book.appointments.values()]
        .filter(
          ({ contactId, state }) => contacts.has(contactId) && state !== 'cancelled' && state !== 'moved',
        )
        .sort((a, b) => a.slotAt - b.slotAt)
        .map((appointment) => ({ date, appointment }));
    },
    /** For a paper of it, as long as it is still to come, at the time that the paper says. Null: it is not. */
    async codeOnPaper({ appointmentId, slotAt }: { appointmentId: string; slotAt: number }) {
      const place = await store.appointmentById(appointmentId);
      const appointment = place && (await found(place.serviceDay, appointmentId))?.appointment;
      const stands = appointment?.state === 'booked' && appointment.slotAt === slotAt;
      return stands ? codeOf(appointment) : null;
    },
    contactsOf,
    numberOf,
    async views(date: string, appointments: readonly Appointment[]): Promise<AppointmentView[]> {
      const contacts = await contactsOf(appointments);
      return Promise.all(
        appointments.map(async (each) => {
          const contact = contacts.get(each.contactId) ?? NOBODY;
          return appointmentView(date, each, masked(contact), await numberOf(each));
        }),
      );
    },
    async details({ date, appointment }: Found): Promise<AppointmentDetails> {
      const contact = (await contactsOf([appointment])).get(appointment.contactId) ?? NOBODY;
      const view = appointmentView(date, appointment, masked(contact), await numberOf(appointment));
      const from = opensAt(operations.settings(), appointment);
      return { ...view, code: codeOf(appointment), fullPhone: contact.phone, opensAt: from };
    },
  };
}

export type AppointmentDesk = ReturnType<typeof createAppointmentDesk>;

const masked = ({ phone, name }: Contact): Contact => ({ phone: phone && maskPhone(phone), name });
