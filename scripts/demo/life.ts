import { HubRefusal } from '../lib/hub-caller.ts';

/** How everybody in the demo lives: at the hall's pace, until it ends. */
export interface Life {
  /**
   * Sleeps `ms` of the hall's time; the demo's is shorter by its speed, but never under `leastMs` of real time.
   * Returns at once when the demo ends.
   */
  sleep(ms: number, leastMs?: number): Promise<void>;
  ended(): boolean;
  end(): void;
  /** The hall's time since the demo began, ms. */
  passed(): number;
  /**
   * Asks the hub. A refusal (409: somebody was quicker) is an answer too: null. When the hub cannot
   * (503, 429, gone) it is asked again, as a person would.
   */
  ask<T>(question: () => Promise<T>): Promise<T | null>;
}

const AGAIN_MS = 2000;

/** @param speed how many times faster than in a real hall */
export function createLife(speed: number, log: (line: string) => void): Life {
  const ending = new AbortController();
  const begun = performance.now();
  const ended = () => ending.signal.aborted;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (ended()) return resolve();
      const wake = () => {
        clearTimeout(timer);
        ending.signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      ending.signal.addEventListener('abort', wake);
    });

  async function ask<T>(question: () => Promise<T>): Promise<T | null> {
    while (!ended()) {
      try {
        return await question();
      } catch (error) {
        const refused = error instanceof HubRefusal;
        if (refused && error.status < 500 && error.status !== 429) return null;
        log(`${(error as Error).message}; trying again`);
        await rest(AGAIN_MS);
      }
    }
    return null;
  }

  return {
    sleep: (ms, leastMs = 0) => rest(Math.max(ms / speed, leastMs)),
    ended,
    end: () => ending.abort(),
    passed: () => (performance.now() - begun) * speed,
    ask,
  };
}
