import { isAppointmentCode } from '@jiaohao/shared/contract/appointment-code.ts';
import type { AppointmentDetails, AppointmentList, SlotDays } from '@jiaohao/shared/contract/appointments.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { everythingKept, journal } from './support/journal.ts';
import { type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Appointments over HTTP: booking by staff, and what the hub keeps of it. */

const SERVICE = 'travel-documents';
const PHONE = '13800131234';
const MINUTE = 60_000;
/** Monday 2026-11-23, a quarter past nine in Shanghai. */
const MONDAY = Date.UTC(2026, 10, 23, 1, 15);

let clock: MovableClock;
let hall: HallAtWork;
beforeAll(async () => {
  clock = movableClock(MONDAY);
  hall = await hallAtWork({ clock });
});
afterAll(() => hall.hub.close());

/** Slots of that Monday, by their number: from nine to half past eleven, and from half past one on. */
const slot = (nth: number) => MONDAY - 15 * MINUTE + (nth < 5 ? nth : nth + 4) * 30 * MINUTE;
const TOMORROW = 24 * 60 * MINUTE;

async function book(slotAt: number, phone = PHONE, key?: string): Promise<AppointmentDetails> {
  const booked = await hall.clerk.post<{ appointment: AppointmentDetails }>(
    '/api/appointments',
    { serviceId: SERVICE, slotAt, phone, name: '张三' },
    key === undefined ? undefined : { 'idempotency-key': key },
  );
  expect(booked.status).toBe(201);
  return booked.body.appointment;
}

const free = async (slotAt: number): Promise<number | undefined> => {
  const { body } = await hall.clerk.get<SlotDays>(`/api/appointments/slots?serviceId=${SERVICE}`);
  return body.days.flatMap((day) => day.slots).find((each) => each.at === slotAt)?.free;
};
const list = async (date: string) =>
  (await hall.clerk.get<AppointmentList>(`/api/appointments?date=${date}`)).body;

describe('booking', () => {
  test('shows the days that can be booked, and the places left in each slot', async () => {
    const { body } = await hall.clerk.get<SlotDays>(`/api/appointments/slots?serviceId=${SERVICE}`);
    expect(body.services.map(({ id }) => id)).toEqual(['title-transfer', SERVICE]);
    expect(body.days).toHaveLength(15);
    expect(body.days[0]).toMatchObject({ date: '2026-11-23' });
    // A quarter past nine: the slot that has begun can still be had.
    expect(body.days[0]?.slots[0]).toMatchObject({ at: slot(0), until: slot(1), capacity: 4, free: 4 });
  });

  test('gives a code, masks the phone number in the list, and takes a place', async () => {
    const appointment = await book(slot(0));
    expect(isAppointmentCode(appointment.code ?? '')).toBe(true);
    expect(appointment).toMatchObject({
      phone: '138****1234',
      fullPhone: PHONE,
      state: 'booked',
      name: '张三',
    });
    expect(await free(slot(0))).toBe(3);
    const { appointments, counts } = await list('2026-11-23');
    expect(appointments).toMatchObject([{ id: appointment.id, phone: '138****1234' }]);
    expect(JSON.stringify(appointments)).not.toContain(PHONE);
    expect(counts).toMatchObject({ booked: 1, overdue: 0 });
    const again = await hall.clerk.get<{ appointment: AppointmentDetails }>(
      `/api/appointments/${appointment.id}`,
    );
    expect(again.body.appointment).toEqual(appointment);
  });

  test('sent twice with one key is one appointment, with the same code', async () => {
    const [one, two] = await Promise.all([book(slot(1), PHONE, 'k'), book(slot(1), PHONE, 'k')]);
    expect(two).toEqual(one);
    expect(await book(slot(1), PHONE, 'k')).toEqual(one);
    expect(await free(slot(1))).toBe(3);
  });

  test('never gives out more places than there are, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, () =>
        hall.clerk.post('/api/appointments', { serviceId: SERVICE, slotAt: slot(2), phone: PHONE }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409, 409, 409, 409, 409]);
    expect(await free(slot(2))).toBe(0);
  });

  test.each([
    ['a phone number that is none', { serviceId: SERVICE, slotAt: slot(3), phone: 'call me' }, 'malformed'],
    ['a time between slots', { serviceId: SERVICE, slotAt: slot(3) + 1, phone: PHONE }, 'slot-closed'],
    ['a service without', { serviceId: 'enquiries', slotAt: slot(3), phone: PHONE }, 'no-appointments'],
    [
      'a service that is not there',
      { serviceId: 'nothing', slotAt: slot(3), phone: PHONE },
      'unknown-service',
    ],
    ['a moment beyond all time', { serviceId: SERVICE, slotAt: 9e15, phone: PHONE }, 'malformed'],
  ] as const)('refuses %s', async (_, body, code) => {
    expectError(await hall.clerk.post('/api/appointments', body), code);
  });

  test('refuses a day that is not in the calendar', async () => {
    expectError(await hall.clerk.get('/api/appointments?date=2026-02-31'), 'malformed');
    expectError(await hall.clerk.get('/api/appointments/nobody'), 'unknown-appointment');
  });
});

