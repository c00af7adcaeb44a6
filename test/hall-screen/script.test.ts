import { expect, it } from 'vitest';
import { script, worthSaying } from '../../hall-screen/src/speaker/script.ts';

const audio = { zh: 'zh.wav', en: 'en.wav' };
const order = [
  { language: 'zh-CN', times: 2 },
  { language: 'en', times: 1 },
];
const said = (waiting: number) =>
  script(audio, order)
    .filter((saying) => worthSaying(saying, waiting))
    .map(({ url }) => url);

it('says Mandarin twice, then English, while hardly anybody waits', () => {
  expect(said(0)).toEqual(['zh.wav', 'zh.wav', 'en.wav']);
  expect(said(1)).toEqual(['zh.wav', 'zh.wav', 'en.wav']);
});

it('drops the repeats first, then English, never the call', () => {
  expect(said(2)).toEqual(['zh.wav', 'en.wav']);
  expect(said(4)).toEqual(['zh.wav']);
  expect(said(50)).toEqual(['zh.wav']);
});

it('keeps the hall’s own order', () => {
  const englishFirst = [...order].reverse();
  expect(script(audio, englishFirst).map(({ url }) => url)).toEqual(['en.wav', 'zh.wav', 'zh.wav']);
});

it('leaves out a language that has no clip, and does not count it as the first', () => {
  const sayings = script({ zh: null, en: 'en.wav' }, order);
  expect(sayings.map(({ url }) => url)).toEqual(['en.wav']);
  expect(sayings.every((saying) => worthSaying(saying, 50))).toBe(true);
});

it('has nothing to say without clips', () => {
  expect(script({ zh: null, en: null }, order)).toEqual([]);
});
