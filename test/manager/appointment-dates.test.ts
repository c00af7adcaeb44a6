import { expect, test } from 'vitest';
import { dayOfMonth, dayWords, shifted, slotTimes, weekday } from '../../manager/src/appointments/dates.ts';

test('a calendar date stays the same date wherever the browser stands', () => {
  expect([dayOfMonth('2026-11-24', 'zh-CN'), weekday('2026-11-24', 'zh-CN')]).toEqual(['11月24日', '周二']);
  expect(dayWords('2026-11-24', 'en')).toBe('Tue 24 Nov');
});

test('days follow each other across months, years and changes of the clock', () => {
  expect(shifted('2026-12-31', 1)).toBe('2027-01-01');
  expect(shifted('2026-03-01', -1)).toBe('2026-02-28');
  expect(shifted('2026-03-29', 1)).toBe('2026-03-30');
});

test('a slot is said by the hall’s clock', () => {
  const ten = Date.UTC(2026, 10, 24, 2);
  expect(slotTimes(ten, ten + 1_800_000, 'Asia/Shanghai', 'en')).toBe('10:00–10:30');
});
