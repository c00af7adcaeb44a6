import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { OpenInterval, OpeningHours, SpecialDay } from '@jiaohao/shared/contract/hours.ts';
import type { Problem } from './problems.ts';

/** What a schema cannot say about opening hours: a hall that closes before it opens, days that do not exist. */

export function hallHoursMakeSense({ hours }: Pick<HallSettings, 'hours'>): Problem[] {
  return hours ? problemsOf(hours, 'hours') : [];
}

export function serviceHoursMakeSense({ services }: Pick<HallSettings, 'services'>): Problem[] {
  return services.flatMap(({ hours }, index) => (hours ? problemsOf(hours, `services[${index}].hours`) : []));
}

function problemsOf({ week, special = [] }: OpeningHours, where: string): Problem[] {
  return [
    ...Object.entries(week).flatMap(([day, intervals]) => ofIntervals(intervals, `${where}.week.${day}`)),
    ...special.flatMap((day, index) => ofSpecial(day, `${where}.special[${index}]`)),
    ...overlaps(
      special.map(({ date, until = date }) => ({ from: date, to: until })),
      (index) => `${where}.special[${index}]`,
      (a, b) => a.from <= b.to && b.from <= a.to,
    ),
  ];
}

function ofIntervals(intervals: readonly OpenInterval[], where: string): Problem[] {
  const backwards = intervals.flatMap(({ from, to }, index): Problem[] =>
    to <= from ? [{ where: `${where}[${index}].to`, kind: 'closes-before-opening', from }] : [],
  );
  if (backwards.length > 0) return backwards;
  return overlaps(
    intervals,
    (index) => `${where}[${index}]`,
    (a, b) => a.from < b.to && b.from < a.to,
  );
}

function ofSpecial({ date, until, like, intervals }: SpecialDay, where: string): Problem[] {
  const dates: [string, string | undefined][] = [
    ['date', date],
    ['until', until],
  ];
  const wrong = dates.flatMap(([field, value]): Problem[] =>
    value !== undefined && !dateExists(value)
      ? [{ where: `${where}.${field}`, kind: 'no-such-date', found: value }]
      : [],
  );
  const ends: Problem[] =
    until !== undefined && wrong.length === 0 && until < date
      ? [{ where: `${where}.until`, kind: 'ends-before-beginning', begins: date }]
      : [];
  const both: Problem[] = like && intervals ? [{ where: `${where}.like`, kind: 'like-and-intervals' }] : [];
  return [...wrong, ...ends, ...both, ...ofIntervals(intervals ?? [], `${where}.intervals`)];
}

/** Each that meets an earlier one. */
function overlaps<T>(
  all: readonly T[],
  place: (index: number) => string,
  meet: (a: T, b: T) => boolean,
): Problem[] {
  return all.flatMap((mine, index): Problem[] => {
    const other = all.slice(0, index).findIndex((earlier) => meet(mine, earlier));
    return other < 0 ? [] : [{ where: place(index), kind: 'times-overlap', other: place(other) }];
  });
}

/** The 30th of February has the right form and is no day. */
export function dateExists(date: string): boolean {
  const read = new Date(`${date}T00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}
