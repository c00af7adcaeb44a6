import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import { caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** How a device gets its token. */

let hall: HallAtWork;
let clock: MovableClock;
beforeAll(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock });
});
afterAll(() => hall.hub.close());

async function invite(kind = 'kiosk') {
  const made = await hall.admin.post<{ id: string; pairingCode: string }>('/api/devices', {
    kind,
    name: kind,
  });
  return made.body;
}
const pair = (pairingCode: string) =>
  hall.nobody.post<{ token: string }>('/api/devices/pair', { pairingCode });

describe('a pairing code', () => {
  test('has forty bits, in letters that nobody mixes up', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => invite()));
    for (const { pairingCode } of codes) {
      expect(pairingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }
    expect(new Set(codes.map(({ pairingCode }) => pairingCode)).size).toBe(20);
  });

  test('may be typed as people type', async () => {
    const { pairingCode } = await invite();
    const typed = ` ${pairingCode.toLowerCase().replace('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l')} `;
    expect((await pair(typed)).status).toBe(200);
  });

  test('is good once, even for two who type it at the same moment', async () => {
    const { pairingCode } = await invite();
    const both = await Promise.all([pair(pairingCode), pair(pairingCode), pair(pairingCode)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expectError(await pair(pairingCode), 'pairing-code-invalid');
  });

  test('is good for fifteen minutes', async () => {
    const [early, late] = [await invite(), await invite()];
    clock.pass(15 * MINUTE);
    expect((await pair(early.pairingCode)).status).toBe(200);
    clock.pass(1);
    expectError(await pair(late.pairingCode), 'pairing-code-invalid');
  });

  test('is replaced by a newer one of the same device', async () => {
    const { id, pairingCode } = await invite();
    const newer = await hall.admin.post<{ pairingCode: string }>(`/api/devices/${id}/pairing-code`);
    expectError(await pair(pairingCode), 'pairing-code-invalid');
    expect((await pair(newer.body.pairingCode)).status).toBe(200);
  });

  test('is no good once its device is revoked, not even when both happen at once', async () => {
    const { id, pairingCode } = await invite();
    const [, paired] = await Promise.all([hall.admin.delete(`/api/devices/${id}`), pair(pairingCode)]);
    if (paired.status === 200) {
      const device = caller(hall.hub.url, { token: paired.body.token });
      expectError(await device.get('/api/menu'), 'device-revoked');
    } else expectError(paired, 'pairing-code-invalid');
    const { devices } = (
      await hall.admin.get<{ devices: { id: string; revoked: boolean }[] }>('/api/settings/devices')
    ).body;
    expect(devices.find((device) => device.id === id)).toMatchObject({ revoked: true });
  });
});

describe('a device that is paired again', () => {
  test('keeps its old token until then; after that the old one opens nothing and its sockets are gone', async () => {
    const { id, pairingCode } = await invite('hall-screen');
    const old = caller(hall.hub.url, { token: (await pair(pairingCode)).body.token });
    const screen = screenOf(old, hall.hub.url);
    await screen.sees('board');
    const newer = await hall.admin.post<{ pairingCode: string }>(`/api/devices/${id}/pairing-code`);
    expect((await old.get('/api/board')).status).toBe(200);

    const { token } = (await pair(newer.body.pairingCode)).body;
    expect(await screen.closed()).toBe('io server disconnect');
    expectError(await old.get('/api/board'), 'not-signed-in');
    expect((await caller(hall.hub.url, { token }).get('/api/board')).status).toBe(200);
  });
});

describe('a device that is revoked', () => {
  test('loses its sockets at once and is told why when it comes back', async () => {
    const kiosk = await hall.device('kiosk');
    const screen = screenOf(kiosk, hall.hub.url);
    await screen.sees('board');
    await hall.admin.delete(`/api/devices/${kiosk.id}`);
    expect(await screen.closed()).toBe('io server disconnect');
    expect(await screenOf(kiosk, hall.hub.url).refusal()).toBe('device-revoked');
  });
});
