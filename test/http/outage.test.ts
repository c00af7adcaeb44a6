import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutagesReport, SummaryReport, TurnsReport } from '@jiaohao/shared/contract/reports.ts';
import { OutagesReport as OutagesSchema } from '@jiaohao/shared/contract/reports.ts';
import type { Board, HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf } from '../realtime/support/screen.ts';
import { type Caller, caller, startHub, type TestHub } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { MINUTE, type MovableClock, movableClock } from './support/movable-clock.ts';
import { expectError, expectShape } from './support/shape.ts';

/**
 * The power goes while people are served, and comes back. The second hub stands on a copy of the first one's
 * folder as it lies on the disk at that moment, which is what a machine without power leaves.
 */

const SECOND = 'counter-2';
const AWAY = 7 * MINUTE;

let clock: MovableClock;
let before: HallAtWork;
let hub: TestHub;
let colleague: Caller;
let pad: Caller;
let screen: Caller;
let manager: Caller;
let wentAt: number;
/** Numbers by what became of them before the power went. */
const numbers: Record<string, string> = {};
/** What counters, pad and hall screen showed then. */
let shown: Awaited<ReturnType<typeof lookAt>>;

/** The same person or device, at another hub. */
const at = (url: string, { cookie, token, id }: Caller): Caller => caller(url, { cookie, token, id });

/** Of what stands on each screen, what must be the same after an outage. */
async function lookAt(url: string) {
  const terminals = (
    [
      [before.clerk, COUNTER],
      [colleague, SECOND],
    ] as const
  ).map(([clerk, counterId]) => {
    const terminal = screenOf(at(url, clerk), url);
    terminal.socket.emit('watch', counterId);
    return terminal;
  });
  const others = [screenOf(pad, url), screenOf(screen, url)] as const;
  try {
    const views = await Promise.all([...terminals, others[0]].map((each) => each.sees('counter')));
    const { calls, missed } = await others[1].sees('board');
    const { body } = await at(url, manager).get<HallView>('/api/hall');
    return {
      counters: views.map(({ counter, state, clerk, ticket, queues }) => ({
        counter: counter.number,
        state,
        clerk: clerk?.id,
        ticket: ticket && { number: ticket.number, status: ticket.status, turnId: ticket.turnId },
        waiting: queues.map(({ serviceId, waiting }) => [serviceId, waiting]),
      })),
      calls,
      missed,
      hall: body.counters.map(({ number, state, clerkName, ticket, ticketState, ticketSince }) => ({
        number,
        state,
        clerkName,
        ticket,
        ticketState,
        ticketSince,
      })),
      // Nobody hears a call again: what is pushed as a call is spoken.
      spoken: others[1].received.call,
    };
  } finally {
    for (const each of [...terminals, ...others]) each.close();
  }
}

beforeAll(async () => {
  clock = movableClock();
  before = await hallAtWork({ clock });
  colleague = await before.person('clerk');
  [pad, screen] = [await before.device('counter-pad', COUNTER), await before.device('hall-screen')];
  manager = await before.person('hall-manager');
  const move = async (by: Caller, counterId: string, what: string, body: object = {}) => {
    const answer = await by.post<{ ticket: TicketView }>(`/api/counters/${counterId}/${what}`, body);
    if (answer.status !== 200) throw new Error(`${what} answered ${JSON.stringify(answer.body)}`);
    return answer.body.ticket?.number;
  };
  await before.openCounter();
  await move(colleague, SECOND, 'open');
  for (let count = 0; count < 5; count += 1) await before.take();
  numbers.parked = await move(colleague, SECOND, 'call-next');
  await move(colleague, SECOND, 'start');
  await move(colleague, SECOND, 'park', { reason: 'copies' });
  numbers.serving = await move(colleague, SECOND, 'call-next');
  await move(colleague, SECOND, 'start');
  clock.pass(MINUTE);
  numbers.called = await move(before.clerk, COUNTER, 'call-next');
  wentAt = clock.now();

  shown = await lookAt(before.hub.url);
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-outage-'));
  cpSync(before.hub.dataDir, dataDir, { recursive: true });
  await before.hub.close();
  clock.pass(AWAY);
  hub = await startHub({ clock, dataDir });
});
afterAll(() => hub.close());

