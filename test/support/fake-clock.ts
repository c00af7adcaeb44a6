import type { Clock } from '../../server/src/operations/hub-clock.ts';

/** A machine's clock in a test's hand. */
export interface FakeClock extends Clock {
  /** Time passes: both clocks go on. */
  pass(ms: number): void;
  /** The wall clock is set; no time has passed. */
  set(wall: number): void;
}

export function fakeClock(wall: number): FakeClock {
  let monotonic = 0;
  return {
    now: () => wall,
    monotonic: () => monotonic,
    pass(ms) {
      wall += ms;
      monotonic += ms;
    },
    set(to) {
      wall = to;
    },
  };
}
