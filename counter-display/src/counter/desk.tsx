import type { Connection } from '@jiaohao/shared/client/live.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { EmergencyBar } from '@jiaohao/shared/ui/emergency-bar.tsx';
import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import { CommandBar } from './command-bar.tsx';
import { focusNote } from './detail-ticks.tsx';
import { ASKS_MORE } from './finish-details.ts';
import { wishFor } from './moves.ts';
import { emptyEntry } from './number-entry.ts';
import type { Panel, Wish } from './panel.ts';
import { PanelDialog } from './panel-dialog.tsx';
import { QueueAside } from './queue-aside.tsx';
import type { Terminal } from './terminal.ts';
import { language, texts } from './texts.ts';
import { TicketCard } from './ticket-card.tsx';
import { TopBar } from './top-bar.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useScans } from './use-scans.ts';

const reliever = (panel: Panel | null): string | undefined =>
  panel?.kind === 'relief' ? panel.entry.who?.id : undefined;

/** The page of one counter. */
export function Desk({
  terminal,
  connection,
  wanted,
  onAsked,
  onOtherCounter,
  onChangePassword,
  onSetPin,
  onRelieved,
  onSignOut,
}: {
  terminal: Terminal;
  connection: Connection;
  /** The counter that this person, who holds this one, asks for. */
  wanted: string | null;
  /** That was asked about, or need not be: this counter is not theirs any more. */
  onAsked: (mine: boolean) => void;
  onOtherCounter: () => void;
  onChangePassword: () => void;
  onSetPin: () => void;
  /** Somebody else is signed in here now. */
  onRelieved: (now: WhoAmI) => void;
  onSignOut: () => Promise<void>;
}) {
  const panel = useSignal<Panel | null>(null);

  const grant = useCallback(
    (wish: Wish) => {
      switch (wish.kind) {
        case 'primary':
          if (terminal.situation.value?.kind === 'taken') onOtherCounter();
          void terminal.press(terminal.primary.value).then((done) => {
            if (done) panel.value = null;
          });
          return;
        case 'outcome':
          terminal.choose(wish.outcome);
          // In the panel of changing counters Enter leads on to what goes with it.
          if (panel.value?.kind !== 'change' && ASKS_MORE.has(wish.outcome))
            panel.value = { kind: 'outcome', outcome: wish.outcome };
          return;
        case 'details':
          terminal.detail(wish.details);
          return;
        case 'other-counter':
          // Who stands in by PIN stays here.
          if (!terminal.me.byPin) onOtherCounter();
          return;
        case 'note':
          focusNote();
          return;
        case 'relieve':
          // Whatever becomes of it, the PIN is not typed on.
          if (panel.value?.kind === 'relief')
            panel.value = { kind: 'relief', entry: { ...panel.value.entry, pin: '' } };
          void terminal.relieve(wish).then((now) => {
            if (now) onRelieved(now);
          });
          return;
        case 'print-guide':
          void terminal.printGuide(wish.serviceId, language.value);
          return;
        case 'tell-guide':
          void terminal.tellGuide(wish.serviceId);
          return;
        case 'panel':
          // What was said of one colleague's PIN is not another's.
          if (wish.panel?.kind === 'relief' && reliever(wish.panel) !== reliever(panel.value))
            terminal.hush();
          // What was said about the page does not belong to the panel.
          if (panel.value === null) {
            terminal.hush();
            if (wish.panel?.kind === 'transfer' || wish.panel?.kind === 'service') void terminal.lookAround();
          }
          if (wish.panel?.kind === 'relief' && panel.value?.kind !== 'relief') void terminal.askRelievers();
          if (wish.panel === null) terminal.holdUndo();
          panel.value = wish.panel;
          return;
        case 'command':
          void terminal.press(wish.command).then((done) => {
            if (done) panel.value = null;
          });
          return;
        default:
          wish satisfies never;
      }
    },
    [terminal, panel, onOtherCounter, onRelieved],
  );
  useDeskKeys(terminal, panel, grant);
  useScans(terminal, grant);

  const to = wanted === null ? undefined : terminal.hall.value?.counters.find(({ id }) => id === wanted);
  const known = terminal.view.value !== null && terminal.hall.value !== null;
  useEffect(() => {
    if (wanted === null || !known) return;
    const mine = terminal.view.value?.clerk?.id === terminal.me.id;
    if (to?.state === 'closed' && mine) panel.value = { kind: 'change', entry: { to, step: 'ask' } };
    onAsked(mine);
  }, [wanted, known]);

  const view = terminal.view.value;
  const situation = terminal.situation.value;
  if (!view || !situation) {
    return (
      <main class="entry">
        <p role="status">{texts.value.connecting}</p>
        <button type="button" class="plain" onClick={onOtherCounter}>
          {texts.value.otherCounter}
        </button>
      </main>
    );
  }

  const open = (next: Panel) => grant({ kind: 'panel', panel: next });
  return (
    <div class="desk">
      <TopBar view={view} me={terminal.me} connection={connection} onMenu={() => open({ kind: 'menu' })} />
      <EmergencyBar emergency={view.emergency} language={language.value} means="terminal" />
      <main class="hands">
        <TicketCard terminal={terminal} view={view} situation={situation} onWish={grant} />
        <CommandBar
          terminal={terminal}
          situation={situation}
          onPrimary={() => grant({ kind: 'primary' })}
          onMove={(move) => grant(wishFor(move, { view, outcome: terminal.outcome.value }))}
          onPanel={open}
          onOtherCounter={onOtherCounter}
        />
      </main>
      <QueueAside
        terminal={terminal}
        view={view}
        can={terminal.can.value}
        onNumber={(purpose, number) => open({ kind: 'number', entry: emptyEntry(purpose, number) })}
      />
      {panel.value && (
        <PanelDialog
          panel={panel.value}
          terminal={terminal}
          view={view}
          onWish={grant}
          onOtherCounter={onOtherCounter}
          onChangePassword={onChangePassword}
          onSetPin={onSetPin}
          onSignOut={onSignOut}
        />
      )}
      <Announcer view={view} situation={situation} />
    </div>
  );
}
