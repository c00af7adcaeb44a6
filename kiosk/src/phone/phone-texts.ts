import { phone as en } from '@jiaohao/shared/i18n/en/phone.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { phone as zh } from '@jiaohao/shared/i18n/zh-CN/phone.ts';

export const phoneTexts = inEveryLanguage(zh, en, ({ phone }) => phone);
