import type { PartOf } from './catalogue-of.ts';
import type { Areas, LanguageFile } from './language-file.ts';
import { BANK_WORDS, type HallProfile, inWords } from './profiles.ts';

/**
 * The languages beside the two built in that this process can speak. A hub reads them before it opens, a
 * screen when its hall names one; they are only ever added, so a language that was known stays known.
 */
const added = new Map<string, LanguageFile>();

/** Adds a language, or the newer form of one. */
export function learn(file: LanguageFile): void {
  added.set(file.tag, file);
}

export const addedLanguages = (): string[] => [...added.keys()];
export const addedLanguage = (tag: string): LanguageFile | undefined => added.get(tag);

/** Some areas' texts in a language and a profile. A language that is not known is answered in Chinese. */
export type Texts<T> = (language: string, profile?: HallProfile) => T;

/**
 * The one place where texts are looked up. `of` takes the same areas out of a language that was added; what
 * such a file lacks (it was written for an earlier version) is said in English. `bank` holds entries that a
 * bank says in quite another way, where words put in for words will not do.
 */
export function inEveryLanguage<T extends object>(
  zh: T,
  en: NoInfer<T>,
  of: (areas: Areas) => NoInfer<T>,
  bank: { 'zh-CN'?: PartOf<NoInfer<T>>; en?: PartOf<NoInfer<T>> } = {},
): Texts<T> {
  const made = new Map<unknown, { government: T; bank?: T }>();

  function textsOf(language: string): { government: T; bank?: T } {
    const file = added.get(language);
    const source = file ?? (language === 'en' ? en : zh);
    const before = made.get(source);
    if (before) return before;
    const texts = { government: file ? laidOver(en, of(file)) : (source as T) };
    made.set(source, texts);
    return texts;
  }

  return (language, profile = 'government') => {
    const texts = textsOf(language);
    if (profile === 'government') return texts.government;
    const built = language === 'en' ? 'en' : 'zh-CN';
    const file = added.get(language);
    texts.bank ??= file
      ? inWords(texts.government, file.bank ?? [])
      : laidOver(inWords(texts.government, BANK_WORDS[built]), bank[built]);
    return texts.bank;
  };
}

/** `under` with every entry that `over` has taken from there. */
function laidOver<T>(under: T, over: PartOf<T> | undefined): T {
  if (over === undefined || typeof under !== 'object') return (over ?? under) as T;
  const parts = over as Record<string, never>;
  return Object.fromEntries(
    Object.entries(under as object).map(([key, inner]) => [key, laidOver(inner, parts[key])]),
  ) as T;
}
