import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf, slipScreen } from '../realtime/support/screen.ts';
import { ADMIN_PASSWORD, caller, signIn } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { everythingKept, journal } from './support/journal.ts';

/** What the data folder and the log hold after a day's work: nothing that opens a door. */

const COMMENT = '窗口的李霞态度很好，我的电话 13800138000';
const PASSWORD = 'a-password-of-the-clerk';
const MISTYPED = 'a-password-mistyped';

const keyed = (key: string) => ({ 'idempotency-key': key });

let hall: HallAtWork;
let log = '';
/** Name → secret. */
const secrets: Record<string, string> = {};

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  hall = await hallAtWork({
    config: { publicUrl: 'http://hall.example.cn' },
    logger: { level: 'trace', stream },
  });
  const { hub, admin, nobody } = hall;

  await admin.post(
    '/api/settings/people',
    { username: 'lixia', name: '李霞', role: 'clerk', password: PASSWORD },
    keyed('add-person'),
  );
  const clerk = await signIn(hub, 'lixia', PASSWORD);
  await nobody.post('/api/session', { username: 'lixia', password: PASSWORD }, keyed('sign-in'));
  await nobody.post('/api/session', { username: 'lixia', password: MISTYPED }, keyed('mistyped'));
  secrets.session = clerk.cookie?.split('=')[1] as string;

  const made = await admin.post<{ pairingCode: string; id: string }>(
    '/api/devices',
    { kind: 'kiosk', name: 'k' },
    keyed('add-device'),
  );
  const { pairingCode } = made.body;
  secrets['pairing code'] = pairingCode;
  const pending = await admin.post<{ pairingCode: string }>('/api/devices', {
    kind: 'hall-screen',
    name: 'h',
  });
  secrets['pairing code not used yet'] = pending.body.pairingCode;
  const paired = await nobody.post<{ token: string }>('/api/devices/pair', { pairingCode }, keyed('pair'));
  const kiosk = caller(hub.url, { token: paired.body.token });
  secrets['device token'] = paired.body.token;

  const system = await admin.post<{ token: string }>(
    '/api/settings/api-clients',
    { name: '平台' },
    keyed('add-client'),
  );
  secrets['token of another system'] = system.body.token;
  await caller(hub.url, { token: system.body.token }).get('/api/appointments');

  const issued = await kiosk.post<{ ticket: { token: string; number: string } }>(
    '/api/tickets',
    { serviceId: SERVICE },
    keyed('issue'),
  );
  expect(issued).toMatchObject({ status: 201 });
  const { token, number } = issued.body.ticket;
  secrets['slip token'] = token;
  const phone = slipScreen(hub.url, token);
  const screen = screenOf(kiosk, hub.url);
  await Promise.all([phone.sees('ticket'), screen.sees('board')]);
  await nobody.get(`/api/tickets/${token}`);
  await nobody.get(`/t/${token}`);
  await nobody.get(`/t/${token}/nothing/here`);
  await nobody.get(`/api/tickets/${token}%zz`);
  await nobody.post(`/api/tickets/${token}/nothing`);
  const at = (move: string) => `/api/counters/${COUNTER}/${move}`;
  await clerk.post(at('open'));
  await clerk.post(at('call'), { number });
  await clerk.post(at('finish'), { outcome: 'done' });
  await nobody.post(`/api/tickets/${token}/rating`, { level: 1, comment: COMMENT }, keyed('rate'));
  await clerk.post(at('close'));
  // Something breaks inside while the slip is looked at: that is logged.
  const real = hub.store.ticketByToken;
  hub.store.ticketByToken = () => Promise.reject(new Error('the disk is on fire'));
  await nobody.get(`/api/tickets/${token}`);
  hub.store.ticketByToken = real;
  phone.close();
  screen.close();
}, 60_000);
afterAll(() => hall.hub.close());

/** Every byte of the data folder but the key itself, which lies outside the database and its backups. */
function bytesKept(): Buffer {
  const names = readdirSync(hall.hub.dataDir).filter((name) => name.startsWith('jiaohao.db'));
  expect(names).toContain('jiaohao.db');
  return Buffer.concat(names.map((name) => readFileSync(join(hall.hub.dataDir, name))));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

describe('the database', () => {
  test('holds no password, code or token in clear', () => {
    const kept = bytesKept();
    const found = Object.entries({
      ...secrets,
      password: PASSWORD,
      admin: ADMIN_PASSWORD,
      mistyped: MISTYPED,
    }).filter(([, secret]) => kept.includes(secret));
    expect(found).toEqual([]);
  });

  test('holds nothing that a guess at a password or a pairing code could be tried on quickly', () => {
    const kept = bytesKept();
    const code = secrets['pairing code'] as string;
    const pending = secrets['pairing code not used yet'] as string;
    const body = { username: 'lixia', password: PASSWORD };
    const guesses = [
      PASSWORD,
      code,
      pending,
      JSON.stringify(body),
      JSON.stringify(['POST', '/api/session', body]),
      JSON.stringify(['POST', '/api/devices/pair', { pairingCode: code }]),
    ];
    expect(guesses.filter((guess) => kept.includes(sha256(guess)))).toEqual([]);
    expect(kept.includes('scrypt$32768$8$3$')).toBe(true);
  });

  test('holds a comment apart from the journal, where it can be erased', () => {
    expect(JSON.stringify(journal(hall.hub))).not.toContain('13800138000');
    const { personal_data } = everythingKept(hall.hub);
    expect(personal_data).toMatchObject([{ kind: 'rating-comment', text: COMMENT }]);
  });
});

describe('the log', () => {
  test('says what broke, and by which route', () => {
    expect(log).toContain('the disk is on fire');
    expect(log).toContain('/api/tickets/:token');
  });

  test('holds no password, code, token or word of a customer', () => {
    const all = {
      ...secrets,
      password: PASSWORD,
      admin: ADMIN_PASSWORD,
      mistyped: MISTYPED,
      comment: '13800138000',
    };
    expect(Object.entries(all).filter(([, secret]) => log.includes(secret))).toEqual([]);
  });
});

describe('what staff and screens are shown', () => {
  test('holds no slip token', async () => {
    const { token } = await hall.take();
    await hall.openCounter();
    const called = await hall.clerk.post(`/api/counters/${COUNTER}/call-next`, {});
    const clerkScreen = screenOf(hall.clerk, hall.hub.url);
    clerkScreen.socket.emit('watch', COUNTER);
    const hallScreen = screenOf(await hall.device('hall-screen'), hall.hub.url);
    const watcher = screenOf(await hall.person('hall-manager'), hall.hub.url);
    const seen = JSON.stringify([
      called.body,
      await clerkScreen.sees('counter'),
      await hallScreen.sees('board'),
      await watcher.sees('hall'),
      (await hall.clerk.get('/api/board')).body,
      (await hall.admin.get('/api/reports/turns')).body,
    ]);
    for (const screen of [clerkScreen, hallScreen, watcher]) screen.close();
    expect(seen).toContain('A00');
    expect(seen).not.toContain(token);
    expect(seen).not.toContain(secrets['slip token']);
    expect(seen).not.toContain('13800138000');
  });
});
