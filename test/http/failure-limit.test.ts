import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HallAtWork, hallAtWork, personWith } from './support/hall-at-work.ts';

/** Guessing is slow; a right credential is not kept out by somebody else’s guesses. */

const PASSWORD = 'the-right-password';

let hall: HallAtWork;
let username: string;
beforeAll(async () => {
  hall = await hallAtWork();
  username = (await personWith(hall.hub, 'clerk', { password: PASSWORD })).id as string;
});
afterAll(() => hall.hub.close());

interface Reply {
  status: number;
  code: string | undefined;
  retryAfter: string | undefined;
}

/** A request from another address of this machine: all of 127.0.0.0/8 is loopback. */
function from(
  address: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request(
      hall.hub.url + path,
      { method, localAddress: address, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          const json = String(response.headers['content-type']).includes('json') ? JSON.parse(text) : {};
          resolve({
            status: response.statusCode ?? 0,
            code: json.error?.code,
            retryAfter: response.headers['retry-after'],
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const signIn = (address: string, password: string) => from(address, '/api/session', { username, password });

describe('passwords', () => {
  test('ten guesses a minute from one address; another address is not kept out', async () => {
    const guesses: Reply[] = [];
    for (let n = 0; n < 10; n++) guesses.push(await signIn('127.0.0.2', 'guess-guess'));
    expect(guesses.every(({ status }) => status === 401)).toBe(true);
    const after = await signIn('127.0.0.2', PASSWORD);
    expect(after).toEqual({ status: 429, code: 'too-many-attempts', retryAfter: '60' });
    expect((await signIn('127.0.0.3', PASSWORD)).status).toBe(200);
    // The guesser's address may still do all that needs no guess.
    const { token } = await hall.take();
    expect((await from('127.0.0.2', `/api/tickets/${token}`)).status).toBe(200);
  });

  test('guesses sent all at once are limited too, and a right one among them is not told apart', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 24 }, (_, n) => signIn('127.0.0.4', n === 23 ? PASSWORD : 'guess-guess')),
    );
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(14);
    expect(guesses[23]).toMatchObject({ code: 'too-many-attempts' });
  });

  test('right ones are not counted', async () => {
    for (let n = 0; n < 12; n++) expect((await signIn('127.0.0.5', PASSWORD)).status).toBe(200);
  });
});

describe('pairing codes', () => {
  test('twenty guesses a minute from one address', async () => {
    const guess = (address: string) => from(address, '/api/devices/pair', { pairingCode: '0000-0000' });
    for (let n = 0; n < 20; n++) expect((await guess('127.0.0.6')).status).toBe(401);
    const made = await hall.admin.post<{ pairingCode: string }>('/api/devices', { kind: 'kiosk', name: 'k' });
    const { pairingCode } = made.body;
    expect((await from('127.0.0.6', '/api/devices/pair', { pairingCode })).status).toBe(429);
    expect((await from('127.0.0.7', '/api/devices/pair', { pairingCode })).status).toBe(200);
  });
});

describe('slips', () => {
  test('sixty guesses a minute from one address; following a slip is never counted', async () => {
    const { token } = await hall.take();
    for (let n = 0; n < 70; n++) expect((await from('127.0.0.8', `/api/tickets/${token}`)).status).toBe(200);
    for (let n = 0; n < 60; n++) await from('127.0.0.9', `/api/tickets/guess-${n}`);
    expect((await from('127.0.0.9', `/api/tickets/${token}`)).status).toBe(429);
    expect((await from('127.0.0.8', `/api/tickets/${token}`)).status).toBe(200);
  });
});

describe('behind a proxy on the same machine', () => {
  const by = (address: string) => ({ 'x-forwarded-for': address });

  test('those who come through it are told apart', async () => {
    const guess = { username, password: 'guess-guess' };
    for (let n = 0; n < 10; n++) await from('127.0.0.1', '/api/session', guess, by('203.0.113.7'));
    const right = { username, password: PASSWORD };
    expect((await from('127.0.0.1', '/api/session', right, by('203.0.113.7'))).status).toBe(429);
    expect((await from('127.0.0.1', '/api/session', right, by('203.0.113.8'))).status).toBe(200);
  });

  test('liveness and figures are not for them', async () => {
    for (const path of ['/healthz', '/metrics']) {
      expect(await from('127.0.0.1', path, undefined, by('203.0.113.7'))).toMatchObject({
        code: 'not-allowed',
      });
      expect((await from('127.0.0.1', path)).status).toBe(200);
    }
  });
});
