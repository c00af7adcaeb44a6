import { Temporal } from 'temporal-polyfill';
import type { Interval } from '../opening.ts';
import { addDays, instantOf, serviceDayAt, serviceDayOf } from '../service-day.ts';
import type { Settings } from '../settings.ts';
import { appointmentRules } from './rules.ts';

/** A stretch of time in which so many may come by appointment. Times in UTC ms; `until` is not in it. */
export interface Slot {
  at: number;
  until: number;
  capacity: number;
}

/**
 * The slots of a service in a service day, in order; none where it takes no appointments. They begin at
 * whole steps from midnight by the hall's clock, and lie wholly within the opening hours and within the
 * parts of the day that the service has for appointments.
 */
export function slotsOn(settings: Settings, serviceId: string, date: string): Slot[] {
  const service = settings.serviceById.get(serviceId);
  if (!service?.appointments || service.archived) return [];
  const { timeZone, dayStartsAt = '03:00' } = settings.hall;
  const { slotMs } = appointmentRules(settings);
  const { perSlot } = service.appointments;
  const { startsAt, endsAt } = serviceDayOf(date, timeZone, dayStartsAt);
  const windows = [date, addDays(date, 1)].flatMap((day) => windowsOn(settings, serviceId, day));
  const slots: Slot[] = [];
  for (let at = instantOf(date, '00:00', timeZone); at < endsAt; at += slotMs) {
    const until = at + slotMs;
    const fits = windows.some(({ from, to }) => from <= at && until <= to);
    if (at >= startsAt && fits) slots.push({ at, until, capacity: perSlot });
  }
  return slots;
}

/** The slot of a service that begins at this moment. */
export const slotAt = (settings: Settings, serviceId: string, at: number): Slot | undefined =>
  slotsOn(settings, serviceId, dateOfSlot(settings, at)).find((slot) => slot.at === at);

/** The service day that a slot belongs to. */
export function dateOfSlot({ hall }: Settings, at: number): string {
  return serviceDayAt(at, hall.timeZone, hall.dayStartsAt ?? '03:00').date;
}

/** When a service takes appointments on a calendar day. */
function windowsOn(settings: Settings, serviceId: string, date: string): Interval[] {
  const { between, weekdays } = settings.serviceById.get(serviceId)?.appointments ?? {};
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  if (weekdays !== undefined && !weekdays.includes(dayOfWeek)) return [];
  const open = settings.opening.on(serviceId, date);
  if (between === undefined) return [...open];
  const { timeZone } = settings.hall;
  return open.flatMap((a) =>
    between.map(({ from, to }) => ({
      from: Math.max(a.from, instantOf(date, from, timeZone)),
      to: Math.min(a.to, instantOf(date, to, timeZone)),
    })),
  );
}
