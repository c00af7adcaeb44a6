const HOUR = 3600_000;
const OPENS = 8.5;
const CLOSES = 17;

/** How busy each hour of a hall's day is, as a share of its busiest: a high morning, a quiet noon. */
const BUSY: readonly [fromHour: number, share: number][] = [
  [8.5, 0.75],
  [9, 1],
  [11, 0.8],
  [12, 0.45],
  [14, 0.85],
  [16, 0.6],
];

/**
 * The share of the busiest hour, `passedMs` after the demo's hall opened at half past eight. After five
 * in the afternoon its next morning begins, so that a demo left running stays busy.
 */
export function rushAt(passedMs: number): number {
  const hour = OPENS + ((passedMs / HOUR) % (CLOSES - OPENS));
  return BUSY.findLast(([from]) => hour >= from)?.[1] ?? 0;
}
