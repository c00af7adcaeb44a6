import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskCheck, StaffPass } from '@jiaohao/shared/contract/kiosk-staff.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Staff at a kiosk: the number that opens its menu, and what the menu can do. */

let hall: HallAtWork;
let clock: MovableClock;
beforeAll(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock });
});
afterAll(() => hall.hub.close());

const setPin = (id: string | undefined, pin: string | null) =>
  hall.admin.put(`/api/settings/devices/${id}/pin`, { pin });
const enter = (kiosk: Caller, pin: string) => kiosk.post<StaffPass>('/api/kiosk/staff', { pin });

/** The kiosk with the menu's pass in each of its requests. */
async function opened(kiosk: Caller, pin: string) {
  const { pass } = (await enter(kiosk, pin)).body;
  const call = async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(hall.hub.url + path, {
      method,
      headers: {
        authorization: `Bearer ${kiosk.token}`,
        'staff-pass': pass,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T, headers: response.headers };
  };
  return {
    pass,
    check: () => call<KioskCheck>('GET', '/api/kiosk/staff'),
    print: (ticketId: string) => call('POST', '/api/kiosk/staff/print', { ticketId }),
  };
}

describe('the number of a kiosk', () => {
  test('is set by a manager for this kiosk; without one nobody gets in', async () => {
    const kiosk = await hall.device('kiosk');
    expectError(await enter(kiosk, '2580'), 'no-staff-pin');
    expect((await setPin(kiosk.id, '2580')).status).toBe(200);
    const { devices } = (
      await hall.admin.get<{ devices: { id: string; staffPin: boolean }[] }>('/api/settings/devices')
    ).body;
    expect(devices.find(({ id }) => id === kiosk.id)?.staffPin).toBe(true);
    expect((await enter(kiosk, '2580')).status).toBe(200);
    const other = await hall.device('kiosk');
    expectError(await enter(other, '2580'), 'no-staff-pin');
    await setPin(kiosk.id, null);
    expectError(await enter(kiosk, '2580'), 'no-staff-pin');
  });

  test.each(['123', '123456789', '12a4', ''])('is four to eight digits, not %j', async (pin) => {
    const kiosk = await hall.device('kiosk');
    expectError(await setPin(kiosk.id, pin), 'malformed');
  });

  test('belongs to a kiosk: pads and hall screens have no such menu', async () => {
    const screen = await hall.device('hall-screen');
    expectError(await setPin(screen.id, '2580'), 'malformed');
  });

  test('is guessed five times a minute at most, even by guesses sent all at once; another kiosk is not kept out', async () => {
    const [kiosk, other] = [await hall.device('kiosk'), await hall.device('kiosk')];
    await setPin(kiosk.id, '2580');
    await setPin(other.id, '2580');
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, n) => enter(kiosk, `${1000 + n}`)));
    expect(guesses.some(({ status }) => status === 429)).toBe(true);
    expectError(await enter(kiosk, '2580'), 'too-many-attempts');
    expect((await enter(other, '2580')).status).toBe(200);
  });

  test('is kept as a hash that is no use without the hub’s key, and stands in no journal', async () => {
    const kiosk = await hall.device('kiosk');
    await setPin(kiosk.id, '73190462');
    await enter(kiosk, '73190462');
    for (const file of ['jiaohao.db', 'jiaohao.db-wal']) {
      expect(readFileSync(join(hall.hub.dataDir, file)).includes('73190462')).toBe(false);
    }
  });
});

describe('the staff’s menu', () => {
  test('opens nothing without the number, with the pass of another kiosk, or ten minutes later', async () => {
    const [kiosk, other] = [await hall.device('kiosk'), await hall.device('kiosk')];
    await setPin(kiosk.id, '2580');
    await setPin(other.id, '2580');
    expectError(await kiosk.get('/api/kiosk/staff'), 'staff-pass-needed');
    const menu = await opened(kiosk, '2580');
    expect((await menu.check()).status).toBe(200);
    const foreign = await fetch(`${hall.hub.url}/api/kiosk/staff`, {
      headers: { authorization: `Bearer ${other.token}`, 'staff-pass': menu.pass },
    });
    expect(foreign.status).toBe(401);
    const forged = menu.pass.replace(/^\d+/, (until) => String(Number(until) + MINUTE));
    const later = caller(hall.hub.url, { token: kiosk.token });
    expectError(
      await later.post('/api/kiosk/staff/print', { ticketId: 'x' }, { 'staff-pass': forged }),
      'staff-pass-needed',
    );
    clock.pass(10 * MINUTE + 1);
    expectError(await menu.check(), 'staff-pass-needed');
  });

  test('lists the slips of its printer, says how the printer is, and prints one again', async () => {
    await setPin(hall.kiosk.id, '2580');
    const { id, number } = await hall.take();
    const menu = await opened(hall.kiosk, '2580');
    const { body } = await menu.check();
    expect(body).toMatchObject({ deviceName: 'kiosk', printer: { url: 'virtual:' } });
    expect(body.slips.find((slip) => slip.ticketId === id)).toMatchObject({ number, live: true });
    expect(JSON.stringify(body)).not.toContain('token');
    expect((await menu.print(id)).body).toMatchObject({ print: { copy: 1 } });
    const printed = async () => (await menu.check()).body.slips.find((slip) => slip.ticketId === id);
    await expect.poll(printed).toMatchObject({ copy: 1, state: 'printed' });
  });

  test('prints nothing for somebody who has left', async () => {
    await setPin(hall.kiosk.id, '2580');
    const { id, number } = await hall.take();
    const menu = await opened(hall.kiosk, '2580');
    await hall.openCounter();
    await hall.clerk.post(`/api/counters/${COUNTER}/call`, { number });
    await hall.clerk.post(`/api/counters/${COUNTER}/start`);
    await hall.clerk.post(`/api/counters/${COUNTER}/finish`, { outcome: 'done' });
    expectError(await menu.print(id), 'wrong-state');
    expect((await menu.check()).body.slips.find((slip) => slip.ticketId === id)?.live).toBe(false);
  });
});
