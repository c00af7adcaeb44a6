import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, personWith } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** People who go: out of the hall, or out of their session. */

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork();
});
afterAll(() => hall.hub.close());

const stateOf = async (counterId: string) => {
  const { body } = await hall.admin.get<{ counters: { id: string; state: string }[] }>('/api/counters');
  return body.counters.find(({ id }) => id === counterId)?.state;
};

describe('a clerk who is archived', () => {
  test('with a customer in hand is not: the customer comes first', async () => {
    await hall.openCounter();
    await hall.take();
    await hall.clerk.post(`/api/counters/${COUNTER}/call-next`);
    const refused = await hall.admin.put(`/api/settings/people/${hall.clerk.id}`, { archived: true });
    expectError(refused, 'ticket-in-hand');
    expect(await stateOf(COUNTER)).toBe('open');
    await hall.clerk.post(`/api/counters/${COUNTER}/finish`, { outcome: 'done' });
  });

  test('leaves no counter open in their name', async () => {
    const gone = await hall.admin.put(`/api/settings/people/${hall.clerk.id}`, { archived: true });
    expect(gone).toMatchObject({ status: 200, body: { archived: true } });
    expect(await stateOf(COUNTER)).toBe('closed');
    expectError(await hall.clerk.get('/api/session'), 'session-expired');
  });
});

test('a sign-in sent again after signing out opens a session that works', async () => {
  const { id } = await personWith(hall.hub, 'clerk', { password: 'a-good-password' });
  const body = { username: id, password: 'a-good-password' };
  const key = { 'idempotency-key': 'sign-in-again' };
  const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const first = await hall.nobody.post('/api/session', body, key);
  const twin = await hall.nobody.post('/api/session', body, key);
  expect(cookieOf(twin.headers)).toBe(cookieOf(first.headers));

  const there = { ...(await signIn(hall.hub, id, 'a-good-password')) };
  expect(there.id).toBe(id);
  const headers = { cookie: cookieOf(first.headers), origin: hall.hub.url };
  await fetch(`${hall.hub.url}/api/session`, { method: 'DELETE', headers });
  const after = await hall.nobody.post('/api/session', body, key);
  const asked = await fetch(`${hall.hub.url}/api/session`, { headers: { cookie: cookieOf(after.headers) } });
  expect(asked.status).toBe(200);
});

test('words that are no UTF-8 are refused, not guessed at', async () => {
  const response = await fetch(`${hall.hub.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{"username":"\xff\xfe","password":"x"}', 'latin1'),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'malformed' } });
});

test('free text about a person cannot be smuggled into the journal', async () => {
  const pad = await hall.device('counter-pad', COUNTER);
  const words = ['张三 13800138000'];
  expectError(await pad.post(`/api/counters/${COUNTER}/rating`, { level: 1, reasons: words }), 'malformed');
  const { token } = await hall.take();
  expectError(
    await hall.nobody.post(`/api/tickets/${token}/rating`, { level: 1, reasons: words }),
    'malformed',
  );
  const issue = { serviceId: 'social-card', language: 'my phone 138001380' };
  expectError(await hall.kiosk.post('/api/tickets', issue), 'malformed');
});
