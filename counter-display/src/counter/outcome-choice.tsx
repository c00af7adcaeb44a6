import { Kbd } from './kbd.tsx';
import { OUTCOMES } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

/** How the service will end: a number key picks it, the green button then says it. */
export function OutcomeChoice({ terminal }: { terminal: Terminal }) {
  const t = texts.value;
  return (
    <fieldset class="outcomes" aria-label={t.outcome}>
      {OUTCOMES.map((outcome, index) => (
        <button
          type="button"
          key={outcome}
          aria-pressed={terminal.outcome.value === outcome}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => terminal.choose(outcome)}
        >
          <Kbd>{index + 1}</Kbd>
          {t.outcomes[outcome]}
        </button>
      ))}
    </fieldset>
  );
}
