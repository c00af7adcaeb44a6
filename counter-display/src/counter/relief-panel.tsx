import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { Kbd } from './kbd.tsx';
import type { Wish } from './panel.ts';
import { PickList } from './pick-list.tsx';
import { isWholePin, meantReliever, type ReliefEntry, type ReliefLine, takenBy } from './relief-entry.ts';
import type { Terminal } from './terminal.ts';
import { texts } from './texts.ts';

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** A colleague takes over: who, then their PIN. */
export function ReliefPanel({
  entry,
  terminal,
  view,
  onWish,
  onSetPin,
}: {
  entry: ReliefEntry;
  terminal: Terminal;
  view: CounterView;
  onWish: (wish: Wish) => void;
  onSetPin: () => void;
}) {
  const t = texts.value.relief;
  const lines = terminal.relievers.value;
  const meant = lines && meantReliever(entry, lines);
  const go = (next: ReliefEntry) => onWish({ kind: 'panel', panel: { kind: 'relief', entry: next } });
  if (entry.who) return <PinEntry entry={entry} who={entry.who} onWish={onWish} />;
  const mine = view.clerk?.id === terminal.me.id;
  return (
    <>
      <p>{t.hint}</p>
      {(view.ticket || view.state === 'paused') && (
        <p>{view.ticket ? t.stays({ number: view.ticket.number }) : t.pauseEnds}</p>
      )}
      {mine && terminal.me.reliefPin === false && (
        <p class="own-pin">
          <span>{t.ownMissing}</span>
          <button type="button" class="plain" onMouseDown={keepFocus} onClick={onSetPin}>
            {t.set}
          </button>
        </p>
      )}
      <PickList
        typed={entry.typed}
        list={lines ?? []}
        label={t.people}
        waiting={lines === null}
        describe={(line) => (
          <>
            <span>
              {line.name} {line.staffNumber !== null && <small>{line.staffNumber}</small>}
            </span>
            <em>{stateOf(line)}</em>
          </>
        )}
        onPick={(line) => go(takenBy(line))}
      />
      <button
        type="button"
        class="go"
        disabled={!meant}
        onMouseDown={keepFocus}
        onClick={() => meant && go(takenBy(meant))}
      >
        <span>{t.next}</span>
        <Kbd>Enter</Kbd>
      </button>
    </>
  );
}

/** The field is read-only: digits come by `event.code`, and no browser offers to keep them. */
function PinEntry({
  entry,
  who,
  onWish,
}: {
  entry: ReliefEntry;
  who: ReliefLine;
  onWish: (wish: Wish) => void;
}) {
  const t = texts.value.relief;
  return (
    <>
      <p>{t.pinHint}</p>
      <div class="typed pin">
        <input
          aria-label={t.pin}
          aria-describedby="pin-typed"
          value={'•'.repeat(entry.pin.length)}
          readOnly
          inputMode="none"
          autocomplete="off"
          placeholder={t.digits}
        />
        <button
          type="button"
          class="go"
          disabled={!isWholePin(entry)}
          onMouseDown={keepFocus}
          onClick={() => onWish({ kind: 'relieve', clerkId: who.id, pin: entry.pin })}
        >
          <span>{t.send}</span>
          <Kbd>Enter</Kbd>
        </button>
      </div>
      <p id="pin-typed" class="visually-hidden" role="status">
        {t.typed({ count: entry.pin.length })}
      </p>
    </>
  );
}

function stateOf({ hasPin, counter }: ReliefLine): string {
  const t = texts.value.relief;
  if (counter !== null) return t.atCounter({ counter });
  return hasPin ? '' : t.noPin;
}
