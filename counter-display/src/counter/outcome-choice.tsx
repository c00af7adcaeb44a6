import { chosenCount } from './finish-details.ts';
import { Kbd } from './kbd.tsx';
import { OUTCOMES, type Wish } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

/** How the service will end: a number key picks it, the green button then says it. Those that ask for more open their panel. */
export function OutcomeChoice({ terminal, onWish }: { terminal: Terminal; onWish: (wish: Wish) => void }) {
  const t = texts.value;
  const count = chosenCount(terminal.details.value);
  return (
    <fieldset class="outcomes" aria-label={t.outcome}>
      {OUTCOMES.map((outcome, index) => (
        <button
          type="button"
          key={outcome}
          aria-pressed={terminal.outcome.value === outcome}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'outcome', outcome })}
        >
          <Kbd>{index + 1}</Kbd>
          {t.outcomes[outcome]}
          {terminal.outcome.value === outcome && count > 0 && <b class="count">{count}</b>}
        </button>
      ))}
    </fieldset>
  );
}
