import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient, type Caller, caller, pairDevice } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, personWith } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** Who may use which route: every route of the hub for everybody who could call. */

const ACTORS = [
  'kiosk',
  'hall-screen',
  'counter-pad',
  'clerk',
  'hall-manager',
  'manager',
  'admin',
  'api-client',
] as const;
type Actor = (typeof ACTORS)[number];

const EVERYBODY = 'everybody';
const STAFF_AT_COUNTERS: Actor[] = ['clerk', 'hall-manager', 'admin'];
const MANAGERS: Actor[] = ['manager', 'admin'];
const PEOPLE: Actor[] = ['clerk', 'hall-manager', 'manager', 'admin'];
const DEVICES: Actor[] = ['kiosk', 'hall-screen', 'counter-pad'];

type Route = [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, who: Actor[] | typeof EVERYBODY];

/** In the words of the OpenAPI document. */
const ROUTES: Route[] = [
  ['POST', '/api/session', EVERYBODY],
  ['GET', '/api/session', PEOPLE],
  ['POST', '/api/session/password', PEOPLE],
  ['PUT', '/api/session/relief-pin', STAFF_AT_COUNTERS],
  ['DELETE', '/api/settings/people/{id}/relief-pin', MANAGERS],
  ['GET', '/api/counters/{id}/relievers', STAFF_AT_COUNTERS],
  ['POST', '/api/devices', MANAGERS],
  ['POST', '/api/devices/pair', EVERYBODY],
  ['POST', '/api/devices/{id}/pairing-code', MANAGERS],
  ['DELETE', '/api/devices/{id}', MANAGERS],
  ['GET', '/api/devices/self', DEVICES],
  ['GET', '/api/menu', ['kiosk', ...STAFF_AT_COUNTERS]],
  ['POST', '/api/tickets', ['kiosk', ...STAFF_AT_COUNTERS]],
  ['POST', '/api/tickets/paper', ['hall-manager', 'admin']],
  // A kiosk for the ticket that it shows: realtime/presence.test.ts.
  ['POST', '/api/tickets/{id}/reprint', ['kiosk', ...STAFF_AT_COUNTERS]],
  ['GET', '/api/tickets/{id}/slip.svg', ['kiosk']],
  ['POST', '/api/scan', ['kiosk', ...STAFF_AT_COUNTERS]],
  ['POST', '/api/tickets/{id}/move', ['hall-manager', 'admin']],
  ['POST', '/api/tickets/{id}/priority', ['hall-manager', 'admin']],
  ['GET', '/api/tickets/{token}', EVERYBODY],
  ['GET', '/api/services/{id}/guide', ['kiosk', ...PEOPLE]],
  ['POST', '/api/services/{id}/guide/print', ['kiosk', ...STAFF_AT_COUNTERS]],
  // A kiosk for the ticket that it shows.
  ['POST', '/api/tickets/{id}/told', ['kiosk', ...STAFF_AT_COUNTERS]],
  ['GET', '/api/tickets/{token}/guide', EVERYBODY],
  ['POST', '/api/tickets/{token}/guide-shown', EVERYBODY],
  ['POST', '/api/tickets/{token}/cancel', EVERYBODY],
  ['POST', '/api/tickets/{token}/rating', EVERYBODY],
  ['POST', '/api/tickets/{token}/rating-shown', EVERYBODY],
  ['GET', '/api/appointments/slots', [...PEOPLE, 'api-client']],
  ['GET', '/api/appointments', [...PEOPLE, 'api-client']],
  ['GET', '/api/appointments/{id}', PEOPLE],
  ['POST', '/api/appointments', [...PEOPLE, 'api-client']],
  ['POST', '/api/appointments/{id}/change', PEOPLE],
  ['POST', '/api/appointments/{id}/print', PEOPLE],
  // A system for what it booked itself: api-clients.test.ts.
  ['POST', '/api/appointments/{id}/cancel', [...PEOPLE, 'api-client']],
  ['POST', '/api/appointments/find', ['kiosk']],
  ['POST', '/api/appointments/check-in', ['kiosk']],
  ['POST', '/api/appointments/{id}/check-in', STAFF_AT_COUNTERS],
  ['POST', '/api/tickets/{token}/rating/reasons', EVERYBODY],
  ['GET', '/api/counters', STAFF_AT_COUNTERS],
  ...[
    'open',
    'pause',
    'resume',
    'close',
    'call-next',
    'call',
    'recall',
    'start',
    'finish',
    'no-show',
    'return',
    'park',
    'resume-ticket',
    'transfer',
    'change-service',
    'add-service',
    'drop-service',
    'walk-in',
    'undo',
    'priority',
    'relieve',
    'handover-note',
    'handover-note/{noteId}/read',
  ].map((move): Route => ['POST', `/api/counters/{id}/${move}`, STAFF_AT_COUNTERS]),
  ['POST', '/api/counters/{id}/rating', ['counter-pad']],
  ['POST', '/api/counters/{id}/rating/reasons', ['counter-pad']],
  ['GET', '/api/board', [...DEVICES, ...PEOPLE]],
  ['GET', '/api/hall/about', EVERYBODY],
  ['POST', '/api/void', ['hall-manager', ...MANAGERS]],
  ['GET', '/api/hall', ['hall-manager', ...MANAGERS]],
  ['GET', '/api/voice/question/{file}', ['counter-pad']],
  ['GET', '/api/voice/{language}/{number}/{file}', ['kiosk', 'hall-screen', 'counter-pad']],
  ['GET', '/api/voice/ticket/{language}/{number}/{ahead}', ['kiosk']],
  ['GET', '/api/voice/kiosk/{language}/{prompt}', ['kiosk']],
  ['GET', '/api/reports/turns', MANAGERS],
  ['GET', '/api/reports/turns.csv', MANAGERS],
  ['GET', '/api/reports/turns.xlsx', MANAGERS],
  ['GET', '/api/reports/summary', MANAGERS],
  ['GET', '/api/reports/waits', MANAGERS],
  ['GET', '/api/reports/exceptions', MANAGERS],
  ['GET', '/api/reports/exceptions.csv', MANAGERS],
  ['GET', '/api/reports/coverage', MANAGERS],
  ['GET', '/api/reports/coverage.csv', MANAGERS],
  ['GET', '/api/reports/emergencies', MANAGERS],
  ['GET', '/api/reports/emergencies.csv', MANAGERS],
  ['GET', '/api/reports/outages', MANAGERS],
  ['GET', '/api/reports/outages.csv', MANAGERS],
  ['GET', '/api/reports/reasons', MANAGERS],
  ...['hall', 'groups', 'services', 'counters', 'rules', 'notices', 'zones', 'hours'].flatMap(
    (section): Route[] => [
      ['GET', `/api/settings/${section}`, MANAGERS],
      ['PUT', `/api/settings/${section}`, MANAGERS],
    ],
  ),
  ['GET', '/api/settings/devices', MANAGERS],
  ['PUT', '/api/settings/devices', MANAGERS],
  ['PUT', '/api/settings/devices/{id}', MANAGERS],
  ['GET', '/api/settings/printers', MANAGERS],
  ['POST', '/api/settings/printers', MANAGERS],
  ['PUT', '/api/settings/printers/{id}', MANAGERS],
  ['POST', '/api/print/waiting-list', ['hall-manager', 'admin']],
  ['POST', '/api/print/test', ['kiosk', 'hall-manager', ...MANAGERS]],
  ['POST', '/api/print/{id}/again', ['kiosk', ...STAFF_AT_COUNTERS]],
  ['GET', '/api/print/{id}', ['kiosk', ...PEOPLE]],
  ['GET', '/api/print/{id}/paper.svg', ['kiosk', ...PEOPLE]],
  ['GET', '/api/settings/people', MANAGERS],
  ['PUT', '/api/settings/people', MANAGERS],
  ['POST', '/api/settings/people', ['admin']],
  ['PUT', '/api/settings/people/{id}', ['admin']],
  ['GET', '/api/settings/api-clients', ['admin']],
  ['POST', '/api/settings/api-clients', ['admin']],
  ['DELETE', '/api/settings/api-clients/{id}', ['admin']],
  ['PUT', '/api/settings/devices/{id}/pin', MANAGERS],
  ['POST', '/api/kiosk/staff', ['kiosk']],
  // With the staff's number: kiosk-staff.test.ts.
  ['GET', '/api/kiosk/staff', ['kiosk']],
  ['POST', '/api/kiosk/staff/print', ['kiosk']],
  ['POST', '/api/help', ['kiosk']],
  ['POST', '/api/emergency', ['hall-manager', ...MANAGERS]],
  ['POST', '/api/emergency/end', ['hall-manager', ...MANAGERS]],
  ['POST', '/api/announcements', ['hall-manager', ...MANAGERS]],
  ['POST', '/api/announcements/{id}/withdraw', ['hall-manager', ...MANAGERS]],
  ['GET', '/api/voice/announcement/{id}/{language}', ['hall-screen']],
  ['POST', '/api/counters/{id}/help', STAFF_AT_COUNTERS],
  ['GET', '/api/tickets/by-number/{number}', ['hall-manager', 'admin']],
  ['POST', '/api/alerts/{id}/resolve', ['hall-manager', ...MANAGERS]],
  ['GET', '/healthz', EVERYBODY],
  ['GET', '/metrics', EVERYBODY],
  // Last: it ends the session that asks.
  ['DELETE', '/api/session', PEOPLE],
];
const BEFORE_PASSWORD_CHANGE = new Set([
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/session/password',
]);
const REFUSALS = new Set([
  'not-signed-in',
  'not-allowed',
  'device-revoked',
  'session-expired',
  'password-change-needed',
  'foreign-origin',
]);

