import { Counter, HallInfo, Notice, Rules, Service, ServiceGroup } from '@jiaohao/shared/contract/hall.ts';
import { SummaryReport, TurnsReport, WaitsReport } from '@jiaohao/shared/contract/reports.ts';
import { Board, CounterView, HallView, Menu } from '@jiaohao/shared/contract/screens.ts';
import { Device, DeviceSelf, NewPerson, Person, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { PhoneView, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_PASSWORD, type Caller, caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, SECOND_SERVICE, SERVICE } from './support/hall-at-work.ts';
import { everythingKept } from './support/journal.ts';
import { expectError, expectShape } from './support/shape.ts';

/** Every route of the contract, used as it is meant to be: its status and the shape of its answer. */

let hall: HallAtWork;
let manager: Caller;
beforeAll(async () => {
  hall = await hallAtWork();
  manager = await hall.person('manager');
});
afterAll(() => hall.hub.close());

const TicketAnswer = Type.Object({ ticket: TicketView });
const CounterAnswer = Type.Object({ counter: CounterView });
const at = (move: string) => `/api/counters/${COUNTER}/${move}`;
type TicketBody = { ticket: TicketView };
type CounterBody = { counter: CounterView };

describe('session', () => {
  test('signing in answers who one is and sets the cookie; signing out ends it', async () => {
    const signedIn = await hall.nobody.post<WhoAmI>('/api/session', {
      username: 'admin',
      password: ADMIN_PASSWORD,
    });
    expect(signedIn.status).toBe(200);
    expectShape(WhoAmI, signedIn.body);
    expect(signedIn.body).toMatchObject({ username: 'admin', role: 'admin', counterId: null });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] as string;
    const me = caller(hall.hub.url, { cookie });

    const who = await me.get('/api/session');
    expect(who).toMatchObject({ status: 200, body: signedIn.body });

    const out = await me.delete('/api/session');
    expect(out).toMatchObject({ status: 200, body: { ok: true } });
    expect(out.headers.getSetCookie()[0]).toMatch(/^jiaohao=;/);
    expectError(await me.get('/api/session'), 'session-expired');
  });
});

describe('devices', () => {
  test('a device is added, paired, knows itself and is revoked', async () => {
    const added = await manager.post<{ id: string; pairingCode: string }>('/api/devices', {
      kind: 'counter-pad',
      name: '二号平板',
      counterId: 'counter-2',
    });
    expect(added.status).toBe(201);
    expectShape(Type.Object({ id: Type.String(), pairingCode: Type.String() }), added.body);

    const again = await manager.post<{ pairingCode: string }>(`/api/devices/${added.body.id}/pairing-code`);
    expect(again.status).toBe(200);

    const { pairingCode } = again.body;
    const paired = await hall.nobody.post<{ token: string }>('/api/devices/pair', { pairingCode });
    expect(paired).toMatchObject({ status: 200, body: { kind: 'counter-pad' } });
    // 256 bits.
    expect(Buffer.from(paired.body.token, 'base64url')).toHaveLength(32);

    const pad = caller(hall.hub.url, { token: paired.body.token });
    const self = await pad.get('/api/devices/self');
    expectShape(DeviceSelf, self.body);
    expect(self.body).toMatchObject({ id: added.body.id, kind: 'counter-pad', counterId: 'counter-2' });

    expect(await manager.delete(`/api/devices/${added.body.id}`)).toMatchObject({ status: 200 });
    expectError(await pad.get('/api/devices/self'), 'device-revoked');
    expectError(await manager.post(`/api/devices/${added.body.id}/pairing-code`), 'unknown-device');
  });
});

