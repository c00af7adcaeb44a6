import { addedLanguage, addedLanguages } from './library.ts';

export type { CatalogueOf } from './catalogue-of.ts';

/** The languages that are built in; the first is the fallback. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** The tag of a language that there are catalogues for: built in, or added (`languages/<tag>.ts`). */
export type Language = string;

const NAMES: Record<string, string> = { 'zh-CN': '中文', en: 'English' };

/** A language's name in itself, for the button that switches. */
export const languageName = (tag: Language): string => NAMES[tag] ?? addedLanguage(tag)?.name ?? tag;

/** All that can be spoken here now. */
export const knownLanguages = (): Language[] => [...LANGUAGES, ...addedLanguages()];

/** The language of `known` nearest to a tag such as `en-GB`, `zh` or an `Accept-Language` header. */
export function nearestLanguage(
  tag: string | undefined | null,
  known: readonly Language[] = knownLanguages(),
): Language {
  for (const part of (tag ?? '').split(',')) {
    const wanted = part.split(';')[0]?.trim().toLowerCase() ?? '';
    const exact = known.find((language) => language.toLowerCase() === wanted);
    if (exact) return exact;
    const base = wanted.split('-')[0];
    const near = known.find((language) => language.toLowerCase().split('-')[0] === base);
    if (near) return near;
  }
  return LANGUAGES[0];
}
