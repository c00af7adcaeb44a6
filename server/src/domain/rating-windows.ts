import type { RatingState } from '@jiaohao/shared/contract/ticket.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState } from './state.ts';
import type { Turn } from './turn.ts';

/** How long a phone may still rate after the end of service. */
const PHONE_RATING_MS = 24 * 3600_000;

/** Slack for a press that left the pad as its countdown ran out. */
const PAD_GRACE_MS = 3000;

/** With the next customer already on the way the pad asks no longer than this. */
const NEXT_ON_THE_WAY_MS = 20_000;

/** How long after the press a pad may still tell its reasons. */
const EXPLAINING_MS = 60_000;

/**
 * Until when the pad of a counter asks: the rating window, closed earlier by the next call or *start*.
 * A call made by the same key that finished leaves it open for a shorter while (docs/decisions/006).
 */
export function padRatingUntil(state: DayState, settings: Settings, counterId: string): number | null {
  const { lastFinished } = counterOf(state, counterId);
  if (lastFinished === null) return null;
  const window = settings.rules.ratingSeconds * 1000;
  return lastFinished.at + (lastFinished.nextCalled ? Math.min(window, NEXT_ON_THE_WAY_MS) : window);
}

export function padMayRate(state: DayState, settings: Settings, counterId: string, now: number): boolean {
  const until = padRatingUntil(state, settings, counterId);
  return until !== null && now <= until + PAD_GRACE_MS;
}

export const withinExplaining = (pressedAt: number, now: number): boolean => now <= pressedAt + EXPLAINING_MS;

export function withinPhoneTime(turn: Turn, now: number): boolean {
  return turn.endedAt !== null && now <= turn.endedAt + PHONE_RATING_MS;
}

/** Whether a phone should offer the faces for this turn: served, not yet rated, not too long ago. */
export function phoneRating(turn: Turn, now: number): RatingState {
  if (turn.rating !== null) return 'done';
  const served = turn.phase.state === 'ended' && turn.phase.ending === 'served';
  return served && withinPhoneTime(turn, now) ? 'open' : 'closed';
}
