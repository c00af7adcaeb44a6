import { kiosk as en } from '@jiaohao/shared/i18n/en/kiosk.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { kiosk as zh } from '@jiaohao/shared/i18n/zh-CN/kiosk.ts';

export const kioskTexts = inEveryLanguage(zh, en, ({ kiosk }) => kiosk);
export type KioskTexts = ReturnType<typeof kioskTexts>;
