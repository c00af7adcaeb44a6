import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';
import { expect, it } from 'vitest';
import { announcement } from '../../server/src/voice/announcement.ts';

const rules: Pick<VoiceRules, 'templates' | 'one'> = {
  templates: {
    'zh-CN': '请{number}号到{counter}号窗口办理',
    en: 'Number {number}. Please go to counter {counter}.',
  },
  one: '一',
};

it.each([
  ['A001', 3, '请A零零一号到三号窗口办理'],
  ['B102', 2, '请B一零二号到二号窗口办理'],
  ['C020', 10, '请C零二零号到十号窗口办理'],
  ['D345', 12, '请D三四五号到十二号窗口办理'],
  ['E678', 20, '请E六七八号到二十号窗口办理'],
  ['F900', 21, '请F九零零号到二十一号窗口办理'],
  ['A1000', 100, '请A一零零零号到一百号窗口办理'],
  ['A001', 101, '请A零零一号到一百零一号窗口办理'],
  ['A001', 110, '请A零零一号到一百一十号窗口办理'],
  ['A001', 112, '请A零零一号到一百一十二号窗口办理'],
  ['A001', 220, '请A零零一号到二百二十号窗口办理'],
  ['A001', 999, '请A零零一号到九百九十九号窗口办理'],
  ['AB1000', 1, '请A、B一零零零号到一号窗口办理'],
])('says %s to counter %i in Mandarin', (number, counter, sentence) => {
  expect(announcement({ number, counter, language: 'zh', rules })).toBe(sentence);
});

it('says 幺 for the ones of a number, never of a counter', () => {
  const yao = { ...rules, one: '幺' } as const;
  expect(announcement({ number: 'A011', counter: 11, language: 'zh', rules: yao })).toBe(
    '请A零幺幺号到十一号窗口办理',
  );
  expect(announcement({ number: 'A001', counter: 1, language: 'zh', rules: yao })).toBe(
    '请A零零幺号到一号窗口办理',
  );
});

it.each([
  ['A001', 3, 'Number A, zero, zero, one. Please go to counter 3.'],
  ['AB1000', 110, 'Number A, B, one, zero, zero, zero. Please go to counter 110.'],
])('says %s to counter %i in English', (number, counter, sentence) => {
  expect(announcement({ number, counter, language: 'en', rules })).toBe(sentence);
});

it('takes the hall’s own template, whatever its order and however often it names them', () => {
  const templates = { 'zh-CN': '{counter}号窗口请{number}号，{number}号' };
  expect(announcement({ number: 'A002', counter: 5, language: 'zh', rules: { templates, one: '一' } })).toBe(
    '五号窗口请A零零二号，A零零二号',
  );
});

it('falls back to a plain sentence where the hall wrote none in that language', () => {
  const templates = { 'zh-CN': '请{number}号' };
  expect(announcement({ number: 'A002', counter: 5, language: 'en', rules: { templates, one: '一' } })).toBe(
    'Number A, zero, zero, two. Please go to counter 5.',
  );
});

it.each(['', 'a001', '001', 'ABC001', 'A', 'A1234567', 'A001\n-v', '../A001'])(
  'refuses %j, which is no ticket number',
  (number) => {
    expect(() => announcement({ number, counter: 1, language: 'zh', rules })).toThrow(RangeError);
  },
);

it.each([0, -1, 1000, 1.5, Number.NaN])('refuses counter %d', (counter) => {
  expect(() => announcement({ number: 'A001', counter, language: 'zh', rules })).toThrow(RangeError);
});