describe('a number at the kiosk', () => {
  test('the menu says what can be had now', async () => {
    const menu = await hall.kiosk.get<Menu>('/api/menu');
    expect(menu.status).toBe(200);
    expectShape(Menu, menu.body);
    expect(menu.body.groups).toHaveLength(6);
    expect(menu.body.groups.flatMap(({ services }) => services).every(({ open }) => open)).toBe(true);
  });

  test('a kiosk gets the ticket with its token; staff get it without', async () => {
    const body = { serviceId: SERVICE, priority: 'elderly', language: 'en' };
    const atKiosk = await hall.kiosk.post<TicketBody>('/api/tickets', body);
    expect(atKiosk.status).toBe(201);
    expectShape(TicketAnswer, atKiosk.body);
    expect(atKiosk.body.ticket).toMatchObject({
      serviceId: SERVICE,
      status: 'waiting',
      priority: 'elderly',
      language: 'en',
      ahead: 0,
      print: { state: 'queued', copy: 0 },
    });
    // 128 bits.
    expect(Buffer.from(atKiosk.body.ticket.token as string, 'base64url')).toHaveLength(16);

    const byStaff = await hall.clerk.post<TicketBody>('/api/tickets', { serviceIds: [SECOND_SERVICE] });
    expect(byStaff.status).toBe(201);
    expectShape(TicketAnswer, byStaff.body);
    expect(byStaff.body.ticket).not.toHaveProperty('token');
    expect(byStaff.body.ticket).not.toHaveProperty('code');
  });

  test('staff print a slip again, marked so, and a kiosk only the one that it shows', async () => {
    const ticket = await hall.take();
    const again = await hall.clerk.post<TicketBody>(`/api/tickets/${ticket.id}/reprint`);
    expect(again.status).toBe(200);
    expectShape(TicketAnswer, again.body);
    expect(again.body.ticket.print.copy).toBe(1);
    expectError(await hall.kiosk.post(`/api/tickets/${ticket.id}/reprint`), 'not-allowed');
  });

  test('the slip’s holder follows it and gives it up', async () => {
    const { token, number } = await hall.take();
    const seen = await hall.nobody.get<{ ticket: PhoneView }>(`/api/tickets/${token}`);
    expect(seen.status).toBe(200);
    expectShape(Type.Object({ ticket: PhoneView }), seen.body);
    expect(seen.body.ticket).toMatchObject({ number, status: 'waiting', canCancel: true });

    const given = await hall.nobody.post<{ ticket: PhoneView }>(`/api/tickets/${token}/cancel`);
    expect(given.status).toBe(200);
    expectShape(Type.Object({ ticket: PhoneView }), given.body);
    expect(given.body.ticket).toMatchObject({ status: 'ended', ending: 'cancelled', canCancel: false });
  });
});

