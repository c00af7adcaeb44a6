import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { hall as hallEn } from '@jiaohao/shared/i18n/en/hall.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { hall as hallZh } from '@jiaohao/shared/i18n/zh-CN/hall.ts';

const CATALOGUES = {
  'zh-CN': { ...commonZh, ...hallZh },
  en: { ...commonEn, ...hallEn },
} as const satisfies Record<Language, object>;

export type Texts = (typeof CATALOGUES)[Language];

export const textsOf = (language: Language): Texts => CATALOGUES[language];

/** The languages a screen shows together: the hall's first, and its second where it has one. */
export function shownLanguages(hallLanguages: readonly string[]): [Language] | [Language, Language] {
  const known = [...new Set(hallLanguages.map(nearestLanguage))];
  const [first = nearestLanguage(null), second] = known;
  return second ? [first, second] : [first];
}
