import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { besides, type CounterLine, type HallDirectory } from './hall-directory.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import { transferCommand } from './panel-commands.ts';
import { PickList } from './pick-list.tsx';
import { language, texts } from './texts.ts';
import { destinationOf, PLACES, type TransferEntry } from './transfer-entry.ts';

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Sending the customer in hand on: where to, which place in the queue, and whether they come back. */
export function TransferPanel({
  entry,
  view,
  hall,
  onWish,
}: {
  entry: TransferEntry;
  view: CounterView;
  hall: HallDirectory | null;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const to = destinationOf(entry, view, hall);
  const others = hall && besides(hall, view);
  const change = (next: Partial<TransferEntry>) =>
    onWish({ kind: 'panel', panel: { kind: 'transfer', entry: { ...entry, ...next } } });
  const number = view.ticket?.number ?? '';
  return (
    <>
      <p>{t.moves.transfer.hint}</p>
      <div class="two-lists">
        {(['counters', 'services'] as const).map((list) => (
          <section key={list} data-active={entry.list === list}>
            <h3>
              {t.moves.transfer[list]} {entry.list !== list && <Kbd>/</Kbd>}
            </h3>
            {list === 'counters' ? (
              <PickList
                typed={entry.typed}
                list={others?.counters ?? []}
                label={t.moves.transfer.counters}
                waiting={hall === null}
                active={entry.list === 'counters'}
                describe={(line) => <CounterWords line={line} />}
                onPick={(line) => change({ list, typed: String(line.number) })}
              />
            ) : (
              <PickList
                typed={entry.typed}
                list={others?.services ?? []}
                label={t.moves.transfer.services}
                waiting={hall === null}
                active={entry.list === 'services'}
                describe={(line) => (
                  <>
                    <b>{line.letter}</b>
                    <span>{words(line.name, language.value)}</span>
                    <em>{line.barred ? t.moves.services.inHand : t.moves.people(line.waiting)}</em>
                  </>
                )}
                onPick={(line) => change({ list, typed: String(line.number) })}
              />
            )}
          </section>
        ))}
      </div>
      <fieldset class="options">
        <legend>
          {t.moves.transfer.place} <Kbd>+</Kbd>
        </legend>
        {PLACES.map((place) => (
          <button
            type="button"
            key={place}
            aria-pressed={entry.place === place}
            onMouseDown={keepFocus}
            onClick={() => change({ place })}
          >
            {t.moves.transfer.places[place]}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="toggle"
        aria-pressed={entry.back}
        onMouseDown={keepFocus}
        onClick={() => change({ back: !entry.back })}
      >
        <span>{t.moves.transfer.back({ counter: view.counter.number })}</span>
        <Kbd>*</Kbd>
      </button>
      <button
        type="button"
        class="go"
        disabled={to === null}
        onMouseDown={keepFocus}
        onClick={() => to && onWish({ kind: 'command', command: transferCommand(entry, to) })}
      >
        <span>
          {to === null
            ? t.confirmNumber
            : to.kind === 'counter'
              ? t.moves.transfer.toCounter({ number, counter: to.counter.number })
              : t.moves.transfer.toService({ number, service: words(to.service.name, language.value) })}
        </span>
        <Kbd>Enter</Kbd>
      </button>
    </>
  );
}

function CounterWords({ line }: { line: CounterLine }) {
  const t = texts.value;
  const state = line.barred ? t.moves.transfer.here : t.moves.transfer.states[line.state];
  return (
    <>
      <span>{line.clerkName ?? words(line.name, language.value)}</span>
      <em data-state={line.state}>{state}</em>
    </>
  );
}
