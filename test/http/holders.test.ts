import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorBody } from '@jiaohao/shared/contract/errors.ts';
import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { HOUR, MINUTE, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** A hall that gives one person so many numbers at a time: by phone or identity card, and nothing of either is kept. */

const PHONE = { kind: 'phone', value: '138 0013 8000' };
/** Made up; its check character is right. */
const CARD = { kind: 'id', value: '11010519491231002x' };

let hall: HallAtWork;
const clock = movableClock();
beforeAll(async () => {
  hall = await hallAtWork({ clock, keepData: true });
});
afterAll(() => hall.hub.close());

async function rule(limit: Rules['liveNumbersPerHolder'], more: Partial<Rules> = {}) {
  const { body } = await hall.admin.get<{ version: number; rules: Rules }>('/api/settings/rules');
  const rules = { ...body.rules, liveNumbersPerHolder: limit, ...more };
  expect((await hall.admin.put('/api/settings/rules', { version: body.version, rules })).status).toBe(200);
}
const take = (holder: object | undefined, key?: string, by = hall.kiosk) =>
  by.post<{ ticket: TicketView & { token: string } } & ErrorBody>(
    '/api/tickets',
    { serviceId: SERVICE, holder },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const dayKey = () => join(hall.hub.dataDir, 'day.key');
function rows(): { hash: string; service_day: string }[] {
  const db = new Database(join(hall.hub.dataDir, 'jiaohao.db'), { readonly: true });
  const found = db.prepare('SELECT * FROM holders').all() as { hash: string; service_day: string }[];
  db.close();
  return found;
}

describe('numbers limited per person', () => {
  test('where nobody asks, what came along is let go', async () => {
    expect((await take(PHONE)).status).toBe(201);
    expect([rows(), existsSync(dayKey())]).toEqual([[], false]);
  });

  test('a kiosk that cools down says for how long', async () => {
    await rule(undefined, { coolDownSeconds: 20 });
    clock.pass(MINUTE);
    expect((await take(undefined, 'first')).status).toBe(201);
    clock.pass(5500);
    expect((await take(undefined, 'first')).status).toBe(201);
    const soon = await take(undefined, 'second');
    expectError(soon, 'too-soon');
    expect([soon.headers.get('retry-after'), soon.body.error.details]).toEqual([
      '15',
      { retryAfterMs: 14_500 },
    ]);
    clock.pass(15_000);
    expect((await take(undefined, 'second')).status).toBe(201);
    await rule(undefined, { coolDownSeconds: undefined });
  });

  test('a kiosk asks for a phone number or card, and takes each in whatever form it is typed', async () => {
    await rule({ most: 1, kinds: ['phone', 'id'] });
    expect((await hall.kiosk.get<Menu>('/api/menu')).body.holder).toEqual({ kinds: ['phone', 'id'] });
    expectError(await take(undefined), 'holder-needed');
    for (const value of ['1380013800', '12345678901', '138001380000', 'abc']) {
      expectError(await take({ kind: 'phone', value }), 'invalid-holder');
    }
    for (const value of ['110105194912310021', '110105194902310026', '11010519491231002']) {
      expectError(await take({ kind: 'id', value }), 'invalid-holder');
    }
    expect((await take(PHONE)).status).toBe(201);
    expectError(await take({ kind: 'phone', value: '+86 138-0013-8000' }), 'holder-limit');
    expect((await take(CARD)).status).toBe(201);
    expectError(await take({ ...CARD, value: '１１０１０５１９４９１２３１００２Ｘ' }), 'holder-limit');
  });

  test('hold for presses at the same moment, and the same press twice is one', async () => {
    const other = { kind: 'phone', value: '13700000001' };
    const answers = await Promise.all([1, 2, 3, 4].map((each) => take(other, `press ${each}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const first = answers.findIndex(({ status }) => status === 201);
    const again = await take(other, `press ${first + 1}`);
    expect(again.body.ticket.number).toBe(answers[first]!.body.ticket.number);
    expectError(await take({ kind: 'phone', value: '13900000000' }, `press ${first + 1}`), 'key-reused');
  });

  test('are free again once given up; staff need not ask, and the journal says so', async () => {
    const other = { kind: 'phone', value: '13700000002' };
    const { token } = (await take(other)).body.ticket;
    expectError(await take(other), 'holder-limit');
    expect((await hall.nobody.post(`/api/tickets/${token}/cancel`, {})).status).toBe(200);
    expect((await take(other)).status).toBe(201);
    expect((await take(undefined, undefined, hall.clerk)).status).toBe(201);
    const issued = journal(hall.hub).filter(({ type }) => type === 'ticket-issued');
    expect(issued.slice(-2).map(({ data }) => JSON.parse(data).withoutHolder)).toEqual([undefined, true]);
  });

  test('hold after a restart of the hub, and nothing of the person is anywhere', async () => {
    const [{ hash } = { hash: '' }] = rows();
    expect(statSync(dayKey()).mode & 0o777).toBe(0o600);
    const { dataDir } = hall.hub;
    await hall.hub.close();
    for (const name of readdirSync(dataDir).filter((each) => /jiaohao|key/.test(each))) {
      const bytes = readFileSync(join(dataDir, name), 'latin1');
      expect(bytes, name).not.toMatch(/13800138000|138 0013 8000|11010519491231002/i);
    }
    hall = await hallAtWork({ clock, dataDir, keepData: true });
    expect(JSON.stringify(journal(hall.hub))).not.toContain(hash);
    expectError(await take(PHONE), 'holder-limit');
  });

  test('begin anew with the day: key and hashes are gone, also where the hub was off meanwhile', async () => {
    const known = rows().map(({ hash }) => hash);
    const key = readFileSync(dayKey(), 'utf8');
    clock.pass(11 * HOUR);
    clock.pass(11 * HOUR);
    expect((await take(PHONE)).status).toBe(201);
    expect(rows().map((row) => [row.service_day, known.includes(row.hash)])).toEqual([['2026-11-22', false]]);
    expect(readFileSync(dayKey(), 'utf8')).not.toBe(key);
    const { dataDir } = hall.hub;
    await hall.hub.close();
    clock.pass(24 * HOUR);
    hall = await hallAtWork({ clock, dataDir });
    expect([rows(), existsSync(dayKey())]).toEqual([[], false]);
  });
});
