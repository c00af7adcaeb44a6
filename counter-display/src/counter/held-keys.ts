/** A release that never came is forgotten after this long without a sign of the key. */
const FORGET_MS = 2000;

/**
 * Lets each key act once until it is let go. `event.repeat` says so for most keyboards; where it is
 * not set (some numpads, on-screen keyboards), the missing release does. Releases get lost too: when
 * the window loses the focus (`releaseAll`), and to some input methods (forgotten after two seconds
 * in which the key did not even repeat).
 */
export function createHeldKeys() {
  const seenAt = new Map<string, number>();
  return {
    /** True for the press itself, false for its repeats. `now`: ms of a steady clock. */
    press(code: string, repeat: boolean, now: number): boolean {
      const last = seenAt.get(code);
      seenAt.set(code, now);
      return !repeat && (last === undefined || now - last > FORGET_MS);
    },
    release: (code: string): void => {
      seenAt.delete(code);
    },
    releaseAll: (): void => seenAt.clear(),
  };
}
