import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { postsOf } from './coverage.ts';
import type { Interval } from './opening.ts';
import type { Settings } from './settings.ts';

/** Shorter than this one clerk only takes over from another. */
const LEAST_MS = 60_000;

/** What a service day holds of who was at work and who waited. */
export interface DayFacts {
  /** From when the hub kept the day, to its end, or to now. */
  from: number;
  to: number;
  /** The day's beginning: what its opening hours are counted from. */
  startsAt: number;
  /** Settings as they came into force, oldest first; the first was there when the day began. */
  versions: readonly { at: number; settings: Settings }[];
  stays: readonly CounterStay[];
  waits: readonly ({ serviceId: string } & Interval)[];
}

/** A clerk's stay at a counter, or a pause in one. */
export interface CounterStay extends Interval {
  counterId: string;
  clerkId: string;
  kind: 'open' | 'paused';
}

/** A counter that should have been there. */
export interface Post {
  counterId: string;
  number: number;
  /** Who was at it last that day, until the gap began; null: nobody had been. */
  clerkId: string | null;
  paused: boolean;
}

/** A service that was open and that nobody served (空岗), put down for its main and its backup counters. */
export interface PastGap extends Interval {
  serviceId: string;
  serviceName: Localized;
  /** It was not over when it was asked. */
  goesOn: boolean;
  /** How many waited in it. */
  waited: number;
  main: Post[];
  backup: Post[];
}

/**
 * The gaps of a day, to the millisecond, from what the journal says; `gapsNow` is the same rule for this
 * moment. Where a service has no opening hours they count while somebody waited.
 */
export function pastGaps(day: DayFacts): PastGap[] {
  const found: PastGap[] = [];
  day.versions.forEach(({ at, settings }, index) => {
    const segment = {
      from: Math.max(day.from, at),
      to: Math.min(day.to, day.versions[index + 1]?.at ?? Number.POSITIVE_INFINITY),
    };
    if (segment.from >= segment.to) return;
    for (const service of settings.services) {
      if (service.archived) continue;
      for (const gap of uncovered(day, settings, service.id, segment)) {
        const before = found.find(({ serviceId, to }) => serviceId === service.id && to === gap.from);
        if (before) before.to = gap.to;
        else found.push({ ...gap, ...described(day, settings, service.id, gap.from) });
      }
    }
  });
  return found
    .filter(({ from, to }) => to - from >= LEAST_MS)
    .map((gap) => ({
      ...gap,
      goesOn: gap.to === day.to,
      waited: day.waits.filter((wait) => wait.serviceId === gap.serviceId && meet(wait, gap)).length,
    }))
    .sort((a, b) => a.from - b.from);
}

function described(day: DayFacts, settings: Settings, serviceId: string, at: number) {
  const posts = (role: 'main' | 'backup') =>
    postsOf(settings, serviceId, role)
      .map((counterId) => postAt(day, settings, counterId, at))
      .sort((a, b) => a.number - b.number);
  const serviceName = settings.serviceById.get(serviceId)?.name ?? {};
  return { serviceId, serviceName, goesOn: false, waited: 0, main: posts('main'), backup: posts('backup') };
}

function postAt({ stays }: DayFacts, settings: Settings, counterId: string, at: number): Post {
  const own = stays.filter((stay) => stay.counterId === counterId && stay.from <= at);
  const last = own.filter(({ kind }) => kind === 'open').reduce<CounterStay | null>(latest, null);
  const paused = own.some(({ kind, to }) => kind === 'paused' && at < to);
  return {
    counterId,
    number: settings.counterById.get(counterId)?.number ?? 0,
    clerkId: last?.clerkId ?? null,
    paused,
  };
}

const latest = (a: CounterStay | null, b: CounterStay): CounterStay => (a && a.from > b.from ? a : b);

/** What of the time in which a service should be served nobody was there. */
function uncovered(day: DayFacts, settings: Settings, serviceId: string, segment: Interval): Interval[] {
  const { opening } = settings;
  const due: Interval[] = [];
  if (opening.isLimited(serviceId)) {
    for (const run of opening.runs(serviceId, day.startsAt)) {
      if (run.from >= segment.to) break;
      if (meet(run, segment)) due.push(within(run, segment));
    }
  } else {
    const waits = day.waits.filter((wait) => wait.serviceId === serviceId && meet(wait, segment));
    due.push(...joined(waits.map((wait) => within(wait, segment))));
  }
  const posts = new Set(settings.countersOf.get(serviceId)?.map(({ counterId }) => counterId));
  const ours = day.stays.filter(({ counterId }) => posts.has(counterId));
  const there = ours
    .filter(({ kind }) => kind === 'open')
    .flatMap((stay) =>
      without(
        [stay],
        ours.filter(({ kind, counterId }) => kind === 'paused' && counterId === stay.counterId),
      ),
    );
  return without(due, there);
}

const meet = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to;
const within = (a: Interval, b: Interval): Interval => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

function joined(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** What is left of `some` when `others` are taken out. */
const without = (some: readonly Interval[], others: readonly Interval[]): Interval[] =>
  others.reduce<Interval[]>(
    (left, cut) =>
      left.flatMap(({ from, to }) =>
        cut.from < to && from < cut.to
          ? [
              ...(from < cut.from ? [{ from, to: cut.from }] : []),
              ...(cut.to < to ? [{ from: cut.to, to }] : []),
            ]
          : [{ from, to }],
      ),
    some.map(({ from, to }) => ({ from, to })),
  );
