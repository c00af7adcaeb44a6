import { expect, test } from 'vitest';
import { nextMark, wallTime } from '../../manager/src/floor/wall-time.ts';

test.each([
  ['14:05', '14:05'],
  ['1405', '14:05'],
  ['905', '09:05'],
  ['9:05', '09:05'],
  [' 14：05 ', '14:05'],
  ['１４．０５', '14:05'],
  ['0000', '00:00'],
])('a time typed in a hurry is one: %s', (typed, time) => expect(wallTime(typed)).toBe(time));

test.each(['', '5', '24:00', '1260', '14:5', '14 Uhr', '12345', '-1:00'])('%s is no time', (typed) =>
  expect(wallTime(typed)).toBeNull(),
);

test.each([
  ['5', '6'],
  ['手 9', '手 10'],
  ['B-099', 'B-100'],
  ['007', '008'],
  ['3号', '4号'],
  ['红衣服', ''],
  ['', ''],
])('after %s comes %s', (mark, next) => expect(nextMark(mark)).toBe(next));
