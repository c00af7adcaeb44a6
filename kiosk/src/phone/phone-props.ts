import type { PhoneActions } from './phone-actions.ts';
import type { PhoneState } from './phone-state.ts';

/** What every part of the phone page is drawn from. */
export interface PhoneProps {
  state: PhoneState;
  actions: PhoneActions;
}
