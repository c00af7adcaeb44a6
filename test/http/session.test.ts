import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import { caller, signIn, startHub } from '../support/hub.ts';
import { type HallAtWork, hallAtWork, personWith } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** Signing in, and what ends it. */

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork({ config: { publicUrl: 'https://hall.example.cn' } });
  const somebody = await personWith(hall.hub, 'hall-manager', rightOnes);
  rightOnes.username = somebody.id as string;
});
afterAll(() => hall.hub.close());

/** Somebody whose password is quick to check; the admin’s takes its time, as it should. */
const rightOnes = { username: '', password: 'a-right-password' };

/** `fetch` does not let a page choose its `Host`; a proxy does. */
const signInAt = (host: string) =>
  hall.hub.server.inject({ method: 'POST', url: '/api/session', headers: { host }, payload: rightOnes });

describe('the session’s cookie', () => {
  test('is out of reach for scripts and other sites', async () => {
    const { headers } = await hall.nobody.post('/api/session', rightOnes);
    const [cookie, ...flags] = (headers.getSetCookie()[0] as string).split('; ');
    expect(cookie).toMatch(/^jiaohao=[A-Za-z0-9_-]{43}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
  });

  test('is for https only exactly where people reach the hub by https', async () => {
    const secure = async (host: string) =>
      /; Secure/.test(String((await signInAt(host)).headers['set-cookie']));
    expect(await secure('hall.example.cn')).toBe(true);
    expect(await secure('192.168.1.20:3000')).toBe(false);
  });

  test('is never for https only where the public address is not', async () => {
    const plain = await startHub({ config: { publicUrl: 'http://hall.example.cn' } });
    const { id } = await personWith(plain, 'clerk', { password: rightOnes.password });
    const answer = await plain.server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host: 'hall.example.cn' },
      payload: { username: id, password: rightOnes.password },
    });
    expect(String(answer.headers['set-cookie'])).not.toContain('Secure');
    await plain.close();
  });
});

describe('a wrong user name and a wrong password', () => {
  test('are told in the same words, and so is somebody without a password', async () => {
    for (const [username, password] of [
      [rightOnes.username, 'guess-guess'],
      ['nobody-of-this-name', 'guess-guess'],
      ['chenxiulan', ''],
    ]) {
      expectError(await hall.nobody.post('/api/session', { username, password }), 'wrong-credentials');
    }
  });
});

describe('what ends a session ends its sockets', () => {
  test('signing out, of this browser only', async () => {
    const again = () => signIn(hall.hub, rightOnes.username, rightOnes.password);
    const [here, there] = await Promise.all([again(), again()]);
    const [mine, other] = [screenOf(here, hall.hub.url), screenOf(there, hall.hub.url)];
    await Promise.all([mine.sees('hall'), other.sees('hall')]);
    await here.delete('/api/session');
    expect(await mine.closed()).toBe('io server disconnect');
    expect(other.socket.connected).toBe(true);
    expect((await there.get('/api/session')).status).toBe(200);
    other.close();
  });

  test('another password, everywhere but where it was changed', async () => {
    const password = 'first-password';
    const { id: username } = await personWith(hall.hub, 'hall-manager', { password });
    const again = () => signIn(hall.hub, username, password);
    const [here, there] = await Promise.all([again(), again()]);
    const stolen = screenOf(there, hall.hub.url);
    await stolen.sees('hall');
    const changed = await here.post('/api/session/password', {
      current: password,
      next: 'second-password',
    });
    expect(changed.status).toBe(200);
    expect(await stolen.closed()).toBe('io server disconnect');
    expectError(await there.get('/api/session'), 'session-expired');
    expectError(await here.get('/api/session'), 'session-expired');
    const cookie = changed.headers.getSetCookie()[0]?.split(';')[0];
    expect((await caller(hall.hub.url, { cookie }).get('/api/session')).status).toBe(200);
    expectError(await hall.nobody.post('/api/session', { username, password }), 'wrong-credentials');
  });

  test('an admin who takes the person out', async () => {
    const leaver = await hall.person('hall-manager');
    const screen = screenOf(leaver, hall.hub.url);
    await screen.sees('hall');
    await hall.admin.put(`/api/settings/people/${leaver.id}`, { archived: true });
    expect(await screen.closed()).toBe('io server disconnect');
    expectError(await leaver.get('/api/session'), 'session-expired');
  });
});

describe('a temporary password', () => {
  test('opens nothing until it is changed for another one that is long enough', async () => {
    const password = 'temporary-1';
    const newcomer = await personWith(hall.hub, 'clerk', { password, mustChange: true });
    expect((await newcomer.get('/api/session')).body).toMatchObject({ mustChangePassword: true });
    expectError(await newcomer.get('/api/counters'), 'password-change-needed');
    expect(await screenOf(newcomer, hall.hub.url).refusal()).toBe('password-change-needed');

    const change = (current: string, next: string) =>
      newcomer.post('/api/session/password', { current, next });
    expectError(await change('guess-guess', 'another-password'), 'wrong-credentials');
    expectError(await change('temporary-1', 'temporary-1'), 'weak-password');
    expectError(await change('temporary-1', 'short'), 'weak-password');
    const changed = await change('temporary-1', 'another-password');
    expect(changed).toMatchObject({ status: 200, body: { mustChangePassword: false } });
    const cookie = changed.headers.getSetCookie()[0]?.split(';')[0];
    expect((await caller(hall.hub.url, { cookie }).get('/api/counters')).status).toBe(200);
  });
});
