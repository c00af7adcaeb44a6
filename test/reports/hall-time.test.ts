import { createHallTime } from '@jiaohao/server/src/reports/hall-time.ts';
import { expect, test } from 'vitest';

const at = (iso: string) => Date.parse(iso);

test('shows instants as the hall’s clock did', () => {
  expect(createHallTime('Asia/Shanghai').text(at('2026-11-21T16:00:05Z'))).toBe('2026-11-22 00:00:05');
  expect(createHallTime('America/St_Johns').text(at('2026-01-01T00:00:00Z'))).toBe('2025-12-31 20:30:00');
  expect(createHallTime('UTC').hour(at('2026-01-01T23:59:59Z'))).toBe('23');
});

test('follows daylight saving to the minute', () => {
  const warsaw = createHallTime('Europe/Warsaw');
  expect(warsaw.text(at('2026-03-29T00:59:59Z'))).toBe('2026-03-29 01:59:59');
  expect(warsaw.text(at('2026-03-29T01:00:00Z'))).toBe('2026-03-29 03:00:00');
});

test('gives spreadsheets their days since 1899-12-30', () => {
  // 2026-11-21 is day 46347; noon is half a day.
  expect(createHallTime('Asia/Shanghai').serial(at('2026-11-21T04:00:00Z'))).toBe(46347.5);
});
