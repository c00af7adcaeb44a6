import { describe, expect, test } from 'vitest';
import { createHeldKeys } from '../../counter-display/src/counter/held-keys.ts';
import { createPressGuard } from '../../counter-display/src/counter/press-guard.ts';

describe('the press guard', () => {
  test('lets the first press of a page through at once', () => {
    const guard = createPressGuard();
    guard.offers('call-next', 1000);
    expect(guard.admits('primary', 1000)).toBe(true);
  });

  test('keeps a double press from starting the customer who was just called', () => {
    const guard = createPressGuard();
    guard.offers('call-next', 0);
    expect(guard.admits('primary', 5000)).toBe(true);
    guard.offers('start turn-1', 5030);
    expect(guard.admits('primary', 5180)).toBe(false);
  });

  test('also where the hub is slow and the second press comes long after the first', () => {
    const guard = createPressGuard();
    guard.offers('call-next', 0);
    guard.admits('primary', 5000);
    guard.offers('start turn-1', 7000);
    expect(guard.admits('primary', 7400)).toBe(false);
    expect(guard.admits('primary', 7700)).toBe(true);
  });

  test('counts a press that could be read, 600 ms after the meaning changed', () => {
    const guard = createPressGuard();
    guard.offers('call-next', 0);
    guard.offers('start turn-1', 5000);
    expect(guard.quietFor(5200)).toBe(400);
    expect(guard.quietFor(5600)).toBe(0);
    expect(guard.admits('primary', 5600)).toBe(true);
  });

  test('a snapshot with the same meaning does not start the quiet time again', () => {
    const guard = createPressGuard();
    guard.offers('call-next', 0);
    guard.offers('start turn-1', 5000);
    guard.offers('start turn-1', 5500);
    expect(guard.admits('primary', 5600)).toBe(true);
  });

  test('takes a stream of presses, however long, for one', () => {
    const guard = createPressGuard();
    guard.offers('call-next', 0);
    expect(guard.admits('primary', 1000)).toBe(true);
    guard.offers('start turn-1', 1030);
    const counted = Array.from({ length: 100 }, (_, n) => guard.admits('primary', 1033 + n * 33));
    expect(counted).not.toContain(true);
  });

  test('does not let one key hold up another', () => {
    const guard = createPressGuard();
    guard.offers('start turn-1', 0);
    expect(guard.admits('recall', 1000)).toBe(true);
    expect(guard.admits('primary', 1050)).toBe(true);
  });
});

describe('a held key', () => {
  test('acts once, whether or not the keyboard marks its repeats', () => {
    const keys = createHeldKeys();
    expect(keys.press('Enter', false, 0)).toBe(true);
    expect(keys.press('Enter', true, 500)).toBe(false);
    expect(keys.press('Enter', false, 530)).toBe(false);
  });

  test('does not act again however long it is held', () => {
    const keys = createHeldKeys();
    keys.press('Enter', false, 0);
    const repeats = Array.from({ length: 300 }, (_, n) => keys.press('Enter', false, 500 + n * 33));
    expect(repeats).not.toContain(true);
  });

  test('acts again once it was let go', () => {
    const keys = createHeldKeys();
    keys.press('Enter', false, 0);
    keys.release('Enter');
    expect(keys.press('Enter', false, 300)).toBe(true);
  });

  test('whose release was lost is not stuck', () => {
    const keys = createHeldKeys();
    keys.press('Enter', false, 0);
    keys.releaseAll();
    expect(keys.press('Enter', false, 300)).toBe(true);
    expect(keys.press('Enter', false, 2400)).toBe(true);
  });
});
