import { describe, expect, test } from 'vitest';
import { createFormGuard, FORM_REST_MS } from '../../counter-display/src/pad/form-guard.ts';
import {
  BACK_AGAIN_MS,
  type PadMemory,
  REASONS_MS,
  resumed,
  sceneOf,
  THANKS_MS,
} from '../../counter-display/src/pad/scene.ts';
import { NOW, ticket, view } from './support/views.ts';

const nothing: PadMemory = { pressed: null, told: null, resumedAt: null };
const rating = { turnId: 'turn-A012', number: 'A012', until: NOW + 30_000, pressed: false };
const pause = { reason: 'away', name: {}, sentence: { 'zh-CN': '请您稍等。' }, since: NOW };

describe('the pad', () => {
  test('welcomes, calls, serves, pauses and closes as the counter does', () => {
    expect(sceneOf(view(), NOW, nothing).kind).toBe('idle');
    expect(sceneOf(view({ ticket: ticket('A012', 'called') }), NOW, nothing)).toMatchObject({
      kind: 'called',
      number: 'A012',
    });
    expect(sceneOf(view({ ticket: ticket('A012', 'serving') }), NOW, nothing).kind).toBe('serving');
    expect(sceneOf(view({ state: 'paused', pause }), NOW, nothing)).toEqual({
      kind: 'paused',
      sentence: pause.sentence,
    });
    expect(sceneOf(view({ state: 'closed', clerk: null }), NOW, nothing).kind).toBe('closed');
  });

  test('tells who was set aside or sent on, for a moment, before a pause and until somebody else is called', () => {
    const left = {
      number: 'A012',
      how: 'parked',
      toCounter: null,
      service: {},
      until: NOW + 20_000,
    } as const;
    expect(sceneOf(view({ left }), NOW, nothing)).toEqual({ kind: 'left', left });
    expect(sceneOf(view({ left, state: 'paused', pause }), NOW, nothing).kind).toBe('left');
    expect(sceneOf(view({ left, state: 'paused', pause }), left.until, nothing).kind).toBe('paused');
    expect(sceneOf(view({ left, ticket: ticket('A013', 'called') }), NOW, nothing).kind).toBe('called');
    expect(sceneOf(view({ left, rating }), NOW, nothing).kind).toBe('rating');
    const gone = view({ left, state: 'closed', clerk: null });
    expect(sceneOf(gone, NOW, nothing).kind).toBe('closed');
    const along = { ...left, how: 'carried', toCounter: 5 } as const;
    expect(sceneOf({ ...gone, left: along }, NOW, nothing)).toEqual({ kind: 'left', left: along });
    expect(sceneOf({ ...gone, left: along }, left.until, nothing).kind).toBe('closed');
  });

  test('asks with the time that is left, by the hub’s clock', () => {
    expect(sceneOf(view({ rating }), NOW + 8_200, nothing)).toEqual({
      kind: 'rating',
      turnId: 'turn-A012',
      number: 'A012',
      secondsLeft: 22,
    });
  });

  test('asks also when the clerk paused or closed right after finishing', () => {
    expect(sceneOf(view({ rating, state: 'paused', pause }), NOW, nothing).kind).toBe('rating');
    expect(sceneOf(view({ rating, state: 'closed', clerk: null }), NOW, nothing).kind).toBe('rating');
  });

  test('stops asking without a word when the time is over', () => {
    expect(sceneOf(view({ rating }), rating.until, nothing).kind).toBe('idle');
  });

  test('asks on while the next customer is on the way, by the number of the one who was served', () => {
    expect(sceneOf(view({ rating, ticket: ticket('A013', 'called') }), NOW, nothing)).toMatchObject({
      kind: 'rating',
      turnId: 'turn-A012',
      number: 'A012',
    });
    const pressed: PadMemory = {
      pressed: { turnId: 'turn-A012', level: 5, at: NOW },
      told: null,
      resumedAt: null,
    };
    const done = { ...rating, pressed: true };
    const onTheWay = view({ rating: done, ticket: ticket('A013', 'called') });
    expect(sceneOf(onTheWay, NOW + 100, pressed).kind).toBe('thanks');
    expect(sceneOf(onTheWay, NOW + THANKS_MS, pressed)).toMatchObject({ kind: 'called', number: 'A013' });
  });

  test('never asks while the next customer is being served', () => {
    expect(sceneOf(view({ rating, ticket: ticket('A013', 'serving') }), NOW, nothing).kind).toBe('serving');
  });

  test('thanks for a press for a while, then does not ask again', () => {
    const pressed: PadMemory = {
      pressed: { turnId: 'turn-A012', level: 5, at: NOW },
      told: null,
      resumedAt: null,
    };
    expect(sceneOf(view({ rating }), NOW + THANKS_MS - 1, pressed).kind).toBe('thanks');
    expect(sceneOf(view({ rating }), NOW + THANKS_MS, pressed).kind).toBe('idle');
    expect(sceneOf(view({ rating: { ...rating, pressed: true } }), NOW, nothing).kind).toBe('idle');
  });

  test('cuts the thanks short for the next customer, and asks that one anew', () => {
    const pressed: PadMemory = {
      pressed: { turnId: 'turn-A012', level: 5, at: NOW },
      told: null,
      resumedAt: null,
    };
    expect(sceneOf(view({ ticket: ticket('A013', 'called') }), NOW + 100, pressed).kind).toBe('called');
    const next = { ...rating, turnId: 'turn-A013', number: 'A013' };
    expect(sceneOf(view({ rating: next }), NOW + THANKS_MS, pressed)).toMatchObject({ turnId: 'turn-A013' });
  });

  describe('after a press', () => {
    const lists = { '1': [{ id: 'slow', name: { en: 'Slow' } }] };
    const asking = { reasons: { version: 3, lists }, audio: null };
    const pressed = (level: number): PadMemory => ({
      pressed: { turnId: 'turn-A012', level, at: NOW },
      told: null,
      resumedAt: null,
    });
    const done = { ...rating, pressed: true };

    test('offers the reasons of that level, for a while and once', () => {
      const seen = view({ rating: done, asking });
      expect(sceneOf(seen, NOW + 500, pressed(1))).toEqual({
        kind: 'reasons',
        turnId: 'turn-A012',
        level: 1,
        secondsLeft: 20,
      });
      expect(sceneOf(seen, NOW + REASONS_MS, pressed(1)).kind).toBe('idle');
      const told = { ...pressed(1), told: { turnId: 'turn-A012', at: NOW + 4000 } };
      expect(sceneOf(seen, NOW + 4000, told).kind).toBe('thanks');
      expect(sceneOf(seen, NOW + 4000 + THANKS_MS, told).kind).toBe('idle');
    });

    test('only thanks where the hall has no reasons for that level, or none at all', () => {
      expect(sceneOf(view({ rating: done, asking }), NOW, pressed(5)).kind).toBe('thanks');
      expect(sceneOf(view({ rating: done }), NOW, pressed(1)).kind).toBe('thanks');
    });

    test('makes room for the next customer at once', () => {
      const onTheWay = view({ rating: done, asking, ticket: ticket('A013', 'called') });
      expect(sceneOf(onTheWay, NOW + 500, pressed(1)).kind).toBe('reasons');
      const here = view({ rating: done, asking, ticket: ticket('A013', 'serving') });
      expect(sceneOf(here, NOW + 500, pressed(1)).kind).toBe('serving');
      const next = { ...rating, turnId: 'turn-A013', number: 'A013' };
      expect(sceneOf(view({ rating: next, asking }), NOW + 500, pressed(1))).toMatchObject({
        kind: 'rating',
        turnId: 'turn-A013',
      });
    });
  });

  test('says sorry for the wait after a pause, for a while', () => {
    expect(resumed(view({ state: 'paused', pause }), view())).toBe(true);
    expect(resumed(view(), view())).toBe(false);
    expect(resumed(view({ state: 'paused', pause }), view({ state: 'closed' }))).toBe(false);
    const back: PadMemory = { pressed: null, told: null, resumedAt: NOW };
    expect(sceneOf(view(), NOW + 1, back)).toEqual({ kind: 'idle', backAgain: true });
    expect(sceneOf(view(), NOW + BACK_AGAIN_MS, back)).toEqual({ kind: 'idle', backAgain: false });
  });
});

describe('a press on the form', () => {
  test('counts for the turn the form was made for', () => {
    expect(createFormGuard('turn-A012', 0).take(FORM_REST_MS)).toBe('turn-A012');
  });

  test('does not count in the first half second', () => {
    const guard = createFormGuard('turn-A013', 1000);
    expect(guard.take(1000)).toBeNull();
    expect(guard.take(1499)).toBeNull();
    expect(guard.take(1500)).toBe('turn-A013');
  });

  test('counts once, unless it did not reach the hub', () => {
    const guard = createFormGuard('turn-A012', 0);
    guard.take(600);
    expect(guard.take(700)).toBeNull();
    guard.again();
    expect(guard.take(800)).toBe('turn-A012');
  });
});
