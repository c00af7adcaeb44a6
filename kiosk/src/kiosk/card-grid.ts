export interface GridSpace {
  /** Height there is for the cards and, where one is needed, the pager. Any one unit for all. */
  height: number;
  columns: number;
  minRow: number;
  maxRow: number;
  gap: number;
  pager: number;
}

export interface GridPlan {
  rows: number;
  rowHeight: number;
  perPage: number;
  pages: number;
}

/**
 * How many cards stand on a page and how tall they are: all of them where they fit, else pages of
 * equal cards with room kept for the pager. Nothing ever scrolls: a finger cannot lose its place.
 */
export function planGrid(count: number, space: GridSpace): GridPlan {
  const needed = Math.max(1, Math.ceil(count / space.columns));
  const all = rowsThatFit(space.height, space);
  if (needed <= all) return plan(count, needed, space.height, space);
  const height = space.height - space.pager;
  return plan(count, Math.max(1, rowsThatFit(height, space)), height, space);
}

function rowsThatFit(height: number, { minRow, gap }: GridSpace): number {
  return Math.floor((height + gap) / (minRow + gap));
}

function plan(count: number, rows: number, height: number, space: GridSpace): GridPlan {
  const perPage = rows * space.columns;
  const even = (height - space.gap * (rows - 1)) / rows;
  return {
    rows,
    rowHeight: Math.max(0, Math.min(space.maxRow, even)),
    perPage,
    pages: Math.max(1, Math.ceil(count / perPage)),
  };
}

/** The cards of a page; a page that is no longer there (services were archived meanwhile) is the last. */
export function cardsOn<T>(items: readonly T[], page: number, { perPage, pages }: GridPlan): readonly T[] {
  const start = Math.min(page, pages - 1) * perPage;
  return items.slice(start, start + perPage);
}