describe('changing', () => {
  test('to another time or another day keeps the code, and frees the old place', async () => {
    const { id, code } = await book(slot(3));
    const change = (slotAt: number) =>
      hall.clerk.post<{ appointment: AppointmentDetails }>(`/api/appointments/${id}/change`, { slotAt });
    expect((await change(slot(8))).body.appointment).toMatchObject({
      id,
      code,
      date: '2026-11-23',
    });
    const tomorrow = slot(0) + TOMORROW;
    const moved = (await change(tomorrow)).body.appointment;
    expect(moved).toMatchObject({ id, code, date: '2026-11-24', fullPhone: PHONE, state: 'booked' });
    expect(await free(slot(3))).toBe(4);
    expect(await free(tomorrow)).toBe(3);
    expect((await list('2026-11-24')).appointments).toHaveLength(1);
    expect((await list('2026-11-23')).appointments.some((each) => each.id === id)).toBe(false);
    // And back: it is one appointment all the time.
    expect((await change(slot(3))).body.appointment).toMatchObject({ id, code, date: '2026-11-23' });
    expect(await free(tomorrow)).toBe(4);
    await hall.clerk.post(`/api/appointments/${id}/cancel`);
  });

  test('into a full slot of another day changes neither day', async () => {
    const { id } = await book(slot(3) + TOMORROW);
    expectError(await hall.clerk.post(`/api/appointments/${id}/change`, { slotAt: slot(2) }), 'slot-full');
    expect((await list('2026-11-24')).appointments).toMatchObject([{ id, state: 'booked' }]);
  });

  test('cancelled is cancelled: its place is free and it cannot be cancelled again', async () => {
    const { id } = await book(slot(3));
    const cancelled = await hall.clerk.post(`/api/appointments/${id}/cancel`);
    expect(cancelled.body).toMatchObject({ appointment: { state: 'cancelled' } });
    expect(await free(slot(3))).toBe(4);
    expectError(await hall.clerk.post(`/api/appointments/${id}/cancel`), 'wrong-state');
  });
});

describe('its slip', () => {
  const print = async (id: string, language = 'zh-CN') =>
    (await hall.clerk.post<{ print: PrintView }>(`/api/appointments/${id}/print`, { language })).body.print;
  /** What came of it, once the (virtual) printer has had it. */
  async function settled({ jobId }: PrintView): Promise<PrintView> {
    const now = async () => (await hall.clerk.get<{ print: PrintView }>(`/api/print/${jobId}`)).body.print;
    await expect.poll(async () => (await now()).state, { timeout: 20_000 }).not.toMatch(/queued|printing/);
    return now();
  }
  const paper = async (view: PrintView): Promise<string> => {
    expect(await settled(view)).toMatchObject({ state: 'printed' });
    return (await hall.clerk.get<string>(`/api/print/${view.jobId}/paper.svg`)).body;
  };

  test('says code, day, time, service and what to bring, in the customer’s language, and no name', async () => {
    const { id, code } = await book(slot(6));
    const words = await paper(await print(id));
    const spaced = `${code?.slice(0, 4)} ${code?.slice(4)}`;
    for (const said of [
      '预约凭条',
      '11月23日星期一',
      '14:00-14:30',
      '出入境证件',
      spaced,
      '请于 13:40～14:40',
    ])
      expect(words).toContain(said);
    for (const secret of [PHONE, '138****1234', '张三']) expect(words).not.toContain(secret);
    expect(await paper(await print(id, 'en'))).toContain('Monday');
    // Kept with the job is where the code is found, not the code.
    expect(JSON.stringify(everythingKept(hall.hub).print_jobs)).not.toContain(code);
    await hall.clerk.post(`/api/appointments/${id}/cancel`);
  });

  test('does not come out for one that was cancelled or stands for another time by then', async () => {
    const { id } = await book(slot(6));
    const before = await settled(await print(id));
    await hall.clerk.post(`/api/appointments/${id}/change`, { slotAt: slot(7) });
    const again = await hall.clerk.post<{ print: PrintView }>(`/api/print/${before.jobId}/again`, {});
    expect(await settled(again.body.print)).toMatchObject({ state: 'failed', reason: 'gave-up' });
    await hall.clerk.post(`/api/appointments/${id}/cancel`);
    expectError(await hall.clerk.post(`/api/appointments/${id}/print`, {}), 'appointment-over');
  });
});

describe('what is kept', () => {
  test('of the phone number, the name and the code is nothing but in the erasable table', async () => {
    const { code } = await book(slot(4));
    const kept = await everythingKept(hall.hub);
    const outside = JSON.stringify({ journal: await journal(hall.hub) });
    for (const secret of [PHONE, '张三', code as string]) expect(outside).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(code);
  });
});
