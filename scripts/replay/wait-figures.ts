import type { QueueLog } from './queue-log.ts';

/** Waits of one service, ms; null where nobody was called. */
export interface WaitFigures {
  count: number;
  mean: number | null;
  p50: number | null;
  p90: number | null;
  max: number | null;
}

export const FIGURES = ['mean', 'p50', 'p90', 'max'] as const;

/** Figures straight from numbers: quantiles by linear interpolation, as docs/kpi.md defines them. */
export function waitFigures(waitsMs: readonly number[]): WaitFigures {
  const sorted = [...waitsMs].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count, mean: null, p50: null, p90: null, max: null };
  const quantile = (share: number): number => {
    const place = share * (count - 1);
    const below = sorted[Math.floor(place)] as number;
    const above = sorted[Math.ceil(place)] as number;
    return below + (above - below) * (place - Math.floor(place));
  };
  const mean = sorted.reduce((sum, wait) => sum + wait, 0) / count;
  return { count, mean, p50: quantile(0.5), p90: quantile(0.9), max: sorted[count - 1] as number };
}

/** What the file itself says of each service, in its order. No hub has seen these. */
export function figuresOfLog(log: QueueLog): WaitFigures[] {
  return log.services.map((service) =>
    waitFigures(
      log.tickets.flatMap(({ service: its, issuedAt, calledAt }) =>
        its === service && calledAt !== null ? [calledAt - issuedAt] : [],
      ),
    ),
  );
}

/** Whether a hub's figures are the file's: the same count, and nothing apart by as much as a millisecond. */
export function sameFigures(a: WaitFigures, b: WaitFigures): boolean {
  const same = (one: number | null, other: number | null) =>
    one === null || other === null ? one === other : Math.abs(one - other) < 1;
  return a.count === b.count && FIGURES.every((name) => same(a[name], b[name]));
}
