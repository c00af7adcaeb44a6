import { join } from 'node:path';
import type { Role } from '@jiaohao/shared/contract/hall.ts';
import type { Reliever } from '@jiaohao/shared/contract/relief.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Person, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashReliefPin } from '../../server/src/operations/relief-pins.ts';
import { createSecrets, loadKey } from '../../server/src/operations/secrets.ts';
import { screenOf } from '../realtime/support/screen.ts';
import { type Caller, caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork, personWith } from './support/hall-at-work.ts';
import { everythingKept, journal } from './support/journal.ts';
import { MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** A colleague takes over a counter: by a PIN of their own, in the browser that stands there. */

const PASSWORD = 'a-good-password';
const PIN = '8402';
/** A stored hash says what it cost, so this one is as quick to check as to make. */
const QUICK = { N: 1024, r: 8, p: 1 };

let hall: HallAtWork;
let clock: MovableClock;
const counterId = 'counter-1';
const ANOTHER = 'counter-2';
/** Who holds the counter. */
let wang: Caller;
let li: Caller;
beforeAll(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock });
});
afterAll(() => hall.hub.close());
// Each story has people of its own.
beforeEach(async () => {
  for (const each of [counterId, ANOTHER])
    await hall.admin.post(`/api/counters/${each}/close`, { leave: 'park' });
  [wang, li] = [await withPin('clerk'), await withPin('clerk')];
  expect((await wang.post(`/api/counters/${counterId}/open`, {})).status).toBe(200);
});

async function withPin(role: Role, options: { password?: string } = {}): Promise<Caller> {
  const person = await personWith(hall.hub, role, options);
  const personId = person.id as string;
  const secrets = createSecrets(loadKey(join(hall.hub.dataDir, 'hub.key')));
  const pinHash = await hashReliefPin(secrets, personId, PIN, QUICK);
  await hall.hub.operations.write(async () => ({
    writes: [{ kind: 'set-relief-pin', personId, pinHash }],
    answer: null,
  }));
  return person;
}

const ask = (by: Caller, clerk: Caller, pin = PIN, at = counterId) =>
  by.post<WhoAmI>(`/api/counters/${at}/relieve`, { clerkId: clerk.id, pin });

/** Whoever sits at the terminal after that. */
async function relieved(by: Caller, clerk: Caller): Promise<Caller> {
  const answer = await ask(by, clerk);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return caller(hall.hub.url, { cookie: answer.headers.getSetCookie()[0]?.split(';')[0], id: clerk.id });
}

const atCounter = <T = { counter: CounterView }>(who: Caller, move: string, body: object = {}) =>
  who.post<T>(`/api/counters/${counterId}/${move}`, body);

