import { describe, expect, test } from 'vitest';
import {
  filterParams,
  isBackwards,
  plusDays,
  quickDates,
  readFilter,
  reportQuery,
} from '../../manager/src/report/filter.ts';

const TODAY = '2026-03-01';
const read = (search: string) => readFilter(new URLSearchParams(search), TODAY);

describe('the report page’s address', () => {
  test('that says nothing asks for today, by service', () =>
    expect(read('')).toEqual({
      from: TODAY,
      last: TODAY,
      service: '',
      clerk: '',
      counter: '',
      groupBy: 'service',
    }));

  test('comes back as it was written', () => {
    const filter = {
      from: '2026-02-01',
      last: '2026-02-28',
      service: 'tax',
      clerk: 'wang',
      counter: 'c3',
      groupBy: 'hour',
    } as const;
    expect(readFilter(filterParams(filter), TODAY)).toEqual(filter);
  });

  test('with nonsense in it asks for today', () =>
    expect(read('from=yesterday&last=2026-99-01&group=moon')).toMatchObject({
      from: TODAY,
      last: TODAY,
      groupBy: 'service',
    }));
});

test('the last day that people name is in the hub’s half-open period', () => {
  expect(reportQuery(read('from=2026-02-01&last=2026-02-28'))).toBe('from=2026-02-01&to=2026-03-01');
  expect(reportQuery(read('service=tax&clerk=&counter=c3'))).toBe(
    'from=2026-03-01&to=2026-03-02&service=tax&counter=c3',
  );
});

test('knows a period that ends before it begins', () => {
  expect(isBackwards(read('from=2026-03-02&last=2026-03-01'))).toBe(true);
  expect(isBackwards(read('from=2026-03-01&last=2026-03-01'))).toBe(false);
});

test.each([
  ['today', '2026-03-01', '2026-03-01'],
  ['yesterday', '2026-02-28', '2026-02-28'],
  ['week', '2026-02-23', '2026-03-01'],
  ['month', '2026-03-01', '2026-03-01'],
] as const)('%s is %s to %s', (quick, from, last) =>
  expect(quickDates(quick, TODAY)).toEqual({ from, last }),
);

test('days go over leap days and years', () => {
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
});
