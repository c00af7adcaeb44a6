import { ERROR_STATUS, type ErrorCode } from '@jiaohao/shared/contract/errors.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Caller, caller, signIn } from '../support/hub.ts';
import { COUNTER, FOREIGN_SERVICE, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { everythingKept } from './support/journal.ts';
import { expectError } from './support/shape.ts';

/** What bad input gets: its own code, status and sentence, and nothing is changed. */

let hall: HallAtWork;
let manager: Caller;
let pad: Caller;
const at = (move: string, counter = COUNTER) => `/api/counters/${counter}/${move}`;

beforeAll(async () => {
  hall = await hallAtWork();
  manager = await hall.person('manager');
  pad = await hall.device('counter-pad', COUNTER);
});
afterAll(() => hall.hub.close());

/** Does what is refused, and sees that everything that is kept is as it was. */
async function refused(work: () => Promise<Answer<unknown>>, code: ErrorCode): Promise<Answer<unknown>> {
  // What was seen a moment ago is written beside requests: let that come first.
  await hall.hub.operations.write(async () => ({ writes: [], answer: null }));
  const before = everythingKept(hall.hub);
  const answer = await work();
  expectError(answer, code);
  const after = everythingKept(hall.hub);
  // A text is compared in no time; what differs is worth the longer look.
  if (JSON.stringify(after) !== JSON.stringify(before)) expect(after).toEqual(before);
  return answer;
}

describe('a request for what is not there', () => {
  test.each<[string, ErrorCode, () => Promise<Answer<unknown>>]>([
    [
      'a number of an unknown service',
      'unknown-service',
      () => hall.kiosk.post('/api/tickets', { serviceId: 'no' }),
    ],
    [
      'an unknown priority class',
      'unknown-priority',
      () => hall.kiosk.post('/api/tickets', { serviceId: SERVICE, priority: 'no' }),
    ],
    ['opening an unknown counter', 'unknown-counter', () => hall.clerk.post(at('open', 'no'))],
    ['calling at an unknown counter', 'unknown-counter', () => hall.clerk.post(at('call-next', 'no'), {})],
    [
      'setting aside at an unknown counter',
      'unknown-counter',
      () => hall.clerk.post(at('park', 'no'), { reason: 'fetching' }),
    ],
    ['an unknown slip', 'unknown-ticket', () => hall.nobody.get('/api/tickets/AAAAAAAAAAAAAAAAAAAAAA')],
    ['giving up an unknown slip', 'unknown-ticket', () => hall.nobody.post('/api/tickets/A/cancel')],
    ['rating with one', 'unknown-ticket', () => hall.nobody.post('/api/tickets/A/rating', { level: 5 })],
    ['printing an unknown ticket', 'unknown-ticket', () => hall.clerk.post('/api/tickets/no/reprint')],
    ['the picture of an unknown slip', 'not-found', () => hall.kiosk.get('/api/tickets/no/slip.svg')],
    ['an unknown device', 'unknown-device', () => manager.delete('/api/devices/no')],
    ['a code for one', 'unknown-device', () => manager.post('/api/devices/no/pairing-code')],
    [
      'a pad at an unknown counter',
      'unknown-counter',
      () => manager.post('/api/devices', { kind: 'counter-pad', name: 'x', counterId: 'no' }),
    ],
    ['an unknown person', 'unknown-person', () => hall.admin.put('/api/settings/people/no', { name: 'x' })],
    ['an unknown alert', 'not-found', () => manager.post('/api/alerts/no/resolve')],
    ['an unknown address', 'not-found', () => manager.get('/api/nothing')],
    ['another method', 'not-found', () => manager.delete('/api/menu')],
    ['a clip of a number that is not out', 'not-found', () => hall.kiosk.get('/api/voice/zh/Z999/1.wav')],
    [
      'the same service twice on one number',
      'service-twice',
      () => hall.kiosk.post('/api/tickets', { serviceIds: [SERVICE, SERVICE] }),
    ],
    [
      'an unknown further service',
      'unknown-service',
      () => hall.kiosk.post('/api/tickets', { serviceIds: [SERVICE, 'no'] }),
    ],
  ])('%s', async (_what, code, work) => {
    await refused(work, code);
  });
});

describe('at a counter', () => {
  afterEach(async () => {
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    await hall.clerk.post(at('close'));
  });

  test('nothing goes at a counter that is closed', async () => {
    for (const [move, body] of [
      ['call-next', {}],
      ['call', { number: 'A001' }],
      ['recall', {}],
      ['start', {}],
      ['finish', { outcome: 'done' }],
      ['no-show', {}],
      ['return', { number: 'A001' }],
      ['pause', { reason: 'meal' }],
      ['resume', {}],
    ] as const) {
      await refused(() => hall.clerk.post(at(move), body), 'counter-not-open');
    }
  });

  test('nothing is called at one that is paused', async () => {
    await hall.openCounter();
    await hall.take();
    await hall.clerk.post(at('pause'), { reason: 'meal' });
    await refused(() => hall.clerk.post(at('call-next'), {}), 'counter-paused');
    await refused(() => hall.clerk.post(at('pause'), { reason: 'nap' }), 'unknown-reason');
    await hall.clerk.post(at('resume'));
    await hall.clerk.post(at('call-next'), {});
  });

  test('two clerks do not hold one counter', async () => {
    const other = await hall.person('clerk');
    await hall.openCounter();
    await refused(() => other.post(at('open')), 'counter-taken');
    await refused(() => other.post(at('call-next'), {}), 'counter-taken');
    await refused(() => other.post(at('close')), 'counter-taken');
  });

  test('a hall manager may help at any counter', async () => {
    await hall.openCounter();
    const helper = await hall.person('hall-manager');
    expect((await helper.post(at('pause'), { reason: 'meal' })).status).toBe(200);
    expect((await helper.post(at('resume'))).status).toBe(200);
  });

  test('nobody waits, or there is nobody in hand', async () => {
    await hall.openCounter();
    await refused(() => hall.clerk.post(at('call-next'), {}), 'queue-empty');
    for (const [move, body] of [
      ['recall', {}],
      ['start', {}],
      ['finish', { outcome: 'done' }],
      ['no-show', {}],
    ] as const) {
      await refused(() => hall.clerk.post(at(move), body), 'no-ticket-in-hand');
    }
  });

  test('a number that does not exist, is not served here, or is not in the state for it', async () => {
    await hall.openCounter();
    const foreign = await hall.take(FOREIGN_SERVICE);
    const waiting = await hall.take();
    await refused(() => hall.clerk.post(at('call'), { number: 'A999' }), 'unknown-ticket');
    await refused(() => hall.clerk.post(at('call'), { number: '张三' }), 'unknown-ticket');
    await refused(() => hall.clerk.post(at('call'), { number: foreign.number }), 'not-served-here');
    await refused(() => hall.clerk.post(at('return'), { number: waiting.number }), 'wrong-state');
    await hall.clerk.post(at('call'), { number: waiting.number });
    await hall.clerk.post(at('start'), {});
    await refused(() => hall.clerk.post(at('start'), {}), 'wrong-state');
    await refused(() => hall.clerk.post(at('no-show'), {}), 'wrong-state');
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    await refused(() => hall.clerk.post(at('call'), { number: waiting.number }), 'wrong-state');
    await refused(() => hall.clerk.post(`/api/tickets/${waiting.id}/reprint`), 'wrong-state');
  });

  test('with a ticket in hand nobody else is called, and the counter neither pauses nor closes', async () => {
    await hall.openCounter();
    await hall.take();
    const second = await hall.take();
    await hall.clerk.post(at('call-next'), {});
    await refused(() => hall.clerk.post(at('call-next'), {}), 'ticket-in-hand');
    await refused(() => hall.clerk.post(at('call'), { number: second.number }), 'ticket-in-hand');
    await refused(() => hall.clerk.post(at('pause'), { reason: 'meal' }), 'ticket-in-hand');
    await refused(() => hall.clerk.post(at('close')), 'ticket-in-hand');
    await hall.clerk.post(at('call-next'), { finish: { outcome: 'done' } });
  });

  test('a turn that is no longer the one in hand is stale, whatever is done with it', async () => {
    await hall.openCounter();
    await hall.take();
    await hall.clerk.post(at('call-next'), {});
    for (const [move, body] of [
      ['recall', {}],
      ['start', {}],
      ['finish', { outcome: 'done' }],
      ['no-show', {}],
      ['call-next', { finish: { outcome: 'done' } }],
    ] as const) {
      await refused(() => hall.clerk.post(at(move), { ...body, turnId: 'another' }), 'stale-turn');
    }
  });
});

describe('a slip and a pad', () => {
  test('who has been called does not give up by phone', async () => {
    await hall.openCounter();
    const { token, number } = await hall.take();
    await hall.clerk.post(at('call'), { number });
    await refused(() => hall.nobody.post(`/api/tickets/${token}/cancel`), 'wrong-state');
    await refused(() => hall.nobody.post(`/api/tickets/${token}/rating`, { level: 5 }), 'rating-closed');
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    const own = await hall.nobody.post(`/api/tickets/${token}/rating`, { level: 5 });
    expect(own.status).toBe(200);
    await refused(() => hall.nobody.post(`/api/tickets/${token}/cancel`), 'wrong-state');
  });

  test('a press for another turn, or when nobody was served, is no press', async () => {
    await refused(() => pad.post(at('rating'), { level: 5, turnId: 'another' }), 'stale-turn');
    const idle = await hall.device('counter-pad', 'counter-9');
    await refused(() => idle.post(at('rating', 'counter-9'), { level: 5 }), 'rating-closed');
  });
});

describe('a body that is not in the form', () => {
  const wrongBodies: [string, string, unknown][] = [
    ['/api/tickets', 'nothing', {}],
    ['/api/tickets', 'a service that is a number', { serviceId: 7 }],
    ['/api/tickets', 'a service that is an object', { serviceId: { $ne: null } }],
    ['/api/tickets', 'an empty service', { serviceId: '' }],
    ['/api/tickets', 'a service of a thousand letters', { serviceId: 'x'.repeat(1000) }],
    ['/api/tickets', 'both ways of naming services', { serviceId: SERVICE, serviceIds: [SERVICE] }],
    ['/api/tickets', 'no service in a list', { serviceIds: [] }],
    ['/api/tickets', 'a field too many', { serviceId: SERVICE, phone: '13800138000' }],
    ['/api/tickets', 'a list', [SERVICE]],
    ['/api/tickets', 'a text', 'social-card'],
    ['/api/tickets', 'null', null],
  ];
  test.each(wrongBodies)('%s with %s', async (path, _what, body) => {
    await refused(() => hall.kiosk.post(path, body), 'malformed');
  });

  test.each<[string, unknown]>([
    ['finish', {}],
    ['finish', { outcome: 'satisfied' }],
    ['call-next', { finish: {} }],
    ['call-next', { finish: { outcome: 'done', asked: true } }],
    ['call', {}],
    ['call', { number: 7 }],
    ['pause', {}],
    ['recall', { turnId: 7 }],
    ['start', { at: 0 }],
    ['open', { clerkId: 'somebody-else' }],
  ])('a counter’s %s with %j', async (move, body) => {
    await refused(() => hall.clerk.post(at(move), body), 'malformed');
  });

  test.each([0, 6, 2.5, '5', null, undefined])('a rating of %j', async (level) => {
    await refused(() => pad.post(at('rating'), { level }), 'malformed');
  });

  test.each<[string, unknown]>([
    ['/api/session', { username: 'admin' }],
    ['/api/session', { username: ['admin'], password: 'x' }],
    ['/api/devices/pair', { pairingCode: 7 }],
  ])('%s with %j', async (path, body) => {
    await refused(() => hall.nobody.post(path, body), 'malformed');
  });

  test.each<[string, unknown]>([
    ['/api/devices', { kind: 'toaster', name: 'x' }],
    ['/api/devices', { kind: 'kiosk' }],
    ['/api/devices', { kind: 'counter-pad', name: 'a pad without a counter' }],
  ])('a manager’s %s with %j', async (path, body) => {
    await refused(() => manager.post(path, body), 'malformed');
  });

  test('a move or a note whose words are blanks', async () => {
    const lead = await hall.person('hall-manager');
    const { ticket } = (await hall.kiosk.post<{ ticket: TicketView }>('/api/tickets', { serviceId: SERVICE }))
      .body;
    await refused(
      () => lead.post(`/api/tickets/${ticket.id}/move`, { place: 'next', reason: ' \u3000 ' }),
      'malformed',
    );
    await refused(
      () => hall.clerk.post(at('handover-note'), { text: '  ', serviceId: SERVICE }),
      'malformed',
    );
  });

  test.each([
    '?from=2026-02-30',
    '?from=yesterday',
    '?from=2026-11-22&to=2026-11-21',
    '?from=2026-11-21&from=2026-11-22',
    '?groupBy=weather',
    '?nonsense=1',
  ])('a report of %s', async (query) => {
    await refused(() => manager.get(`/api/reports/summary${query}`), 'malformed');
  });
});

describe('bytes that are no JSON', () => {
  async function send(body: string | Uint8Array, contentType?: string, path = '/api/tickets') {
    const headers: Record<string, string> = { authorization: `Bearer ${hall.kiosk.token}` };
    if (contentType !== undefined) headers['content-type'] = contentType;
    const response = await fetch(hall.hub.url + path, {
      method: 'POST',
      headers,
      body: new Blob([body as string]),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  }

  test.each([
    ['broken', '{"serviceId": "social-card"'],
    ['empty', ''],
    ['with a prototype', `{"serviceId": "${SERVICE}", "__proto__": {"archived": true}}`],
    ['with a constructor', `{"serviceId": "${SERVICE}", "constructor": {"prototype": {"x": 1}}}`],
    ['nested ten thousand deep', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['with a byte that is no UTF-8 text', '\uFFFF{'],
  ])('%s', async (_what, body) => {
    await refused(() => send(body, 'application/json'), 'malformed');
    expect(({} as Record<string, unknown>).archived).toBeUndefined();
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/xml',
  ])('%s', async (type) => {
    await refused(() => send(`serviceId=${SERVICE}`, type), 'unsupported-media');
  });

  test('a megabyte', async () => {
    const body = JSON.stringify({ serviceId: 'x'.repeat(1024 * 1024) });
    await refused(() => send(body, 'application/json'), 'too-large');
  });

  test('an address that is none, or has no end, is not repeated', async () => {
    const bad = await refused(() => hall.nobody.get('/api/tickets/%zz-secret'), 'malformed');
    expect(JSON.stringify(bad.body)).not.toContain('secret');
    const long = await refused(() => hall.nobody.get(`/api/tickets/${'secret'.repeat(40)}`), 'malformed');
    expect(JSON.stringify(long.body)).not.toContain('secret');
  });
});

describe('people and settings', () => {
  test('a password that is too short, a name that is taken, the last admin', async () => {
    const { id: lastAdmin } = await signIn(hall.hub);
    const person = { username: 'zhaoyun', name: '赵云', role: 'clerk', password: 'zhaoyun-password' };
    await refused(
      () => hall.admin.post('/api/settings/people', { ...person, password: 'short' }),
      'weak-password',
    );
    await refused(
      () => hall.admin.post('/api/settings/people', { ...person, username: 'ADMIN' }),
      'username-taken',
    );
    await refused(
      () => hall.admin.put(`/api/settings/people/${lastAdmin}`, { password: 'short' }),
      'weak-password',
    );
    await refused(
      () => hall.admin.put(`/api/settings/people/${lastAdmin}`, { archived: true }),
      'not-allowed',
    );
    await refused(
      () => hall.admin.put(`/api/settings/people/${lastAdmin}`, { role: 'clerk' }),
      'not-allowed',
    );
  });

  test('settings that are wrong are told where, in the caller’s language', async () => {
    const read = await manager.get<{ version: number; counters: { services: unknown[] }[] }>(
      '/api/settings/counters',
    );
    const { version, counters } = read.body;
    const broken = counters.map((counter, index) =>
      index === 0 ? { ...counter, services: [{ serviceId: 'nothing', role: 'main' }] } : counter,
    );
    const answer = await refused(
      () => manager.put('/api/settings/counters', { version, counters: broken }),
      'invalid-settings',
    );
    const { problems } = (answer.body as { error: { details: { problems: string[] } } }).error.details;
    expect(problems.join()).toContain('nothing');
    // A counter in use is archived, never deleted.
    await refused(
      () => manager.put('/api/settings/counters', { version, counters: counters.slice(1) }),
      'invalid-settings',
    );
    await refused(
      () => manager.put('/api/settings/counters', { version: version - 1, counters }),
      'stale-settings',
    );
  });
});

describe('what an error says', () => {
  test.each([
    ['zh-CN;q=0.9', 'zh-CN'],
    ['en;q=0.9', 'en'],
    ['en;q=0.5, zh;q=0.9', 'zh-CN'],
    ['zh;q=0, en-GB;q=0.1', 'en'],
  ] as const)('is in the language that the caller likes best (%s)', async (header, language) => {
    const response = await fetch(`${hall.hub.url}/api/menu`, { headers: { 'accept-language': header } });
    expectError(
      { status: response.status, body: await response.json(), headers: response.headers },
      'not-signed-in',
      language,
    );
  });

  test('never repeats what was sent, which may be a password', async () => {
    const secret = 'correct horse battery staple';
    for (const answer of [
      await hall.nobody.post('/api/session', { username: 'admin', password: secret.repeat(20) }),
      await hall.nobody.post('/api/session', { username: 'admin', password: { secret } }),
      await hall.nobody.post('/api/session', { username: 'admin', password: secret }),
      await caller(hall.hub.url, { token: 'secret-token' }).get('/api/board'),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(answer.body)).not.toMatch(/horse|secret-token/);
    }
  });

  test('leaks nothing of the inside when the hub itself is at fault', async () => {
    const real = hall.hub.operations.hall;
    hall.hub.operations.hall = () => {
      throw new Error('SELECT * FROM secrets');
    };
    try {
      const answer = await hall.kiosk.get('/api/menu');
      expectError(answer as Answer<unknown>, 'internal');
      expect(JSON.stringify(answer.body)).not.toMatch(/SELECT|Error|\.ts/);
      expect(answer.status).toBe(ERROR_STATUS.internal);
    } finally {
      hall.hub.operations.hall = real;
    }
  });
});

/** A ticket that the last tests left in hand would make those that follow lie. */
test('after all that the hall works as if nothing had been', async () => {
  await hall.openCounter();
  const { number } = await hall.take();
  const called = await hall.clerk.post<{ ticket: TicketView }>(at('call'), { number });
  expect(called.body.ticket).toMatchObject({ number, status: 'called' });
});
