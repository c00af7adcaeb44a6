import { expect, it } from 'vitest';
import { RECENT_CALLS, shownCalls, withPushed } from '../../hall-screen/src/board/shown-calls.ts';
import { callOf } from './support/call-entry.ts';

const newestFirst = (count: number) =>
  Array.from({ length: count }, (_, n) => callOf(`A${100 + count - n}`, 1000 + count - n));

it('shows the newest call large and eight more beside it', () => {
  const { current, recent } = shownCalls(newestFirst(12), null);
  expect(current?.number).toBe('A112');
  expect(recent.map(({ number }) => number)).toEqual(
    Array.from({ length: RECENT_CALLS }, (_, n) => `A${111 - n}`),
  );
});

it('shows the call being spoken large, though it left the board meanwhile', () => {
  const { current, recent } = shownCalls(newestFirst(12), callOf('Z001', 1));
  expect(current?.number).toBe('Z001');
  expect(recent[0]?.number).toBe('A112');
});

it('changes one place at a time while a backlog is spoken', () => {
  const calls = newestFirst(9);
  const oldestFirst = [...calls].reverse();
  for (const [step, speaking] of oldestFirst.entries()) {
    const next = oldestFirst[step + 1];
    if (!next) continue;
    const before = shownCalls(calls, speaking).recent.map(({ number }) => number);
    const then = shownCalls(calls, next).recent.map(({ number }) => number);
    expect(before.filter((number, place) => then[place] !== number)).toHaveLength(1);
  }
});

it('puts a pushed call on top at once, and lets the next board decide', () => {
  const board = { calls: [callOf('A001', 1000)], now: 2000 };
  const pushed = [callOf('B001', 2500)];
  expect(withPushed(board, pushed).map(({ number }) => number)).toEqual(['B001', 'A001']);
  expect(withPushed({ ...board, now: 3000 }, pushed).map(({ number }) => number)).toEqual(['A001']);
});

it('shows a re-called ticket once, where it was called last', () => {
  const board = { calls: [callOf('B001', 1500), callOf('A001', 1000)], now: 2000 };
  const calls = withPushed(board, [callOf('A001', 2500, 7)]);
  expect(calls.map(({ number, counter }) => [number, counter])).toEqual([
    ['A001', 7],
    ['B001', 3],
  ]);
});
