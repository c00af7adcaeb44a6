import type { Estimate } from '../contract/ticket.ts';
import { clockTime } from './format.ts';

/** From here on minutes promise more than anybody knows, and nobody reads them: whole hours are said. */
const MINUTES_END = 120;

/** The hours to say instead of minutes; null where minutes are said. */
export const hoursInstead = (fromMinutes: number): number | null =>
  fromMinutes >= MINUTES_END ? Math.floor(fromMinutes / 60) : null;

/** The words of a wait, in one language. */
interface WaitTexts {
  noWait: string;
  estimate(p: { from: number; to: number }): string;
  estimateUpTo(p: { to: number }): string;
  estimateOver(p: { hours: number }): string;
}

/**
 * `约 20–30 分钟`; no wait at all: `随到随办`; hours: `超过 3 小时`. Null where nothing honest can be said.
 */
export function likelyWait(estimate: Estimate, texts: WaitTexts): string | null {
  if (!estimate) return null;
  const { fromMinutes: from, toMinutes: to } = estimate;
  if (to <= 0) return texts.noWait;
  if (from <= 0) return texts.estimateUpTo({ to });
  const hours = hoursInstead(from);
  return hours === null ? texts.estimate({ from, to }) : texts.estimateOver({ hours });
}

/**
 * `13:40–14:00`: when by the clock, where minutes would hide that a break or closing time lies in between;
 * null where it does not.
 */
export function likelyClock(estimate: Estimate, timeZone: string, language: string): string | null {
  if (estimate?.fromAt === undefined || estimate.toAt === undefined) return null;
  const from = clockTime(estimate.fromAt, timeZone, language);
  const to = clockTime(estimate.toAt, timeZone, language);
  return from === to ? from : `${from}–${to}`;
}
