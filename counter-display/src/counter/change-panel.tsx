import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { type ChangePanel, type ChangeRow, changeGo, changeParkRows, changeRows } from './change-entry.ts';
import { DetailTicks } from './detail-ticks.tsx';
import { ASKS_MORE, prints } from './finish-details.ts';
import { Kbd } from './kbd.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import type { Wish } from './panel.ts';
import type { Terminal } from './terminal.ts';
import { language, type Texts, texts } from './texts.ts';

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Going over to another counter: with somebody in hand, what is to become of them. */
export function ChangePanelBody({
  panel,
  terminal,
  view,
  onWish,
}: {
  panel: ChangePanel;
  terminal: Terminal;
  view: CounterView;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value;
  const { to, step } = panel.entry;
  const [from, number] = [view.counter.number, view.ticket?.number];
  const outcome = terminal.outcome.value;
  const go = changeGo(panel, { view, outcome });

  if (step === 'ask' && number !== undefined) {
    return (
      <>
        <p>{t.change.inHand({ from, to: to.number, number })}</p>
        <ol class="choices ways">
          {changeRows(panel, { view, can: terminal.can.value }).map((row, index) => (
            <li key={row.way}>
              <button
                type="button"
                disabled={row.wish === null}
                onMouseDown={keepFocus}
                onClick={() => row.wish && onWish(row.wish)}
              >
                <Kbd>{index + 1}</Kbd>
                <span>
                  {t.change.ways[row.way]({ number, to: to.number })}
                  <small>{hintOf(row, panel, view, t)}</small>
                </span>
              </button>
            </li>
          ))}
        </ol>
      </>
    );
  }
  if (step === 'park') {
    return (
      <>
        <p>{t.change.parkWhy({ number: number ?? '', to: to.number })}</p>
        <ol class="choices">
          {changeParkRows(panel, view).map(({ id, name, wish }, index) => (
            <li key={id}>
              <button type="button" onMouseDown={keepFocus} onClick={() => onWish(wish)}>
                <Kbd>{index + 1}</Kbd>
                <span>{words(name, language.value)}</span>
              </button>
            </li>
          ))}
        </ol>
      </>
    );
  }
  return (
    <>
      {step === 'ask' && <p>{t.change.ask({ from, to: to.number })}</p>}
      {step === 'finish' && <OutcomeChoice terminal={terminal} onWish={onWish} />}
      {step === 'details' && (
        <DetailTicks outcome={outcome} terminal={terminal} view={view} onWish={onWish} />
      )}
      <button
        type="button"
        class="go"
        disabled={go === null}
        onMouseDown={keepFocus}
        onClick={() => go && onWish(go)}
      >
        <span>{goWords(panel, terminal, t)}</span>
        <Kbd>Enter</Kbd>
      </button>
    </>
  );
}

function goWords({ entry }: ChangePanel, terminal: Terminal, t: Texts): string {
  const to = entry.to.number;
  const outcome = terminal.outcome.value;
  if (entry.step === 'ask') return t.change.go({ to });
  if (entry.step === 'finish' && ASKS_MORE.has(outcome)) return t.change.goOn;
  const said = { outcome: t.outcomes[outcome], to };
  return prints(outcome, terminal.details.value) ? t.change.finishPrinting(said) : t.change.finishAs(said);
}

/** What the way means for the customer, or why it is not open now. */
function hintOf(
  { way, wish }: ChangeRow,
  { entry: { to } }: ChangePanel,
  view: CounterView,
  t: Texts,
): string {
  const { hints } = t.change;
  if (way === 'finish') return wish === null ? hints.notCome : hints.finish;
  if (way === 'park') return hints.park;
  if (wish === null) return hints.held;
  const serves = to.services.indexOf(view.ticket?.serviceId ?? '') >= 0;
  const goes = view.ticket?.status === 'called' ? hints.calledAgain : hints.goesOn;
  return [goes({ to: to.number }), ...(serves ? [] : [hints.notServed({ to: to.number })])].join(
    t.change.semicolon,
  );
}
