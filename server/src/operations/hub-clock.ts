/** Where time comes from; tests hand in one that they move themselves. */
export interface Clock {
  /** UTC milliseconds, as the machine believes. May jump. */
  now(): number;
  /** Milliseconds that only ever pass. */
  monotonic(): number;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Why the wall clock is not believed: by how much it differs from what the hub goes on with. */
export interface Suspicion {
  kind: 'jumped' | 'behind-last-event' | 'far-ahead-of-last-event';
  offByMs: number;
}

/**
 * How fast the hub's time goes while it is ahead of a wall clock that a person confirmed. Standing still
 * would make every wait zero for as long as the clock had been wrong; at this pace durations are a tenth
 * short until the two agree again (docs/decisions/009).
 */
const CATCHING_UP = 0.9;
const TOLERANCE_MS = 5 * 60_000;
/** A hall closed for longer than this between two events is less likely than a wrong clock. */
const LONGEST_CLOSURE_MS = 400 * 24 * 3600_000;

/**
 * The hub's own time: follows the wall clock while that moves as time passes, never runs backwards, and
 * goes on by the monotonic clock when the wall clock jumps more than five minutes or is implausible
 * against the journal's last event. Then `suspicion` is set until a person confirms the clock.
 */
export function createHubClock(clock: Clock, lastEventAt: number | null) {
  let last = Math.max(clock.now(), lastEventAt ?? 0);
  let lastWall = clock.now();
  let lastMonotonic = clock.monotonic();
  let suspicion: Suspicion | null = firstLook(clock.now(), lastEventAt);
  // Nothing to go on with from before: far ahead is held from the last event on.
  if (suspicion && lastEventAt !== null) last = lastEventAt;

  function now(): number {
    const monotonic = clock.monotonic();
    const passed = Math.max(0, monotonic - lastMonotonic);
    lastMonotonic = monotonic;
    const wall = clock.now();
    // Against the wall clock as it was, not against the hub's time: that may be ahead of it, confirmed.
    const jumpedMs = wall - (lastWall + passed);
    if (suspicion === null && Math.abs(jumpedMs) > TOLERANCE_MS) {
      suspicion = { kind: 'jumped', offByMs: Math.round(jumpedMs) };
    }
    lastWall = wall;
    // A fraction of a millisecond is kept: rounded each time, busy hours would run at another speed.
    if (suspicion !== null) last += passed;
    else last = Math.max(wall, last + passed * (wall < last + passed ? CATCHING_UP : 1));
    return Math.floor(last);
  }

  return {
    now,
    suspicion: (): Suspicion | null => suspicion,
    /** A person says that the wall clock is right. Going back in time is still not possible: the hub goes slower. */
    confirm(): void {
      suspicion = null;
      lastWall = clock.now();
      last = Math.max(last, lastWall);
      lastMonotonic = clock.monotonic();
    },
    /**
     * An earlier run of the hub did not get its answer yet. It goes on from the last event: a time that
     * was written too far ahead could not be taken back.
     */
    distrust(offByMs: number): void {
      if (suspicion !== null) return;
      suspicion = { kind: 'jumped', offByMs };
      last = lastEventAt ?? last;
    },
  };
}

function firstLook(wall: number, lastEventAt: number | null): Suspicion | null {
  if (lastEventAt === null) return null;
  const offByMs = wall - lastEventAt;
  if (offByMs < -TOLERANCE_MS) return { kind: 'behind-last-event', offByMs };
  if (offByMs > LONGEST_CLOSURE_MS) return { kind: 'far-ahead-of-last-event', offByMs };
  return null;
}
