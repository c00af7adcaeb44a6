import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { minutes } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { Kbd } from './kbd.tsx';
import { type Candidate, candidates, meant, type NumberEntry, stepEntry } from './number-entry.ts';
import type { Wish } from './panel.ts';
import { numberCommand } from './panel-commands.ts';
import { language, texts } from './texts.ts';

/** Typing or picking a number. The field is read-only: its characters come by `event.code`, past any input method. */
export function NumberPanel({
  entry,
  view,
  onWish,
}: {
  entry: NumberEntry;
  view: CounterView;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const list = candidates(entry, view);
  const number = meant(entry, view);
  const send = (picked: string) => onWish({ kind: 'command', command: numberCommand(entry, picked) });
  const enter = () => {
    const step = stepEntry(entry, { kind: 'enter' }, view);
    if (step.kind === 'send') send(step.number);
    else if (step.kind === 'entry') onWish({ kind: 'panel', panel: { kind: 'number', entry: step.entry } });
  };
  const label =
    entry.purpose === 'call' && entry.here ? t.moves.numbers.hereIt : t.moves.numbers[entry.purpose].send;

  return (
    <>
      <p>{t.moves.numbers[entry.purpose].hint}</p>
      <div class="typed">
        <input aria-label={t.number} value={entry.typed} readOnly inputMode="none" placeholder="A000" />
        <button type="button" class="go" disabled={list.length === 0} onClick={enter}>
          <span>{number === null ? t.confirmNumber : label({ number })}</span>
          <Kbd>Enter</Kbd>
        </button>
      </div>
      {entry.purpose === 'call' && (
        <button
          type="button"
          class="toggle"
          aria-pressed={entry.here}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() =>
            onWish({ kind: 'panel', panel: { kind: 'number', entry: { ...entry, here: !entry.here } } })
          }
        >
          <span>{t.moves.numbers.here}</span>
          <Kbd>*</Kbd>
        </button>
      )}
      <p class="pick" data-picking={entry.picking} role="status">
        {entry.picking ? t.pickHint : ''}
      </p>
      <ol class="choices" data-picking={entry.picking}>
        {list.map((candidate, index) => (
          <li key={candidate.number}>
            <button type="button" onClick={() => send(candidate.number)}>
              <Kbd>{index + 1}</Kbd>
              <b>{candidate.number}</b>
              <span>{describe(candidate, view)}</span>
            </button>
          </li>
        ))}
        {list.length === 0 && entry.typed === '' && (
          <li class="none">{t.moves.numbers[entry.purpose].none}</li>
        )}
      </ol>
    </>
  );
}

function describe({ number, entry }: Candidate, view: CounterView): string {
  const t = texts.value;
  const letter = number.replace(/\d+$/, '');
  const queue = view.queues.find((one) =>
    entry ? one.serviceId === entry.serviceId : one.letter === letter,
  );
  const name = words(queue?.name, language.value);
  const state = entry ? t.minutes({ count: minutes(tick.value - entry.queuedAt) }) : t.notInList;
  const parked = view.parked.find((one) => one === entry);
  const aside = parked ? words(parked.reason, language.value) : '';
  const missed = entry !== null && view.missed.includes(entry) ? t.missed : '';
  return [name, missed, aside, state].filter(Boolean).join(' · ');
}
