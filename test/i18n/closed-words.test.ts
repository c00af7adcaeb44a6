import type { ServiceClosed } from '@jiaohao/shared/contract/hours.ts';
import { closedWords } from '@jiaohao/shared/i18n/closed-words.ts';
import { opening as en } from '@jiaohao/shared/i18n/en/opening.ts';
import { opening as zh } from '@jiaohao/shared/i18n/zh-CN/opening.ts';
import { expect, test } from 'vitest';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

function said(
  reason: ServiceClosed['reason'],
  now: string,
  opensAt: string | null,
  language: 'zh-CN' | 'en' = 'zh-CN',
): string {
  const closed: ServiceClosed = { reason, opensAt: opensAt === null ? null : at(opensAt) };
  if (reason === 'closed-today') closed.occasion = { 'zh-CN': '国庆节', en: 'National Day' };
  const place = { now: at(now), timeZone: 'Asia/Shanghai', language };
  return closedWords(closed, place, language === 'en' ? en : zh);
}

test('a service that gives no numbers says why, and from when on it does', () => {
  expect(said('before-opening', '2026-11-20 08:00', '2026-11-20 09:00')).toBe('上午 9:00 开始取号');
  expect(said('break', '2026-11-20 12:10', '2026-11-20 13:30')).toBe('午休中，13:30 恢复取号');
  expect(said('break', '2026-11-20 17:30', '2026-11-20 18:30')).toBe('休息中，18:30 恢复取号');
  expect(said('last-number', '2026-11-20 11:45', '2026-11-20 13:30')).toBe(
    '本时段取号已结束，13:30 恢复取号',
  );
  expect(said('last-number', '2026-11-19 16:45', '2026-11-20 09:00')).toBe(
    '今日取号已结束，明天 9:00 开始取号',
  );
  expect(said('after-closing', '2026-11-20 18:00', '2026-11-23 09:00')).toBe(
    '今日取号已结束，11月23日周一 9:00 开始取号',
  );
  expect(said('quota-used', '2026-11-20 10:00', '2026-11-20 13:30')).toBe('本时段号已取完，13:30 恢复取号');
  expect(said('quota-used', '2026-11-19 15:00', '2026-11-20 09:00')).toBe('今日号已取完，明天 9:00 开始取号');
  expect(said('exhausted', '2026-11-19 15:00', '2026-11-20 09:00')).toBe('今日号已取完，明天 9:00 开始取号');
  expect(said('closed-today', '2026-10-01 10:00', '2026-10-08 09:00')).toBe(
    '国庆节休息，10月8日周四 9:00 开始取号',
  );
});

test('in English too', () => {
  const inEnglish = (reason: ServiceClosed['reason'], now: string, opensAt: string | null) =>
    said(reason, now, opensAt, 'en');
  expect(inEnglish('before-opening', '2026-11-20 08:00', '2026-11-20 09:00')).toBe('Numbers from 9:00');
  expect(inEnglish('break', '2026-11-20 12:10', '2026-11-20 13:30')).toBe(
    'Lunch break: numbers again from 13:30',
  );
  expect(inEnglish('after-closing', '2026-11-19 18:00', '2026-11-20 09:00')).toBe(
    'No more numbers today: again from 9:00 tomorrow',
  );
  expect(inEnglish('closed-today', '2026-10-01 10:00', '2026-10-08 09:00')).toBe(
    'Closed for National Day: again from 9:00 on Thu 8 Oct',
  );
});

test('where nobody knows from when on, only why is said', () => {
  expect(said('exhausted', '2026-11-20 10:00', null)).toBe('今日号已取完');
  expect(said('closed-today', '2026-11-20 10:00', null, 'en')).toBe('Closed for National Day');
  expect(said('held', '2026-11-20 10:00', null)).toBe('暂停取号');
});
