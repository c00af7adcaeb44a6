interface MenuFeedOptions<Menu> {
  load: () => Promise<Menu>;
  onMenu: (menu: Menu) => void;
  onError: (error: unknown) => void;
  /** At most one fetch in this time, however many nudges come. */
  coalesceMs?: number;
  /** A fetch at least this often, nudged or not. */
  everyMs?: number;
  /** The next try after one that failed. */
  retryMs?: number;
}

/**
 * Keeps the menu fresh: once at the start, after each nudge (a board came, the hub is back), and
 * every so often. One fetch at a time; a nudge during one makes one more follow, so the last menu
 * shown is never older than the last nudge.
 */
export function createMenuFeed<Menu>({
  load,
  onMenu,
  onError,
  coalesceMs = 1000,
  everyMs = 15_000,
  retryMs = 2000,
}: MenuFeedOptions<Menu>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let lastBegunAt = Number.NEGATIVE_INFINITY;
  let loading = false;
  let nudged = false;
  let stopped = true;

  async function fetchOnce(): Promise<void> {
    loading = true;
    nudged = false;
    dueAt = Number.POSITIVE_INFINITY;
    lastBegunAt = performance.now();
    let wait = everyMs;
    try {
      const menu = await load();
      if (!stopped) onMenu(menu);
    } catch (error) {
      wait = retryMs;
      if (!stopped) onError(error);
    }
    loading = false;
    if (!stopped) plan(nudged ? coalesceMs : wait);
  }

  function plan(waitMs: number): void {
    const at = performance.now() + waitMs;
    if (at >= dueAt) return;
    dueAt = at;
    clearTimeout(timer);
    timer = setTimeout(() => void fetchOnce(), waitMs);
  }

  return {
    start(): void {
      if (!stopped) return;
      stopped = false;
      plan(0);
    },
    nudge(): void {
      nudged = true;
      if (stopped || loading) return;
      plan(Math.max(0, lastBegunAt + coalesceMs - performance.now()));
    },
    stop(): void {
      stopped = true;
      dueAt = Number.POSITIVE_INFINITY;
      clearTimeout(timer);
    },
  };
}
