import type { KioskState } from '../kiosk-state.ts';
import type { StaffApi } from './staff-api.ts';
import type { StaffTexts } from './staff-texts.ts';

/** What every part of the staff's menu is drawn from. */
export interface StaffProps {
  api: StaffApi;
  state: KioskState;
  t: StaffTexts;
}
