import type { Api } from '@jiaohao/shared/client/api.ts';
import { listenForScans } from '@jiaohao/shared/client/scanner.ts';
import type { KioskActions } from './kiosk-actions.ts';
import type { KioskState } from './kiosk-state.ts';
import { listenForKeys } from './physical-keys.ts';
import { createScans } from './scans.ts';
import { createSpeech } from './speech.ts';
import { watchStaffDoor } from './staff-door.ts';

interface LaterParts {
  state: KioskState;
  actions: KioskActions;
  api: Api;
  token(): string | null;
}

/** What a kiosk can do without in its first second: scanner, voice, keypad. A script of its own. */
export function startLater({ state, actions, api, token }: LaterParts): void {
  const speech = createSpeech(state, token);
  listenForScans(window, { onScan: createScans(state, actions, api) });
  listenForKeys(window, state, actions, speech);
  watchStaffDoor(window, state);
}
