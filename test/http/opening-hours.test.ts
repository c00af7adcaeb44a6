import type { ErrorBody } from '@jiaohao/shared/contract/errors.ts';
import type { Board, HallView, Menu } from '@jiaohao/shared/contract/screens.ts';
import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORKWEEK } from '../support/hours.ts';
import { type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { HOUR, MINUTE, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** A hall that opens, has lunch and closes: what is told of it and what is refused. */

/** Friday 2026-11-20, half past eight in the sample hall. */
const clock = movableClock(Date.parse('2026-11-20T08:30:00+08:00'));
const at = (time: string): number => Date.parse(`2026-11-20T${time}:00+08:00`);

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork({ clock });
});
afterAll(() => hall.hub.close());

async function setHours(hours: object | null) {
  const { body } = await hall.admin.get<{ version: number }>('/api/settings/hours');
  return hall.admin.put<{ version: number; hours: unknown }>('/api/settings/hours', {
    version: body.version,
    hours,
  });
}
const openNow = async () => (await hall.kiosk.get<Board>('/api/board')).body.open;

describe('opening hours', () => {
  test('are not there until somebody sets them: the hall is always open', async () => {
    expect((await hall.admin.get('/api/settings/hours')).body).toMatchObject({ hours: null });
    expect(await openNow()).toBeUndefined();
  });

  test('that make no sense are refused in words, with their place', async () => {
    const refused = await setHours({ week: { monday: [{ from: '12:00', to: '09:00' }] } });
    expectError(refused, 'invalid-settings');
    expect(JSON.stringify(refused.body)).toContain('hours.week.monday[0].to');
    expect((await setHours({ week: { moonday: [] } })).status).toBe(400);
  });

  test('are told on the board as the day goes on', async () => {
    const set = await setHours({ week: WORKWEEK });
    expect([set.status, set.body.hours]).toEqual([200, { week: WORKWEEK }]);
    expect(await openNow()).toEqual({ state: 'closed', opensAt: at('09:00'), closesAt: null });
    clock.pass(30 * MINUTE);
    expect(await openNow()).toEqual({ state: 'open', opensAt: null, closesAt: at('12:00') });
    clock.pass(3 * HOUR);
    expect(await openNow()).toEqual({ state: 'break', opensAt: at('13:30'), closesAt: null });
  });

  test('refuse a number in the words that the kiosk shows', async () => {
    const refused = await hall.kiosk.post<ErrorBody>('/api/tickets', { serviceId: SERVICE });
    expect([refused.status, refused.body.error]).toEqual([
      409,
      {
        code: 'service-closed',
        message: '午休中，13:30 恢复取号',
        details: { reason: 'break', opensAt: at('13:30'), now: at('12:00'), timeZone: 'Asia/Shanghai' },
      },
    ]);
    const english = await hall.kiosk.post<ErrorBody>(
      '/api/tickets',
      { serviceId: SERVICE },
      { 'accept-language': 'en' },
    );
    expect(english.body.error.message).toBe('Lunch break: numbers again from 13:30');
    const { groups } = (await hall.kiosk.get<Menu>('/api/menu')).body;
    for (const { open, closed } of groups.flatMap(({ services }) => services)) {
      expect({ open, closed }).toEqual({ open: false, closed: { reason: 'break', opensAt: at('13:30') } });
    }
  });

  test('are overridden by a hall manager who says so, and the journal tells', async () => {
    const leader = await hall.person('hall-manager');
    const wish = { serviceId: SERVICE };
    expect((await leader.post('/api/tickets', wish)).status).toBe(409);
    for (const other of [hall.kiosk, hall.clerk]) {
      expectError(await other.post('/api/tickets', { ...wish, override: true }), 'not-allowed');
    }
    expect((await leader.post('/api/tickets', { ...wish, override: true })).status).toBe(201);
    const issued = journal(hall.hub).filter(({ type }) => type === 'ticket-issued');
    expect(issued.map(({ data }) => JSON.parse(data).override)).toEqual(['break']);
  });

  test('can be taken away again', async () => {
    expect((await setHours(null)).body.hours).toBeNull();
    expect(await openNow()).toBeUndefined();
  });
});

describe('voiding numbers', () => {
  test('is the hall manager’s: those who wait are told why, once however often it is sent', async () => {
    const leader = await hall.person('hall-manager');
    const mine = await hall.take();
    await hall.take();
    const { body } = await leader.get<HallView>('/api/hall');
    expect(body.voidReasons?.map(({ id }) => id)).toEqual(['system-fault', 'service-stopped', 'weather']);
    const wish = { serviceId: SERVICE, reason: 'system-fault' };
    const key = { 'idempotency-key': 'void' };
    const [first, second] = [
      await leader.post('/api/void', wish, key),
      await leader.post('/api/void', wish, key),
    ];
    // The two, and the one that was given against the hours above.
    expect([first.body, second.body]).toEqual([{ voided: 3 }, { voided: 3 }]);
    expect((await leader.post('/api/void', wish)).body).toEqual({ voided: 0 });
    const phone = await hall.nobody.get<{ ticket: PhoneView }>(`/api/tickets/${mine.token}`);
    expect(phone.body.ticket).toMatchObject({ status: 'ended', ending: 'cancelled', canCancel: false });
    expect(phone.body.ticket.endReason?.['zh-CN']).toMatch(/^因系统故障/);
    const board = (await hall.kiosk.get<Board>('/api/board')).body;
    expect(board.notices[0]?.['zh-CN']).toMatch(/^社会保障卡：因系统故障/);
    expect(JSON.stringify(board)).not.toContain(mine.number);
    const [declared] = journal(hall.hub).filter(({ type }) => type === 'queue-voided');
    expect([declared?.by_kind, declared?.by_id]).toEqual(['person:hall-manager', leader.id]);
    expectError(await leader.post('/api/void', { reason: 'nothing-known' }), 'unknown-reason');
  });
});
