import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { pad as padEn } from '@jiaohao/shared/i18n/en/pad.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { pad as padZh } from '@jiaohao/shared/i18n/zh-CN/pad.ts';

const CATALOGUES = {
  'zh-CN': { language: 'zh-CN' as Language, common: commonZh, pad: padZh },
  en: { language: 'en' as Language, common: commonEn, pad: padEn },
};

export type Tongue = (typeof CATALOGUES)['zh-CN'];

/** The languages the pad speaks at once: the hall's first large, its second small beside it. */
export function tongues(languages: readonly string[]): { first: Tongue; second: Tongue | null } {
  const first = nearestLanguage(languages[0]);
  const others = languages.slice(1).map((tag) => nearestLanguage(tag));
  const second = others.find((language) => language !== first);
  return { first: CATALOGUES[first], second: second ? CATALOGUES[second] : null };
}
