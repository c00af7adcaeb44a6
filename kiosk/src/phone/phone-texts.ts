import { phone as en } from '@jiaohao/shared/i18n/en/phone.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { phone as zh } from '@jiaohao/shared/i18n/zh-CN/phone.ts';

export const phoneTexts = { 'zh-CN': zh, en };
export type PhoneTexts = (typeof phoneTexts)[Language];
