import type { Connection } from '@jiaohao/shared/client/live.ts';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { follow } from '../../kiosk/src/phone/follow.ts';

/** A phone's network: whether the socket and the questions get through. */
function phone({ questions }: { questions: boolean }) {
  const socket = signal<Connection>('connecting');
  const connection = signal<Connection>('connecting');
  const network = { questions, asked: 0 };
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const stop = follow({
    live: { connection: socket },
    connection,
    page: page as unknown as Document,
    refresh: async () => {
      network.asked++;
      return network.questions;
    },
  });
  return { socket, connection, network, page, stop };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the phone page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once and then listens, where the socket works', async () => {
    const { socket, connection, network, stop } = phone({ questions: true });
    socket.value = 'online';
    await pass(60_000);
    expect(network.asked).toBe(1);
    expect(connection.value).toBe('online');
    stop();
  });

  it('asks every five seconds where sockets are blocked, and is not lost', async () => {
    const { socket, connection, network, stop } = phone({ questions: true });
    await pass(0);
    socket.value = 'lost';
    await pass(30_000);
    expect(connection.value).toBe('online');
    expect(network.asked).toBeGreaterThanOrEqual(6);
    expect(network.asked).toBeLessThanOrEqual(9);
    stop();
  });

  it('says at once that the hub is gone, and comes back by itself', async () => {
    const { socket, connection, network, stop } = phone({ questions: true });
    socket.value = 'online';
    await pass(1000);
    network.questions = false;
    socket.value = 'lost';
    expect(connection.value).toBe('lost');
    await pass(20_000);
    expect(connection.value).toBe('lost');
    network.questions = true;
    await pass(5000);
    expect(connection.value).toBe('online');
    stop();
  });

  it('asks as soon as it is looked at again', async () => {
    const { socket, network, page, stop } = phone({ questions: true });
    socket.value = 'online';
    await pass(10_000);
    const before = network.asked;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(network.asked).toBe(before + 1);
    stop();
  });

  it('asks no more once stopped', async () => {
    const { socket, network, stop } = phone({ questions: true });
    socket.value = 'lost';
    await pass(100);
    stop();
    const before = network.asked;
    await pass(60_000);
    expect(network.asked).toBe(before);
  });
});
