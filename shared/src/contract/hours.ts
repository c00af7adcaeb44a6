import { type Static, Type } from 'typebox';
import { At, Localized, Nullable } from './text.ts';

/** When a hall or a service is open, by the wall clock of the hall. */

export const TimeOfDay = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: 'HH:MM, hall-local',
});

export const OpenInterval = Type.Object(
  {
    from: TimeOfDay,
    /** Not included; `24:00` is midnight, from where the next day's first interval may go on. */
    to: Type.String({
      pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
      description: 'HH:MM, hall-local',
    }),
  },
  { additionalProperties: false },
);
export type OpenInterval = Static<typeof OpenInterval>;

const Intervals = Type.Array(OpenInterval, { maxItems: 12 });

/** A weekday that is left out, or has no interval, is closed. */
export const WeekHours = Type.Object(
  {
    monday: Type.Optional(Intervals),
    tuesday: Type.Optional(Intervals),
    wednesday: Type.Optional(Intervals),
    thursday: Type.Optional(Intervals),
    friday: Type.Optional(Intervals),
    saturday: Type.Optional(Intervals),
    sunday: Type.Optional(Intervals),
  },
  { additionalProperties: false },
);
export type WeekHours = Static<typeof WeekHours>;
export type Weekday = keyof WeekHours;

const CalendarDate = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  description: 'YYYY-MM-DD, hall-local',
});

/**
 * A day, or several in a row, unlike the week's pattern: closed (a holiday), or open as on another
 * weekday (`like`: a working Saturday, 调休), or open at other hours (`intervals`).
 */
export const SpecialDay = Type.Object(
  {
    date: CalendarDate,
    /** The last of several days. */
    until: Type.Optional(CalendarDate),
    /** What people read: 国庆节. */
    name: Type.Optional(Localized),
    like: Type.Optional(
      Type.Union([
        Type.Literal('monday'),
        Type.Literal('tuesday'),
        Type.Literal('wednesday'),
        Type.Literal('thursday'),
        Type.Literal('friday'),
        Type.Literal('saturday'),
        Type.Literal('sunday'),
      ]),
    ),
    intervals: Type.Optional(Intervals),
  },
  { additionalProperties: false },
);
export type SpecialDay = Static<typeof SpecialDay>;

export const OpeningHours = Type.Object(
  { week: WeekHours, special: Type.Optional(Type.Array(SpecialDay, { maxItems: 500 })) },
  { additionalProperties: false },
);
export type OpeningHours = Static<typeof OpeningHours>;

/** Why a service gives no numbers at a moment. */
export const ClosedReason = Type.Union([
  Type.Literal('before-opening'),
  /** It was open today and opens again today: lunch. */
  Type.Literal('break'),
  Type.Literal('after-closing'),
  Type.Literal('closed-today'),
  /** Still open, but too late for another number before it closes. */
  Type.Literal('last-number'),
  /** The numbers of this half day are given. */
  Type.Literal('quota-used'),
  /** The service's range of numbers is at its end. */
  Type.Literal('exhausted'),
  /** Issuing is held for the whole hall. */
  Type.Literal('held'),
]);
export type ClosedReason = Static<typeof ClosedReason>;

export const ServiceClosed = Type.Object({
  reason: ClosedReason,
  /** When a number can be had again; null where that is not known. */
  opensAt: Nullable(At),
  /** Why today is special, if it is: 国庆节. */
  occasion: Type.Optional(Localized),
});
export type ServiceClosed = Static<typeof ServiceClosed>;

/** Whether the hall is open, for screens. In one of the three at any moment. */
export const HallOpen = Type.Object({
  /** 'break': it was open today and opens again today. */
  state: Type.Union([Type.Literal('open'), Type.Literal('break'), Type.Literal('closed')]),
  /** When it opens next; null while it is open, or where no end of the closure is known. */
  opensAt: Nullable(At),
  /** When it closes next, the break included; null while it is not open, or where it never closes. */
  closesAt: Nullable(At),
  /** Why this day is special, if it is: 国庆节. */
  occasion: Type.Optional(Localized),
});
export type HallOpen = Static<typeof HallOpen>;
