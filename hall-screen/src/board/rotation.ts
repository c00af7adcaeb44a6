/** Things that take turns in one place. All screens of a hall turn together, because they go by the hub's time. */

/** Which of `count` pages is shown at `now`, when each stays for `everyMs`. */
export function pageAt(count: number, now: number, everyMs: number): number {
  return count < 2 ? 0 : Math.floor(now / everyMs) % count;
}

/** `items` in pages of nearly equal length, none longer than `most`. No items: no pages. */
export function evenPages<T>(items: readonly T[], most: number): T[][] {
  const pages = Math.ceil(items.length / most);
  const length = Math.ceil(items.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, page) => items.slice(page * length, (page + 1) * length));
}
