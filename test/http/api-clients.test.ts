import type { AppointmentDetails, AppointmentList, SlotDays } from '@jiaohao/shared/contract/appointments.ts';
import type { ApiClient } from '@jiaohao/shared/contract/session.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import { apiClient, type Caller, caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Other systems that book appointments with a token of their own. */

const SERVICE = 'travel-documents';
const PHONE = '13800131234';
const DAY = 24 * 3600_000;
/** Monday 2026-11-23, a quarter past nine in Shanghai. */
const MONDAY = Date.UTC(2026, 10, 23, 1, 15);
/** The slot at two that afternoon. */
const AT_TWO = Date.UTC(2026, 10, 23, 6);

let hall: HallAtWork;
let platform: Caller;
beforeAll(async () => {
  hall = await hallAtWork({ clock: movableClock(MONDAY) });
  platform = await apiClient(hall.hub, hall.admin, '省预约平台');
});
afterAll(() => hall.hub.close());

type Booked = { appointment: AppointmentDetails };
const book = (by: Caller, slotAt = AT_TWO, key?: string) =>
  by.post<Booked>(
    '/api/appointments',
    { serviceId: SERVICE, slotAt, phone: PHONE },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const listOf = async (by: Caller, date = '2026-11-23') =>
  (await by.get<AppointmentList>(`/api/appointments?date=${date}`)).body;
const clients = async () =>
  (await hall.admin.get<{ clients: ApiClient[] }>('/api/settings/api-clients')).body.clients;

test('it sees free slots, books one, gets the code, and cancels; the log says which system it was', async () => {
  const { body } = await platform.get<SlotDays>(`/api/appointments/slots?serviceId=${SERVICE}`);
  expect(body.days.flatMap(({ slots }) => slots).some(({ at }) => at === AT_TWO)).toBe(true);
  const { status, body: made } = await book(platform);
  expect(status).toBe(201);
  expect(made.appointment).toMatchObject({ code: expect.stringMatching(/^\d{8}$/), state: 'booked' });
  const booked = journal(hall.hub).at(-1);
  expect(booked).toMatchObject({ type: 'appointment-booked', by_kind: 'client', by_id: platform.id });
  const cancelled = await platform.post<Booked>(`/api/appointments/${made.appointment.id}/cancel`);
  expect(cancelled.body.appointment.state).toBe('cancelled');
});

test('what it books is sent twice with one key and booked once, in its own name', async () => {
  const [one, two] = await Promise.all([book(platform, AT_TWO, 'k'), book(platform, AT_TWO, 'k')]);
  expect(two.body).toEqual(one.body);
  const other = await apiClient(hall.hub, hall.admin, 'another');
  expect((await book(other, AT_TWO, 'k')).body.appointment.id).not.toBe(one.body.appointment.id);
});

test('it sees and cancels its own bookings only, also after staff have moved one to another day', async () => {
  const [mine, theirs] = [(await book(platform)).body.appointment, (await book(hall.clerk)).body.appointment];
  const seen = await listOf(platform);
  expect(seen.appointments.map(({ id }) => id)).toContain(mine.id);
  expect(seen.appointments.map(({ id }) => id)).not.toContain(theirs.id);
  expect(seen.counts.booked).toBeLessThan((await listOf(hall.clerk)).counts.booked);
  expectError(await platform.post(`/api/appointments/${theirs.id}/cancel`), 'unknown-appointment');
  expectError(await platform.get(`/api/appointments/${mine.id}`), 'not-allowed');

  const moved = await hall.clerk.post(`/api/appointments/${mine.id}/change`, { slotAt: AT_TWO + DAY });
  expect(moved.status).toBe(200);
  expect((await listOf(platform, '2026-11-24')).appointments).toMatchObject([{ id: mine.id }]);
  expect((await platform.post(`/api/appointments/${mine.id}/cancel`)).status).toBe(200);
});

test('its token is told once, opens no socket, and nothing after it was revoked; the bookings stay', async () => {
  const system = await apiClient(hall.hub, hall.admin, 'leaving');
  const { id } = (await book(system, AT_TWO + 2 * DAY)).body.appointment;
  expect(JSON.stringify(await clients())).not.toContain(system.token);
  expect(await screenOf(system, hall.hub.url).refusal()).toBe('not-signed-in');

  expect((await hall.admin.delete(`/api/settings/api-clients/${system.id}`)).status).toBe(200);
  expect((await hall.admin.delete(`/api/settings/api-clients/${system.id}`)).status).toBe(200);
  expectError(await listOf(system).then(() => system.get('/api/appointments')), 'client-revoked');
  expect((await clients()).find((each) => each.id === system.id)).toMatchObject({
    name: 'leaving',
    revoked: true,
    lastSeenAt: MONDAY,
  });
  expect((await listOf(hall.clerk, '2026-11-25')).appointments).toMatchObject([{ id, state: 'booked' }]);
  expectError(await hall.admin.delete('/api/settings/api-clients/nobody'), 'unknown-client');
});

test('adding one twice with one key is one, with the same token', async () => {
  const add = () =>
    hall.admin.post('/api/settings/api-clients', { name: 'once' }, { 'idempotency-key': 'add once' });
  const [one, two] = await Promise.all([add(), add()]);
  expect(two.body).toEqual(one.body);
  expect((await clients()).filter(({ name }) => name === 'once')).toHaveLength(1);
});

test('guessing tokens is slow, and never keeps a right one out', async () => {
  const guess = (nth: number) => caller(hall.hub.url, { token: `jiaohao_${nth}`.padEnd(51, 'A') });
  const answers = [];
  for (let nth = 0; nth < 21; nth += 1) answers.push((await guess(nth).get('/api/appointments')).status);
  // Those that were asked with a revoked token count too.
  expect([answers[0], answers.at(-1)]).toEqual([401, 429]);
  expect((await platform.get('/api/appointments')).status).toBe(200);
  // A screen whose hub was set up anew asks on until somebody pairs it.
  const stranger = caller(hall.hub.url, { token: 'A'.repeat(43) });
  expectError(await stranger.get('/api/board'), 'not-signed-in');
});
