import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, caller, startHub } from '../support/hub.ts';
import {
  COUNTER,
  type HallAtWork,
  hallAtWork,
  personWith,
  SECOND_SERVICE,
  SERVICE,
} from './support/hall-at-work.ts';
import { answeredKeys, journal } from './support/journal.ts';
import { HOUR, MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Invariant 5: the same request sent twice has one effect. */

type TicketBody = { ticket: TicketView };
const at = (move: string) => `/api/counters/${COUNTER}/${move}`;

let hall: HallAtWork;
let clock: MovableClock;
let keys = 0;
const newKey = () => ({ 'idempotency-key': `key-${++keys}` });

beforeAll(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock });
});
afterAll(() => hall.hub.close());

const eventsOf = (type: string) => journal(hall.hub).filter((row) => row.type === type).length;

describe('a number', () => {
  test('asked for twice is given once, and the second answer is the first', async () => {
    const key = newKey();
    const before = eventsOf('ticket-issued');
    const first = await hall.kiosk.post<TicketBody>('/api/tickets', { serviceId: SERVICE }, key);
    clock.pass(5 * MINUTE);
    const second = await hall.kiosk.post<TicketBody>('/api/tickets', { serviceId: SERVICE }, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.body.ticket.token).toBeTruthy();
    expect(eventsOf('ticket-issued')).toBe(before + 1);
  });

  test('asked for by twenty twins at once is given once', async () => {
    const key = newKey();
    const before = eventsOf('ticket-issued');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        hall.kiosk.post<TicketBody>('/api/tickets', { serviceId: SERVICE }, key),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(eventsOf('ticket-issued')).toBe(before + 1);
  });

  test('asked for with another body under the same key is refused, alone and among twins', async () => {
    const key = newKey();
    const [one, other] = await Promise.all([
      hall.kiosk.post('/api/tickets', { serviceId: SERVICE }, key),
      hall.kiosk.post('/api/tickets', { serviceId: SECOND_SERVICE }, key),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
    const late = await hall.kiosk.post('/api/tickets', { serviceId: 'title-search' }, key);
    expectError(late, 'key-reused');
    expectError(await hall.kiosk.post('/api/help', {}, key), 'key-reused');
  });

  test('of somebody else under the same key is another number', async () => {
    const key = newKey();
    const atKiosk = await hall.kiosk.post<TicketBody>('/api/tickets', { serviceId: SERVICE }, key);
    const byClerk = await hall.clerk.post<TicketBody>('/api/tickets', { serviceId: SERVICE }, key);
    expect(byClerk.body.ticket.number).not.toBe(atKiosk.body.ticket.number);
    expect(byClerk.body.ticket).not.toHaveProperty('token');
  });

  test('that was refused is not remembered: the same key may try again', async () => {
    const key = newKey();
    await hall.openCounter();
    await hall.clerk.post(at('pause'), { reason: 'meal' });
    expectError(await hall.clerk.post(at('call-next'), {}, key), 'counter-paused');
    await hall.clerk.post(at('resume'));
    expect((await hall.clerk.post(at('call-next'), {}, key)).status).toBe(200);
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    await hall.clerk.post(at('close'));
  });

  test.each(['', 'x'.repeat(201)])('under a key that is none (%j) is malformed', async (key) => {
    const answer = await hall.kiosk.post('/api/tickets', { serviceId: SERVICE }, { 'idempotency-key': key });
    expectError(answer, 'malformed');
  });
});

describe('a counter', () => {
  test('calls one ticket for a double tap, and finishes and calls once for a lost answer', async () => {
    await hall.openCounter();
    await hall.take();
    await hall.take();
    const key = newKey();
    const calls = await Promise.all([1, 2].map(() => hall.clerk.post<TicketBody>(at('call-next'), {}, key)));
    expect(calls[0]?.status).toBe(200);
    expect(calls[0]?.body).toEqual(calls[1]?.body);

    const next = newKey();
    const before = eventsOf('turn-called');
    const body = { finish: { outcome: 'done' }, turnId: calls[0]?.body.ticket.turns[0]?.id };
    const first = await hall.clerk.post<TicketBody>(at('call-next'), body, next);
    const again = await hall.clerk.post<TicketBody>(at('call-next'), body, next);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(eventsOf('turn-called')).toBe(before + 1);
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    await hall.clerk.post(at('close'));
  });

  test('opened with a key answers the same again after it was closed, and stays closed', async () => {
    const key = newKey();
    const first = await hall.clerk.post(at('open'), {}, key);
    await hall.clerk.post(at('close'));
    const again = await hall.clerk.post(at('open'), {}, key);
    expect(again.body).toEqual(first.body);
    const counters = await hall.clerk.get<{ counters: { id: string; state: string }[] }>('/api/counters');
    expect(counters.body.counters.find(({ id }) => id === COUNTER)?.state).toBe('closed');
  });
});

describe('a slip', () => {
  test('is printed again once, and given up once', async () => {
    const { id, token } = await hall.take();
    const print = newKey();
    const first = await hall.clerk.post<TicketBody>(`/api/tickets/${id}/reprint`, {}, print);
    const again = await hall.clerk.post<TicketBody>(`/api/tickets/${id}/reprint`, {}, print);
    expect(first.body.ticket.print.copy).toBe(1);
    expect(again.body).toEqual(first.body);

    const cancel = newKey();
    const gone = await hall.nobody.post(`/api/tickets/${token}/cancel`, {}, cancel);
    const twice = await hall.nobody.post(`/api/tickets/${token}/cancel`, {}, cancel);
    expect([gone.status, twice.status]).toEqual([200, 200]);
    expectError(await hall.nobody.post(`/api/tickets/${token}/cancel`, {}, newKey()), 'wrong-state');
  });

  test('of one customer shares no keys with another’s', async () => {
    const [one, two] = [await hall.take(), await hall.take()];
    const key = newKey();
    for (const { token } of [one, two]) await hall.nobody.post(`/api/tickets/${token}/cancel`, {}, key);
    const seen = await hall.nobody.get<{ ticket: { ending: string } }>(`/api/tickets/${two.token}`);
    expect(seen.body.ticket.ending).toBe('cancelled');
  });
});

describe('devices, people and sessions', () => {
  test('a device is added once, and its code is told again without being kept', async () => {
    const key = newKey();
    const body = { kind: 'kiosk', name: '西门' };
    const first = await hall.admin.post<{ pairingCode: string }>('/api/devices', body, key);
    const again = await hall.admin.post<{ pairingCode: string }>('/api/devices', body, key);
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const { devices } = (await hall.admin.get<{ devices: { name: string }[] }>('/api/settings/devices')).body;
    expect(devices.filter(({ name }) => name === '西门')).toHaveLength(1);
    expect(JSON.stringify(answeredKeys(hall.hub))).not.toContain(first.body.pairingCode);
  });

  test('a device that lost the answer of its pairing gets the same token again, and nobody else does', async () => {
    const made = await hall.admin.post<{ pairingCode: string }>('/api/devices', { kind: 'kiosk', name: 'k' });
    const { pairingCode } = made.body;
    const key = newKey();
    const first = await hall.nobody.post<{ token: string }>('/api/devices/pair', { pairingCode }, key);
    const again = await hall.nobody.post<{ token: string }>('/api/devices/pair', { pairingCode }, key);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect((await caller(hall.hub.url, { token: again.body.token }).get('/api/menu')).status).toBe(200);
    expect(JSON.stringify(answeredKeys(hall.hub))).not.toContain(first.body.token);
    expectError(
      await hall.nobody.post('/api/devices/pair', { pairingCode }, newKey()),
      'pairing-code-invalid',
    );
    expectError(await hall.nobody.post('/api/devices/pair', { pairingCode }), 'pairing-code-invalid');
  });

  test('a person is added once', async () => {
    const key = newKey();
    const body = { username: 'sunli', name: '孙丽', role: 'clerk' };
    const first = await hall.admin.post('/api/settings/people', body, key);
    const again = await hall.admin.post('/api/settings/people', body, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });

  test('signing in twice is one session, and still needs the password', async () => {
    const key = newKey();
    const password = 'a-right-password';
    const { id: username } = await personWith(hall.hub, 'clerk', { password });
    const right = { username, password };
    const first = await hall.nobody.post('/api/session', right, key);
    const again = await hall.nobody.post('/api/session', right, key);
    expect(again.headers.getSetCookie()).toEqual(first.headers.getSetCookie());
    expectError(
      await hall.nobody.post('/api/session', { ...right, password: 'guess' }, key),
      'wrong-credentials',
    );
  });

  test('an alert resolved twice is resolved once, and the answer is the same', async () => {
    await hall.kiosk.post('/api/help');
    const { alerts } = (await hall.admin.get<{ alerts: { id: string }[] }>('/api/hall')).body;
    const key = newKey();
    const path = `/api/alerts/${alerts[0]?.id}/resolve`;
    const answers = [await hall.admin.post(path, {}, key), await hall.admin.post(path, {}, key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

/** Last: it moves the clock for days. */
describe('an answer is kept for 48 hours by the hub’s clock', () => {
  let kiosk: Caller;
  const key = { 'idempotency-key': 'two-days' };
  const post = () => kiosk.post<TicketBody>('/api/tickets', { serviceId: SERVICE }, key);

  test('over a restart of the hub, then it is a new request', async () => {
    const clock = movableClock();
    const first = await startHub({ clock, keepData: true });
    const { dataDir } = first;
    const admin = await personWith(first, 'admin');
    const made = await admin.post<{ pairingCode: string }>('/api/devices', { kind: 'kiosk', name: 'k' });
    const paired = await caller(first.url).post<{ token: string }>('/api/devices/pair', made.body);
    expect(paired.status).toBe(400);
    const { pairingCode } = made.body;
    const { token } = (await caller(first.url).post<{ token: string }>('/api/devices/pair', { pairingCode }))
      .body;
    kiosk = caller(first.url, { token });
    const before = await post();
    expect(before.status).toBe(201);
    await first.close();

    const second = await startHub({ clock, dataDir });
    kiosk = caller(second.url, { token });
    expect((await post()).body).toEqual(before.body);

    clock.pass(48 * HOUR);
    const within = await post();
    expect(within.body.ticket.id).toBe(before.body.ticket.id);
    clock.pass(1);
    const after = await post();
    expect(after.status).toBe(201);
    expect(after.body.ticket.id).not.toBe(before.body.ticket.id);

    clock.pass(49 * HOUR);
    await kiosk.post('/api/help');
    expect(answeredKeys(second)).toEqual([]);
    await second.close();
  });
});
