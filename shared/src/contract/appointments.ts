import { type Static, Type } from 'typebox';
import { TimeOfDay } from './hours.ts';
import { At, LanguageTag, Localized, Nullable, Slug } from './text.ts';
import { TicketView } from './ticket.ts';

/** Appointments (预约): what a hall says about them, what staff and kiosks send and get. */

const ServiceDate = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'YYYY-MM-DD' });

/** Of a service. Without it the service takes none. Slots lie within the opening hours. */
export const ServiceAppointments = Type.Object(
  {
    /** How many may come in each slot. */
    perSlot: Type.Integer({ minimum: 1, maximum: 200 }),
    /** The parts of the day that take appointments; absent: all of the opening hours. */
    between: Type.Optional(
      Type.Array(Type.Object({ from: TimeOfDay, to: TimeOfDay }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 12,
      }),
    ),
    /** Days that take appointments, 1 is Monday, 7 Sunday; absent: every day that is open. */
    weekdays: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    ),
  },
  { additionalProperties: false },
);
export type ServiceAppointments = Static<typeof ServiceAppointments>;

/** How the hall treats them; what is left out has a default (domain/appointments/rules.ts). */
export const AppointmentRules = Type.Object(
  {
    slotMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 240 })),
    /** How many days ahead can be booked. */
    daysAhead: Type.Optional(Type.Integer({ minimum: 0, maximum: 365 })),
    /** Checking in begins so long before the slot. */
    earlyMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
    /** So long after the end of the slot its time still holds. */
    lateMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
    /** Later than that: a place as of now, or the appointment is void. */
    afterLate: Type.Optional(Type.Union([Type.Literal('walk-up'), Type.Literal('void')])),
    /** Phone number and name are erased so many days after the appointment's day. */
    keepContactDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  },
  { additionalProperties: false },
);
export type AppointmentRules = Static<typeof AppointmentRules>;

export const AppointmentState = Type.Union([
  Type.Literal('booked'),
  Type.Literal('checked-in'),
  Type.Literal('cancelled'),
  Type.Literal('moved'),
  Type.Literal('missed'),
]);
export type AppointmentState = Static<typeof AppointmentState>;

/** When somebody came: `early` and `on-time` and `late` keep the time of the slot, `too-late` does not. */
export const Arrival = Type.Union([
  Type.Literal('early'),
  Type.Literal('on-time'),
  Type.Literal('late'),
  Type.Literal('too-late'),
]);
export type Arrival = Static<typeof Arrival>;

export const AppointmentView = Type.Object({
  id: Type.String(),
  date: ServiceDate,
  serviceId: Type.String(),
  serviceName: Localized,
  slotAt: At,
  slotUntil: At,
  state: AppointmentState,
  arrival: Nullable(Arrival),
  /** The number it got at check-in. */
  number: Nullable(Type.String()),
  checkedInAt: Nullable(At),
  bookedAt: At,
  /** `138****1234`; null once it was erased. */
  phone: Nullable(Type.String()),
  name: Nullable(Type.String()),
});
export type AppointmentView = Static<typeof AppointmentView>;

/** One appointment opened by staff: with what they may have to read out. */
export const AppointmentDetails = Type.Object({
  ...AppointmentView.properties,
  code: Nullable(Type.String({ description: 'eight digits' })),
  fullPhone: Nullable(Type.String()),
  /** From when it may be checked in. */
  opensAt: At,
});
export type AppointmentDetails = Static<typeof AppointmentDetails>;

export const AppointmentAnswer = Type.Object({ appointment: AppointmentDetails });

export const AppointmentCounts = Type.Object({
  booked: Type.Integer({ description: 'still expected' }),
  /** Of those expected: the slot is over. */
  overdue: Type.Integer(),
  checkedIn: Type.Integer(),
  missed: Type.Integer(),
  cancelled: Type.Integer(),
});
export type AppointmentCounts = Static<typeof AppointmentCounts>;

/** The appointments of a day, by slot, and how many stand how. */
export const AppointmentList = Type.Object({
  now: At,
  date: ServiceDate,
  timeZone: Type.String(),
  counts: AppointmentCounts,
  appointments: Type.Array(AppointmentView),
});
export type AppointmentList = Static<typeof AppointmentList>;

export const SlotView = Type.Object({
  at: At,
  until: At,
  capacity: Type.Integer(),
  free: Type.Integer(),
});
export type SlotView = Static<typeof SlotView>;

export const SlotDays = Type.Object({
  timeZone: Type.String(),
  /** Those that the hall speaks, its own first. */
  languages: Type.Array(Type.String()),
  services: Type.Array(Type.Object({ id: Type.String(), name: Localized, letter: Type.String() })),
  /** Days from today on; those without slots are there too, and say so by an empty list. */
  days: Type.Array(Type.Object({ date: ServiceDate, slots: Type.Array(SlotView) })),
});
export type SlotDays = Static<typeof SlotDays>;

/** A moment that a calendar knows. */
const SlotAt = Type.Integer({ minimum: 0, maximum: 32_503_680_000_000, description: 'UTC milliseconds' });
const Phone = Type.String({ minLength: 5, maxLength: 24 });

export const BookBody = Type.Object(
  {
    serviceId: Slug,
    slotAt: SlotAt,
    phone: Phone,
    name: Type.Optional(Type.String({ maxLength: 60 })),
    language: Type.Optional(LanguageTag),
  },
  { additionalProperties: false },
);
export type BookBody = Static<typeof BookBody>;

export const ChangeBody = Type.Object(
  { slotAt: SlotAt, serviceId: Type.Optional(Slug) },
  { additionalProperties: false },
);
export type ChangeBody = Static<typeof ChangeBody>;

/** By code, or by the whole phone number. */
export const FindBody = Type.Union([
  Type.Object({ code: Type.String({ maxLength: 24 }) }, { additionalProperties: false }),
  Type.Object({ phone: Phone }, { additionalProperties: false }),
]);
export type FindBody = Static<typeof FindBody>;

/** What a kiosk tells the one who typed the code or number, and nobody else. */
export const FoundAppointment = Type.Object({
  id: Type.String(),
  serviceName: Localized,
  slotAt: At,
  slotUntil: At,
  /** `too-early` waits for `opensAt`; `void` came too late; `checked-in` has `number` already. */
  standing: Type.Union([
    Arrival,
    Type.Literal('too-early'),
    Type.Literal('void'),
    Type.Literal('checked-in'),
    Type.Literal('cancelled'),
  ]),
  opensAt: At,
  number: Nullable(Type.String()),
  phone: Nullable(Type.String()),
});
export type FoundAppointment = Static<typeof FoundAppointment>;

export const FoundAnswer = Type.Object({ appointments: Type.Array(FoundAppointment) });
export type FoundAnswer = Static<typeof FoundAnswer>;

/** The same words as before, and which of the found ones. */
export const CheckInBody = Type.Object(
  {
    appointmentId: Type.String({ minLength: 1, maxLength: 80 }),
    code: Type.Optional(Type.String({ maxLength: 24 })),
    phone: Type.Optional(Phone),
    language: Type.Optional(LanguageTag),
  },
  { additionalProperties: false },
);
export type CheckInBody = Static<typeof CheckInBody>;

export const CheckInAnswer = Type.Object({
  ticket: TicketView,
  arrival: Arrival,
  /** Whether the number was given before: it is the same one. */
  again: Type.Boolean(),
});
export type CheckInAnswer = Static<typeof CheckInAnswer>;
