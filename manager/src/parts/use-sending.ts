import { useSignal } from '@preact/signals';
import { failureWords } from '../failure.ts';

/** A form's life: one sending at a time, and what went wrong in words. */
export function useSending() {
  const busy = useSignal(false);
  const problem = useSignal('');

  async function send(act: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = '';
    try {
      await act();
    } catch (error) {
      problem.value = failureWords(error);
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, send };
}
