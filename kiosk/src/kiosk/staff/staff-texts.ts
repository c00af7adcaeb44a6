import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { kioskStaff as en } from '@jiaohao/shared/i18n/en/kiosk-staff.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { kioskStaff as zh } from '@jiaohao/shared/i18n/zh-CN/kiosk-staff.ts';
import type { KioskState } from '../kiosk-state.ts';

const staffTexts = inEveryLanguage(zh, en, ({ kioskStaff }) => kioskStaff);

export const staffTextsOf = (state: KioskState) =>
  staffTexts(state.comfort.language.value, hallProfile.value);
export type StaffTexts = ReturnType<typeof staffTexts>;
