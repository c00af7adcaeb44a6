import { describe, expect, test } from 'vitest';
import { type KeyPress, strokeOf } from '../../counter-display/src/counter/keys.ts';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key: 'Unidentified',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('a key on the clerk’s terminal', () => {
  test('means the same on the numpad and on the main keyboard', () => {
    expect(strokeOf(press('NumpadEnter'))).toEqual(strokeOf(press('Enter')));
    expect(strokeOf(press('NumpadDecimal'))).toEqual(strokeOf(press('Period')));
    expect(strokeOf(press('NumpadMultiply'))).toEqual(strokeOf(press('Digit8', { shiftKey: true })));
    expect(strokeOf(press('NumpadAdd'))).toEqual(strokeOf(press('Equal', { shiftKey: true })));
    expect(strokeOf(press('Numpad5'))).toEqual(strokeOf(press('Digit5')));
  });

  test('means the same while an input method swallows its character', () => {
    expect(strokeOf(press('Numpad1', { key: 'Process' }))).toEqual({ kind: 'digit', digit: '1' });
    expect(strokeOf(press('KeyA', { key: 'Process' }))).toEqual({ kind: 'letter', letter: 'A' });
    expect(strokeOf(press('Period', { key: '。' }))).toEqual({ kind: 'decimal' });
  });

  test('means the same with NumLock off', () => {
    expect(strokeOf(press('Numpad7', { key: 'Home' }))).toEqual({ kind: 'digit', digit: '7' });
    expect(strokeOf(press('NumpadDecimal', { key: 'Delete' }))).toEqual({ kind: 'decimal' });
  });

  test('is read from its character where a remote desktop sends no code', () => {
    expect(strokeOf(press('', { key: 'Enter' }))).toEqual({ kind: 'enter' });
    expect(strokeOf(press('', { key: '*' }))).toEqual({ kind: 'multiply' });
    expect(strokeOf(press('', { key: 'b' }))).toEqual({ kind: 'letter', letter: 'B' });
  });

  test('is the browser’s own with Ctrl, Alt or Meta, and so are Tab and the arrows', () => {
    expect(strokeOf(press('KeyR', { ctrlKey: true }))).toBeNull();
    expect(strokeOf(press('Numpad1', { altKey: true }))).toBeNull();
    expect(strokeOf(press('Enter', { metaKey: true }))).toBeNull();
    expect(strokeOf(press('Tab'))).toBeNull();
    expect(strokeOf(press('ArrowDown'))).toBeNull();
  });

  test('divides on the numpad and on the main keyboard', () => {
    expect(strokeOf(press('NumpadDivide'))).toEqual({ kind: 'divide' });
    expect(strokeOf(press('Slash', { key: 'Process' }))).toEqual({ kind: 'divide' });
    expect(strokeOf(press('', { key: '/' }))).toEqual({ kind: 'divide' });
    expect(strokeOf(press('F9'))).toEqual({ kind: 'function', number: 9 });
  });
});
