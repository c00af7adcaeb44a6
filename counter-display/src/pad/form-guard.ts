/** A finger that was on its way before the form was there does not rate. */
export const FORM_REST_MS = 500;

/**
 * Guards one form, made when the form of `turnId` appears. A press counts once, for that turn alone,
 * and not in the first half second: it may have been aimed at the form of the customer before.
 * `now`: ms of a steady clock.
 */
export function createFormGuard(turnId: string, shownAt: number) {
  let sent = false;
  return {
    /** The turn to rate, or null when this press does not count. */
    take(now: number): string | null {
      if (sent || now - shownAt < FORM_REST_MS) return null;
      sent = true;
      return turnId;
    },
    /** The press did not reach the hub: another may be made. */
    again(): void {
      sent = false;
    },
  };
}
