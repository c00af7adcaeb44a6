import { hallProfile, known } from '@jiaohao/shared/client/languages.ts';
import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { hall as hallEn } from '@jiaohao/shared/i18n/en/hall.ts';
import { opening as openingEn } from '@jiaohao/shared/i18n/en/opening.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { hall as hallZh } from '@jiaohao/shared/i18n/zh-CN/hall.ts';
import { opening as openingZh } from '@jiaohao/shared/i18n/zh-CN/opening.ts';

const hallTexts = inEveryLanguage(
  { ...commonZh, ...hallZh },
  { ...commonEn, ...hallEn },
  ({ common, hall }) => ({ ...common, ...hall }),
);

const openings = inEveryLanguage(openingZh, openingEn, ({ opening }) => opening);
export const openingTexts = (language: Language) => openings(language, hallProfile.value);

export type Texts = ReturnType<typeof hallTexts>;

export const textsOf = (language: Language): Texts => hallTexts(language, hallProfile.value);

/** The hall's languages that this screen can speak, in the hall's order; never empty. */
export function spokenLanguages(hallLanguages: readonly string[]): [Language, ...Language[]] {
  const spoken = hallLanguages.map((tag) => nearestLanguage(tag, known.value));
  const [first = nearestLanguage(null), ...others] = new Set(spoken);
  return [first, ...others];
}

/** The two shown together: the hall's first always, the others beside it in turn. */
export const shownTogether = ([first, ...others]: readonly [Language, ...Language[]], turn: number) => {
  const second = others[turn];
  return second === undefined ? [first] : [first, second];
};
