import { known } from '@jiaohao/shared/client/languages.ts';
import { common as enCommon } from '@jiaohao/shared/i18n/en/common.ts';
import { LANGUAGES, type Language } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { common as zhCommon } from '@jiaohao/shared/i18n/zh-CN/common.ts';

export const commonTexts = inEveryLanguage(zhCommon, enCommon, ({ common }) => common);

export type CommonTexts = ReturnType<typeof commonTexts>;

/** The hall's languages that are among `speakable`, in the hall's order; never empty. */
export function spokenLanguages(
  hall: readonly string[] | undefined,
  speakable: readonly Language[] = known.value,
): Language[] {
  const spoken = (hall ?? LANGUAGES).filter((tag) => speakable.indexOf(tag) >= 0);
  return spoken.length > 0 ? spoken : [LANGUAGES[0]];
}
