import { expect, test } from 'vitest';
import type { Digit, Stroke } from '../../counter-display/src/counter/keys.ts';
import {
  emptyRelief,
  type ReliefEntry,
  reliefLines,
  stepRelief,
} from '../../counter-display/src/counter/relief-entry.ts';

const person = (
  id: string,
  staffNumber: string | null,
  rest: { hasPin?: boolean; counter?: number } = {},
) => ({
  id,
  name: id,
  staffNumber,
  hasPin: rest.hasPin ?? true,
  counter: rest.counter ?? null,
});
const lines = reliefLines([
  person('wang', '012', { counter: 1 }),
  person('li', '023'),
  person('zhao', '024', { hasPin: false }),
  person('chen', 'B-7'),
  person('admin', null),
]);

/** What typing this does, one key after the other: `e` is Enter, `-` and `x` (Escape) are themselves. */
function type(keys: string, from: ReliefEntry = emptyRelief) {
  let entry = from;
  let last: ReturnType<typeof stepRelief> = { kind: 'nothing' };
  for (const key of keys) {
    const named = { e: 'enter', '-': 'subtract', x: 'escape' } as const;
    const stroke: Stroke =
      key in named ? { kind: named[key as keyof typeof named] } : { kind: 'digit', digit: key as Digit };
    last = stepRelief(entry, stroke, lines);
    if (last.kind === 'entry') entry = last.entry;
  }
  return { entry, last };
}

test('people are numbered by their staff number, the others after those; who can take over stands first', () => {
  expect(lines.map(({ number, id, barred }) => [number, id, barred])).toEqual([
    [23, 'li', false],
    [25, 'chen', false],
    [26, 'admin', false],
    [12, 'wang', true],
    [24, 'zhao', true],
  ]);
});

test('two people with one staff number are told apart by place', () => {
  const two = reliefLines([person('a', '5'), person('b', '5')]);
  expect(two.map(({ number }) => number)).toEqual([1, 2]);
});

test('a staff number, Enter, the PIN, Enter', () => {
  expect(type('23e').entry).toMatchObject({ who: { id: 'li' }, pin: '' });
  expect(type('23e8402e').last).toEqual({ kind: 'send', clerkId: 'li', pin: '8402' });
  // As it is written on the badge.
  expect(type('023e').entry.who?.id).toBe('li');
});

test('nobody who cannot take over is chosen, and no PIN is sent that is none', () => {
  expect(type('12e').entry.who).toBeNull();
  expect(type('24e').entry.who).toBeNull();
  expect(type('23e840e').last).toEqual({ kind: 'nothing' });
  expect(type('23e84021799').entry.pin).toBe('840217');
});

test('minus takes back a digit, then who was chosen, then what was typed, then closes', () => {
  expect(type('23e84-').entry).toMatchObject({ pin: '8', who: { id: 'li' } });
  expect(type('23e8--').entry).toMatchObject({ pin: '', who: null, typed: '23' });
  expect(type('23e8----').last).toMatchObject({ kind: 'entry', entry: { typed: '' } });
  expect(type('23e8-----').last).toEqual({ kind: 'close' });
  expect(type('23e84x').last).toEqual({ kind: 'close' });
});
