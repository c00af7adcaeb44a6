import type { CoverageReport, ExceptionsReport } from '@jiaohao/shared/contract/reports.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork } from './support/hall-at-work.ts';

/** What a hall can be asked about: who was put before whom, and where nobody was. */

let hall: HallAtWork;
let manager: Caller;
beforeAll(async () => {
  hall = await hallAtWork();
  manager = await hall.person('hall-manager');
  await hall.openCounter();
});
afterAll(() => hall.hub.close());

const atCounter = async (move: string, body: object = {}) => {
  const answer = await hall.clerk.post<{ ticket: TicketView }>(`/api/counters/${COUNTER}/${move}`, body);
  expect(answer.status, move).toBe(200);
  return answer.body.ticket;
};
const exceptions = async () => (await hall.admin.get<ExceptionsReport>('/api/reports/exceptions')).body;

describe('the exceptions', () => {
  test('are what persons decided: what, about whom, who and why; the rules’ own calls are none', async () => {
    const ordinary = await hall.take();
    await atCounter('call-next');
    await atCounter('priority', { priority: 'elderly', reason: 'document-shown' });
    await atCounter('start');
    await atCounter('finish', { outcome: 'done' });
    const [first, second] = [await hall.take(), await hall.take()];
    await manager.post(`/api/tickets/${second.id}/move`, { place: 'next', reason: '带着婴儿的李女士' });
    await manager.post(`/api/tickets/${second.id}/priority`, {
      priority: 'duty-manager',
      reason: 'granted-by-manager',
    });
    await atCounter('call', { number: first.number });
    await atCounter('no-show');
    await atCounter('return', { number: first.number });
    const walkIn = await atCounter('walk-in', { serviceId: 'pension' });

    const { count, rows } = await exceptions();
    expect(count).toBe(6);
    expect(rows.map(({ what, number, byRole }) => [what, number, byRole])).toEqual([
      ['walk-in', walkIn.number, 'clerk'],
      ['returned', first.number, 'clerk'],
      ['chosen', first.number, 'clerk'],
      ['priority-given', second.number, 'hall-manager'],
      ['put-first', second.number, 'hall-manager'],
      ['priority-given', ordinary.number, 'clerk'],
    ]);
    expect(rows[3]).toMatchObject({
      about: { 'zh-CN': '值班长安排' },
      reason: { 'zh-CN': '值班长安排' },
      byId: manager.id,
      byName: manager.id,
    });
    expect(rows[4]).toMatchObject({ words: '带着婴儿的李女士', reason: null });
    expect(rows[0]).toMatchObject({ about: { 'zh-CN': '养老保险' } });
  });

  test('keep that there was a reason when its words are erased', async () => {
    await hall.hub.operations.write(async () => ({
      writes: [{ kind: 'erase-personal', before: '9999-01-01' }],
      answer: null,
    }));
    expect((await exceptions()).count).toBe(6);
  });

  test('come as a file that a spreadsheet opens, in the language that is asked for', async () => {
    const { body, headers } = await hall.admin.get<string>('/api/reports/exceptions.csv?language=en');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('exceptions-');
    const lines = body.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('Time,Number,Exception,About,By,Role,Reason,Explanation');
    expect(lines).toHaveLength(7);
    expect(lines[3]).toContain('Called by choice,Counter 1,');
  });
});

describe('the coverage', () => {
  test('tells which services were waited for and served by nobody, and whose they were', async () => {
    // The sample hall has no hours: it counts from who waits, and a minute at least.
    await hall.take('tax-filing');
    const { body } = await hall.admin.get<CoverageReport>('/api/reports/coverage');
    expect(body).toMatchObject({ count: 0, rows: [] });
    const csv = await hall.admin.get<string>('/api/reports/coverage.csv');
    expect(csv.body).toContain('空岗开始');
  });
});
