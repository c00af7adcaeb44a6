import { kiosk as en } from '@jiaohao/shared/i18n/en/kiosk.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { kiosk as zh } from '@jiaohao/shared/i18n/zh-CN/kiosk.ts';

export const kioskTexts = { 'zh-CN': zh, en };
export type KioskTexts = (typeof kioskTexts)[Language];
