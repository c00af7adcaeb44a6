import type { RatingReason, RatingReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';

/** The one thing the pad says to the person in front of it. */
export type Scene =
  | { kind: 'rating'; turnId: string; number: string; secondsLeft: number }
  | { kind: 'reasons'; turnId: string; level: number; secondsLeft: number }
  | { kind: 'thanks' }
  | { kind: 'left'; left: NonNullable<CounterView['left']> }
  | { kind: 'paused'; sentence: Localized }
  | { kind: 'called' | 'serving'; number: string; backAgain: boolean }
  | { kind: 'idle'; backAgain: boolean }
  | { kind: 'closed' };

/** What happened on this pad that no snapshot tells. Times by the hub's clock, ms. */
export interface PadMemory {
  /** The turn whose press the hub has taken, and when. */
  pressed: { turnId: string; level: number; at: number } | null;
  /** The turn whose reasons were told or left out, and when. */
  told: { turnId: string; at: number } | null;
  /** When a pause ended. */
  resumedAt: number | null;
}

export const THANKS_MS = 5000;
/** How long reasons can be chosen. */
export const REASONS_MS = 20_000;
/** How long 让您久等了 stands after a pause. */
export const BACK_AGAIN_MS = 10_000;

/**
 * The scene of a snapshot at `now`. The question comes before a pause or a closed counter: the
 * person who was served is still there. It goes without a word when its time is over.
 */
export function sceneOf(view: CounterView, now: number, memory: PadMemory): Scene {
  const { rating, ticket } = view;
  // The clerk's one key finishes and calls the next in one: until that person is here, the one who was
  // served still is, and is asked by their own number (docs/decisions/006).
  const nextIsHere = ticket !== null && ticket.status !== 'called';
  const pressedHere = rating !== null && rating.turnId === memory.pressed?.turnId;
  const stillHere = ticket ? pressedHere && !nextIsHere : pressedHere || rating === null;
  const reasons = stillHere ? reasonsScene(view, now, memory) : null;
  if (reasons) return reasons;
  if (stillHere && isThanked(memory, now)) return { kind: 'thanks' };
  if (!nextIsHere && rating && !rating.pressed && !pressedHere && now < rating.until) {
    const secondsLeft = Math.ceil((rating.until - now) / 1000);
    return { kind: 'rating', turnId: rating.turnId, number: rating.number, secondsLeft };
  }
  // Whoever was set aside reads that first, also where the counter pauses at once; who goes along with the
  // clerk, where it closes.
  const { left } = view;
  const isClosed = view.state === 'closed';
  if (left && !ticket && now < left.until && (!isClosed || left.how === 'carried'))
    return { kind: 'left', left };
  if (isClosed) return { kind: 'closed' };
  if (view.state === 'paused') return { kind: 'paused', sentence: view.pause?.sentence ?? {} };
  const backAgain = memory.resumedAt !== null && now < memory.resumedAt + BACK_AGAIN_MS;
  if (!ticket) return { kind: 'idle', backAgain };
  return { kind: ticket.status === 'serving' ? 'serving' : 'called', number: ticket.number, backAgain };
}

/** What is offered after a press: reasons, where the hall has some for that level. They are no duty, and go by themselves. */
function reasonsScene(view: CounterView, now: number, { pressed, told }: PadMemory): Scene | null {
  if (!pressed || told?.turnId === pressed.turnId) return null;
  const { turnId, level } = pressed;
  const secondsLeft = Math.ceil((pressed.at + REASONS_MS - now) / 1000);
  return secondsLeft > 0 && reasonsOf(view, level).length > 0
    ? { kind: 'reasons', turnId, level, secondsLeft }
    : null;
}

/** The reasons to choose from after a press of `level`. */
export const reasonsOf = (view: CounterView, level: number): readonly RatingReason[] =>
  view.asking?.reasons?.lists[String(level) as keyof RatingReasons] ?? [];

function isThanked({ pressed, told }: PadMemory, now: number): boolean {
  if (!pressed) return false;
  const since = told?.turnId === pressed.turnId ? told.at : pressed.at;
  return now < since + THANKS_MS;
}

/** Whether a pause ended between two snapshots. */
export const resumed = (before: CounterView | null, now: CounterView): boolean =>
  before?.state === 'paused' && now.state === 'open';
