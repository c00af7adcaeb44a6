import type { SpoolerLog } from './spooler-log.ts';

export interface PatienceTimes {
  /** The first pause after a refusal; it doubles up to `longestPauseMs`. */
  firstPauseMs: number;
  longestPauseMs: number;
}

/** Asks a store that cannot commit again and again, ever slower. */
export interface Patience {
  /** The answer once there is one; undefined when `end` came first. Asks once at least. Never rejects. */
  untilDone<T>(what: string, ask: () => Promise<T>): Promise<T | undefined>;
  /** Sleeps; cut short by `wake` and `end`. A wake while nobody sleeps is kept for the next sleep. */
  sleep(ms: number): Promise<void>;
  wake(): void;
  /** Sleeps; cut short by `end` only. */
  pause(ms: number): Promise<void>;
  end(): void;
  ended(): boolean;
}

export function createPatience(log: SpoolerLog, { firstPauseMs, longestPauseMs }: PatienceTimes): Patience {
  const end = new AbortController();
  let woken = false;
  let rouse: (() => void) | undefined;

  const pause = (ms: number, listen: boolean) =>
    new Promise<void>((resolve) => {
      if (end.signal.aborted || (listen && woken)) {
        woken = listen ? false : woken;
        return resolve();
      }
      const go = () => {
        clearTimeout(timer);
        end.signal.removeEventListener('abort', go);
        if (listen) {
          rouse = undefined;
          woken = false;
        }
        resolve();
      };
      const timer = setTimeout(go, ms);
      end.signal.addEventListener('abort', go);
      if (listen) rouse = go;
    });

  return {
    async untilDone(what, ask) {
      let wait = firstPauseMs;
      do {
        try {
          return await ask();
        } catch (error) {
          log.error({ err: error }, `${what} failed; trying again in ${wait} ms`);
          await pause(wait, false);
          wait = Math.min(2 * wait, longestPauseMs);
        }
      } while (!end.signal.aborted);
      return undefined;
    },
    sleep: (ms) => pause(ms, true),
    pause: (ms) => pause(ms, false),
    wake() {
      woken = true;
      rouse?.();
    },
    end: () => end.abort(),
    ended: () => end.signal.aborted,
  };
}
