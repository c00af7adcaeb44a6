import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { failureWords } from './failure.ts';

/** Something from the hub. While it is fetched again, what was there stays. */
export interface Loaded<T> {
  value: T | null;
  problem: string;
  busy: boolean;
}

/**
 * Fetches now, and again when one of `inputs` changes, on `again()` and every `everyMs`. An answer
 * that a later question has overtaken is dropped.
 */
export function useLoaded<T>(
  fetch: () => Promise<T>,
  inputs: readonly unknown[],
  everyMs?: number,
): Loaded<T> & { again(): Promise<void> } {
  const state = useSignal<Loaded<T>>({ value: null, problem: '', busy: true });
  const latest = useRef(0);

  async function again(): Promise<void> {
    const mine = ++latest.current;
    state.value = { ...state.value, busy: true };
    try {
      const value = await fetch();
      if (mine === latest.current) state.value = { value, problem: '', busy: false };
    } catch (error) {
      if (mine === latest.current)
        state.value = { ...state.value, problem: failureWords(error), busy: false };
    }
  }

  useEffect(() => {
    void again();
    if (everyMs === undefined) return;
    const timer = setInterval(() => void again(), everyMs);
    return () => clearInterval(timer);
  }, inputs);

  return { ...state.value, again };
}
