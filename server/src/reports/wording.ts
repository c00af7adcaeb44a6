import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { reports as en } from '@jiaohao/shared/i18n/en/reports.ts';
import { knownLanguages, type Language } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { reports as zh } from '@jiaohao/shared/i18n/zh-CN/reports.ts';

/** Headings name the clerk by the short word; a bank's is as short. */
const BANK = {
  'zh-CN': {
    columns: { clerk: '柜员' },
    roles: { clerk: '柜员', 'hall-manager': '大堂经理' },
    filter: bankFilter,
  },
};
function bankFilter(p: { service: string; clerk: string; counter: string }): string {
  return `业务：${p.service}；柜员：${p.clerk}；窗口：${p.counter}`;
}

export const reportWords = inEveryLanguage(zh, en, ({ reports }) => reports, BANK);
export const outcomeWords = inEveryLanguage(
  commonZh.outcomes,
  commonEn.outcomes,
  ({ common }) => common.outcomes,
);

/** The same words in every language that is known. */
export const inAllLanguages = (
  pick: (words: ReturnType<typeof reportWords>) => string,
  profile: HallProfile,
): Record<Language, string> =>
  Object.fromEntries(knownLanguages().map((language) => [language, pick(reportWords(language, profile))]));
