import { common as en } from '@jiaohao/shared/i18n/en/common.ts';
import { likelyWait } from '@jiaohao/shared/i18n/likely-wait.ts';
import { common as zh } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { expect, it } from 'vitest';

const wait = (fromMinutes: number, toMinutes: number) => ({ fromMinutes, toMinutes });

it('says a wait as a span of minutes', () => {
  expect(likelyWait(wait(20, 30), zh)).toBe('约 20–30 分钟');
  expect(likelyWait(wait(110, 170), zh)).toBe('约 110–170 分钟');
});

it('says no wait in words, and none that may come to nothing as the most it may be', () => {
  expect(likelyWait(wait(0, 0), zh)).toBe('随到随办');
  expect(likelyWait(wait(0, 5), zh)).toBe('最长约 5 分钟');
});

it('says hours from two hours on, where minutes would only pretend to be exact', () => {
  expect(likelyWait(wait(120, 200), zh)).toBe('超过 2 小时');
  expect(likelyWait(wait(425, 705), en)).toBe('over 7 hours');
});

it('says nothing where nothing honest can be said', () => {
  expect(likelyWait(null, zh)).toBeNull();
});
