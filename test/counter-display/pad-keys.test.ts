import { expect, test } from 'vitest';
import { padKeyOf } from '../../counter-display/src/pad/keys.ts';

const key = (code: string, more: Partial<KeyboardEvent> = {}) =>
  padKeyOf({ code, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

test('the digits of both rows are digits, and both Enter keys are Enter', () => {
  expect(key('Digit1')).toEqual({ kind: 'digit', digit: 1 });
  expect(key('Numpad5')).toEqual({ kind: 'digit', digit: 5 });
  expect([key('Enter'), key('NumpadEnter')]).toEqual([{ kind: 'enter' }, { kind: 'enter' }]);
});

test('a key that is held, pressed with others, or means nothing here is none', () => {
  expect(key('Digit1', { repeat: true })).toBeNull();
  expect(key('Digit1', { ctrlKey: true })).toBeNull();
  expect([key('Digit0'), key('KeyA'), key('Space')]).toEqual([null, null, null]);
});
