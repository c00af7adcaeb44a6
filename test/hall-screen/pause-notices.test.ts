import { describe, expect, test } from 'vitest';
import { pauseNotices, unservedNotice } from '../../hall-screen/src/board/pause-notices.ts';
import { uglyBoard } from './support/ugly-board.ts';

const away = { 'zh-CN': '请您稍等。', en: 'Please wait.' };
const counter = (
  number: number,
  state: 'open' | 'paused' | 'closed',
  pauseReason: typeof away | null = null,
) => ({
  number,
  state,
  pauseReason,
  ticket: null,
});
const service = (name: string, state: 'open' | 'paused' | 'closed') => ({
  ...uglyBoard.waiting![0]!,
  name: { 'zh-CN': name, en: name },
  state,
});

describe('what is paused', () => {
  test('is said once a sentence, with its counters', () => {
    const meal = { 'zh-CN': '就餐。', en: 'Meal break.' };
    const counters = [
      counter(1, 'paused', away),
      counter(2, 'open'),
      counter(3, 'paused', meal),
      counter(4, 'paused', away),
      counter(5, 'paused'),
    ];
    expect(pauseNotices({ counters }, ['zh-CN', 'en'])).toEqual([
      { 'zh-CN': '1、4 号窗口：请您稍等。', en: 'Counters 1, 4: Please wait.' },
      { 'zh-CN': '3 号窗口：就餐。', en: 'Counter 3: Meal break.' },
    ]);
    expect(pauseNotices({ counters: [counter(2, 'open')] }, ['zh-CN'])).toEqual([]);
  });

  test('names the services that nobody serves now, unless nobody serves anything', () => {
    const waiting = [service('社保', 'open'), service('税务', 'paused'), service('婚姻', 'closed')];
    expect(unservedNotice({ waiting }, ['zh-CN'])?.['zh-CN']).toContain('税务、婚姻');
    expect(unservedNotice({ waiting: waiting.slice(0, 1) }, ['zh-CN'])).toBeNull();
    expect(unservedNotice({ waiting: waiting.slice(1) }, ['zh-CN'])).toBeNull();
  });
});
