import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type {
  HallOpen,
  OpenInterval,
  OpeningHours,
  SpecialDay,
  Weekday,
} from '@jiaohao/shared/contract/hours.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { addDays, instantOf, type ServiceDay, serviceDayAt } from './service-day.ts';

/** A stretch of time, UTC ms; `to` is not in it and is Infinity where no end is in sight. */
export interface Interval {
  from: number;
  to: number;
}

/** Hours of one version of the settings. `serviceId` null: of the house, which is open while anything in it is. */
export interface Opening {
  /** Whether there are hours at all; without them it is always open. */
  isLimited(serviceId: string | null): boolean;
  /** The open intervals of a calendar day, in order, none touching another. The whole day where there are no hours. */
  on(serviceId: string | null, date: string): readonly Interval[];
  /**
   * Open stretches in order, joined across midnight, from the service day of `at` on; as far ahead as
   * anybody plans. Those of that day which are over are among them.
   */
  runs(serviceId: string | null, at: number): Iterable<Interval>;
  stateAt(serviceId: string | null, at: number): HallOpen;
  /** The service day in which `at` falls. */
  dayAt(at: number): ServiceDay;
}

/** A hall that opens no more in this time has not said when it does. */
const DAYS_AHEAD = 400;
/** What stays open for so long never closes. */
const NEVER_CLOSES_MS = 10 * 24 * 3600_000;
const WEEKDAYS: Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const ALL_DAY: OpenInterval[] = [{ from: '00:00', to: '24:00' }];

/**
 * The opening hours of a settings document. Pure but for a memory of what was worked out: the document
 * never changes, so a day's intervals never do. Wall clock times that a clock change skips are taken as
 * far after it; those that strike twice mean the first.
 */
export function createOpening({ hall, hours, services }: HallSettings): Opening {
  const { timeZone, dayStartsAt = '03:00' } = hall;
  const ownHours = new Map(services.map((service) => [service.id, service.hours]));
  const inUse = services.filter((service) => service.hours && !service.archived);
  const known = new Map<string, readonly Interval[]>();
  const ahead = new Map<string, { date: string; found: Interval[]; rest: Iterator<Interval, void> }>();
  let serviceDay: ServiceDay | null = null;

  function dayAt(at: number): ServiceDay {
    if (serviceDay === null || at < serviceDay.startsAt || at >= serviceDay.endsAt) {
      serviceDay = serviceDayAt(at, timeZone, dayStartsAt);
    }
    return serviceDay;
  }

  const isLimited = (serviceId: string | null): boolean =>
    hours !== undefined || (serviceId !== null && ownHours.get(serviceId) !== undefined);

  function on(serviceId: string | null, date: string): readonly Interval[] {
    const key = `${serviceId ?? ''} ${date}`;
    let found = known.get(key);
    if (!found) {
      const wall =
        serviceId === null
          ? [undefined, ...inUse.map((service) => service.hours)].flatMap((own) =>
              wallHours(hours, own, date),
            )
          : wallHours(hours, ownHours.get(serviceId), date);
      found = joined(
        wall.map(({ from, to }) => ({
          from: instantOf(date, from, timeZone),
          to: to === '24:00' ? instantOf(addDays(date, 1), '00:00', timeZone) : instantOf(date, to, timeZone),
        })),
      );
      known.set(key, found);
    }
    return found;
  }

  function* runs(serviceId: string | null, at: number): Iterable<Interval> {
    if (!isLimited(serviceId)) {
      yield { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
      return;
    }
    const day = dayAt(at);
    const key = serviceId ?? '';
    let plan = ahead.get(key);
    if (plan?.date !== day.date) {
      plan = { date: day.date, found: [], rest: lookAhead(serviceId, day) };
      ahead.set(key, plan);
    }
    // Asked for at every turn, so nothing is worked out twice in a day, and no further than anybody asks.
    for (let index = 0; ; index += 1) {
      if (index === plan.found.length) {
        const next = plan.rest.next();
        if (next.done) return;
        plan.found.push(next.value);
      }
      yield plan.found[index] as Interval;
    }
  }

  function* lookAhead(serviceId: string | null, day: ServiceDay): Generator<Interval, void> {
    // From the day before: an evening may have gone on past midnight.
    let date = addDays(day.date, -1);
    let run: Interval | null = null;
    for (let days = 0; days < DAYS_AHEAD; days += 1) {
      for (const next of on(serviceId, date)) {
        if (run && next.from <= run.to) {
          run = { from: run.from, to: Math.max(run.to, next.to) };
        } else {
          if (run) yield run;
          run = next;
        }
        if (run.to - Math.max(run.from, day.startsAt) > NEVER_CLOSES_MS) {
          yield { from: run.from, to: Number.POSITIVE_INFINITY };
          return;
        }
      }
      // What cannot go on into the next day is told at once.
      date = addDays(date, 1);
      if (run && run.to < instantOf(date, '00:00', timeZone)) {
        yield run;
        run = null;
      }
    }
    if (run) yield run;
  }

  function stateAt(serviceId: string | null, at: number): HallOpen {
    const day = dayAt(at);
    let before = false;
    for (const { from, to } of runs(serviceId, at)) {
      if (to <= at) before ||= to > day.startsAt;
      else if (from <= at) return { state: 'open', opensAt: null, closesAt: Number.isFinite(to) ? to : null };
      else {
        const state = before && from < day.endsAt ? 'break' : 'closed';
        return { state, opensAt: from, closesAt: null, ...occasionOn(serviceId, day.date) };
      }
    }
    return { state: 'closed', opensAt: null, closesAt: null, ...occasionOn(serviceId, day.date) };
  }

  function occasionOn(serviceId: string | null, date: string): { occasion?: Localized } {
    const own = serviceId === null ? undefined : ownHours.get(serviceId);
    const name = (specialOn(own, date) ?? specialOn(hours, date))?.name;
    return name ? { occasion: name } : {};
  }

  return { isLimited, on, runs, stateAt, dayAt };
}

const specialOn = (hours: OpeningHours | undefined, date: string): SpecialDay | undefined =>
  hours?.special?.find((day) => day.date <= date && date <= (day.until ?? day.date));

/**
 * A calendar day's hours by the wall clock. A service's own special days come first, then the hall's: a
 * holiday closes everything, a working Saturday has each service work as on the weekday it stands for, and
 * hours of that day bound the services with hours of their own.
 */
function wallHours(
  hall: OpeningHours | undefined,
  own: OpeningHours | undefined,
  date: string,
): OpenInterval[] {
  const week = own?.week ?? hall?.week;
  if (!week) return ALL_DAY;
  const usual = week[WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] as Weekday] ?? [];
  const ofOwn = specialOn(own, date);
  const day = ofOwn ?? specialOn(hall, date);
  if (!day) return usual;
  if (day.like) return week[day.like] ?? [];
  const { intervals = [] } = day;
  return own === undefined || ofOwn ? intervals : inBoth(intervals, usual);
}

const inBoth = (some: readonly OpenInterval[], others: readonly OpenInterval[]): OpenInterval[] =>
  some.flatMap((a) =>
    others
      .map((b) => ({ from: ordered(a.from, b.from)[1], to: ordered(a.to, b.to)[0] }))
      .filter(({ from, to }) => from < to),
  );

/** HH:MM compares as text. */
const ordered = (a: string, b: string): [earlier: string, later: string] => (a < b ? [a, b] : [b, a]);

/** In order; what touches or overlaps becomes one, what a clock change swallowed is none. */
function joined(intervals: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, to } of intervals.sort((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = result[result.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
