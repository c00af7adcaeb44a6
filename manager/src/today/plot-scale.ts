const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Steps that people count in, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440];
const MOST_LINES = 5;
/** A morning of one quarter hour is not drawn as one bar across the page. */
const LEAST_HOURS = 4;

export interface Scale {
  /** Minutes at which lines are drawn, from 0; the last is the top. */
  lines: number[];
  top: number;
}

/** A scale from zero that holds `maxMs` under at most five even lines. */
export function waitScale(maxMs: number): Scale {
  const max = Math.max(maxMs / MINUTE_MS, 1);
  const step = STEPS.find((one) => max / one <= MOST_LINES) ?? Math.ceil(max / MOST_LINES);
  const count = Math.ceil(max / step);
  return { lines: Array.from({ length: count + 1 }, (_, index) => index * step), top: count * step };
}

export interface Span {
  from: number;
  to: number;
  /** Whole hours (UTC ms) to write under the axis, never more than fit. */
  hours: number[];
}

/**
 * The stretch of the day that a plot shows: from the hour of the first point to the hour after the
 * last, at least four. `at`s in UTC ms; `offsetMs` is the hall's distance from UTC, so that the ticks
 * stand at the hall's whole hours also where that is half an hour off.
 */
export function daySpan(firstAt: number, endAt: number, offsetMs: number, mostTicks: number): Span {
  const floor = (at: number) => Math.floor((at + offsetMs) / HOUR_MS) * HOUR_MS - offsetMs;
  const from = floor(firstAt);
  const to = Math.max(floor(endAt - 1) + HOUR_MS, from + LEAST_HOURS * HOUR_MS);
  const hours = (to - from) / HOUR_MS;
  const every = Math.max(1, Math.ceil(hours / Math.max(1, mostTicks)));
  const ticks: number[] = [];
  for (let at = from; at <= to; at += every * HOUR_MS) ticks.push(at);
  return { from, to, hours: ticks };
}

/** How far a zone's clocks were ahead of UTC at an instant, in ms. */
export function zoneOffsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return local - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
