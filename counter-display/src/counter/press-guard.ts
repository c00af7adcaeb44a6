/** A button that came to mean something else this short ago was not yet read by whoever presses it. */
export const SETTLE_MS = 600;
/** Two presses closer than this are one: a double press, a bouncing switch, a remote desktop's repeats. */
export const APART_MS = 250;

/**
 * Decides whether a press counts. A clerk presses Enter two hundred times a day, now and then twice:
 * the first calls the next customer, and the second must not start and finish them unseen. So a press
 * is for what could be read at that time, and presses that come in a stream are one press.
 *
 * Times are milliseconds of any steady clock.
 */
export function createPressGuard({ settleMs = SETTLE_MS, apartMs = APART_MS } = {}) {
  let meaning: string | null = null;
  let changedAt = Number.NEGATIVE_INFINITY;
  const pressedAt = new Map<string, number>();

  return {
    /** Tell it what the page offers now; the first meaning of all may be pressed at once. */
    offers(next: string, now: number): void {
      if (next === meaning) return;
      if (meaning !== null) changedAt = now;
      meaning = next;
    },
    /** How long until a press would count, 0 when it does now. */
    quietFor: (now: number): number => Math.max(0, changedAt + settleMs - now),
    /** Whether this press of `button` counts. Every press is remembered, counted or not. */
    admits(button: string, now: number): boolean {
      const last = pressedAt.get(button) ?? Number.NEGATIVE_INFINITY;
      pressedAt.set(button, now);
      return now - last >= apartMs && now - changedAt >= settleMs;
    },
  };
}
