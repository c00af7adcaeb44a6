import { describe, expect, test } from 'vitest';
import { daySpan, waitScale, zoneOffsetMs } from '../../manager/src/today/plot-scale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (iso: string) => Date.parse(iso);

describe('the scale of waits', () => {
  test.each([
    [0, [0, 1]],
    [3.5 * MINUTE, [0, 1, 2, 3, 4]],
    [36 * MINUTE, [0, 10, 20, 30, 40]],
    [61 * MINUTE, [0, 15, 30, 45, 60, 75]],
    [5 * HOUR, [0, 60, 120, 180, 240, 300]],
  ])('holds %d ms under lines at %j minutes', (max, lines) => {
    const scale = waitScale(max);
    expect(scale.lines).toEqual(lines);
    expect(scale.top * MINUTE).toBeGreaterThanOrEqual(max);
  });

  test('has an end for any wait', () => {
    const scale = waitScale(40 * 24 * HOUR);
    expect(scale.lines.length).toBeLessThanOrEqual(6);
    expect(scale.top * MINUTE).toBeGreaterThanOrEqual(40 * 24 * HOUR);
  });
});

describe('the stretch of the day', () => {
  const nine = at('2026-11-21T01:00:00Z');

  test('is four hours at least', () => {
    const span = daySpan(nine + 20 * MINUTE, nine + 35 * MINUTE, 8 * HOUR, 10);
    expect([span.from, span.to]).toEqual([nine, nine + 4 * HOUR]);
    expect(span.hours).toHaveLength(5);
  });

  test('writes no more hours than fit', () => {
    const { hours } = daySpan(nine, nine + 10 * HOUR, 8 * HOUR, 5);
    expect(hours.map((hour) => (hour - nine) / HOUR)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  test('stands on the hall’s whole hours where those are half an hour off', () => {
    const offset = zoneOffsetMs(nine, 'Asia/Kolkata');
    expect(offset).toBe(5.5 * HOUR);
    // 01:20 UTC is 06:50 in Kolkata: the plot begins at 06:00 there, 00:30 UTC.
    expect(daySpan(at('2026-11-21T01:20:00Z'), nine + HOUR, offset, 10).from).toBe(
      at('2026-11-21T00:30:00Z'),
    );
  });
});

test('zones behind UTC and daylight saving', () => {
  expect(zoneOffsetMs(at('2026-01-15T12:00:30Z'), 'America/New_York')).toBe(-5 * HOUR);
  expect(zoneOffsetMs(at('2026-07-15T12:00:30Z'), 'America/New_York')).toBe(-4 * HOUR);
});
