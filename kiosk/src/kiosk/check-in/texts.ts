import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { kioskCheckIn as en } from '@jiaohao/shared/i18n/en/kiosk-check-in.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { kioskCheckIn as zh } from '@jiaohao/shared/i18n/zh-CN/kiosk-check-in.ts';
import type { KioskState } from '../kiosk-state.ts';

const checkInTexts = inEveryLanguage(zh, en, ({ kioskCheckIn }) => kioskCheckIn);

/** Texts of checking in: imported by its own screens only. */
export const checkInTextsOf = (state: KioskState) =>
  checkInTexts(state.comfort.language.value, hallProfile.value);
export type CheckInTexts = ReturnType<typeof checkInTexts>;
