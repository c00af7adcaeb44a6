import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useEffect, useRef } from 'preact/hooks';
import { ChangePanelBody } from './change-panel.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { Kbd } from './kbd.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { MenuPanel } from './menu-panel.tsx';
import { NumberPanel } from './number-panel.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import type { Panel, Wish } from './panel.ts';
import { ParkPanel } from './park-panel.tsx';
import { PausePanel } from './pause-panel.tsx';
import { PriorityPanel } from './priority-panel.tsx';
import { ReliefPanel } from './relief-panel.tsx';
import { SayingLine } from './saying-line.tsx';
import { ServicePanel } from './service-panel.tsx';
import { helps } from './situation.ts';
import type { Terminal } from './terminal.ts';
import { language, type Texts, texts } from './texts.ts';
import { TransferPanel } from './transfer-panel.tsx';

/** The one thing that lies over the page. `<dialog>` keeps the focus inside and the rest inert. */
export function PanelDialog({
  panel,
  terminal,
  view,
  onWish,
  onOtherCounter,
  onChangePassword,
  onSetPin,
  onSignOut,
}: {
  panel: Panel;
  terminal: Terminal;
  view: CounterView;
  onWish: (wish: Wish) => void;
  onOtherCounter: () => void;
  onChangePassword: () => void;
  onSetPin: () => void;
  onSignOut: () => Promise<void>;
}) {
  const t = texts.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The first button must not be what Enter presses.
    title.current?.focus();
    return () => shown?.close();
  }, []);

  const close = () => onWish({ kind: 'panel', panel: null });
  return (
    <dialog
      class="panel"
      data-kind={panel.kind}
      ref={dialog}
      aria-labelledby="panel-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
      onKeyDown={() => {}}
    >
      <div class="panel-inside">
        <header>
          <h2 id="panel-title" tabIndex={-1} ref={title}>
            {titleOf(panel, view, terminal, t)}
          </h2>
          <button type="button" class="plain" onClick={close}>
            {t.back} <Kbd>-</Kbd>
          </button>
        </header>
        {panel.kind === 'pause' && (
          <PausePanel
            panel={panel}
            view={view}
            can={terminal.can.value}
            mayChange={!terminal.me.byPin}
            onWish={onWish}
          />
        )}
        {panel.kind === 'park' && <ParkPanel entry={panel.entry} view={view} onWish={onWish} />}
        {panel.kind === 'service' && (
          <ServicePanel entry={panel.entry} view={view} hall={terminal.hall.value} onWish={onWish} />
        )}
        {panel.kind === 'transfer' && (
          <TransferPanel entry={panel.entry} view={view} hall={terminal.hall.value} onWish={onWish} />
        )}
        {panel.kind === 'priority' && (
          <PriorityPanel panel={panel} view={view} helps={helps(terminal.me)} onWish={onWish} />
        )}
        {panel.kind === 'relief' && (
          <ReliefPanel
            entry={panel.entry}
            terminal={terminal}
            view={view}
            onWish={onWish}
            onSetPin={onSetPin}
          />
        )}
        {panel.kind === 'number' && <NumberPanel entry={panel.entry} view={view} onWish={onWish} />}
        {panel.kind === 'keys' && <KeysPanel />}
        {panel.kind === 'outcome' && (
          <OutcomePanel outcome={panel.outcome} terminal={terminal} view={view} onWish={onWish} />
        )}
        {panel.kind === 'change' && (
          <ChangePanelBody panel={panel} terminal={terminal} view={view} onWish={onWish} />
        )}
        {panel.kind === 'guide' && (
          <GuidePanel serviceId={panel.serviceId} terminal={terminal} view={view} onWish={onWish} />
        )}
        {panel.kind === 'menu' && (
          <MenuPanel
            terminal={terminal}
            onWish={onWish}
            onOtherCounter={onOtherCounter}
            onChangePassword={onChangePassword}
            onSetPin={onSetPin}
            onSignOut={onSignOut}
          />
        )}
        <SayingLine
          saying={terminal.saying.value}
          pending={terminal.pending.value !== null || terminal.relieving.value}
          onPrintAgain={terminal.printAgain}
        />
      </div>
    </dialog>
  );
}

function titleOf(panel: Panel, view: CounterView, terminal: Terminal, t: Texts): string {
  const number = view.ticket?.number ?? '';
  switch (panel.kind) {
    case 'pause':
      return t.pauseTitle;
    case 'keys':
      return t.keysTitle;
    case 'menu':
      return t.menu;
    case 'outcome':
      return t.outcomes[panel.outcome];
    case 'change':
      return t.change.title({ to: panel.entry.to.number });
    case 'guide': {
      const name = terminal.guides.value.get(panel.serviceId)?.serviceName;
      return name ? words(name, language.value) : t.guide.title;
    }
    case 'number':
      return t.moves.numbers[panel.entry.purpose].title;
    case 'park':
      return t.moves.park.title({ number });
    case 'service':
      return t.moves.services[panel.entry.purpose].title({ number });
    case 'priority':
      return t.moves.priority.title({ number });
    case 'relief':
      return panel.entry.who ? t.relief.pinTitle(panel.entry.who) : t.relief.title;
    case 'transfer':
      return t.moves.transfer.title({ number });
    default:
      return panel satisfies never;
  }
}
