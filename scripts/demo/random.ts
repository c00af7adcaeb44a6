/** A stream of chances that is the same for the same seed (mulberry32 by Tommy Ettinger, public domain). */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  /** True this often, 0..1. */
  likely(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** How long until the next of events that come at this mean, ms: exponential, so that they are Poisson. */
  until(meanMs: number): number;
  /** About `meanMs`, never less than a third of it: how long work takes. */
  about(meanMs: number): number;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const until = (meanMs: number): number => -Math.log(1 - next()) * meanMs;
  return {
    next,
    until,
    likely: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    about: (meanMs) => meanMs / 3 + until((meanMs * 2) / 3),
  };
}
