import { common } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { floor } from '@jiaohao/shared/i18n/zh-CN/floor.ts';
import { manager } from '@jiaohao/shared/i18n/zh-CN/manager.ts';
import { reports } from '@jiaohao/shared/i18n/zh-CN/reports.ts';
import { setup } from '@jiaohao/shared/i18n/zh-CN/setup.ts';
import { expect, test } from 'vitest';
import { alertWords } from '../../manager/src/today/alert-words.ts';

const t = { ...manager, common, floor, reports, setup };
const timeOf = (at: number) => `at ${at}`;
const wordsOf = (of: Parameters<typeof alertWords>[0], role: Parameters<typeof alertWords>[1]) =>
  alertWords(of, role, t, timeOf);
const alert = (kind: string, details?: Record<string, unknown>) => ({ id: 'a', kind, at: 0, details });

test('a doubtful clock is confirmed by managers, and a hall manager is told to fetch one', () => {
  expect(wordsOf(alert('clock-jump'), 'admin').button).toBe(manager.confirmClock);
  expect(wordsOf(alert('clock-jump'), 'hall-manager')).toMatchObject({
    button: null,
    more: manager.managerConfirms,
    grave: true,
  });
});

test('a call for help says which kiosk it comes from', () => {
  const { more, button } = wordsOf(alert('help-kiosk', { name: '东门取号机' }), 'hall-manager');
  expect(more).toContain('东门取号机');
  expect(button).toBe(floor.answer);
});

test('a clerk’s call for help says which counter it comes from', () => {
  const { more, button } = wordsOf(alert('help-counter', { counterId: 'c', number: 3 }), 'hall-manager');
  expect(more).toContain('3 号窗口');
  expect(button).toBe(floor.answer);
});

test('a printer’s trouble says what is wrong, and ends by itself', () => {
  const { title, button } = wordsOf(alert('printer-trouble', { reason: 'paper-out' }), 'admin');
  expect(title).toBe('打印纸用完');
  expect(button).toBeNull();
});

test('paper that runs low does not claim that slips are missing', () =>
  expect(wordsOf(alert('printer-trouble', { reason: 'near-end' }), 'admin')).toMatchObject({
    title: manager.nearEnd,
    hint: manager.nearEndHint,
  }));

test('an alert of a newer hub is shown, and can be put away', () =>
  expect(wordsOf(alert('meteor'), 'manager')).toMatchObject({
    hint: 'meteor',
    button: manager.resolve,
  }));

test('an outage says from when to when, how long, and whom it met; until somebody has seen it', () => {
  const met = { waiting: 4, called: 1, serving: 2, parked: 1 };
  const outage = { from: 0, to: 7 * 60_000, planned: false, ...met };
  const words = wordsOf(alert('outage', outage), 'hall-manager');
  expect(words.title).toBe('at 0–at 420000 系统中断，7 分钟');
  expect(words.more).toBe('中断时：4 人等候，3 人在窗口，1 人挂起。');
  expect(words.button).toBe(manager.outageSeen);
  const restart = wordsOf(alert('outage', { ...outage, to: 65 * 60_000, planned: true }), 'manager');
  expect(restart.title).toContain('系统重启，1 小时 5 分钟');
});
