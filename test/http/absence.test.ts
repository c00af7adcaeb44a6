import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Screen, screenOf } from '../realtime/support/screen.ts';
import type { Caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';

/** A clerk whose page goes while a customer is called: from the socket that closes to the manager's board and the line. */

// The hub looks every five seconds.
vi.setConfig({ testTimeout: 60_000 });

let hall: HallAtWork;
let clock: MovableClock;
let manager: Caller;
let board: Screen;
beforeAll(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock });
  manager = await hall.person('hall-manager');
  board = screenOf(manager, hall.hub.url);
  await board.sees('hall');
});
afterAll(async () => {
  board.close();
  await hall.hub.close();
});

const at = (move: string, counterId = COUNTER) => `/api/counters/${counterId}/${move}`;
const absences = ({ alerts }: HallView) => alerts.filter(({ kind }) => kind === 'clerk-absent');

async function sitDown(): Promise<Screen> {
  const screen = screenOf(hall.clerk, hall.hub.url);
  await screen.sees('hello');
  screen.socket.emit('watch', COUNTER);
  await screen.sees('counter');
  return screen;
}
/** The manager's board as pushed from now on; it connects again where a busy machine has lost it, as pages do. */
async function pushed(is: (view: HallView) => boolean): Promise<HallView> {
  board.received.hall.length = 0;
  for (let tries = 1; ; tries++) {
    if (!board.socket.connected) board = screenOf(manager, hall.hub.url);
    try {
      return await board.sees('hall', is, 5000);
    } catch (error) {
      if (tries === 8) throw error;
    }
  }
}
/** Time goes by until the manager's board says so. */
async function untilTold(): Promise<ReturnType<typeof absences>[number]> {
  const passing = setInterval(() => clock.pass(MINUTE / 3), 300);
  try {
    return absences(await pushed((each) => absences(each).length > 0))[0]!;
  } finally {
    clearInterval(passing);
  }
}

test('the hall manager is told after three minutes, and closing the counter gives the customer back first in line', async () => {
  await hall.openCounter();
  const page = await sitDown();
  const [earlier, called] = [await hall.take(), await hall.take()];
  await hall.clerk.post(at('call'), { number: called.number });
  const lastSeen = clock.now();
  page.close();
  const { details, at: toldAt } = await untilTold();
  expect(details).toMatchObject({ counterId: COUNTER, number: 1, ticket: called.number });
  expect(toldAt - lastSeen).toBeGreaterThanOrEqual(3 * MINUTE);

  const closed = await manager.post(at('close'), { leave: 'queue' });
  expect(closed).toMatchObject({ status: 200, body: { counter: { state: 'closed' } } });
  await pushed((view) => absences(view).length === 0);
  const other = await hall.person('clerk');
  await other.post(at('open', 'counter-2'));
  for (const { number } of [called, earlier]) {
    const { body } = await other.post<{ ticket: TicketView }>(at('call-next', 'counter-2'), {});
    expect(body.ticket.number).toBe(number);
    await other.post(at('finish', 'counter-2'), { outcome: 'done' });
  }
});

test('a clerk who comes back, with a page that is new, ends it and has the customer still', async () => {
  await hall.openCounter();
  const page = await sitDown();
  const { number } = await hall.take();
  await hall.clerk.post(at('call'), { number });
  page.close();
  await untilTold();
  const back = await sitDown();
  await pushed((view) => absences(view).length === 0);
  expect((await back.sees('counter')).ticket).toMatchObject({ number, status: 'called' });
  back.close();
});
