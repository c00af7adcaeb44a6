import { hallProfile } from '@jiaohao/shared/client/languages.ts';
import { kioskExtras as en } from '@jiaohao/shared/i18n/en/kiosk-extras.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { kioskExtras as zh } from '@jiaohao/shared/i18n/zh-CN/kiosk-extras.ts';
import type { KioskState } from './kiosk-state.ts';

const extraTexts = inEveryLanguage(zh, en, ({ kioskExtras }) => kioskExtras);

/** Texts of the parts that are fetched when they are needed: imported by those parts only. */
export const extrasOf = (state: KioskState) => extraTexts(state.comfort.language.value, hallProfile.value);