describe('at a counter', () => {
  let pad: Caller;
  beforeAll(async () => {
    pad = await hall.device('counter-pad', COUNTER);
  });

  test('a clerk opens, pauses, resumes and closes', async () => {
    const states: string[] = [];
    for (const [move, body] of [
      ['open', {}],
      ['pause', { reason: 'meal' }],
      ['resume', {}],
      ['close', {}],
    ] as const) {
      const answer = await hall.clerk.post<CounterBody>(at(move), body);
      expect(answer.status).toBe(200);
      expectShape(CounterAnswer, answer.body);
      states.push(answer.body.counter.state);
    }
    expect(states).toEqual(['open', 'paused', 'open', 'closed']);
    const all = await hall.clerk.get<{ counters: { number: number }[] }>('/api/counters');
    expect(all.body.counters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('a ticket is called, recalled, started, finished and rated on the pad', async () => {
    await hall.openCounter();
    await hall.take();
    const statuses: string[] = [];
    let turnId: string | undefined;
    for (const [move, body] of [
      ['call-next', {}],
      ['recall', {}],
      ['start', {}],
      ['finish', { outcome: 'done' }],
    ] as const) {
      const answer = await hall.clerk.post<TicketBody>(at(move), { ...body, turnId });
      expect(answer.status).toBe(200);
      expectShape(TicketAnswer, answer.body);
      statuses.push(answer.body.ticket.status);
      turnId = answer.body.ticket.turnId;
    }
    expect(statuses).toEqual(['called', 'called', 'serving', 'ended']);

    const rated = await pad.post(at('rating'), { level: 5, turnId, reasons: [], comment: '谢谢' });
    expect(rated).toMatchObject({ status: 200, body: { ok: true, turnId } });
  });

  test('one who did not come is brought back, called by number, and finished with the next call', async () => {
    const { number } = await hall.take();
    const second = await hall.take();
    const called = await hall.clerk.post<TicketBody>(at('call'), { number });
    expect(called.body.ticket).toMatchObject({ number, status: 'called' });
    const missed = await hall.clerk.post<TicketBody>(at('no-show'), {});
    expect(missed.body.ticket).toMatchObject({ number, status: 'missed' });
    const back = await hall.clerk.post<TicketBody>(at('return'), { number });
    expect(back.body.ticket).toMatchObject({ number, status: 'waiting' });

    await hall.clerk.post(at('call'), { number: second.number });
    await hall.clerk.post(at('start'), {});
    const next = await hall.clerk.post<TicketBody>(at('call-next'), { finish: { outcome: 'accepted' } });
    expectShape(TicketAnswer, next.body);
    expect(next.body.ticket.status).toBe('called');
    expect(next.body.ticket.number).not.toBe(second.number);
    await hall.clerk.post(at('finish'), { outcome: 'done' });
  });

  test('a customer rates by phone after the service', async () => {
    const { token, number } = await hall.take();
    await hall.clerk.post(at('call'), { number });
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    expect(await hall.nobody.post(`/api/tickets/${token}/rating-shown`)).toMatchObject({ status: 200 });
    // Within a second of the question a press does not count yet.
    const rate = async () =>
      (await hall.nobody.post<{ tooSoon: boolean }>(`/api/tickets/${token}/rating`, { level: 4 })).body;
    await expect.poll(rate, { interval: 300, timeout: 5000 }).toEqual({ ok: true, tooSoon: false });
    const seen = await hall.nobody.get<{ ticket: PhoneView }>(`/api/tickets/${token}`);
    expect(seen.body.ticket.rating).toBe('done');
  });
});

describe('what screens and managers read', () => {
  test.each([
    ['/api/board', Board],
    ['/api/hall', HallView],
    ['/api/reports/turns', TurnsReport],
    ['/api/reports/summary', SummaryReport],
    ['/api/reports/summary?groupBy=clerk', SummaryReport],
    ['/api/reports/waits', WaitsReport],
    ['/api/settings/people', Type.Object({ people: Type.Array(Person) })],
    ['/api/settings/devices', Type.Object({ devices: Type.Array(Device) })],
    ['/api/settings/hall', Type.Object({ version: Type.Integer(), hall: HallInfo })],
    ['/api/settings/groups', Type.Object({ version: Type.Integer(), groups: Type.Array(ServiceGroup) })],
    ['/api/settings/services', Type.Object({ version: Type.Integer(), services: Type.Array(Service) })],
    ['/api/settings/counters', Type.Object({ version: Type.Integer(), counters: Type.Array(Counter) })],
    ['/api/settings/rules', Type.Object({ version: Type.Integer(), rules: Rules })],
    ['/api/settings/notices', Type.Object({ version: Type.Integer(), notices: Type.Array(Notice) })],
  ])('%s', async (path, schema) => {
    const answer = await manager.get(path);
    expect(answer.status).toBe(200);
    expectShape(schema, answer.body);
  });

  test('the report of waits as CSV and as XLSX', async () => {
    const csv = await manager.get<string>('/api/reports/turns.csv');
    expect(csv.status).toBe(200);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="waits-.+\.csv"$/);
    const xlsx = await fetch(`${hall.hub.url}/api/reports/turns.xlsx`, {
      headers: { cookie: manager.cookie as string },
    });
    expect(xlsx.status).toBe(200);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('liveness and figures for the machine itself', async () => {
    expect(await hall.nobody.get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const metrics = await hall.nobody.get<string>('/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.body).toMatch(/^jiaohao_events_total\{type="ticket-issued"\} \d+$/m);
  });
});

test('reading changes nothing, whoever reads and however often', async () => {
  const { token, id } = await hall.take();
  await hall.hub.operations.write(async () => ({ writes: [], answer: null }));
  const before = everythingKept(hall.hub);
  const { paths } = (await hall.nobody.get<{ paths: Record<string, object> }>('/api/openapi.json')).body;
  const readable = Object.keys(paths).filter((path) => 'get' in (paths[path] as object));
  expect(readable.length).toBeGreaterThan(20);
  for (const path of readable) {
    const url = path
      .replace('{token}', token)
      .replace('{id}', id)
      .replace(/\{\w+\}/g, 'zh');
    for (const by of [hall.nobody, hall.kiosk, hall.clerk, manager, hall.admin]) await by.get(url);
  }
  await fetch(`${hall.hub.url}/t/${token}`);
  expect(everythingKept(hall.hub)).toEqual(before);
});

describe('settings', () => {
  test('a section is replaced as a whole, once per version', async () => {
    const read = await manager.get<{ version: number; notices: Notice[] }>('/api/settings/notices');
    const notices = [
      ...read.body.notices,
      { id: 'heating', text: { 'zh-CN': '明日停暖', en: 'No heating' } },
    ];
    const put = await manager.put<{ version: number }>('/api/settings/notices', {
      version: read.body.version,
      notices,
    });
    expect(put).toMatchObject({ status: 200, body: { version: read.body.version + 1, notices } });
    expectError(
      await manager.put('/api/settings/notices', { version: read.body.version, notices: [] }),
      'stale-settings',
    );
    expect((await manager.get<Board>('/api/board')).body.notices.at(-1)).toEqual(notices.at(-1)?.text);
  });

  test('an admin adds a person and changes them', async () => {
    const person = {
      username: 'lixia',
      name: '李霞',
      role: 'clerk',
      password: 'lixia-password',
      temporary: true,
    };
    expectShape(NewPerson, person);
    const added = await hall.admin.post<{ id: string }>('/api/settings/people', person);
    expect(added.status).toBe(201);
    const { username, password } = person;
    const signedIn = await hall.nobody.post('/api/session', { username, password });
    expect(signedIn).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    const changed = await hall.admin.put(`/api/settings/people/${added.body.id}`, { name: '李 霞' });
    expectShape(Person, changed.body);
    expect(changed).toMatchObject({
      status: 200,
      body: { name: '李 霞', username: 'lixia', hasPassword: true },
    });
  });
});

describe('help and alerts', () => {
  test('a call for help stands until somebody sees to it; pressing again is the same call', async () => {
    await hall.kiosk.post('/api/help');
    await hall.kiosk.post('/api/help');
    const { alerts } = (await manager.get<HallView>('/api/hall')).body;
    const calls = alerts.filter(({ kind }) => kind === 'help-kiosk');
    expect(calls).toHaveLength(1);
    const seen = await manager.post(`/api/alerts/${calls[0]?.id}/resolve`);
    expect(seen).toMatchObject({ status: 200, body: { ok: true } });
    expect((await manager.get<HallView>('/api/hall')).body.alerts).toEqual([]);
    expectError(await manager.post(`/api/alerts/${calls[0]?.id}/resolve`), 'not-found');
  });

  test('a clerk calls for help from the counter they hold, once until somebody has come', async () => {
    expectError(await hall.clerk.post('/api/counters/counter-9/help'), 'counter-not-open');
    await hall.clerk.post(at('open'));
    expect(await hall.clerk.post(at('help'))).toMatchObject({ status: 200, body: { ok: true } });
    await hall.clerk.post(at('help'));
    const { alerts } = (await manager.get<HallView>('/api/hall')).body;
    expect(alerts).toMatchObject([{ kind: 'help-counter', details: { number: 1 } }]);
  });
});
