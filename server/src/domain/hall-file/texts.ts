import { knownLanguages } from '@jiaohao/shared/i18n/language.ts';
import type { TSchema } from 'typebox';
import type { Shape } from './form.ts';
import { nearMiss } from './near-miss.ts';
import type { Problem } from './problems.ts';

/** Every language of the hall must have words in every text of `section`, which matches `schema` in its structure. */
export function checkTexts(
  schema: TSchema,
  value: unknown,
  section: string,
  languages: readonly string[],
): Problem[] {
  // A tag that is no tag is told once, by checkLanguages, and not again at every text.
  const sound = languages.filter((language) => canonicalTag(language) === language);
  return walk(schema as Shape, value, section, sound);
}

function walk(shape: Shape, value: unknown, where: string, languages: readonly string[]): Problem[] {
  if (value === undefined || value === null) return [];
  // Texts in several languages are the only records in the format.
  if (shape.patternProperties) return checkText(value as Record<string, string>, where, languages);
  if (shape.items) {
    const { items } = shape;
    return (value as unknown[]).flatMap((one, index) => walk(items, one, `${where}[${index}]`, languages));
  }
  return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) =>
    walk(
      inner,
      (value as Record<string, unknown>)[name],
      where === '' ? name : `${where}.${name}`,
      languages,
    ),
  );
}

function checkText(text: Record<string, string>, where: string, languages: readonly string[]): Problem[] {
  const strays = Object.keys(text).filter((language) => !languages.includes(language));
  return languages
    .filter((language) => !text[language]?.trim())
    .map((language) => ({
      where,
      kind: 'text-missing',
      language,
      meant: text[language] === undefined ? strays.find((stray) => similar(stray, language)) : undefined,
    }));
}

const similar = (stray: string, language: string): boolean =>
  stray.toLowerCase().split(/[-_]/)[0] === language.toLowerCase().split('-')[0] ||
  nearMiss(stray, [language]) !== undefined;

/**
 * The same settings with every text's words in the order of the hall's languages: the first is what is said
 * to somebody whose language the text does not have (`i18n/words.ts`).
 */
export function inHallOrder<T>(schema: TSchema, value: T, languages: readonly string[]): T {
  return ordered(schema as Shape, value, languages) as T;
}

function ordered(shape: Shape, value: unknown, languages: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (shape.patternProperties) {
    const text = value as Record<string, string>;
    const own = languages.filter((language) => text[language] !== undefined);
    return { ...Object.fromEntries(own.map((language) => [language, text[language]])), ...text };
  }
  const { items, properties } = shape;
  if (items) return (value as unknown[]).map((one) => ordered(items, one, languages));
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    properties?.[name] ? ordered(properties[name], inner, languages) : inner,
  ]);
  return Object.fromEntries(entries);
}

/** Tags in their canonical form (`zh-CN`, not `zh_cn`), each once, of languages that the screens can speak. */
export function checkLanguages(languages: readonly string[]): Problem[] {
  return languages.flatMap((language, index): Problem[] => {
    const where = `hall.languages[${index}]`;
    const first = languages.indexOf(language);
    if (first < index)
      return [{ where, kind: 'duplicate', value: language, first: `hall.languages[${first}]` }];
    const canonical = canonicalTag(language);
    const known = knownLanguages();
    if (canonical !== language)
      return [
        { where, kind: 'unknown-language', found: language, meant: canonical ?? nearMiss(language, known) },
      ];
    return known.includes(language) ? [] : [{ where, kind: 'language-not-there', found: language, known }];
  });
}

function canonicalTag(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    // RangeError: not a language tag at all.
    return undefined;
  }
}
