import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import type { Caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { HOUR, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** A slip held before a scanner. */

const scan = (by: Caller, code: string) => by.post<ScanAnswer>('/api/scan', { code });

describe('in a hall whose slips carry a link', () => {
  let hall: HallAtWork;
  beforeAll(async () => {
    hall = await hallAtWork({ config: { publicUrl: 'http://hall.test:3000' } });
  });
  afterAll(() => hall.hub.close());

  test('the link tells a kiosk where the ticket stands, and lets it print it again', async () => {
    await hall.take();
    const { code = '', id, token } = await hall.take();
    const other = await hall.device('kiosk');
    const { body } = await scan(other, code);
    expect(body).toMatchObject({ ticket: { id, ahead: 1, status: 'waiting', token, code }, counter: null });

    const screen = screenOf(other, hall.hub.url);
    await screen.sees('board');
    screen.socket.emit('showing', id);
    await screen.sees('slip', (news) => news.ticketId === id);
    const reprint = (proof: object) => other.post(`/api/tickets/${id}/reprint`, proof);
    expectError(await reprint({}), 'not-allowed');
    expectError(await reprint({ code: `${code.slice(0, -1)}_` }), 'not-allowed');
    expect((await reprint({ code })).body).toMatchObject({ ticket: { print: { copy: 1 } } });
    screen.close();
  });

  test('a code that anybody can make up shows the place in the queue, and opens nothing', async () => {
    const { number, id } = await hall.take();
    const { body } = await scan(hall.kiosk, todaysCode(hall, number));
    expect(body.ticket).toMatchObject({ id, number });
    expect(body.ticket).not.toHaveProperty('token');
    expect(body.ticket).not.toHaveProperty('code');
    const other = await hall.device('kiosk');
    const screen = screenOf(other, hall.hub.url);
    await screen.sees('board');
    screen.socket.emit('showing', id);
    await screen.sees('slip', (news) => news.ticketId === id);
    const code = todaysCode(hall, number);
    expectError(await other.post(`/api/tickets/${id}/reprint`, { code }), 'not-allowed');
    screen.close();
  });

  test('a clerk learns the number from it, and never the token', async () => {
    const { code = '', number } = await hall.take();
    const { body } = await scan(hall.clerk, code);
    expect(body.ticket).toMatchObject({ number });
    expect(JSON.stringify(body)).not.toContain(code.split('/').at(-1));
  });
});

describe('in a hall whose slips carry a code', () => {
  let hall: HallAtWork;
  let clock: MovableClock;
  beforeAll(async () => {
    clock = movableClock();
    hall = await hallAtWork({ clock });
  });
  afterAll(() => hall.hub.close());

  test('it tells the counter that called the ticket', async () => {
    const { code = '', number } = await hall.take();
    expect(code).toBe(todaysCode(hall, number));
    await hall.openCounter();
    await hall.clerk.post(`/api/counters/${COUNTER}/call-next`);
    expect((await scan(hall.kiosk, code)).body).toMatchObject({ ticket: { status: 'called' }, counter: 1 });
    await hall.clerk.post(`/api/counters/${COUNTER}/no-show`);
    expect((await scan(hall.kiosk, code)).body).toMatchObject({
      ticket: { status: 'missed' },
      counter: null,
    });
    expect((await scan(hall.kiosk, code.toLowerCase())).status).toBe(200);
  });

  test.each(['JH:20261121:Z999', 'JH:29991231:A001', '6901234567892', 'http://x/t/AAAAAAAAAAAAAAAAAAAAAA'])(
    'what is no slip of ours is unknown: %s',
    async (code) => expectError(await scan(hall.kiosk, code), 'unknown-ticket'),
  );

  test('a slip of a day that is over is said to be one', async () => {
    const { code = '' } = await hall.take();
    const { serviceDay } = (await scan(hall.kiosk, code)).body;
    clock.pass(24 * HOUR);
    await hall.take();
    expect((await scan(hall.kiosk, code)).body).toMatchObject({ ticket: null, serviceDay });
  });
});

function todaysCode({ hub }: HallAtWork, number: string): string {
  return `JH:${hub.operations.hall().today.date.replaceAll('-', '')}:${number}`;
}
