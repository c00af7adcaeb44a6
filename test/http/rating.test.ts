import { join } from 'node:path';
import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { PhoneView, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import type { Caller } from '../support/hub.ts';
import { readRows } from '../support/journal.ts';
import { type Heard, voiceStandIn } from '../support/voice-stand-in.ts';
import { COUNTER, type HallAtWork, hallAtWork, SECOND_SERVICE, SERVICE } from './support/hall-at-work.ts';
import { type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Presses: who may know of them, which are believed, and what is said with them. */

let hall: HallAtWork;
let clock: MovableClock;
let pad: Caller;
const heard: Heard[] = [];
beforeAll(async () => {
  clock = movableClock();
  hall = await hallAtWork({ clock, synthesiser: voiceStandIn(heard) });
  pad = await hall.device('counter-pad', COUNTER);
  await hall.openCounter();
});
afterAll(() => hall.hub.close());

const at = (move: string) => `/api/counters/${COUNTER}/${move}`;
const presses = (turnId: string) =>
  readRows(
    join(hall.hub.dataDir, 'jiaohao.db'),
    'SELECT level, effective, doubt, reasons, reasons_version FROM presses WHERE turn_id = ? ORDER BY rowid',
    turnId,
  );

/** Somebody is served at counter 1, so many seconds ago. */
async function serve(secondsAgo = 2): Promise<{ token: string; turnId: string }> {
  const { token } = await hall.take();
  await hall.clerk.post(at('call-next'));
  await hall.clerk.post(at('start'));
  await hall.clerk.post(at('finish'), { outcome: 'done' });
  clock.pass(secondsAgo * 1000);
  const { ticket } = (await hall.nobody.get<{ ticket: PhoneView }>(`/api/tickets/${token}`)).body;
  return { token, turnId: ticket.turnId };
}

async function changeRules(change: Partial<Rules>): Promise<number> {
  const { body } = await hall.admin.get<{ version: number; rules: Rules }>('/api/settings/rules');
  const changed = await hall.admin.put<{ version: number }>('/api/settings/rules', {
    version: body.version,
    rules: { ...body.rules, ...change },
  });
  expect(changed.status).toBe(200);
  return changed.body.version;
}

describe('a press', () => {
  test('too soon after the question is kept, not counted, and the next one counts', async () => {
    const { turnId } = await serve(0.5);
    const first = await pad.post(at('rating'), { level: 1, turnId });
    expect(first).toMatchObject({ status: 200, body: { ok: true, turnId, tooSoon: true } });
    clock.pass(600);
    const second = await pad.post(at('rating'), { level: 5, turnId });
    expect(second.body).toMatchObject({ tooSoon: false });
    expect(presses(turnId)).toMatchObject([
      { level: 1, effective: 0, doubt: 'too-soon' },
      { level: 5, effective: 1, doubt: null },
    ]);
  });

  test('through a session of the staff is kept, and does not count', async () => {
    const { token, turnId } = await serve();
    const { cookie = '' } = hall.clerk;
    const url = `${hall.hub.url}/api/tickets/${token}/rating`;
    const headers = { cookie, origin: hall.hub.url, 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: '{"level":5}' });
    // It looks like any other: who tries learns nothing.
    expect(await answer.json()).toEqual({ ok: true, tooSoon: false });
    expect(presses(turnId)).toMatchObject([{ level: 5, effective: 0, doubt: 'own-device' }]);
  });

  test('from the address of the clerk who served does not count, unless others work from it too', async () => {
    const from = (remoteAddress: string, token: string, level: number) =>
      hall.hub.server.inject({
        method: 'POST',
        url: `/api/tickets/${token}/rating`,
        remoteAddress,
        payload: { level },
      });
    const isThere = (remoteAddress: string, { cookie = '' }: Caller) =>
      hall.hub.server.inject({ url: '/api/session', remoteAddress, headers: { cookie } });

    await isThere('10.0.0.31', hall.clerk);
    const { token, turnId } = await serve();
    expect((await from('10.0.0.31', token, 5)).statusCode).toBe(200);
    expect((await from('10.0.0.99', token, 2)).statusCode).toBe(200);
    expect(presses(turnId)).toMatchObject([
      { level: 5, effective: 0, doubt: 'own-device' },
      { level: 2, effective: 1, doubt: null },
    ]);

    await isThere('10.0.0.31', await hall.person('clerk'));
    const shared = await serve();
    await from('10.0.0.31', shared.token, 4);
    expect(presses(shared.turnId)).toMatchObject([{ level: 4, effective: 1, doubt: null }]);
  });

  test('is nothing that the clerk’s page could tell, in any answer or push', async () => {
    const screen = screenOf(hall.clerk, hall.hub.url);
    screen.socket.emit('watch', COUNTER);
    const { turnId } = await serve();
    await screen.sees('counter', ({ rating }) => rating?.turnId === turnId);
    await pad.post(at('rating'), { level: 1, turnId });
    screen.received.counter.length = 0;
    const told = (await hall.clerk.post<{ counter: CounterView }>(at('pause'), { reason: 'away' })).body;
    const pushed = await screen.sees('counter', ({ state }) => state === 'paused');
    for (const view of [told.counter, pushed]) {
      expect(view.rating).toMatchObject({ turnId, pressed: false });
      expect(view).not.toHaveProperty('asking');
    }
    await hall.clerk.post(at('resume'));
    expectError(await hall.clerk.get('/api/reports/turns'), 'not-allowed');
    screen.close();
  });
});

describe('several services on one number', () => {
  test('each is rated by phone for itself, the first while the second waits', async () => {
    const { body } = await hall.kiosk.post<{ ticket: TicketView & { token: string } }>('/api/tickets', {
      serviceIds: [SERVICE, SECOND_SERVICE],
    });
    const path = `/api/tickets/${body.ticket.token}`;
    const view = async () => (await hall.nobody.get<{ ticket: PhoneView }>(path)).body.ticket;
    const haveNext = async () => {
      await hall.clerk.post(at('call'), { number: body.ticket.number });
      await hall.clerk.post(at('start'));
      await hall.clerk.post(at('finish'), { outcome: 'done' });
      clock.pass(2000);
    };
    const asked = (turnId: string) =>
      readRows(join(hall.hub.dataDir, 'jiaohao.db'), 'SELECT asked FROM turns WHERE turn_id = ?', turnId);

    await haveNext();
    const waiting = await view();
    expect(waiting).toMatchObject({ status: 'waiting', rating: 'closed', served: [{ rating: 'open' }] });
    const first = waiting.served?.[0]?.turnId ?? '';
    expectError(
      await hall.nobody.post(`${path}/rating`, { level: 1, turnId: waiting.turnId }),
      'rating-closed',
    );
    expect((await hall.nobody.post(`${path}/rating-shown`, { turnId: first })).status).toBe(200);
    expect(asked(first)).toEqual([{ asked: 1 }]);
    const press = { level: 2, turnId: first };
    const key = { 'idempotency-key': 'the first service' };
    for (const _sent of ['once', 'again']) {
      const answer = await hall.nobody.post(`${path}/rating`, press, key);
      expect(answer).toMatchObject({ status: 200, body: { ok: true, tooSoon: false } });
    }
    expect(presses(first)).toMatchObject([{ level: 2, effective: 1 }]);
    const why = { turnId: first, reasons: ['long-wait'] };
    expect((await hall.nobody.post(`${path}/rating/reasons`, why)).status).toBe(200);

    await haveNext();
    const over = await view();
    expect(over).toMatchObject({ status: 'ended', served: [{ rating: 'done' }, { rating: 'open' }] });
    expect((await hall.nobody.post(`${path}/rating`, { level: 5 })).status).toBe(200);
    expect(presses(over.turnId)).toMatchObject([{ level: 5, effective: 1 }]);
    expect(presses(first)).toHaveLength(1);
    expect((await view()).served?.map(({ rating }) => rating)).toEqual(['done', 'done']);

    const other = await serve();
    for (const route of ['rating', 'rating-shown', 'rating/reasons'])
      expectError(
        await hall.nobody.post(`${path}/${route}`, {
          turnId: other.turnId,
          ...(route === 'rating' && { level: 1 }),
          ...(route === 'rating/reasons' && { reasons: [] }),
        }),
        'stale-turn',
      );
  });
});

describe('reasons', () => {
  test('are told after the press, of the list that the page showed, also when it was changed meanwhile', async () => {
    const { turnId } = await serve();
    await pad.post(at('rating'), { level: 1, turnId });
    const before = (await hall.admin.get<{ version: number }>('/api/settings/rules')).body.version;
    const noise = { id: 'noise', name: { 'zh-CN': '太吵', en: 'Too noisy' } };
    await changeRules({ ratingReasons: { '1': [noise] } });
    const why = { turnId, reasons: ['long-wait', 'rude'] };
    expectError(await pad.post(at('rating/reasons'), why), 'unknown-rating-reason');
    expect((await pad.post(at('rating/reasons'), { ...why, reasonsVersion: before })).status).toBe(200);
    expect(presses(turnId)).toMatchObject([{ reasons: '["long-wait","rude"]', reasons_version: before }]);
  });

  test('and a word of one’s own come from the phone that pressed', async () => {
    const { token, turnId } = await serve();
    const path = `/api/tickets/${token}/rating`;
    await hall.nobody.post(path, { level: 1 });
    const why = { turnId, reasons: ['noise'], comment: '希望多开窗口' };
    expect((await hall.nobody.post(`${path}/reasons`, why)).status).toBe(200);
    const [row] = readRows(
      join(hall.hub.dataDir, 'jiaohao.db'),
      'SELECT d.text FROM presses p JOIN personal_data d ON d.id = p.comment_id WHERE p.turn_id = ?',
      turnId,
    );
    expect(row).toEqual({ text: '希望多开窗口' });
  });

  test('are nobody’s to tell for another counter', async () => {
    const { turnId } = await serve();
    expectError(
      await pad.post('/api/counters/counter-2/rating/reasons', { turnId, reasons: [] }),
      'not-allowed',
    );
  });
});

describe('the spoken question', () => {
  test('is there for pads where the hall wishes it, and not else', async () => {
    expectError(await pad.get('/api/voice/question/zh.wav'), 'not-found');
    await changeRules({ padSpeaks: true });
    const screen = screenOf(pad, hall.hub.url);
    const { asking } = await screen.sees('counter', ({ asking }) => asking?.audio !== null);
    expect(asking?.audio?.zh).toMatch(/^\/api\/voice\/question\/zh\.wav\?v=\d+$/);
    const clip = await pad.get(asking?.audio?.zh ?? '');
    expect(clip.status).toBe(200);
    expect(clip.headers.get('content-type')).toBe('audio/wav');
    expect(heard).toContainEqual(['zh', '请您评价本次服务']);
    screen.close();
  });
});
