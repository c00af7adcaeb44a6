import type {
  CoverageReport,
  ExceptionsReport,
  SummaryReport,
  TurnsReport,
} from '@jiaohao/shared/contract/reports.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, SECOND_SERVICE, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { MINUTE, movableClock } from './support/movable-clock.ts';
import { expectError } from './support/shape.ts';

/** Numbers that were written by hand while no machine gave any, entered by who runs the hall. */

const PATH = '/api/tickets/paper';
type Answer = { ticket: TicketView; mark?: string };

let hall: HallAtWork;
let manager: Caller;
const clock = movableClock();
beforeAll(async () => {
  hall = await hallAtWork({ clock });
  manager = await hall.person('hall-manager');
});
afterAll(() => hall.hub.close());

const enter = async (body: object) => {
  const answer = await manager.post<Answer>(PATH, { serviceId: SERVICE, ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.ticket;
};
const slips = async (ticketId: string) => hall.hub.store.printJobsOf(ticketId);

describe('a number that was written by hand', () => {
  test('stands in line by its time, prints a slip of its own, and says what was written on it', async () => {
    await hall.take();
    clock.pass(20 * MINUTE);
    const late = await hall.take();
    clock.pass(20 * MINUTE);
    const key = { 'Idempotency-Key': 'paper 5' };
    const body = { serviceId: SERVICE, takenAt: '09:05', mark: ' 手5 李女士 ' };
    const [first, again] = [
      await manager.post<Answer>(PATH, body, key),
      await manager.post<Answer>(PATH, body, key),
    ];
    expect(again.body).toEqual(first.body);
    const { ticket } = first.body;
    expect(ticket).toMatchObject({ number: 'A003', ahead: 1, status: 'waiting', print: { copy: 0 } });
    expect(ticket.issuedAt).toBe(Date.parse('2026-11-21T09:05:00+08:00'));
    expect(await slips(ticket.id)).toHaveLength(1);

    const found = await manager.get<Answer>(`/api/tickets/by-number/${ticket.number}`);
    expect(found.body).toMatchObject({ mark: '手5 李女士', ticket: { ahead: 1 } });
    expect((await manager.get<Answer>(`/api/tickets/by-number/${late.number}`)).body.ticket.ahead).toBe(2);
    expect((await manager.get<Answer>('/api/tickets/by-number/A001')).body).not.toHaveProperty('mark');
    expect(journal(hall.hub).some(({ data }) => data.includes('李女士'))).toBe(false);
    // Minutes are of the day that is on: what lies before its start is after midnight, and not yet.
    expectWrong(await manager.post(PATH, { serviceId: SERVICE, takenAt: '02:59' }), 'takenAt');
  });

  test('is entered by who runs the hall, with a time that has been', async () => {
    expectError(await hall.clerk.post(PATH, { serviceId: SERVICE, takenAt: '09:05' }), 'not-allowed');
    expectWrong(await manager.post(PATH, { serviceId: SERVICE, takenAt: '10:41' }), 'takenAt');
    for (const wrong of [
      { takenAt: '9:05' },
      { takenAt: '24:00' },
      {},
      { takenAt: '09:05', mark: 'x'.repeat(31) },
    ])
      expect((await manager.post(PATH, { serviceId: SERVICE, ...wrong })).status).toBe(400);
    const half = { outcome: 'done', from: '09:10' };
    expect((await manager.post(PATH, { serviceId: SERVICE, takenAt: '09:05', served: half })).status).toBe(
      400,
    );
  });

  test('whose holder was served already is counted, prints nothing, and waits for nobody', async () => {
    const before = (await manager.get<HallView>('/api/hall')).body;
    const served = { outcome: 'accepted', counterId: COUNTER, from: '09:20', to: '09:28' };
    const ticket = await enter({ takenAt: '09:10', served });
    expect(ticket).toMatchObject({ status: 'ended', ending: 'served', outcome: 'accepted' });
    const unknown = await enter({
      serviceId: SECOND_SERVICE,
      takenAt: '09:12',
      served: { outcome: 'done' },
      print: true,
    });
    expect([...(await slips(ticket.id)), ...(await slips(unknown.id))]).toEqual([]);
    const now = (await manager.get<HallView>('/api/hall')).body;
    expect([now.waiting, now.served]).toEqual([before.waiting, before.served + 2]);

    const { rows } = (await hall.admin.get<TurnsReport>('/api/reports/turns')).body;
    const row = (number: string) => rows.find((each) => each.number === number);
    expect(row(ticket.number)).toMatchObject({
      ...{ paper: true, waitMs: 10 * MINUTE, handlingMs: 8 * MINUTE, counterNumber: 1, asked: false },
    });
    expect(row(unknown.number)).toMatchObject({
      paper: true,
      waitMs: null,
      handlingMs: null,
      calledAt: null,
    });
    expect(row('A001')).toMatchObject({ paper: false });
    const { total } = (await hall.admin.get<SummaryReport>('/api/reports/summary')).body;
    expect(total).toMatchObject({ issued: 5, paper: 3, served: 2, waitMs: { count: 1 }, called: 1 });
    // Who left nobody knows when has not waited ever since for a counter that does not come.
    const { body } = await hall.admin.get<CoverageReport>('/api/reports/coverage');
    expect(body.rows.map(({ serviceId }) => serviceId)).toEqual([SERVICE]);
    const csv = await hall.admin.get<string>('/api/reports/turns.csv');
    expect(csv.body.split('\r\n')[0]).toContain('手写号补录');
  });

  test('is among the exceptions: who entered it, for what, and what was written on it', async () => {
    const { rows } = (await hall.admin.get<ExceptionsReport>('/api/reports/exceptions')).body;
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toMatchObject({
      ...{ what: 'paper', number: 'A003', byId: manager.id, words: '手5 李女士' },
      about: { 'zh-CN': '社会保障卡' },
    });
    const csv = await hall.admin.get<string>('/api/reports/exceptions.csv?language=en');
    expect(csv.body).toContain('Number entered by hand');
  });
});

function expectWrong(answer: Awaited<ReturnType<Caller['post']>>, field: string): void {
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: { code: 'wrong-time', details: { field } } });
}
