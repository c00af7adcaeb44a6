import type { Tongue } from './texts.ts';

/** The same words in the hall's first language, and small in its second. */
export function Both({
  first,
  second,
  say,
}: {
  first: Tongue;
  second: Tongue | null;
  say: (tongue: Tongue) => string;
}) {
  return (
    <>
      <span lang={first.language}>{say(first)}</span>
      {second && (
        <small class="second" lang={second.language}>
          {say(second)}
        </small>
      )}
    </>
  );
}
