import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tooNew } from './support/newer-apis.ts';
import { oldBrowserPages } from './support/pages.ts';
import { parse, uses } from './support/script.ts';

/**
 * Uses that were read and are guarded: the code around them asks first and does without.
 * Each with the reason; the surrounding text pins it to the place that was read.
 */
const GUARDED: { api: string; around: RegExp; because: string }[] = [
  {
    api: 'Intl.DisplayNames',
    around: /typeof Intl\.DisplayNames/,
    because: 'the list of languages shows a tag where a language’s name is not known yet',
  },
];

const KILOBYTE = 1000;
const LIMITS: Record<string, number> = { 'kiosk.html': 45 * KILOBYTE, 'hall.html': 45 * KILOBYTE };

function newerApis(code: string): string[] {
  return [...uses(parse(code))].flatMap((use) => {
    const api = tooNew(use);
    const around = code.slice(Math.max(0, use.start - 80), use.start + 80);
    const guarded = GUARDED.some((one) => one.api === api && one.around.test(around));
    return api && !guarded ? [`${api} in …${around}…`] : [];
  });
}

const pages = await oldBrowserPages();

describe.each(pages)('the scripts of $name', ({ scripts }) => {
  it('are there', () => {
    expect(scripts.map(({ url }) => url)).toContainEqual(expect.stringMatching(/\/boot\.js$/));
    expect(scripts.length).toBeGreaterThan(1);
  });
  it('are written in the language of Chrome 80', () => {
    for (const { text } of scripts) expect(() => parse(text)).not.toThrow();
  });
  it('bring a guard that the oldest browsers can read', () => {
    const boot = scripts.find(({ url }) => url.endsWith('/boot.js'))!;
    expect(() => parse(boot.text, 5)).not.toThrow();
  });
  it('use nothing newer than Chrome 80, and nothing that needs a secure context', () => {
    expect(scripts.flatMap(({ text }) => newerApis(text))).toEqual([]);
  });
});

describe.each(pages.filter(({ name }) => name in LIMITS))('the scripts of $name', ({ name, first }) => {
  it('that it begins with are small enough for a cheap box', () => {
    const bytes = first.reduce((sum, { text }) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(LIMITS[name]!);
  });
});

describe('the check of scripts itself', () => {
  it.each([
    'a.replaceAll("x", "y")',
    'list.at(-1)',
    'x?.findLast(f)',
    'structuredClone(x)',
    'window.structuredClone(x)',
    'Object.hasOwn(a, b)',
    'self.crypto.randomUUID()',
    'navigator?.clipboard.writeText(x)',
    'navigator["serviceWorker"]',
    'new WeakRef(x)',
  ])('finds %s', (code) => {
    expect(newerApis(code)).toHaveLength(1);
  });
  it.each([
    '"a.replaceAll()"',
    'x = { at: 3 }; x.at',
    '({ caches: 1 })',
    'crypto.getRandomValues(a)',
    'Promise.all(a)',
  ])('passes %s', (code) => {
    expect(newerApis(code)).toEqual([]);
  });
});
