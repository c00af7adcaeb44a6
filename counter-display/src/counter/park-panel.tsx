import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import { type ParkEntry, stepPark, USUAL_MINUTES } from './park-entry.ts';
import { language, texts } from './texts.ts';

/** Buttons never take the focus from a mouse, so that Enter stays what sends. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Why the customer is set aside, and for how long, if that is known. */
export function ParkPanel({
  entry,
  view,
  onWish,
}: {
  entry: ParkEntry;
  view: CounterView;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value.moves.park;
  const to = (change: Partial<ParkEntry>) =>
    onWish({ kind: 'panel', panel: { kind: 'park', entry: { ...entry, ...change } } });
  const send = () => {
    const step = stepPark(entry, { kind: 'enter' }, view);
    if (step.kind === 'send')
      onWish({ kind: 'command', command: { name: 'park', reason: step.reason, minutes: step.minutes } });
  };
  const chosen = entry.reason !== null;
  return (
    <>
      <p>{chosen ? t.minutesHint : t.reasonHint}</p>
      <ol class="choices" data-picking={!chosen}>
        {view.rules.parkReasons.map(({ id, name }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={entry.reason === id}
              onMouseDown={keepFocus}
              onClick={() => to({ reason: id })}
            >
              <Kbd>{index + 1}</Kbd>
              <span>{words(name, language.value)}</span>
            </button>
          </li>
        ))}
      </ol>
      <fieldset class="options" disabled={!chosen}>
        <legend>{t.comesBack}</legend>
        <button
          type="button"
          aria-pressed={chosen && entry.minutes === ''}
          onMouseDown={keepFocus}
          onClick={() => to({ minutes: '' })}
        >
          {t.byItself}
        </button>
        {USUAL_MINUTES.map((count) => (
          <button
            type="button"
            key={count}
            aria-pressed={entry.minutes === String(count)}
            onMouseDown={keepFocus}
            onClick={() => to({ minutes: String(count) })}
          >
            {t.after({ count })}
          </button>
        ))}
      </fieldset>
      <button type="button" class="go" disabled={!chosen} onMouseDown={keepFocus} onClick={send}>
        <span>
          {entry.minutes === ''
            ? t.send({ number: view.ticket?.number ?? '' })
            : t.sendFor({ number: view.ticket?.number ?? '', count: Number(entry.minutes) })}
        </span>
        <Kbd>Enter</Kbd>
      </button>
    </>
  );
}
