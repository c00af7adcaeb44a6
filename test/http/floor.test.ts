import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import type { Caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** What a hall manager does on the floor, tablet in hand. */

let hall: HallAtWork;
let manager: Caller;
beforeAll(async () => {
  hall = await hallAtWork();
  manager = await hall.person('hall-manager');
});
afterAll(() => hall.hub.close());

describe('a number that somebody holds out', () => {
  test('is found as it is typed or scanned, and what opens its phone page stays with its holder', async () => {
    const { number, id } = await hall.take();
    for (const typed of [number, number.toLowerCase(), `${number[0]} ${Number(number.slice(1))}`]) {
      const found = await manager.get<{ ticket: TicketView }>(
        `/api/tickets/by-number/${encodeURIComponent(typed)}`,
      );
      expect(found.body.ticket).toMatchObject({ id, number, status: 'waiting' });
      expect(found.body.ticket).not.toHaveProperty('token');
      expect(found.body.ticket).not.toHaveProperty('code');
    }
    expectError(await manager.get('/api/tickets/by-number/Z999'), 'unknown-ticket');
    expectError(await hall.clerk.get(`/api/tickets/by-number/${number}`), 'not-allowed');
  });
});

describe('a call for help at a kiosk', () => {
  test('is told to that kiosk once when somebody answers it', async () => {
    const asking = screenOf(hall.kiosk, hall.hub.url);
    const other = screenOf(await hall.device('kiosk'), hall.hub.url);
    try {
      await Promise.all([asking.sees('board'), other.sees('board')]);
      await hall.kiosk.post('/api/help');
      const { alerts } = (await manager.get<HallView>('/api/hall')).body;
      const path = `/api/alerts/${alerts[0]?.id}/resolve`;
      const key = { 'Idempotency-Key': 'on my way' };
      expect((await manager.post(path, {}, key)).status).toBe(200);
      await asking.sees('help');
      expect((await manager.post(path, {}, key)).status).toBe(200);
      await hall.take();
      await asking.sees('board', ({ version }) => version > 0);
      expect([asking.received.help.length, other.received.help.length]).toEqual([1, 0]);
    } finally {
      asking.close();
      other.close();
    }
  });
});
