import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTER, type HallAtWork, hallAtWork } from '../http/support/hall-at-work.ts';
import { pause, screenOf, slipScreen } from './support/screen.ts';

/** How often screens are sent something: calls at once, the rest coalesced, the last state always. */

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork();
});
afterAll(() => hall.hub.close());
const at = (move: string) => `/api/counters/${COUNTER}/${move}`;

describe('under load', () => {
  test('boards come at most four times a second, phone pages once, and the last state always arrives', async () => {
    const screen = screenOf(await hall.device('hall-screen'), hall.hub.url);
    const watched = await hall.take();
    const phone = slipScreen(hall.hub.url, watched.token);
    await Promise.all([screen.sees('board'), phone.sees('ticket')]);
    await pause(1100);
    screen.received.board.length = 0;
    phone.received.ticket.length = 0;

    const began = performance.now();
    let taken = 1;
    while (performance.now() - began < 2000) {
      await hall.take();
      taken += 1;
    }
    const seconds = (performance.now() - began) / 1000;
    expect(taken).toBeGreaterThan(20);
    // One at once, then one for each full interval that has begun.
    expect(screen.received.board.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
    expect(screen.received.board.length).toBeGreaterThanOrEqual(3);
    expect(phone.received.ticket.length).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
    await screen.sees('board', ({ waiting }) =>
      waiting.some(({ serviceId, waiting: count }) => serviceId === watched.serviceId && count === taken),
    );
    screen.close();
    phone.close();
  });

  test('every call is pushed at once to every hall screen, and none waits for another', async () => {
    const screens = await Promise.all(
      [1, 2, 3].map(async () => screenOf(await hall.device('hall-screen'), hall.hub.url)),
    );
    await Promise.all(screens.map((screen) => screen.sees('board')));
    await hall.openCounter();
    const called: string[] = [];
    for (let n = 0; n < 8; n++) {
      const body = n === 0 ? {} : { finish: { outcome: 'done' } };
      const answer = await hall.clerk.post<{ ticket: { number: string } }>(at('call-next'), body);
      called.push(answer.body.ticket.number);
    }
    for (const screen of screens) {
      await screen.sees('call', ({ number }) => number === called.at(-1), 1000);
      expect(screen.received.call.map(({ number }) => number)).toEqual(called);
      const board = await screen.sees('board', ({ calls }) => calls[0]?.number === called.at(-1));
      // The board is the truth that screens speak from: every call pushed is in it, the very same.
      expect(board.calls.slice(0, 8)).toEqual([...screen.received.call].reverse());
    }
    for (const screen of screens) screen.close();
  });

  test('versions only grow, so a late board never passes for a new one', async () => {
    const screen = screenOf(await hall.device('hall-screen'), hall.hub.url);
    await screen.sees('board');
    for (let n = 0; n < 10; n++) {
      await hall.take();
      await pause(60);
    }
    const versions = screen.received.board.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    screen.close();
  });
});