let hall: HallAtWork;
const callers = {} as Record<Actor, Caller>;
beforeAll(async () => {
  hall = await hallAtWork();
  callers.kiosk = hall.kiosk;
  callers.clerk = hall.clerk;
  callers.admin = hall.admin;
  callers['hall-manager'] = await hall.person('hall-manager');
  callers.manager = await hall.person('manager');
  callers['hall-screen'] = await hall.device('hall-screen');
  callers['counter-pad'] = await hall.device('counter-pad', COUNTER);
  callers['api-client'] = await apiClient(hall.hub, hall.admin);
});
afterAll(() => hall.hub.close());

/** Asks for the route with something harmless: the gate stands before the body is looked at. */
function ask(by: Caller, [method, path]: Route) {
  const url = path
    .replace('{language}', 'zh')
    .replace('{number}', 'Z999')
    .replace('{file}', '1.wav')
    .replace(/\{\w+\}/, 'nobody');
  if (method === 'GET') return by.get(url);
  if (method === 'DELETE') return by.delete(url);
  return method === 'PUT' ? by.put(url, { wrong: true }) : by.post(url, { wrong: true });
}

/** The code that the route answers with where the gate refuses, else null. */
async function refusal(by: Caller, route: Route): Promise<string | null> {
  const { body } = await ask(by, route);
  const code = (body as { error?: { code: string } } | null)?.error?.code ?? '';
  return REFUSALS.has(code) ? code : null;
}

