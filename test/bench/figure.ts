import { median } from './stats.ts';

/** One line of the result: a figure beside what it could be at best on this machine, in this run. */
export interface Figure {
  what: string;
  unit: 'per s' | 'ms' | 'kB gzip';
  value: number;
  /** Named, because a figure may have several. */
  limits: { name: string; value: number; ratio: number }[];
  /** What is hoped for, and whether it came true; absent where nothing was promised. */
  hope?: { text: string; met: boolean };
  /** The rounds that it is the median of. */
  rounds?: number[];
}

/**
 * The median of rounds beside the medians of its limits. A ratio is the median of each round's own,
 * because what disturbs a machine disturbs both sides of a round.
 */
export function figure(
  what: string,
  unit: Figure['unit'],
  rounds: number[],
  limits: Record<string, number[]> = {},
): Figure {
  return {
    what,
    unit,
    value: median(rounds),
    rounds,
    limits: Object.entries(limits).map(([name, values]) => ({
      name,
      value: median(values),
      ratio: median(rounds.map((value, round) => value / (values[round] as number))),
    })),
  };
}
