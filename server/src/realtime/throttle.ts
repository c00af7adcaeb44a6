/**
 * Runs `work` at once, then at most every `everyMs`; what is asked for in between is done together at
 * the end of that time. So the first of a burst is immediate and the last is never lost.
 */
export function createThrottle(everyMs: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;

  function run(): void {
    again = false;
    timer = setTimeout(() => {
      timer = null;
      if (again) run();
    }, everyMs);
    timer.unref();
    work();
  }

  return {
    ask(): void {
      if (timer === null) run();
      else again = true;
    },
    stop(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      again = false;
    },
  };
}

export type Throttle = ReturnType<typeof createThrottle>;
