import { describe, expect, test } from 'vitest';
import { driftAt, shiftAt, shiftRoom } from '../../hall-screen/src/shift.ts';

const MINUTE = 60_000;
const MORNING = Date.UTC(2026, 10, 21, 1);
const minutes = Array.from({ length: 24 * 60 }, (_, n) => MORNING + n * MINUTE);

describe('the picture', () => {
  test.each([
    [1920, 1080, 4],
    [1080, 1920, 4],
    [960, 540, 2],
    [3840, 2160, 8],
  ])(
    'of %i×%i moves every minute, and never further than the room that is kept free',
    (width, height, room) => {
      expect(shiftRoom(width, height)).toBe(room);
      const places = minutes.map((at) => shiftAt(at, room));
      for (const { x, y } of places) {
        expect(Math.abs(x)).toBeLessThanOrEqual(room);
        expect(Math.abs(y)).toBeLessThanOrEqual(room);
      }
      expect(places.every((place, n) => n === 0 || place.x !== places[n - 1]?.x)).toBe(true);
      expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBeGreaterThan(2 * room);
    },
  );

  test('stands still within a minute: nothing is animated', () => {
    expect(shiftAt(MORNING + 1, 4)).toEqual(shiftAt(MORNING + MINUTE - 1, 4));
  });
});

test('the clock of the dark screen wanders over all of it and never leaves it', () => {
  const places = minutes.map(driftAt);
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1);
  }
  expect(Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x))).toBeGreaterThan(0.9);
  expect(places.every((place, n) => n === 0 || place.x !== places[n - 1]?.x)).toBe(true);
});
