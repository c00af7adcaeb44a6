import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** Papers that are nobody's ticket, from the request to the paper. */

let hall: HallAtWork;
let manager: Caller;
beforeAll(async () => {
  hall = await hallAtWork();
  manager = await hall.person('hall-manager');
});
afterAll(() => hall.hub.close());

async function print(by: Caller, what: string, body: object = {}): Promise<PrintView> {
  const answer = await by.post<{ print: PrintView }>(`/api/print/${what}`, body);
  expect(answer.status).toBe(200);
  return answer.body.print;
}

/** What the paper says, once the (virtual) printer has it. */
async function paper(by: Caller, { jobId }: PrintView): Promise<string> {
  const state = async () => (await by.get<{ print: PrintView }>(`/api/print/${jobId}`)).body.print.state;
  await expect.poll(state).toBe('printed');
  return (await by.get<string>(`/api/print/${jobId}/paper.svg`)).body;
}

describe('the waiting list', () => {
  test('prints who waits, and who is at which counter, for the hall manager', async () => {
    await hall.openCounter();
    const first = await hall.take();
    const second = await hall.take();
    await hall.clerk.post('/api/counters/counter-1/call-next', {});
    const list = await print(manager, 'waiting-list', { language: 'zh-CN' });
    expect(list).toMatchObject({ state: 'queued', virtual: true });
    const words = await paper(manager, list);
    expect(words).toContain('等候名单');
    expect(words).toContain(`1 号窗口  ${first.number}`);
    expect(words).toContain(`[  ] ${second.number}`);
    expect(words).not.toContain(`[  ] ${first.number}`);
  });

  test('is printed once for a request that came twice', async () => {
    const headers = { 'idempotency-key': 'one list' };
    const ask = () => manager.post<{ print: PrintView }>('/api/print/waiting-list', {}, headers);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(other.body).toEqual(one.body);
  });

  test('needs a printer that is there', async () => {
    expectError(await manager.post('/api/print/waiting-list', { printerId: 'none' }), 'not-found');
  });
});

describe('a test slip', () => {
  test('comes from the kiosk’s own printer, named on it', async () => {
    expect(await paper(hall.kiosk, await print(hall.kiosk, 'test', { language: 'en' }))).toContain(
      'Test slip',
    );
    expectError(await hall.kiosk.post('/api/print/test', { printerId: 'printer-1' }), 'not-allowed');
  });

  test('can be had by a manager on any printer, in trouble or not', async () => {
    const made = await hall.admin.post<{ id: string }>('/api/settings/printers', {
      name: '二楼',
      url: 'tcp://127.0.0.1:9',
    });
    const slip = await print(hall.admin, 'test', { printerId: made.body.id });
    const state = async () =>
      (await hall.admin.get<{ print: PrintView }>(`/api/print/${slip.jobId}`)).body.print;
    await expect.poll(state).toMatchObject({ state: 'failed', reason: 'unreachable' });
  });
});

test('a kiosk learns of its own papers only, and nobody sees a ticket’s slip here', async () => {
  const list = await print(manager, 'waiting-list');
  expectError(await hall.kiosk.get(`/api/print/${list.jobId}`), 'not-found');
  const { print: slip } = await hall.take();
  expectError(await manager.get(`/api/print/${slip.jobId}/paper.svg`), 'not-found');
  expectError(await hall.kiosk.get(`/api/print/${slip.jobId}/paper.svg`), 'not-found');
});
