import { signal } from '@preact/signals';

/**
 * The hub's time on a screen: screens never trust their own clock. `sync(now)` with each snapshot's
 * `now`; `hubNow()` anywhere; `tick` is a signal of the hub's time that moves every second.
 */
let offset = 0;

/** Milliseconds by a clock that nobody can set. */
const steady = () => performance.now();

export const tick = signal(Date.now());

export function sync(now: number): void {
  offset = now - steady();
  tick.value = hubNow();
}

export function hubNow(): number {
  return offset === 0 ? Date.now() : offset + steady();
}

setInterval(() => {
  tick.value = hubNow();
}, 1000);
