import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { failureWords } from './failure.ts';
import { connection } from './live-hall.ts';

/** Something from the hub. While it is fetched again, what was there stays. */
export interface Loaded<T> {
  value: T | null;
  problem: string;
  busy: boolean;
}

/**
 * Fetches now, and again when one of `inputs` changes, when the hub has come back, every `everyMs` and
 * on `again()`. An answer to other inputs than the present ones, or older than the one shown, is dropped.
 */
export function useLoaded<T>(
  fetch: () => Promise<T>,
  inputs: readonly unknown[],
  everyMs?: number,
): Loaded<T> & { again(): Promise<void> } {
  const state = useSignal<Loaded<T>>({ value: null, problem: '', busy: true });
  const asked = useRef(0);
  /** The first question about the present inputs, and the question whose answer is shown. */
  const oldest = useRef(0);
  const shown = useRef(0);

  async function again(): Promise<void> {
    const mine = ++asked.current;
    const stale = () => mine < oldest.current || mine < shown.current;
    state.value = { ...state.value, busy: true };
    let next: Partial<Loaded<T>>;
    try {
      next = { value: await fetch(), problem: '' };
    } catch (error) {
      next = { problem: failureWords(error) };
    }
    if (stale()) return;
    shown.current = mine;
    state.value = { ...state.value, ...next, busy: mine !== asked.current };
  }

  useEffect(() => {
    oldest.current = asked.current + 1;
    void again();
    if (everyMs === undefined) return;
    const timer = setInterval(() => void again(), everyMs);
    return () => clearInterval(timer);
  }, inputs);

  const before = useRef(connection.value);
  useEffect(() => {
    if (before.current === 'lost' && connection.value === 'online') void again();
    before.current = connection.value;
  }, [connection.value]);

  return { ...state.value, again };
}
