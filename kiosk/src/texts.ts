import { common as enCommon } from '@jiaohao/shared/i18n/en/common.ts';
import { LANGUAGES, type Language } from '@jiaohao/shared/i18n/language.ts';
import { common as zhCommon } from '@jiaohao/shared/i18n/zh-CN/common.ts';

export const commonTexts = { 'zh-CN': zhCommon, en: enCommon };

export type CommonTexts = (typeof commonTexts)[Language];

/** The hall's languages that the screens can speak, in the hall's order; never empty. */
export function spokenLanguages(hall: readonly string[] | undefined): Language[] {
  const known = (hall ?? LANGUAGES).filter((tag): tag is Language => LANGUAGES.some((one) => one === tag));
  return known.length > 0 ? known : [LANGUAGES[0]];
}

/** The language the switch goes to: the one after `current`, round and round; null where there is no other. */
export function nextLanguage(languages: readonly Language[], current: Language): Language | null {
  const next = languages[(languages.indexOf(current) + 1) % languages.length];
  return next === undefined || next === current ? null : next;
}
