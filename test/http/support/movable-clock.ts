import type { Clock } from '../../../server/src/operations/hub-clock.ts';

export interface MovableClock extends Clock {
  /** Time passes: both the wall clock and the one that nobody can set go on. */
  pass(ms: number): void;
  /** Somebody sets the wall clock. */
  set(byMs: number): void;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A clock that stands still until a test moves it; a Saturday morning in the sample hall. */
export function movableClock(start = Date.parse('2026-11-21T09:00:00+08:00')): MovableClock {
  let wall = start;
  let steady = 0;
  return {
    now: () => wall,
    monotonic: () => steady,
    pass(ms) {
      wall += ms;
      steady += ms;
    },
    set(byMs) {
      wall += byMs;
    },
  };
}
