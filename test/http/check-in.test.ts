import { withCheckDigit } from '@jiaohao/shared/contract/appointment-code.ts';
import type {
  AppointmentDetails,
  AppointmentList,
  CheckInAnswer,
  FoundAnswer,
} from '@jiaohao/shared/contract/appointments.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, type Caller, pairDevice } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { HOUR, MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Checking in over HTTP: by code, by phone number, by staff; early, late, twice, and by guessing. */

const SERVICE = 'travel-documents';
const PHONE = '13800131234';
/** Monday 2026-11-23, nine o'clock in Shanghai. The sample hall lets people in from 20 minutes before their slot. */
const MONDAY = Date.UTC(2026, 10, 23, 1);

let clock: MovableClock;
let hall: HallAtWork;
/** Each story has a day of its own, from nine o'clock on; one hub lives through all of them. */
let TEN = MONDAY + HOUR;
let seen = 0;
beforeAll(async () => {
  clock = movableClock(MONDAY);
  hall = await hallAtWork({ clock });
});
beforeEach(async () => {
  TEN += 24 * HOUR;
  waitUntil(TEN - HOUR);
  await hall.hub.operations.write(async () => ({ answer: null }));
  [hall.clerk, hall.admin] = await Promise.all([hall.person('clerk'), hall.person('admin')]);
  hall.kiosk = await pairDevice(hall.hub, hall.admin, 'kiosk');
  seen = journal(hall.hub).length;
});
afterAll(() => hall.hub.close());

const waitUntil = (at: number) => clock.pass(at - clock.now());

async function book(slotAt = TEN, phone = PHONE): Promise<AppointmentDetails & { code: string }> {
  const body = { serviceId: SERVICE, slotAt, phone };
  const booked = await hall.clerk.post<{ appointment: AppointmentDetails }>('/api/appointments', body);
  expect(booked.status).toBe(201);
  return booked.body.appointment as AppointmentDetails & { code: string };
}
const find = (words: { code: string } | { phone: string }, by: Caller = hall.kiosk) =>
  by.post<FoundAnswer>('/api/appointments/find', words);
const checkIn = (
  { id, code }: { id: string; code: string },
  by: Caller = hall.kiosk,
  key?: string,
): Promise<Answer<CheckInAnswer>> =>
  by.post(
    '/api/appointments/check-in',
    { appointmentId: id, code },
    key === undefined ? undefined : { 'idempotency-key': key },
  );
const events = (type: string) =>
  journal(hall.hub)
    .slice(seen)
    .filter((row) => row.type === type);

