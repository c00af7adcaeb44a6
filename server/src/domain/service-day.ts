import { Temporal } from 'temporal-polyfill';

/** A hall's local date and when it begins and ends. */
export interface ServiceDay {
  /** YYYY-MM-DD */
  date: string;
  startsAt: number;
  endsAt: number;
}

const at = (date: Temporal.PlainDate, time: string, timeZone: string): number =>
  date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

/** The service day with this date. Days of a clock change are 23 or 25 hours long, and so are these. */
export function serviceDayOf(date: string, timeZone: string, dayStartsAt: string): ServiceDay {
  const plain = Temporal.PlainDate.from(date);
  return {
    date,
    startsAt: at(plain, dayStartsAt, timeZone),
    endsAt: at(plain.add({ days: 1 }), dayStartsAt, timeZone),
  };
}

/** The service day in which `now` (UTC ms) falls: the hall's local date, starting at `dayStartsAt` (HH:MM). */
export function serviceDayAt(now: number, timeZone: string, dayStartsAt: string): ServiceDay {
  const local = localDate(now, timeZone);
  const day = serviceDayOf(local, timeZone, dayStartsAt);
  // Moments are compared, not times of day: where the clock is put back, a time of day strikes twice.
  return now >= day.startsAt ? day : serviceDayOf(addDays(local, -1), timeZone, dayStartsAt);
}

/** When the hall's clock shows `time` (HH:MM) on this date, UTC ms. */
export const instantOf = (date: string, time: string, timeZone: string): number =>
  at(Temporal.PlainDate.from(date), time, timeZone);

/** When the hall's clock shows `time` (HH:MM) in the service day with this date, UTC ms: what lies before its start is after midnight. */
export const timeOfDay = (date: string, time: string, timeZone: string, dayStartsAt: string): number =>
  instantOf(time < dayStartsAt ? addDays(date, 1) : date, time, timeZone);

/** The calendar date that the hall's clock shows at `now`. */
export const localDate = (now: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The time of day that the hall's clock shows at `now`, `HH:MM`. */
export const localTime = (now: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** The date `days` after (or before) a date. */
export function addDays(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