/** What the whole table answers, route by route. */
async function answers(by: Caller): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {};
  for (const route of ROUTES) found[`${route[0]} ${route[1]}`] = await refusal(by, route);
  return found;
}

const expected = (of: (route: Route) => string | null) =>
  Object.fromEntries(ROUTES.map((route) => [`${route[0]} ${route[1]}`, of(route)]));

test('the table holds every route of the hub', async () => {
  const { paths } = (
    await hall.nobody.get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json')
  ).body;
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(ROUTES.map(([method, path]) => `${method} ${path}`).sort()).toEqual(documented.sort());
});

test('nobody may use what is for everybody, and is asked to sign in elsewhere', async () => {
  expect(await answers(hall.nobody)).toEqual(
    expected(([, , who]) => (who === EVERYBODY ? null : 'not-signed-in')),
  );
});

describe('those who are known may do their own work, and nothing else', () => {
  test.each(ACTORS)('%s', async (actor) => {
    expect(await answers(callers[actor])).toEqual(
      expected(([, , who]) => (who === EVERYBODY || who.includes(actor) ? null : 'not-allowed')),
    );
  });
});

test('a revoked device may do nothing at all', async () => {
  // Those of the table above have signed out.
  const manager = await hall.person('manager');
  const revoked = await pairDevice(hall.hub, manager, 'kiosk');
  expect((await manager.delete(`/api/devices/${revoked.id}`)).status).toBe(200);
  expect(await answers(revoked)).toEqual(expected(() => 'device-revoked'));
});

test('a session that nobody used for twelve hours has to sign in again', async () => {
  const expired = await personWith(hall.hub, 'admin', { lastSeenAgoMs: 12 * 3600_000 + 1 });
  expect(await answers(expired)).toEqual(
    expected(([, , who]) => (who === EVERYBODY ? null : 'session-expired')),
  );
  const fresh = await personWith(hall.hub, 'admin', { lastSeenAgoMs: 12 * 3600_000 - 60_000 });
  expect((await fresh.get('/api/session')).status).toBe(200);
});

test('who has a temporary password changes it before anything else', async () => {
  const newcomer = await personWith(hall.hub, 'admin', { mustChange: true });
  expect(await answers(newcomer)).toEqual(
    expected(([method, path, who]) => {
      if (who === EVERYBODY || BEFORE_PASSWORD_CHANGE.has(`${method} ${path}`)) return null;
      return who.some((actor) => PEOPLE.includes(actor)) ? 'password-change-needed' : 'not-allowed';
    }),
  );
});

describe('a right token does not open another’s door', () => {
  test('a pad rates at its own counter only', async () => {
    expectError(
      await callers['counter-pad'].post('/api/counters/counter-2/rating', { level: 5 }),
      'not-allowed',
    );
  });

  test('a token that was never given out is not a device', async () => {
    const stranger = caller(hall.hub.url, { token: 'A'.repeat(43) });
    expectError(await stranger.get('/api/menu'), 'not-signed-in');
  });

  test.each(['Basic YWRtaW46YWRtaW4=', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(500)}`])(
    'credentials of another form (%s) are not credentials, whatever the cookie says',
    async (authorization) => {
      const clerk = await hall.person('clerk');
      const response = await fetch(`${hall.hub.url}/api/board`, {
        headers: { authorization, cookie: clerk.cookie as string },
      });
      expect(response.status).toBe(401);
    },
  );
});
