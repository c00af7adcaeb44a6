import { noticeStateAt } from '@jiaohao/shared/contract/notice-state.ts';
import { expect, test } from 'vitest';
import { noticeDates, typedMoment, wallClock } from '../../manager/src/setup/notice-draft.ts';

const none = { date: '', time: '' };

test('a notice’s dates come back from the form as they were put in', () => {
  for (const moment of ['2026-10-01', '2026-10-01T08:30', undefined]) {
    expect(noticeDates(typedMoment(moment), none)).toEqual(moment ? { from: moment } : {});
    expect(noticeDates(none, typedMoment(moment))).toEqual(moment ? { until: moment } : {});
  }
});

test('one day is a time, an end before its beginning or a time without a day is none', () => {
  const day = { date: '2026-10-01', time: '' };
  expect(noticeDates(day, day)).toEqual({ from: '2026-10-01', until: '2026-10-01' });
  expect(noticeDates({ ...day, time: '17:00' }, day)).toMatchObject({ from: '2026-10-01T17:00' });
  expect(noticeDates({ ...day, time: '17:00' }, { ...day, time: '17:00' })).toBe('endsFirst');
  expect(noticeDates(day, { date: '2026-09-30', time: '' })).toBe('endsFirst');
  expect(noticeDates({ date: '', time: '08:00' }, none)).toBe('dateFirst');
});

test('how a notice stands is told by the hall’s clocks', () => {
  const clock = wallClock(Date.parse('2026-10-01T16:05:00Z'), 'Asia/Shanghai');
  expect(clock).toBe('2026-10-02T00:05');
  expect(noticeStateAt({ from: '2026-10-03' }, clock)).toBe('coming');
  expect(noticeStateAt({ until: '2026-10-01' }, clock)).toBe('over');
  expect(noticeStateAt({ until: '2026-10-02' }, clock)).toBe('showing');
  expect(noticeStateAt({ archived: true }, clock)).toBe('archived');
});
