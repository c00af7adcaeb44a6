import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Command } from './commands.ts';
import { Kbd } from './kbd.tsx';
import { type Move, moveAt, SLOTS } from './moves.ts';
import type { Panel } from './panel.ts';
import type { Situation } from './situation.ts';
import type { Terminal } from './terminal.ts';
import { commandWords, texts } from './texts.ts';

/** The words of the big button: what it does, and with which outcome. */
function PrimaryWords({ command }: { command: Command }) {
  const t = texts.value;
  if (command.name !== 'call-next' || command.finish === null)
    return <span>{commandWords.value[command.name]}</span>;
  return (
    <span>
      {t.finishAndNext}
      <span class="as">{t.outcomes[command.finish]}</span>
    </span>
  );
}

/** Buttons never take the focus from a mouse, so that Enter stays the primary key after a click. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

export function CommandBar({
  terminal,
  situation,
  onPrimary,
  onMove,
  onPanel,
  onOtherCounter,
}: {
  terminal: Terminal;
  situation: Situation;
  onPrimary: () => void;
  onMove: (move: Move) => void;
  onPanel: (panel: Panel) => void;
  onOtherCounter: () => void;
}) {
  const t = texts.value;
  const primary = terminal.primary.value;
  const can = terminal.can.value;
  const busy = terminal.pending.value !== null;

  const view = terminal.view.value;
  const undo = view?.undo;
  /** How many the key leads to. */
  const count: Partial<Record<Move, number>> = {
    return: view?.missed.length,
    'resume-ticket': view?.parked.length,
  };

  const key = (move: Move, kbd: string, enabled: boolean, act: () => void) => (
    <button
      type="button"
      class="key"
      key={kbd || move}
      data-command={move}
      data-busy={terminal.pending.value === move}
      disabled={!enabled}
      onMouseDown={keepFocus}
      onClick={act}
    >
      <span>{move === 'undo' && undo ? <Undo undo={undo} /> : commandWords.value[move]}</span>
      {count[move] ? <b class="count">{count[move]}</b> : null}
      {kbd && <Kbd>{kbd}</Kbd>}
    </button>
  );

  return (
    <div class="commands">
      {primary ? (
        <button
          type="button"
          class="primary"
          data-command={primary.name}
          data-busy={busy}
          aria-disabled={busy || !terminal.settled.value}
          aria-keyshortcuts="Enter"
          onMouseDown={keepFocus}
          onClick={onPrimary}
        >
          <PrimaryWords command={primary} />
          <Kbd>Enter</Kbd>
        </button>
      ) : (
        <button type="button" class="primary" onMouseDown={keepFocus} onClick={onOtherCounter}>
          <span>{t.otherCounter}</span>
          <Kbd>Enter</Kbd>
        </button>
      )}
      <div class="keys" data-situation={situation.kind}>
        {SLOTS.map((slot) => {
          const { move, possible } = moveAt(slot, can);
          // Closing has no key of its own: it would be pressed by mistake.
          return !possible && move === 'no-show' && can.has('close')
            ? key('close', '', true, () => onMove('close'))
            : key(move, slot.kbd, possible, () => onMove(move));
        })}
        <button type="button" class="key" onMouseDown={keepFocus} onClick={() => onPanel({ kind: 'keys' })}>
          <span>{t.keysTitle}</span>
          <Kbd>F2</Kbd>
        </button>
      </div>
    </div>
  );
}

/** What would be taken back, and how long it still can be. */
function Undo({ undo }: { undo: NonNullable<CounterView['undo']> }) {
  const t = texts.value;
  const seconds = Math.max(0, Math.ceil((undo.until - tick.value) / 1000));
  return (
    <>
      {t.moves.undo[undo.was]({ number: undo.number })} <small>{t.moves.undo.seconds({ seconds })}</small>
    </>
  );
}
