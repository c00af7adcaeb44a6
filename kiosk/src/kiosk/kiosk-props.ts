import type { KioskActions } from './kiosk-actions.ts';
import type { KioskState } from './kiosk-state.ts';

/** What every part of the kiosk's screen is drawn from. */
export interface KioskProps {
  state: KioskState;
  actions: KioskActions;
}
