import type { Board, HallView, Menu } from '@jiaohao/shared/contract/screens.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import { type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { HOUR, MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** The machine's clock jumps: issuing is held until a manager says that it is right. */

let hall: HallAtWork;
let clock: MovableClock;
beforeEach(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock });
});
afterEach(() => hall.hub.close());

const issue = () => hall.kiosk.post<{ ticket: { issuedAt: number } }>('/api/tickets', { serviceId: SERVICE });
async function alertOf(): Promise<HallView['alerts'][number]> {
  const { alerts } = (await hall.admin.get<HallView>('/api/hall')).body;
  const found = alerts.find(({ kind }) => kind === 'clock-jump');
  if (!found) throw new Error(`no clock-jump among ${JSON.stringify(alerts)}`);
  return found;
}

describe.each([
  ['forward', 3 * HOUR],
  ['back', -3 * HOUR],
])('a jump %s', (_way, byMs) => {
  test('holds issuing, is told to managers, and a manager’s word ends it for good', async () => {
    const screen = screenOf(await hall.device('hall-screen'), hall.hub.url);
    await screen.sees('board', ({ issuing }) => issuing);
    const { issuedAt } = (await issue()).body.ticket;
    const before = journal(hall.hub).length;

    clock.set(byMs);
    expectError(await issue(), 'issuing-held');
    await screen.sees('board', ({ issuing }) => !issuing);
    expect((await hall.kiosk.get<Menu>('/api/menu')).body.issuing).toBe(false);
    expect((await alertOf()).details).toMatchObject({ kind: 'jumped', offByMs: byMs });
    expect(journal(hall.hub)).toHaveLength(before);

    const { id } = await alertOf();
    const hallManager = await hall.person('hall-manager');
    expectError(await hallManager.post(`/api/alerts/${id}/resolve`), 'not-allowed');
    expectError(await issue(), 'issuing-held');

    const manager = await hall.person('manager');
    expect((await manager.post(`/api/alerts/${id}/resolve`)).status).toBe(200);
    // At once, not with the next refresh.
    screen.received.board.length = 0;
    await screen.sees('board', ({ issuing }) => issuing, 1500);
    const next = await issue();
    expect(next.status).toBe(201);
    // Event time never runs backwards.
    expect(next.body.ticket.issuedAt).toBeGreaterThanOrEqual(issuedAt);
    clock.pass(10 * MINUTE);
    expect((await issue()).status).toBe(201);
    expect((await hall.admin.get<HallView>('/api/hall')).body.alerts).toEqual([]);
    screen.close();
  });

  test('keeps counters going meanwhile, and another jump is another alert', async () => {
    await issue();
    clock.set(byMs);
    await hall.openCounter();
    expect((await hall.clerk.post('/api/counters/counter-1/call-next', {})).status).toBe(200);
    const first = await alertOf();
    const key = { 'idempotency-key': 'resolve' };
    await hall.admin.post(`/api/alerts/${first.id}/resolve`, {}, key);
    expect((await issue()).status).toBe(201);

    clock.set(byMs);
    expectError(await issue(), 'issuing-held');
    const second = await alertOf();
    expect(second.id).not.toBe(first.id);
    // A retry of the word about the first says nothing about the second.
    expect((await hall.admin.post(`/api/alerts/${first.id}/resolve`, {}, key)).status).toBe(200);
    expectError(await issue(), 'issuing-held');
    expect((await hall.admin.get<Board>('/api/board')).body.issuing).toBe(false);
  });
});
