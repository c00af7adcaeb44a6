import { common } from '@jiaohao/shared/i18n/zh-CN/common.ts';
import { floor } from '@jiaohao/shared/i18n/zh-CN/floor.ts';
import { manager } from '@jiaohao/shared/i18n/zh-CN/manager.ts';
import { reports } from '@jiaohao/shared/i18n/zh-CN/reports.ts';
import { expect, test } from 'vitest';
import { alertWords } from '../../manager/src/today/alert-words.ts';

const t = { ...manager, common, floor, reports };
const alert = (kind: string, details?: Record<string, unknown>) => ({ id: 'a', kind, at: 0, details });

test('a doubtful clock is confirmed by managers, and a hall manager is told to fetch one', () => {
  expect(alertWords(alert('clock-jump'), 'admin', t).button).toBe(manager.confirmClock);
  expect(alertWords(alert('clock-jump'), 'hall-manager', t)).toMatchObject({
    button: null,
    more: manager.managerConfirms,
    grave: true,
  });
});

test('a call for help says which kiosk it comes from', () => {
  const { more, button } = alertWords(alert('help-kiosk', { name: '东门取号机' }), 'hall-manager', t);
  expect(more).toContain('东门取号机');
  expect(button).toBe(floor.answer);
});

test('a clerk’s call for help says which counter it comes from', () => {
  const { more, button } = alertWords(
    alert('help-counter', { counterId: 'c', number: 3 }),
    'hall-manager',
    t,
  );
  expect(more).toContain('3 号窗口');
  expect(button).toBe(floor.answer);
});

test('a printer’s trouble says what is wrong, and ends by itself', () => {
  const { title, button } = alertWords(alert('printer-trouble', { reason: 'paper-out' }), 'admin', t);
  expect(title).toBe('打印纸用完');
  expect(button).toBeNull();
});

test('paper that runs low does not claim that slips are missing', () =>
  expect(alertWords(alert('printer-trouble', { reason: 'near-end' }), 'admin', t)).toMatchObject({
    title: manager.nearEnd,
    hint: manager.nearEndHint,
  }));

test('an alert of a newer hub is shown, and can be put away', () =>
  expect(alertWords(alert('meteor'), 'manager', t)).toMatchObject({
    hint: 'meteor',
    button: manager.resolve,
  }));
