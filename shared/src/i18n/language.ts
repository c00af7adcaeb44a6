/** Languages the catalogues exist in; the first is the fallback. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Names of the languages in themselves, for the button that switches. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

/** The catalogue language nearest to a tag such as `en-GB`, `zh` or an `Accept-Language` header. */
export function nearestLanguage(tag: string | undefined | null): Language {
  for (const part of (tag ?? '').split(',')) {
    const wanted = part.split(';')[0]?.trim().toLowerCase() ?? '';
    const exact = LANGUAGES.find((language) => language.toLowerCase() === wanted);
    if (exact) return exact;
    const base = wanted.split('-')[0];
    const near = LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === base);
    if (near) return near;
  }
  return LANGUAGES[0];
}

/**
 * A catalogue section in another language: the same keys, each a text or a function of the same parameters.
 * `en/kiosk.ts` is typed `CatalogueOf<typeof zhKiosk>`, so a missing key does not compile.
 */
export type CatalogueOf<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : CatalogueOf<T[K]>;
};
