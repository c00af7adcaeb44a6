import type { Service } from '@jiaohao/shared/contract/hall.ts';
import type { SummaryReport, TurnRow, TurnsReport } from '@jiaohao/shared/contract/reports.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COUNTER, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { expectError } from './support/shape.ts';

/** What a clerk says at the end, what the customer takes home for it, and what the log keeps. */

let hall: HallAtWork;
let materials: string[];
beforeAll(async () => {
  hall = await hallAtWork();
  await hall.openCounter();
  const { body } = await hall.clerk.get<{ guide: { materials: { id: string }[] } }>(
    `/api/services/${SERVICE}/guide`,
  );
  materials = body.guide.materials.map(({ id }) => id);
});
afterAll(() => hall.hub.close());

let ticket: TicketView;
beforeEach(async () => {
  ticket = await hall.take();
  await hall.clerk.post(`/api/counters/${COUNTER}/call-next`, {});
});

const finish = (body: object) =>
  hall.clerk.post<{ ticket: TicketView }>(`/api/counters/${COUNTER}/finish`, body);

/** What came out for the ticket besides its slip, as the virtual printer has it. */
async function paperOfTicket(kind: string): Promise<string> {
  const find = async () => (await hall.hub.store.printJobsOf(ticket.id)).find((job) => job.kind === kind);
  await expect.poll(async () => (await find())?.state).toBe('printed');
  return (await hall.clerk.get<string>(`/api/print/${(await find())!.id}/paper.svg`)).body;
}

describe('at the end', () => {
  test('materials that are missing come out on paper, with the clerk’s line, which the journal never sees', async () => {
    const note = '请李雷本人到场签字';
    const ended = await finish({ outcome: 'materials-missing', missing: [materials[0]], note });
    expect(ended.status).toBe(200);
    expect(ended.body.ticket.turns[0]?.details).toMatchObject({ missing: [materials[0]] });
    const paper = await paperOfTicket('materials');
    expect(paper).toContain('一次性补正告知单');
    expect(paper).toContain(note);
    expect(JSON.stringify(journal(hall.hub))).not.toContain('李雷');
    const jobs = await hall.hub.store.printJobsOf(ticket.id);
    expect(JSON.stringify(jobs)).not.toContain('李雷');
  });

  test('a refusal comes out with its reason, and is counted for the hall', async () => {
    await finish({ outcome: 'refused', reason: 'conditions-not-met' });
    expect(await paperOfTicket('refusal')).toContain('不符合法定条件');
    const { body } = await hall.admin.get<{ outcomes: object }>('/api/hall');
    expect(body.outcomes).toMatchObject({ refused: 1, 'materials-missing': 1 });
  });

  test('a referral comes out with where to go, by the one key that also calls the next', async () => {
    const next = await hall.take();
    const called = await hall.clerk.post<{ ticket: TicketView }>(`/api/counters/${COUNTER}/call-next`, {
      finish: { outcome: 'referred', referredTo: { to: 'service', id: 'pension' } },
    });
    expect(called.body.ticket.id).toBe(next.id);
    expect(await paperOfTicket('referral')).toContain('养老保险');
    await finish({ outcome: 'done' });
  });

  test('an outcome without details prints nothing', async () => {
    await finish({ outcome: 'refused' });
    const kinds = (await hall.hub.store.printJobsOf(ticket.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['ticket']);
  });

  test('what the settings do not hold is refused, and the customer stays in hand', async () => {
    expectError(await finish({ outcome: 'materials-missing', missing: ['no-such'] }), 'unknown-material');
    expectError(await finish({ outcome: 'refused', reason: 'no-such' }), 'unknown-refusal-reason');
    expectError(
      await finish({ outcome: 'referred', referredTo: { to: 'office', id: 'no-such' } }),
      'unknown-referral',
    );
    expectError(await finish({ outcome: 'done', note: 'x' }), 'malformed');
    expectError(await finish({ outcome: 'refused', reason: '李雷' }), 'malformed');
    expect((await finish({ outcome: 'done' })).body.ticket.id).toBe(ticket.id);
  });
});

describe('the reports', () => {
  const turn = async (number: string): Promise<TurnRow> => {
    const { body } = await hall.admin.get<TurnsReport>('/api/reports/turns');
    const row = body.rows.findLast((each) => each.number === number);
    if (!row) throw new Error(`no row of ${number}`);
    return row;
  };

  test('say what was missing in the words that held, whatever the list says later', async () => {
    await finish({ outcome: 'materials-missing', missing: [materials[1]] });
    const { body } = await hall.admin.get<{ version: number; services: Service[] }>('/api/settings/services');
    const before = body.services.find(({ id }) => id === SERVICE)?.guide?.materials?.[1]?.name;
    const services = body.services.map((service) =>
      service.id === SERVICE
        ? {
            ...service,
            guide: {
              ...service.guide,
              materials: service.guide?.materials?.map((each) => ({
                ...each,
                name: { 'zh-CN': '新', en: 'New' },
              })),
            },
          }
        : service,
    );
    const put = await hall.admin.put('/api/settings/services', { version: body.version, services });
    expect(put.status).toBe(200);
    expect((await turn(ticket.number)).outcomeDetails).toEqual([before]);
    const csv = await hall.admin.get<string>('/api/reports/turns.csv?language=en');
    expect(csv.body).toContain(before?.en);
  });

  test('keep who met the customer first through a transfer (首问责任), and count the outcomes', async () => {
    const path = `/api/counters/${COUNTER}/transfer`;
    const moved = await hall.clerk.post(path, { serviceId: 'pension', place: 'next' });
    expect(moved.status).toBe(200);
    const other = await hall.person('clerk');
    await other.post('/api/counters/counter-2/open', {});
    await other.post('/api/counters/counter-2/call', { number: ticket.number });
    await other.post('/api/counters/counter-2/finish', { outcome: 'refused', reason: 'not-entitled' });
    const row = await turn(ticket.number);
    expect(row).toMatchObject({ clerkId: other.id, firstClerkId: hall.clerk.id, outcome: 'refused' });
    const { body } = await hall.admin.get<SummaryReport>('/api/reports/summary?groupBy=clerk');
    expect(body.groups.find(({ key }) => key === other.id)?.kpis.outcomes.refused).toBe(1);
  });
});
