import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/connection.css';
import '@jiaohao/shared/ui/guide-sheet.css';
import '@jiaohao/shared/ui/pairing.css';
import './kiosk/kiosk.css';
import './dialog.css';
import './input-mode.css';
import { createApi } from '@jiaohao/shared/client/api.ts';
import { createDevice, isRevoked } from '@jiaohao/shared/client/device.ts';
import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { connectLive } from '@jiaohao/shared/client/live.ts';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { noteInputMode } from './input-mode.ts';
import { Dialogs, Emergency, Kiosk, ResultScreen } from './kiosk/app.tsx';
import { createComfort } from './kiosk/comfort.ts';
import { GuideDialog } from './kiosk/guide-lazy.ts';
import { createKioskActions } from './kiosk/kiosk-actions.ts';
import { createKioskState } from './kiosk/kiosk-state.ts';
import { lazily } from './kiosk/lazy.tsx';
import { createMenuFeed } from './kiosk/menu-feed.ts';
import { OnScreen } from './kiosk/on-screen-lazy.ts';
import { createSlipLoader } from './kiosk/slip-loader.ts';
import { swallowStrayInput } from './kiosk/stray-input.ts';

const TICK_MS = 250;
const Pairing = lazily(() => import('@jiaohao/shared/ui/pairing.tsx').then((part) => part.Pairing));

document.documentElement.dataset['booted'] = 'true';

const device = createDevice('kiosk');
const revoked = signal(false);
const comfort = createComfort();
const state = createKioskState(comfort);
const api = createApi({
  token: () => device.token.value,
  language: () => comfort.language.value,
  timeoutMs: 4000,
});
const actions = createKioskActions(state, api);
const loadSlip = createSlipLoader(() => device.token.value);

/** The manager switched this kiosk off: it waits to be paired again. */
function unpair(): void {
  actions.reset();
  revoked.value = true;
  device.forget();
}

effect(() => {
  if (device.token.value === null) return;
  revoked.value = false;
  return follow(device.token.value);
});

/** While paired: menu and slips by the hub's pushes, and what this kiosk shows reported to the hub. */
function follow(token: string): () => void {
  const live = connectLive(() => ({ token }), { reloadWhen: () => state.isIdle.value });
  const feed = createMenuFeed({
    load: () => api.get<Menu>('/api/menu'),
    onMenu: (menu) => {
      comfort.offer(menu.languages);
      hallProfile.value = menu.profile;
      state.menu.value = menu;
    },
    onError: (error) => {
      if (isRevoked(error)) unpair();
    },
  });
  live.socket.on('board', feed.nudge);
  live.socket.on('connect', feed.nudge);
  live.socket.on('slip', actions.slip);
  live.socket.on('help', actions.helpComes);
  feed.start();
  const stopEffects = [
    effect(() => {
      state.connection.value = live.connection.value;
    }),
    effect(() => {
      if (live.refused.value === 'device-revoked') unpair();
    }),
    effect(() => {
      const shown = state.showing.value;
      if (live.connection.value === 'online') live.socket.emit('showing', shown);
    }),
  ];
  return () => {
    for (const stop of stopEffects) stop();
    feed.stop();
    live.stop();
  };
}

function App() {
  if (device.token.value === null) {
    const what = revoked.value ? state.c.value.revoked : state.t.value.pairWhat;
    return <Pairing device={device} texts={state.c.value} what={what} />;
  }
  return (
    <Kiosk
      state={state}
      actions={actions}
      loadSlip={loadSlip}
      api={api}
      token={() => device.token.value}
      unpair={() => {
        actions.leaveStaff();
        device.forget();
      }}
    />
  );
}

/** What can wait until the page stands; where it cannot be had now, it comes with the next load. */
async function startLater(): Promise<void> {
  for (const part of [ResultScreen, Emergency, Dialogs, OnScreen, GuideDialog]) part.warm();
  const later = await import('./kiosk/later.ts').catch(() => null);
  later?.startLater({ state, actions, api, token: () => device.token.value });
}

comfort.apply(document.documentElement);
noteInputMode(window);
swallowStrayInput(window);
for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, actions.touched, true);
setInterval(actions.tick, TICK_MS);
render(<App />, document.getElementById('app') as HTMLElement);
void startLater();
