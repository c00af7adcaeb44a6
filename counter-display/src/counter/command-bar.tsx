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
function PrimaryWords({ command, held }: { command: Command; held: boolean }) {
  const t = texts.value;
  const outcome =
    command.name === 'call-next' ? command.finish : command.name === 'finish' ? command.outcome : null;
  const what = command.name === 'call-next' && outcome ? t.finishAndNext : commandWords.value[command.name];
  // An emergency: with nobody in hand there is nothing to press, and that is why.
  const why = held && command.name === 'call-next' ? t.moves.held : outcome && t.outcomes[outcome];
  return (
    <span>
      {what}
      {why && <span class="as">{why}</span>}
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
  const held = terminal.held.value;

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
      title={held && !enabled ? t.moves.held : undefined}
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
          data-held={held && primary.name === 'call-next'}
          aria-disabled={busy || !terminal.settled.value || (held && primary.name === 'call-next')}
          aria-keyshortcuts="Enter"
          onMouseDown={keepFocus}
          onClick={onPrimary}
        >
          <PrimaryWords command={primary} held={held} />
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
          const { move, possible } = moveAt(slot, can, terminal.usual.value);
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
