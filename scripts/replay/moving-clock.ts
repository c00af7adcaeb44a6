import type { Clock } from '../../server/src/operations/hub-clock.ts';

/** A clock that stands still until it is moved: wall and monotonic time together, so that nothing jumps. */
export interface MovingClock extends Clock {
  /** @throws RangeError when `at` (UTC ms) is in its past */
  moveTo(at: number): void;
}

export function createMovingClock(startsAt: number): MovingClock {
  let now = startsAt;
  return {
    now: () => now,
    monotonic: () => now - startsAt,
    moveTo(at) {
      if (at < now) throw new RangeError(`the clock cannot go back from ${now} to ${at}`);
      now = at;
    },
  };
}
