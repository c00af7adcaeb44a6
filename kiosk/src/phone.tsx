import '@jiaohao/shared/ui/tokens.css';
import '@jiaohao/shared/ui/connection.css';
import '@jiaohao/shared/ui/emergency.css';
import '@jiaohao/shared/ui/guide-sheet.css';
import '@jiaohao/shared/ui/language-switch.css';
import './dialog.css';
import './input-mode.css';
import './phone/phone.css';
import { createApi } from '@jiaohao/shared/client/api.ts';
import { bringLanguages } from '@jiaohao/shared/client/languages.ts';
import { connectLive } from '@jiaohao/shared/client/live.ts';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { noteInputMode } from './input-mode.ts';
import { Phone } from './phone/app.tsx';
import { drawAttention } from './phone/attention.ts';
import { follow } from './phone/follow.ts';
import { tokenIn } from './phone/phase.ts';
import { createPhoneActions } from './phone/phone-actions.ts';
import { createPhoneState } from './phone/phone-state.ts';

document.documentElement.dataset['booted'] = 'true';

// The token stays in the address alone: nothing of it is kept on the phone.
const token = tokenIn(location.pathname);
const state = createPhoneState(navigator.language);
const api = createApi({ language: () => state.language.value, timeoutMs: 6000 });
const actions = createPhoneActions(state, api, token);

const live = connectLive(() => ({ ticket: token }), { reloadWhen: () => !state.busy.value });
live.socket.on('ticket', actions.show);
const stop = follow({ live, connection: state.connection, refresh: actions.refresh, page: document });

// Where there is no such ticket there is nothing to wait for.
effect(() => {
  if (!state.unknown.value) return;
  stop();
  live.stop();
});
// Over a phone's network only the one language that is read.
effect(() => void bringLanguages([state.wanted.value]));
effect(() => {
  document.documentElement.lang = state.language.value;
});
noteInputMode(window);
drawAttention(state);
render(<Phone state={state} actions={actions} />, document.getElementById('app') as HTMLElement);
