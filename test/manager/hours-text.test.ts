import { expect, test } from 'vitest';
import { comingDays, intervalsText, parseIntervals } from '../../manager/src/setup/hours-text.ts';

const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
];

test('hours are read however they are typed, and again as they are shown', () => {
  for (const typed of [
    '09:00-12:00 13:30-17:00',
    '9:00 - 12:00, 13:30–17:00',
    '９：００至１２：００、13:30～17:00',
    intervalsText(DAY),
  ]) {
    expect(parseIntervals(typed), typed).toEqual(DAY);
  }
  expect(parseIntervals('20:00-24:00')).toEqual([{ from: '20:00', to: '24:00' }]);
  expect([parseIntervals(''), intervalsText([])]).toEqual([[], '']);
});

test('what cannot be meant is no hours', () => {
  for (const typed of [
    '9',
    '9-12',
    '9:00',
    '12:00-9:00',
    '9:00-25:00',
    '24:00-24:00',
    '09:00-12:00 nonsense',
  ])
    expect(parseIntervals(typed), typed).toBeNull();
});

test('special days that are over are not shown', () => {
  const [holiday, past, saturday] = [
    { date: '2026-10-01', until: '2026-10-07' },
    { date: '2026-05-01' },
    { date: '2026-09-26' },
  ];
  expect(comingDays([holiday!, past!, saturday!], '2026-10-03')).toEqual([holiday]);
  expect(comingDays([holiday!, past!, saturday!], '2026-09-20')).toEqual([saturday, holiday]);
});
