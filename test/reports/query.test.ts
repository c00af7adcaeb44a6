import { reportFileName, resolveReportQuery } from '@jiaohao/server/src/reports/query.ts';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-02-28';
const resolve = (query: { from?: string; to?: string }) => {
  const { from, to } = resolveReportQuery(query, TODAY, 0);
  return [from, to];
};

describe('a report’s period', () => {
  test('is today when nothing is said', () => expect(resolve({})).toEqual(['2026-02-28', '2026-03-01']));
  test('goes on to the end of today when only its start is said', () =>
    expect(resolve({ from: '2026-02-01' })).toEqual(['2026-02-01', '2026-03-01']));
  test('is the one day before its end when only that is said', () =>
    expect(resolve({ to: '2026-01-01' })).toEqual(['2025-12-31', '2026-01-01']));
  test('is one day when it starts in the future', () =>
    expect(resolve({ from: '2027-01-01' })).toEqual(['2027-01-01', '2027-01-02']));

  test.each([
    [{ from: '2026-02-30' }],
    [{ to: '2026-13-01' }],
    [{ from: '2026-02-02', to: '2026-02-02' }],
    [{ from: '2026-02-03', to: '2026-02-02' }],
  ])('refuses %j', (query) =>
    expect(() => resolve(query)).toThrow(expect.objectContaining({ code: 'malformed' })),
  );
});

test('a file is named after the days that are in it', () => {
  const { filter, month } = {
    filter: resolveReportQuery({}, TODAY, 0),
    month: resolveReportQuery({ from: '2026-02-01' }, TODAY, 0),
  };
  expect(reportFileName(filter, 'csv')).toBe('waits-2026-02-28.csv');
  expect(reportFileName(month, 'xlsx')).toBe('waits-2026-02-01-to-2026-02-28.xlsx');
});
