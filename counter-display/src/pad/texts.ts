import { hallProfile, known } from '@jiaohao/shared/client/languages.ts';
import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';
import { common as commonEn } from '@jiaohao/shared/i18n/en/common.ts';
import { pad as padEn } from '@jiaohao/shared/i18n/en/pad.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { common as commonZh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { pad as padZh } from '@jiaohao/shared/i18n/zh-CN/pad.ts';

const padTexts = inEveryLanguage(
  { common: commonZh, pad: padZh },
  { common: commonEn, pad: padEn },
  ({ common, pad }) => ({ common, pad }),
);

export type Tongue = ReturnType<typeof padTexts> & { language: Language };

const tongue = (language: Language): Tongue => ({ ...padTexts(language, hallProfile.value), language });

/** The clips of the question in the hall's languages, in their order. */
export function spokenQuestion(audio: CallEntry['audio'] | null, languages: readonly string[]): string[] {
  const { first, second } = tongues(languages);
  return [first, second].flatMap((tongue) => {
    const url = tongue && (audio?.[tongue.language] ?? audio?.[tongue.language.split('-')[0] ?? '']);
    return url ? [url] : [];
  });
}

/**
 * The languages the pad speaks at once: the hall's first large, another small beside it. That is the one
 * that the customer took the number in, else the hall's second.
 */
export function tongues(
  languages: readonly string[],
  customers?: string,
): { first: Tongue; second: Tongue | null } {
  const [first = nearestLanguage(null), ...others] = new Set(
    (languages.length > 0 ? languages : [undefined]).map((tag) => nearestLanguage(tag, known.value)),
  );
  const chosen = customers === undefined ? undefined : nearestLanguage(customers, [first, ...others]);
  const second = others.find((language) => language === chosen) ?? others[0];
  return { first: tongue(first), second: second === undefined ? null : tongue(second) };
}
