import { useSignal } from '@preact/signals';

/**
 * A form for a new password: what is typed, one sending at a time, and what is wrong in words. The same on
 * every page where staff sign in; each lays it out in its own way.
 */
export function useNewPassword({
  change,
  failureWords,
  passwordsDiffer,
  onDone,
}: {
  /** Rejects where the hub refuses. */
  change: (current: string, next: string) => Promise<void>;
  failureWords: (error: unknown) => string;
  passwordsDiffer: string;
  onDone?: () => void;
}) {
  const current = useSignal('');
  const next = useSignal('');
  const again = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal('');

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy.value) return;
    if (next.value !== again.value) {
      problem.value = passwordsDiffer;
      return;
    }
    busy.value = true;
    problem.value = '';
    try {
      await change(current.value, next.value);
      onDone?.();
    } catch (error) {
      problem.value = failureWords(error);
    } finally {
      busy.value = false;
    }
  }

  return { current, next, again, busy, problem, submit };
}
