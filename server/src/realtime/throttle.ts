/**
 * Runs `work` after `leadMs` (at once unless set), then at most every `everyMs`; what is asked for in between
 * is done together at the end of that time. So the first of a burst is soon and the last is never lost.
 */
export function createThrottle(everyMs: number, work: () => void, leadMs = 0) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;

  function later(ms: number, then: () => void): void {
    timer = setTimeout(then, ms);
    timer.unref();
  }

  function run(): void {
    again = false;
    later(everyMs, () => {
      timer = null;
      if (again) run();
    });
    work();
  }

  return {
    ask(): void {
      if (timer !== null) again = true;
      else if (leadMs === 0) run();
      else later(leadMs, run);
    },
    stop(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      again = false;
    },
  };
}

export type Throttle = ReturnType<typeof createThrottle>;
