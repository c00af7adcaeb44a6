import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { useEffect } from 'preact/hooks';
import { DetailTicks } from './detail-ticks.tsx';
import { prints } from './finish-details.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

/** What goes with an outcome. Digits toggle, Enter finishes, prints and calls the next. */
export function OutcomePanel({
  outcome,
  terminal,
  view,
  onWish,
}: {
  outcome: Outcome;
  terminal: Terminal;
  view: CounterView;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const serviceId = view.ticket?.serviceId;
  // Somebody else ended it, or its turn went elsewhere: there is nothing to say any more.
  useEffect(() => {
    if (terminal.outcome.value !== outcome || serviceId === undefined) onWish({ kind: 'panel', panel: null });
  });

  const printing = prints(outcome, terminal.details.value);
  const alone = printing ? t.details.printOnly : t.commands.finish;
  const callsNext = terminal.primary.value?.name === 'call-next';
  return (
    <>
      <DetailTicks outcome={outcome} terminal={terminal} view={view} onWish={onWish} />
      <div class="send">
        <button
          type="button"
          class="go"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onWish({ kind: 'primary' })}
        >
          <span>{callsNext ? (printing ? t.details.printAndNext : t.finishAndNext) : alone}</span>
          <Kbd>Enter</Kbd>
        </button>
        {callsNext && (
          <button
            type="button"
            class="plain"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onWish({ kind: 'command', command: { name: 'finish', outcome } })}
          >
            <span>{alone}</span>
            <Kbd>.</Kbd>
          </button>
        )}
      </div>
    </>
  );
}
