import { describe, expect, test } from 'vitest';
import { isDark } from '../../hall-screen/src/board/darkness.ts';
import { uglyBoard } from './support/ugly-board.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const HOUR = 3600_000;
const service = uglyBoard.waiting![0]!;
const closed = { state: 'closed' as const, opensAt: NOW + 12 * HOUR, closesAt: null };
const night = {
  open: closed,
  waiting: [{ ...service, waiting: 0 }],
  counters: [{ number: 1, state: 'open' as const, pauseReason: null, ticket: null as string | null }],
};

describe('the screen', () => {
  test('rests when the hall is closed and nobody is left', () => {
    expect(isDark(night, null, NOW)).toBe(true);
    expect(isDark(night, { at: NOW - 5 * 60_000 }, NOW)).toBe(true);
  });

  test('is woken by any call, and stays awake for a while', () => {
    expect(isDark(night, { at: NOW - 5 * 60_000 + 1 }, NOW)).toBe(false);
  });

  test('does not rest while somebody waits or is being served', () => {
    expect(isDark({ ...night, waiting: [{ ...service, waiting: 1 }] }, null, NOW)).toBe(false);
    const serving = [{ ...night.counters[0]!, ticket: 'A001' }];
    expect(isDark({ ...night, counters: serving }, null, NOW)).toBe(false);
  });

  test('rests although numbers were left behind: when no counter is open, or an hour after the last call', () => {
    const left = { ...night, waiting: [{ ...service, waiting: 3 }] };
    expect(isDark({ ...left, counters: [{ ...night.counters[0]!, state: 'closed' }] }, null, NOW)).toBe(true);
    expect(isDark(left, { at: NOW - HOUR + 1 }, NOW)).toBe(false);
    expect(isDark(left, { at: NOW - HOUR }, NOW)).toBe(true);
    const forgotten = [{ ...night.counters[0]!, ticket: 'A001' }];
    expect(isDark({ ...left, counters: forgotten }, { at: NOW - HOUR }, NOW)).toBe(true);
  });

  test('does not rest in a break, in a hall that is open or has no hours, or before it has heard of the hub', () => {
    expect(isDark({ ...night, open: { ...closed, state: 'break' } }, null, NOW)).toBe(false);
    expect(isDark({ ...night, open: { ...closed, state: 'open', opensAt: null } }, null, NOW)).toBe(false);
    expect(isDark({ ...night, open: undefined }, null, NOW)).toBe(false);
    expect(isDark(null, null, NOW)).toBe(false);
  });

  test('wakes by its own clock when the hall opens, also when the hub is late to say so', () => {
    expect(isDark(night, null, closed.opensAt - 1)).toBe(true);
    expect(isDark(night, null, closed.opensAt)).toBe(false);
    expect(isDark({ ...night, open: { ...closed, opensAt: null } }, null, NOW + 99 * HOUR)).toBe(true);
  });
});