describe('in time', () => {
  test('by code: told what it is, then a number, printed, placed by the time of its slot', async () => {
    const appointment = await book();
    waitUntil(TEN - 15 * MINUTE);
    const { body } = await find({ code: appointment.code });
    expect(body.appointments).toMatchObject([
      { id: appointment.id, slotAt: TEN, standing: 'early', phone: '138****1234', number: null },
    ]);
    const { status, body: taken } = await checkIn(appointment);
    expect({ status, ...taken }).toMatchObject({ status: 200, arrival: 'early', again: false });
    expect(taken.ticket).toMatchObject({ serviceId: SERVICE, priority: 'appointment', status: 'waiting' });
    expect(taken.ticket.token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(taken.ticket.print.state).not.toBe('none');
    expect(taken.ticket.turns).toMatchObject([{ queuedAt: TEN }]);
    const { body: list } = await hall.clerk.get<AppointmentList>('/api/appointments');
    expect(list.appointments).toMatchObject([
      { state: 'checked-in', arrival: 'early', number: taken.ticket.number, checkedInAt: TEN - 15 * MINUTE },
    ]);
    expect(list.counts).toMatchObject({ booked: 0, checkedIn: 1 });
  });

  test('by phone number, however it is typed', async () => {
    const { id } = await book();
    waitUntil(TEN);
    expect((await find({ phone: '+86 138-0013-1234' })).body.appointments).toMatchObject([{ id }]);
    const taken = await hall.kiosk.post('/api/appointments/check-in', { appointmentId: id, phone: PHONE });
    expect(taken).toMatchObject({ status: 200, body: { arrival: 'on-time' } });
  });

  test('by staff, for somebody who has neither', async () => {
    const { id } = await book();
    waitUntil(TEN);
    const taken = await hall.clerk.post<CheckInAnswer>(`/api/appointments/${id}/check-in`);
    expect(taken).toMatchObject({ status: 200, body: { arrival: 'on-time' } });
    // The slip is its holder's: its token is not for staff.
    expect(taken.body.ticket.token).toBeUndefined();
  });

  test('however often and from however many kiosks, it is one number', async () => {
    const appointment = await book();
    waitUntil(TEN);
    const other = await pairDevice(hall.hub, hall.admin, 'kiosk');
    const answers = await Promise.all([
      checkIn(appointment),
      checkIn(appointment, other),
      checkIn(appointment, hall.kiosk, 'key'),
      checkIn(appointment, hall.kiosk, 'key'),
      checkIn(appointment, other, 'key'),
    ]);
    const later = await checkIn(appointment, other);
    const all = [...answers, later].map(({ body }) => body);
    expect(new Set(all.map(({ ticket }) => ticket.id)).size).toBe(1);
    expect(all.filter(({ again }) => !again).length).toBeGreaterThanOrEqual(1);
    expect(later.body).toMatchObject({ again: true });
    expect(events('appointment-checked-in')).toHaveLength(1);
    expect(events('ticket-issued')).toHaveLength(1);
    expect((await find({ code: appointment.code })).body.appointments).toMatchObject([
      { standing: 'checked-in', number: later.body.ticket.number },
    ]);
    // Only the kiosk that gave the number may show its slip.
    const withToken = [answers[0], answers[1]].filter((answer) => answer?.body.ticket.token !== undefined);
    expect(withToken).toHaveLength(1);
  });
});

describe('not in time', () => {
  test('too early: told from when, and no number', async () => {
    const appointment = await book();
    waitUntil(TEN - 21 * MINUTE);
    expect((await find({ code: appointment.code })).body.appointments).toMatchObject([
      { standing: 'too-early', opensAt: TEN - 20 * MINUTE },
    ]);
    expectError(await checkIn(appointment), 'appointment-early');
    expect(events('ticket-issued')).toEqual([]);
  });

  test('on another day: told which', async () => {
    const appointment = await book(TEN + 24 * HOUR);
    expect((await find({ code: appointment.code })).body.appointments).toMatchObject([
      { standing: 'too-early', slotAt: TEN + 24 * HOUR },
    ]);
    expectError(await checkIn(appointment), 'appointment-early');
    // A phone number tells nothing of other days.
    expectError(await find({ phone: PHONE }), 'unknown-appointment');
  });

  test('late within the grace keeps its time; later is a number like any other', async () => {
    const [a, b] = [await book(), await book(TEN, '13900139000')];
    waitUntil(TEN + 35 * MINUTE);
    expect((await checkIn(a)).body).toMatchObject({ arrival: 'late', ticket: { priority: 'appointment' } });
    waitUntil(TEN + 45 * MINUTE);
    expect((await find({ code: b.code })).body.appointments).toMatchObject([{ standing: 'too-late' }]);
    expect((await checkIn(b)).body).toMatchObject({ arrival: 'too-late', ticket: { priority: null } });
  });

  test('cancelled: said by the code, unknown by the phone number', async () => {
    const appointment = await book();
    await hall.clerk.post(`/api/appointments/${appointment.id}/cancel`);
    waitUntil(TEN);
    expect((await find({ code: appointment.code })).body.appointments).toMatchObject([
      { standing: 'cancelled' },
    ]);
    expectError(await checkIn(appointment), 'appointment-over');
    expectError(await find({ phone: PHONE }), 'unknown-appointment');
  });
});

describe('guessing', () => {
  const guess = (nth: number) => withCheckDigit(String(1_000_000 + nth));

  test('is slow: after a dozen wrong ones the kiosk says no for a while, also to a right one', async () => {
    const appointment = await book();
    waitUntil(TEN);
    for (let nth = 0; nth < 12; nth += 1)
      expectError(await find({ code: guess(nth) }), 'unknown-appointment');
    expectError(await find({ code: guess(12) }), 'too-many-attempts');
    expectError(await find({ code: appointment.code }), 'too-many-attempts');
    // At another kiosk, and with staff, everything goes on.
    expect(
      (await find({ code: appointment.code }, await pairDevice(hall.hub, hall.admin, 'kiosk'))).status,
    ).toBe(200);
    expect((await hall.clerk.post(`/api/appointments/${appointment.id}/check-in`)).status).toBe(200);
  });

  test('whether a number has an appointment is slow too, whichever kiosk asks', async () => {
    const kiosks = await Promise.all([1, 2, 3].map(() => pairDevice(hall.hub, hall.admin, 'kiosk')));
    const answers = [];
    for (let nth = 0; nth < 6; nth += 1) answers.push(await find({ phone: '13700137000' }, kiosks[nth % 3]));
    for (const answer of answers.slice(0, 5)) expectError(answer, 'unknown-appointment');
    expectError(answers[5] as Answer<unknown>, 'too-many-attempts');
  });

  test('an id without its code or number opens nothing', async () => {
    const [mine, other] = [await book(), await book(TEN, '13900139000')];
    waitUntil(TEN);
    expectError(await checkIn({ id: other.id, code: mine.code }), 'unknown-appointment');
    expectError(
      await hall.kiosk.post('/api/appointments/check-in', { appointmentId: other.id }),
      'unknown-appointment',
    );
    expect(events('ticket-issued')).toEqual([]);
  });

  test.each(['', '1234', '12345678x', 'JH:20261123:A001'])('%j is as unknown as any other', async (code) => {
    expectError(await find({ code }), 'unknown-appointment');
  });
});

describe('the day’s end', () => {
  test('counts who did not come, and erases who they were when it is no longer needed', async () => {
    const { id } = await book();
    const date = new Date(TEN).toISOString().slice(0, 10);
    const dayAfter = async (days: number) => {
      clock.pass(days * 24 * HOUR);
      await hall.hub.operations.write(async () => ({ answer: null }));
      const manager = await hall.person('manager');
      return (await manager.get<AppointmentList>(`/api/appointments?date=${date}`)).body;
    };
    expect(await dayAfter(1)).toMatchObject({
      counts: { missed: 1, booked: 0 },
      appointments: [{ id, state: 'missed', phone: '138****1234' }],
    });
    expect(events('appointment-missed')).toHaveLength(1);
    // Thirty days after its day, in the sample hall.
    expect(await dayAfter(29)).toMatchObject({ appointments: [{ phone: '138****1234' }] });
    expect(await dayAfter(1)).toMatchObject({
      appointments: [{ id, state: 'missed', phone: null, name: null }],
    });
  });
});
