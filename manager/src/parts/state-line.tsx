import type { Loaded } from '../load.ts';
import { texts } from '../texts.ts';

/** What stands where something has not come (yet): that it is loading, or why it did not, with another try. */
export function StateLine({ of }: { of: Loaded<unknown> & { again(): Promise<void> } }) {
  const t = texts.value;
  if (of.problem) {
    return (
      <p class="state-line problem" role="alert">
        {t.failed} {of.problem}{' '}
        <button type="button" class="plain" onClick={() => void of.again()}>
          {t.common.retry}
        </button>
      </p>
    );
  }
  return of.value === null ? <p class="state-line">{t.common.loading}</p> : null;
}