describe('after an outage', () => {
  test('every counter has its clerk, signed in, and its ticket; nothing is called again', async () => {
    expect(shown.counters).toMatchObject([
      { counter: 1, ticket: { number: numbers.called, status: 'called' } },
      { counter: 2, ticket: { number: numbers.serving, status: 'serving' } },
      { counter: 1, ticket: { number: numbers.called } },
    ]);
    expect(shown.calls[0]?.number).toBe(numbers.called);
    const now = await lookAt(hub.url);
    expect(now).toEqual({ ...shown, spoken: [] });
    // And goes on: the clerk presses the next key.
    const started = await at(hub.url, before.clerk).post<{ ticket: TicketView }>(
      `/api/counters/${COUNTER}/start`,
      {},
    );
    expect(started.body.ticket).toMatchObject({ number: numbers.called, status: 'serving' });
    const board = (await at(hub.url, screen).get<Board>('/api/board')).body;
    expect(board.calls.map(({ id }) => id)).toEqual(shown.calls.map(({ id }) => id));
  });

  test('staff are told when it was and whom it met, until one of them has seen it', async () => {
    const boss = at(hub.url, manager);
    const alerts = async () => (await boss.get<HallView>('/api/hall')).body.alerts;
    const [alert] = await alerts();
    expect(alert).toMatchObject({
      kind: 'outage',
      details: {
        from: wentAt,
        to: wentAt + AWAY,
        planned: false,
        waiting: 2,
        called: 1,
        serving: 1,
        parked: 1,
      },
    });
    expectError(await at(hub.url, before.clerk).post(`/api/alerts/${alert?.id}/resolve`), 'not-allowed');
    expect((await boss.post(`/api/alerts/${alert?.id}/resolve`)).status).toBe(200);
    expect(await alerts()).toEqual([]);
  });

  test('reports name it, mark whom it met, and count their waits', async () => {
    const admin = at(hub.url, before.admin);
    const { body } = await admin.get<OutagesReport>('/api/reports/outages');
    expectShape(OutagesSchema, body);
    expect(body).toMatchObject({ count: 1, rows: [{ from: wentAt, to: wentAt + AWAY, planned: false }] });
    const csv = await admin.get<string>('/api/reports/outages.csv?language=en');
    expect(csv.headers.get('content-disposition')).toContain('outages-');
    expect(csv.body.replace('\ufeff', '').trim().split('\r\n')).toEqual([
      'From,until,Minutes,Kind,Waiting then,"Called, not begun",Being served,Set aside',
      '2026-11-21 09:01:00,2026-11-21 09:08:00,7,Outage,2,1,1,1',
    ]);

    const done = { outcome: 'done' };
    const second = at(hub.url, colleague);
    await second.post(`/api/counters/${SECOND}/call-next`, { finish: done });
    await second.post(`/api/counters/${SECOND}/start`, {});
    await second.post(`/api/counters/${SECOND}/finish`, done);
    const { rows } = (await admin.get<TurnsReport>('/api/reports/turns')).body;
    const marked = Object.fromEntries(rows.map(({ number, metOutage }) => [number, metOutage]));
    const [next] = Object.entries(marked).find(([, parts]) => parts.includes('wait')) ?? [];
    expect(marked).toMatchObject({
      [numbers.parked as string]: ['aside'],
      [numbers.serving as string]: ['handling'],
      [numbers.called as string]: ['walk'],
      [next as string]: ['wait'],
    });
    const { total } = (await admin.get<SummaryReport>('/api/reports/summary')).body;
    expect(total.waitMs.count).toBe(2);
    expect(total.metOutage).toEqual({ waits: 1, handlings: 1 });
  });
});
