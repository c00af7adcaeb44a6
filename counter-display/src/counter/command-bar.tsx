import type { Command } from './commands.ts';
import { Kbd } from './kbd.tsx';
import { emptyEntry } from './number-entry.ts';
import type { Panel } from './panel.ts';
import type { Situation } from './situation.ts';
import type { Terminal } from './terminal.ts';
import { type Texts, texts } from './texts.ts';

/** The words of the big button: what it does, and with which outcome. */
function PrimaryWords({ command }: { command: Command }) {
  const t = texts.value;
  if (command.name !== 'call-next' || command.finish === null) return <span>{t.commands[command.name]}</span>;
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
  onCommand,
  onPanel,
  onOtherCounter,
}: {
  terminal: Terminal;
  situation: Situation;
  onPrimary: () => void;
  onCommand: (command: Command) => void;
  onPanel: (panel: Panel) => void;
  onOtherCounter: () => void;
}) {
  const t = texts.value;
  const primary = terminal.primary.value;
  const can = terminal.can.value;
  const busy = terminal.pending.value !== null;

  const key = (name: keyof Texts['commands'], kbd: string, enabled: boolean, act: () => void) => (
    <button
      type="button"
      class="key"
      data-command={name}
      data-busy={terminal.pending.value === name}
      disabled={!enabled}
      onMouseDown={keepFocus}
      onClick={act}
    >
      <span>{t.commands[name]}</span>
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
        {key('recall', '*', can.has('recall'), () => onCommand({ name: 'recall' }))}
        {key('finish', '.', can.has('finish'), () =>
          onCommand({ name: 'finish', outcome: terminal.outcome.value }),
        )}
        {key('no-show', '9', can.has('no-show'), () => onCommand({ name: 'no-show' }))}
        {key('call', '+', can.has('call'), () => onPanel({ kind: 'number', entry: emptyEntry('call') }))}
        {key('return', '7', can.has('return'), () =>
          onPanel({ kind: 'number', entry: emptyEntry('return') }),
        )}
        {key('pause', 'F9', can.has('pause'), () => onPanel({ kind: 'pause' }))}
        {key('close', '', can.has('close'), () => onCommand({ name: 'close' }))}
        <button type="button" class="key" onMouseDown={keepFocus} onClick={() => onPanel({ kind: 'keys' })}>
          <span>{t.keysTitle}</span>
          <Kbd>F2</Kbd>
        </button>
      </div>
    </div>
  );
}
