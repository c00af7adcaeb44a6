import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScreen } from '../realtime/support/screen.ts';
import { type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';

/** From which pages requests are taken. */

const PUBLIC = 'https://hall.example.cn';
const FOREIGN = [
  'http://evil.example',
  'null',
  'http://127.0.0.1:1',
  'file://',
  'https://hall.example.cn.evil.example',
];

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork({ config: { publicUrl: PUBLIC } });
});
afterAll(() => hall.hub.close());

interface Ask {
  method?: string;
  path: string;
  origin?: string;
  cookie?: string;
  token?: string;
}

async function ask({ method = 'POST', path, origin, cookie, token }: Ask): Promise<string> {
  const headers: Record<string, string> = {};
  if (origin !== undefined) headers['origin'] = origin;
  if (cookie !== undefined) headers['cookie'] = cookie;
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (method === 'POST') headers['content-type'] = 'application/json';
  const body = method === 'POST' ? JSON.stringify({ serviceId: SERVICE }) : undefined;
  const response = await fetch(hall.hub.url + path, { method, headers, body });
  const answer = (await response.json()) as { error?: { code: string } };
  return answer.error?.code ?? String(response.status);
}

describe('a request that acts by cookie', () => {
  test('is taken from our own pages, here or at the public address', async () => {
    const { cookie } = hall.clerk;
    expect(await ask({ path: '/api/tickets', cookie, origin: hall.hub.url })).toBe('201');
    expect(await ask({ path: '/api/tickets', cookie, origin: PUBLIC })).toBe('201');
  });

  test('is refused without an origin and from a foreign one, and changes nothing', async () => {
    const before = journal(hall.hub).length;
    const { cookie } = hall.clerk;
    for (const origin of [undefined, ...FOREIGN]) {
      expect([origin, await ask({ path: '/api/tickets', cookie, origin })]).toEqual([
        origin,
        'foreign-origin',
      ]);
      expect(await ask({ method: 'DELETE', path: '/api/session', cookie, origin })).toBe('foreign-origin');
    }
    expect(journal(hall.hub)).toHaveLength(before);
  });

  test('reads without an origin, as pages do, but not for another site', async () => {
    const { cookie } = hall.clerk;
    expect(await ask({ method: 'GET', path: '/api/board', cookie })).toBe('200');
    for (const origin of FOREIGN) {
      expect(await ask({ method: 'GET', path: '/api/board', cookie, origin })).toBe('foreign-origin');
    }
  });
});

describe('a request with a device’s token or a slip’s', () => {
  test('needs no origin', async () => {
    expect(await ask({ path: '/api/tickets', token: hall.kiosk.token })).toBe('201');
    const { token } = await hall.take();
    expect(await ask({ method: 'GET', path: `/api/tickets/${token}` })).toBe('200');
    expect(await ask({ path: `/api/tickets/${token}/cancel` })).toBe('malformed');
  });

  test('is refused from a foreign one', async () => {
    const { token } = await hall.take();
    for (const origin of FOREIGN) {
      expect(await ask({ path: '/api/tickets', token: hall.kiosk.token, origin })).toBe('foreign-origin');
      expect(await ask({ path: `/api/tickets/${token}/cancel`, origin })).toBe('foreign-origin');
      expect(await ask({ method: 'GET', path: `/api/tickets/${token}`, origin })).toBe('foreign-origin');
    }
  });

  test('acts as the device, whoever is signed in in that browser', async () => {
    const { cookie } = hall.clerk;
    expect(await ask({ method: 'GET', path: '/api/counters', cookie, token: hall.kiosk.token })).toBe(
      'not-allowed',
    );
    expect(await ask({ path: '/api/tickets', cookie, token: hall.kiosk.token })).toBe('201');
    const latest = journal(hall.hub).findLast(({ type }) => type === 'ticket-issued');
    expect(latest).toMatchObject({ by_kind: 'device', by_id: hall.kiosk.id });
    expect(await ask({ method: 'GET', path: '/api/board', cookie, token: 'wrong' })).toBe('not-signed-in');
  });
});

describe('signing in', () => {
  test('from a foreign page is refused', async () => {
    expect(await ask({ path: '/api/session', origin: 'http://evil.example' })).toBe('foreign-origin');
  });
});

describe('a socket', () => {
  const opens = async (options: Parameters<typeof openScreen>[1]) => {
    const screen = openScreen(hall.hub.url, options);
    const outcome = await Promise.race([screen.sees('hello').then(() => 'open'), screen.refusal()]);
    screen.close();
    return outcome;
  };

  test('that brings only a cookie comes from our own pages', async () => {
    const { cookie } = hall.clerk;
    expect(await opens({ cookie, origin: hall.hub.url })).toBe('open');
    expect(await opens({ cookie, origin: PUBLIC })).toBe('open');
    expect(await opens({ cookie, origin: null })).toBe('foreign-origin');
    for (const origin of FOREIGN) expect(await opens({ cookie, origin })).toBe('foreign-origin');
  });

  test('that brings a token needs no origin, and is refused from a foreign page', async () => {
    const auth = { token: hall.kiosk.token };
    expect(await opens({ auth })).toBe('open');
    expect(await opens({ auth, cookie: hall.clerk.cookie })).toBe('open');
    expect(await opens({ auth, origin: hall.hub.url })).toBe('open');
    for (const origin of FOREIGN) expect(await opens({ auth, origin })).toBe('foreign-origin');
  });
});
