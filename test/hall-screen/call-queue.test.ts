import { expect, it } from 'vitest';
import { CallQueue, SHELF_LIFE_MS } from '../../hall-screen/src/speaker/call-queue.ts';
import { rememberedCalls } from '../../hall-screen/src/speaker/heard.ts';
import { callOf } from './support/call-entry.ts';

function memory() {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (value: string) => {
      kept = value;
    },
  };
}
const queueOf = (slot = memory()) => new CallQueue(rememberedCalls(slot));
const numbers = (queue: CallQueue) => queue.waiting.map(({ number }) => number);

it('lines calls up oldest first, whatever order the board has them in', () => {
  const queue = queueOf();
  queue.offer([callOf('C001', 3000), callOf('B001', 2000), callOf('A001', 1000)], 4000);
  expect(numbers(queue)).toEqual(['A001', 'B001', 'C001']);
});

it('takes a call once, though it comes as a call and again in every board', () => {
  const queue = queueOf();
  expect(queue.offer([callOf('A001', 1000)], 1000)).toBe(true);
  expect(queue.offer([callOf('A001', 1000)], 1100)).toBe(false);
  expect(queue.take()?.number).toBe('A001');
  expect(queue.offer([callOf('A001', 1000)], 1200)).toBe(false);
  expect(queue.take()).toBeUndefined();
});

it('speaks nothing again after a reload', () => {
  const slot = memory();
  const before = queueOf(slot);
  before.offer([callOf('A001', 1000)], 1000);
  before.take();
  const after = queueOf(slot);
  after.offer([callOf('A001', 1000), callOf('B001', 2000)], 2000);
  expect(numbers(after)).toEqual(['B001']);
});

it('does not speak what was missed for longer than its shelf life, now or later', () => {
  const queue = queueOf();
  const now = 100_000;
  queue.offer([callOf('A001', now - SHELF_LIFE_MS - 1), callOf('B001', now - SHELF_LIFE_MS)], now);
  expect(numbers(queue)).toEqual(['B001']);
  queue.offer([callOf('A001', now - SHELF_LIFE_MS - 1)], now);
  expect(numbers(queue)).toEqual(['B001']);
});

it('never drops a call because others were being spoken, however long that took', () => {
  const queue = queueOf();
  const calls = Array.from({ length: 12 }, (_, n) => callOf(`A${100 + n}`, 1000 + n));
  queue.offer(calls, 1100);
  queue.offer(calls, 1000 + 10 * SHELF_LIFE_MS);
  expect(queue.waiting).toHaveLength(12);
});

it('puts a re-call in the place of the call that still waits', () => {
  const queue = queueOf();
  queue.offer([callOf('A001', 1000), callOf('B001', 1100)], 1200);
  queue.offer([callOf('A001', 2000, 7)], 2000);
  expect(queue.waiting.map(({ number, counter }) => [number, counter])).toEqual([
    ['A001', 7],
    ['B001', 3],
  ]);
  expect(queue.offer([callOf('A001', 1000)], 2100)).toBe(false);
});

it('lines up a re-call of what is already spoken as a new call', () => {
  const queue = queueOf();
  queue.offer([callOf('A001', 1000), callOf('B001', 1100)], 1200);
  queue.take();
  queue.offer([callOf('A001', 5000)], 5000);
  expect(numbers(queue)).toEqual(['B001', 'A001']);
});

it('remembers a bounded number of calls, and survives a damaged memory', () => {
  const slot = memory();
  slot.write('{"not": [a list');
  const heard = rememberedCalls(slot);
  for (let n = 0; n < 1000; n++) heard.add(`call-${n}`);
  expect(heard.has('call-999')).toBe(true);
  expect(heard.has('call-0')).toBe(false);
  expect((slot.read() ?? '').length).toBeLessThan(10_000);
  expect(rememberedCalls(slot).has('call-999')).toBe(true);
});
