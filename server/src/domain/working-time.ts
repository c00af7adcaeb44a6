import type { Opening } from './opening.ts';

/** When somebody's turn comes by the opening hours. */
export interface LikelyMoment {
  at: number;
  /** After the last closing of the day: who waits then is still served, but nobody can promise it. */
  afterClosing: boolean;
}

/**
 * When so much work is done that begins at `begin`: breaks that lie ahead are passed over. What is left at
 * the day's last closing is worked off after it, for hours end the issuing of numbers and never the queue.
 */
export function workedOff(opening: Opening, serviceId: string, begin: number, workMs: number): LikelyMoment {
  const { endsAt } = opening.dayAt(begin);
  let at = begin;
  let left = workMs;
  let wasOpen = false;
  for (const { from, to } of opening.runs(serviceId, begin)) {
    if (from >= endsAt) break;
    if (to <= at) continue;
    // Who works now, though it is a break, works until it ends.
    if (!wasOpen && from > at) {
      if (left <= from - at) return { at: at + left, afterClosing: false };
      left -= from - at;
    }
    at = Math.max(at, from);
    if (left <= to - at) return { at: at + left, afterClosing: false };
    left -= to - at;
    at = to;
    wasOpen = true;
  }
  return { at: at + left, afterClosing: wasOpen };
}
