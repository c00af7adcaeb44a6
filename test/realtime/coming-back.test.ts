import { connectLive, type Live } from '@jiaohao/shared/client/live.ts';
import type { Board } from '@jiaohao/shared/contract/screens.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PONG_WITHIN_MS } from '../../server/src/realtime/sockets.ts';
import { COUNTER, hallAtWork } from '../http/support/hall-at-work.ts';
import { freePort } from '../support/free-port.ts';
import { startHub } from '../support/hub.ts';
import { openScreen, pause, screenOf, slipScreen } from './support/screen.ts';

/** A screen that drops, and a hub that goes: with the very client that the pages use. */

const lives: Live[] = [];
afterEach(() => {
  for (const live of lives.splice(0)) live.stop();
  vi.unstubAllGlobals();
});

/** The pages' client asks its page where the hub is. */
function livePage(url: string, token: string): Live & { boards: Board[] } {
  const { host, hostname, port, protocol } = new URL(url);
  vi.stubGlobal('location', { host, hostname, port, protocol, reload: vi.fn() });
  const live = connectLive(() => ({ token }));
  lives.push(live);
  const boards: Board[] = [];
  live.socket.on('board', (board) => boards.push(board));
  return { ...live, boards };
}

async function until(is: () => boolean, withinMs: number): Promise<number> {
  const began = performance.now();
  while (!is()) {
    if (performance.now() - began > withinMs) throw new Error(`not within ${withinMs} ms`);
    await pause(10);
  }
  return performance.now() - began;
}

describe('a screen that drops and returns', () => {
  test('sees the truth within a second, and every call that it missed', async () => {
    const hall = await hallAtWork();
    const device = await hall.device('hall-screen');
    const page = livePage(hall.hub.url, device.token as string);
    await until(() => page.boards.length > 0, 20_000);
    page.socket.disconnect();

    await hall.openCounter();
    await hall.take();
    const called = await hall.clerk.post<{ ticket: { number: string } }>(
      `/api/counters/${COUNTER}/call-next`,
      {},
    );
    const { number } = called.body.ticket;
    page.socket.connect();
    await until(() => page.boards.at(-1)?.calls[0]?.number === number, 1000);
    page.stop();
    await hall.hub.close();
  });

  test('after its device was revoked is told why', async () => {
    const hall = await hallAtWork();
    const device = await hall.device('hall-screen');
    const page = livePage(hall.hub.url, device.token as string);
    await until(() => page.connection.value === 'online', 20_000);
    await hall.admin.delete(`/api/devices/${device.id}`);
    await until(() => page.refused.value === 'device-revoked', 20_000);
    expect(page.connection.value).toBe('lost');
    page.stop();
    await hall.hub.close();
  });
});

describe('a hub that goes and returns', () => {
  test('is missed within three seconds and found within three of its return, without a touch', async () => {
    const port = await freePort();
    const hall = await hallAtWork({ config: { port }, keepData: true });
    const device = await hall.device('hall-screen');
    const page = livePage(hall.hub.url, device.token as string);
    await until(() => page.connection.value === 'online', 20_000);

    await hall.hub.close();
    await until(() => page.connection.value === 'lost', 3000);
    await pause(1500);
    const again = await startHub({ dataDir: hall.hub.dataDir, config: { port } });
    const before = page.boards.length;
    await until(() => page.connection.value === 'online' && page.boards.length > before, 3000);
    page.stop();
    await again.close();
  });

  test('without a word (cable pulled) is missed within three seconds too', async () => {
    const hall = await hallAtWork({ pongWithinMs: PONG_WITHIN_MS });
    const device = await hall.device('hall-screen');
    const page = livePage(hall.hub.url, device.token as string);
    await until(() => page.connection.value === 'online', 20_000);
    // The hub is there and says nothing any more: nothing that is written reaches the screen.
    const { server } = hall.hub.server;
    const sockets = await new Promise<number>((resolve, reject) => {
      server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
    expect(sockets).toBeGreaterThan(0);
    muteEverySocket(page);
    expect(await until(() => page.connection.value === 'lost', 3000)).toBeGreaterThan(500);
    page.stop();
    await hall.hub.close();
  });
});

/** Drops what arrives before the client sees it, as a pulled cable does: no close, no error, silence. */
function muteEverySocket(page: Live): void {
  const engine = page.socket.io.engine as unknown as { transport: { ws: { onmessage: unknown } } };
  engine.transport.ws.onmessage = () => {};
}

describe('a slip’s page', () => {
  test('shows an old ticket after the hub was started again', async () => {
    const hall = await hallAtWork({ keepData: true });
    const { token, number } = await hall.take();
    await hall.hub.close();
    const again = await startHub({ dataDir: hall.hub.dataDir });
    const phone = slipScreen(again.url, token);
    expect((await phone.sees('ticket')).number).toBe(number);
    phone.close();
    await again.close();
  });
});

describe('closing the hub', () => {
  test('lets go of every socket, and waits for none', async () => {
    const hall = await hallAtWork();
    const screens = [screenOf(hall.kiosk, hall.hub.url), screenOf(hall.clerk, hall.hub.url)];
    const halfOpen = openScreen(hall.hub.url, { auth: { token: 'wrong' } });
    await Promise.all(screens.map((screen) => screen.sees('hello')));
    await halfOpen.refusal();
    const began = performance.now();
    await hall.hub.close();
    expect(performance.now() - began).toBeLessThan(3000);
    await Promise.all(screens.map((screen) => screen.closed()));
  });
});
