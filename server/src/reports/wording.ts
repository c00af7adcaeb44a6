import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { reports as en } from '@jiaohao/shared/i18n/en/reports.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { reports as zh } from '@jiaohao/shared/i18n/zh-CN/reports.ts';

const WORDS = { 'zh-CN': zh, en };
const OUTCOMES = { 'zh-CN': commonZh.outcomes, en: commonEn.outcomes };

export const reportWords = (language: Language) => WORDS[language];
export const outcomeWords = (language: Language) => OUTCOMES[language];

/** The same words in every language of the catalogues. */
export const inAllLanguages = (pick: (words: (typeof WORDS)[Language]) => string) => ({
  'zh-CN': pick(zh),
  en: pick(en),
});