describe('a relief', () => {
  test('puts the colleague at the counter and in the browser, with the customer there; the other session is over', async () => {
    await hall.take();
    const called = await atCounter<{ ticket: TicketView }>(wang, 'call-next');
    const { number } = called.body.ticket;
    const answer = await ask(wang, li);
    expect(answer.body).toMatchObject({ id: li.id, role: 'clerk', counterId, byPin: true });
    const cookie = answer.headers.getSetCookie()[0] as string;
    expect(cookie).toMatch(/HttpOnly/);
    expectError(await wang.get('/api/session'), 'session-expired');

    const there = caller(hall.hub.url, { cookie: cookie.split(';')[0], id: li.id });
    expect((await there.get<WhoAmI>('/api/session')).body).toMatchObject({ id: li.id, byPin: true });
    const started = await atCounter<{ ticket: TicketView }>(there, 'start');
    expect(started.body.ticket).toMatchObject({ number, status: 'serving' });
    expect((await atCounter(there, 'finish', { outcome: 'done' })).status).toBe(200);
  });

  test('is given back in the same way, and each has their own time in the figures', async () => {
    await hall.take();
    await hall.take();
    await atCounter(wang, 'call-next');
    await atCounter(wang, 'start');
    clock.pass(10 * MINUTE);
    const there = await relieved(wang, li);
    clock.pass(3 * MINUTE);
    await atCounter(there, 'finish', { outcome: 'done' });
    await atCounter(there, 'pause', { reason: 'away' });
    clock.pass(20 * MINUTE);
    const back = await relieved(there, wang);
    await atCounter(back, 'call-next');
    await atCounter(back, 'start');
    clock.pass(2 * MINUTE);
    await atCounter(back, 'finish', { outcome: 'done' });
    await atCounter(back, 'close');

    const db = new Database(join(hall.hub.dataDir, 'jiaohao.db'), { readonly: true });
    const intervals = db
      .prepare(
        `SELECT clerk_id AS clerk, kind, (ended_at - started_at) / ${MINUTE} AS minutes FROM counter_intervals
         WHERE clerk_id IN (?, ?) ORDER BY started_at, kind`,
      )
      .all(wang.id, li.id);
    db.close();
    expect(intervals).toEqual([
      { clerk: wang.id, kind: 'open', minutes: 10 },
      { clerk: li.id, kind: 'open', minutes: 23 },
      { clerk: li.id, kind: 'paused', minutes: 20 },
      { clerk: wang.id, kind: 'open', minutes: 2 },
    ]);
    // The turn that changed hands counts, whole, for who ended it.
    const today = new Date(clock.now() + 8 * 60 * MINUTE).toISOString().slice(0, 10);
    const tomorrow = new Date(clock.now() + 32 * 60 * MINUTE).toISOString().slice(0, 10);
    const { body } = await hall.admin.get<{
      groups: { key: string; kpis: { served: number; handlingMs: { mean: number } } }[];
    }>(`/api/reports/summary?from=${today}&to=${tomorrow}&groupBy=clerk&counter=${counterId}`);
    const of = (who: Caller) => body.groups.find(({ key }) => key === who.id)?.kpis;
    expect(of(li)).toMatchObject({ served: 1, handlingMs: { mean: 13 * MINUTE } });
    expect(of(wang)).toMatchObject({ served: 1, handlingMs: { mean: 2 * MINUTE } });
  });

  test('makes nobody more than a clerk, at this counter, for as long as they are there', async () => {
    const boss = await withPin('hall-manager');
    const there = await relieved(wang, boss);
    expectError(await there.get('/api/hall'), 'not-allowed');
    expectError(await there.post('/api/emergency', { kind: 'evacuation' }), 'not-allowed');
    expectError(await there.post(`/api/counters/${ANOTHER}/open`, {}), 'not-allowed');
    expect((await atCounter(there, 'close')).status).toBe(200);
    expectError(await there.get('/api/session'), 'session-expired');
    // Their own session elsewhere is what it was.
    expect((await boss.get('/api/hall')).status).toBe(200);
  });

  test('leaves an admin an admin when they change their password at the counter', async () => {
    const admin = await withPin('admin', { password: PASSWORD });
    const there = await relieved(wang, admin);
    const changed = await there.post<WhoAmI>('/api/session/password', {
      current: PASSWORD,
      next: `${PASSWORD} 2`,
    });
    expect(changed.body).toMatchObject({ role: 'admin', byPin: false });
  });

  test('is asked for at one’s own counter, or by who may help there', async () => {
    expectError(await ask(li, li), 'counter-taken');
    const boss = await hall.person('hall-manager');
    const there = await relieved(boss, li);
    expectError(await boss.get('/api/session'), 'session-expired');
    expect((await atCounter(there, 'pause', { reason: 'away' })).body.counter.clerk?.id).toBe(li.id);
    // Wang’s own page is still signed in; the counter is not theirs any more.
    expectError(await atCounter(wang, 'resume'), 'counter-taken');
  });

  test('closes the pages of the one who went', async () => {
    const page = screenOf(wang, hall.hub.url);
    await page.sees('hello');
    await relieved(wang, li);
    expect(await page.closed()).toBe('io server disconnect');
  });

  test('is refused to who is at another counter, and changes nothing', async () => {
    await li.post(`/api/counters/${ANOTHER}/open`, {});
    expectError(await ask(wang, li), 'clerk-elsewhere');
    expect((await wang.get<WhoAmI>('/api/session')).body.counterId).toBe(counterId);
  });

  test('pressed twice is one relief', async () => {
    const body = { clerkId: li.id, pin: PIN };
    const once = () =>
      wang.post(`/api/counters/${counterId}/relieve`, body, { 'idempotency-key': `twice ${wang.id}` });
    const [one, two] = await Promise.all([once(), once()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.headers.getSetCookie()).toEqual(two.headers.getSetCookie());
    const events = journal(hall.hub).filter(({ data }) => data.includes(`"${li.id}"`));
    expect(events.filter(({ type }) => type === 'counter-relieved')).toHaveLength(1);
  });
});

describe('a PIN', () => {
  const set = (who: Caller, pin: string, current = PASSWORD) =>
    who.put<WhoAmI>('/api/session/relief-pin', { current, pin });

  test('is set by its owner with the password, and is nowhere to be read', async () => {
    const zhao = await personWith(hall.hub, 'clerk', { password: PASSWORD });
    expect((await zhao.get<WhoAmI>('/api/session')).body.reliefPin).toBe(false);
    expectError(await ask(wang, zhao), 'no-relief-pin');
    expectError(await set(zhao, '73915', 'not-the-password'), 'wrong-credentials');
    expectError(await set(zhao, '1234'), 'weak-pin');
    for (const pin of ['123', '1234567', '12a4', '']) expectError(await set(zhao, pin), 'malformed');
    expect((await set(zhao, '73915')).body).toMatchObject({ id: zhao.id, reliefPin: true });
    const answer = await ask(wang, zhao, '73915');
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('73915');
    expect(JSON.stringify(everythingKept(hall.hub))).not.toContain('73915');
  });

  test('does not sign anybody in', async () => {
    const asked = await hall.nobody.post('/api/session', { username: li.id, password: PIN });
    expectError(asked, 'wrong-credentials');
    expectError(await hall.nobody.post(`/api/counters/${counterId}/relieve`, {}), 'not-signed-in');
  });

  test('is taken away by a manager, and by a new password from the admin', async () => {
    const manager = await hall.person('manager');
    const listed = async (id?: string) =>
      (await manager.get<{ people: Person[] }>('/api/settings/people')).body.people.find(
        (person) => person.id === id,
      )?.reliefPin;
    expect(await listed(li.id)).toBe(true);
    expect((await manager.delete(`/api/settings/people/${li.id}/relief-pin`)).status).toBe(200);
    expect(await listed(li.id)).toBe(false);
    expectError(await ask(wang, li), 'no-relief-pin');
    expectError(await manager.delete('/api/settings/people/nobody/relief-pin'), 'unknown-person');

    const zhao = await withPin('clerk');
    await hall.admin.put(`/api/settings/people/${zhao.id}`, { password: 'a-new-first-password' });
    expectError(await ask(wang, zhao), 'no-relief-pin');
  });

  test('is guessed five times, even by guesses sent all at once; at another counter its owner is not kept out', async () => {
    expectError(await ask(wang, li, '0001'), 'wrong-relief-pin');
    await Promise.all(Array.from({ length: 12 }, (_, n) => ask(wang, li, `${2000 + n}`)));
    expectError(await ask(wang, li), 'too-many-attempts');
    const another = await hall.person('clerk');
    await another.post(`/api/counters/${ANOTHER}/open`, {});
    expect((await ask(another, li, PIN, ANOTHER)).status).toBe(200);
  });

  test('is tried at one’s own counter only: others learn nothing', async () => {
    const stranger = await hall.person('clerk');
    expectError(await ask(stranger, li, '0001'), 'counter-taken');
    expectError(await ask(stranger, li), 'counter-taken');
  });
});

test('who could take over is listed by staff number: who has a PIN, who is at which counter', async () => {
  const path = `/api/counters/${counterId}/relievers`;
  const { relievers } = (await wang.get<{ relievers: Reliever[] }>(path)).body;
  const of = (who: Caller) => relievers.find(({ id }) => id === who.id);
  expect(of(wang)).toBeUndefined();
  expect(of(li)).toEqual({ id: li.id, name: li.id, staffNumber: null, hasPin: true, counter: null });
  expect(of(hall.clerk)).toMatchObject({ hasPin: false });
  const numbers = relievers.flatMap(({ staffNumber }) => staffNumber ?? []);
  expect(numbers).toEqual([...numbers].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
});
