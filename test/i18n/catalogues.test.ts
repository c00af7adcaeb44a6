import { readdirSync } from 'node:fs';
import { ERROR_STATUS } from '@jiaohao/shared/contract/errors.ts';
import { errors as enErrors } from '@jiaohao/shared/i18n/en/errors.ts';
import { LANGUAGES, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { errors as zhErrors } from '@jiaohao/shared/i18n/zh-CN/errors.ts';
import { describe, expect, test } from 'vitest';

/** Every text of the screens in every language: the same keys, and words behind each. */

const FOLDER = new URL('../../shared/src/i18n/', import.meta.url);
const filesOf = (language: string) => readdirSync(new URL(`${language}/`, FOLDER)).sort();

type Texts = Record<string, unknown>;

async function catalogue(language: string, file: string): Promise<Texts> {
  return (await import(new URL(`${language}/${file}`, FOLDER).href)) as Texts;
}

/** `a.b.c` → text or function, of everything that the file exports. */
function flat(texts: unknown, path: string[] = []): [key: string, text: unknown][] {
  if (typeof texts !== 'object' || texts === null) return [[path.join('.'), texts]];
  return Object.entries(texts).flatMap(([key, inner]) => flat(inner, [...path, key]));
}

/** Parameters that stand for one of a few words of the catalogue itself, or for several. */
const KNOWN: Record<PropertyKey, unknown> = {
  fault: 'unexpected',
  expected: 'text',
  form: 'id',
  known: ['one', 'two'],
  allowed: ['one', 'two'],
};

/** Stands for any parameter: a number, a text, or an object of those. */
const anything: unknown = new Proxy(() => 7, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => 7 : (KNOWN[key] ?? 7)),
});

const said = (text: unknown): unknown =>
  typeof text === 'function'
    ? text(...Array.from({ length: Math.max(1, text.length) }, () => anything))
    : text;

describe('the catalogues', () => {
  test('exist in both languages', () => {
    expect(filesOf('en')).toEqual(filesOf('zh-CN'));
    expect(LANGUAGES).toEqual(['zh-CN', 'en']);
  });

  describe.each(filesOf('zh-CN'))('%s', (file) => {
    test('has the same keys in both, of the same kind', async () => {
      const kinds = async (language: string) =>
        flat(await catalogue(language, file))
          .map(([key, text]) => `${key}: ${typeof text}`)
          .sort();
      expect(await kinds('en')).toEqual(await kinds('zh-CN'));
    });

    test.each(LANGUAGES)('has words behind every key (%s)', async (language) => {
      const empty = flat(await catalogue(language, file)).filter(([, text]) => {
        const words = said(text);
        return typeof words !== 'string' || words.trim() === '' || /undefined|NaN|\[object/.test(words);
      });
      expect(empty.map(([key]) => key)).toEqual([]);
    });

    test('is not in the other language by mistake', async () => {
      const en = new Map(flat(await catalogue('en', file)));
      const same = flat(await catalogue('zh-CN', file)).filter(([key, text]) => {
        const [zh, other] = [String(said(text)), String(said(en.get(key)))];
        return zh === other && /\p{Script=Han}|[a-z]{4,} [a-z]{2,}/u.test(zh);
      });
      expect(same.map(([key]) => key)).toEqual([]);
    });
  });
});

describe('errors', () => {
  const codes = Object.keys(ERROR_STATUS).sort();

  test('have a sentence for every code, and none for a code that is not there', () => {
    expect(Object.keys(zhErrors).sort()).toEqual(codes);
    expect(Object.keys(enErrors).sort()).toEqual(codes);
  });

  test('are whole sentences, each its own', () => {
    expect(Object.values(zhErrors).filter((text) => !text.endsWith('。'))).toEqual([]);
    expect(Object.values(enErrors).filter((text) => !/^[A-Z].*[.]$/.test(text))).toEqual([]);
    for (const texts of [Object.values(zhErrors), Object.values(enErrors)]) {
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('the nearest language', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'en'],
    ['fr', 'zh-CN'],
    ['*', 'zh-CN'],
    ['EN-us', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(nearestLanguage(header)).toBe(language);
  });
});
