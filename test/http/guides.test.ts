import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { PrintView, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { FOREIGN_SERVICE, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { expectError } from './support/shape.ts';

/** 一次性告知: what is told, by what, and that it stands in the day's journal with its version. */

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork();
});
afterAll(() => hall.hub.close());

const guideOf = async (by: Caller, path = `/api/services/${SERVICE}/guide`) =>
  (await by.get<{ guide: GuideView }>(path)).body.guide;
const toldOf = (ticketId: string) =>
  journal(hall.hub)
    .filter(({ type }) => type === 'guide-told')
    .map(({ data }) => JSON.parse(data) as { ticketId: string; means: string; version: string })
    .filter((each) => each.ticketId === ticketId)
    .map(({ means, version }) => ({ means, version }));

describe('the guide', () => {
  test('is the same for kiosk, clerk and phone, with one version', async () => {
    const guide = await guideOf(hall.kiosk);
    expect(guide).toMatchObject({ serviceId: SERVICE, complaintPhone: '12345' });
    expect(guide.materials.length).toBeGreaterThan(1);
    const ticket = await hall.take();
    expect(await guideOf(hall.clerk)).toEqual(guide);
    expect(await guideOf(hall.nobody, `/api/tickets/${ticket.token}/guide`)).toEqual(guide);
  });

  test('of a service that is not there is not told', async () => {
    expectError(await hall.kiosk.get('/api/services/none/guide'), 'unknown-service');
    expectError(await hall.kiosk.post('/api/services/none/guide/print', {}), 'unknown-service');
  });

  test('changes its version when the manager changes a word', async () => {
    const before = await guideOf(hall.kiosk, `/api/services/${FOREIGN_SERVICE}/guide`);
    const { body } = await hall.admin.get<{ version: number; services: { id: string; guide: object }[] }>(
      '/api/settings/services',
    );
    const services = body.services.map((service) =>
      service.id === FOREIGN_SERVICE
        ? { ...service, guide: { ...service.guide, timeLimit: { 'zh-CN': '三个工作日', en: 'Three days' } } }
        : service,
    );
    const put = await hall.admin.put('/api/settings/services', { version: body.version, services });
    expect(put.status).toBe(200);
    const after = await guideOf(hall.kiosk, `/api/services/${FOREIGN_SERVICE}/guide`);
    expect(after.timeLimit).toEqual({ 'zh-CN': '三个工作日', en: 'Three days' });
    expect(after.version).not.toBe(before.version);
    // Somebody still reads the one before: that one is what they were told.
    const issued = await hall.kiosk.post<{ ticket: TicketView }>('/api/tickets', {
      serviceId: FOREIGN_SERVICE,
      told: [{ serviceId: FOREIGN_SERVICE, version: before.version, by: 'screen' }],
    });
    expect(toldOf(issued.body.ticket.id)).toEqual([{ means: 'kiosk', version: before.version }]);
  });
});

describe('that it was told', () => {
  test('stands in the journal once for each means, from the kiosk to the counter', async () => {
    const { version } = await guideOf(hall.kiosk);
    const body = {
      serviceId: SERVICE,
      told: [
        { serviceId: SERVICE, version, by: 'screen' },
        { serviceId: SERVICE, version, by: 'slip' },
      ],
    };
    const issued = await hall.kiosk.post<{ ticket: TicketView & { token: string } }>('/api/tickets', body);
    const { id, token } = issued.body.ticket;
    for (let look = 0; look < 2; look += 1) {
      expect((await hall.nobody.post(`/api/tickets/${token}/guide-shown`, { version })).status).toBe(200);
      expect((await hall.clerk.post(`/api/tickets/${id}/told`, { version })).status).toBe(200);
    }
    expect(toldOf(id)).toEqual(['kiosk', 'slip', 'phone', 'clerk'].map((means) => ({ means, version })));
  });

  test('needs a version that is one, and a ticket of one’s own', async () => {
    const ticket = await hall.take();
    expectError(await hall.clerk.post(`/api/tickets/${ticket.id}/told`, { version: '李雷' }), 'malformed');
    expectError(
      await hall.kiosk.post(`/api/tickets/${ticket.id}/told`, { version: '0123456789ab' }),
      'not-allowed',
    );
    expectError(
      await hall.clerk.post('/api/tickets/none/told', { version: '0123456789ab' }),
      'unknown-ticket',
    );
  });
});

describe('on paper', () => {
  type Printed = { print: PrintView; version: string };
  const paperOf = async (by: Caller, { jobId }: PrintView) => {
    const state = async () => (await by.get<{ print: PrintView }>(`/api/print/${jobId}`)).body.print.state;
    await expect.poll(state).toBe('printed');
    return (await by.get<string>(`/api/print/${jobId}/paper.svg`)).body;
  };

  test('it comes from the kiosk before there is a number, in the language of the screen', async () => {
    const path = `/api/services/${SERVICE}/guide/print`;
    const { body } = await hall.kiosk.post<Printed>(path, { language: 'en' });
    const paper = await paperOf(hall.kiosk, body.print);
    expect(paper).toContain('Service guide');
    expect(paper).toContain(body.version);
  });

  test('it comes for the clerk’s customer, who is then told by it, once for a request that came twice', async () => {
    const ticket = await hall.take();
    const path = `/api/services/${SERVICE}/guide/print`;
    const ask = () =>
      hall.clerk.post<Printed>(path, { ticketId: ticket.id, language: 'zh-CN' }, { 'idempotency-key': 'g1' });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(other.body).toEqual(one.body);
    expect(await paperOf(hall.clerk, one.body.print)).toContain('一次性告知单');
    expect(toldOf(ticket.id)).toEqual([{ means: 'slip', version: one.body.version }]);
    // It is a paper of the ticket, and not its slip.
    const slips = await hall.hub.store.printJobsOf(ticket.id);
    expect(slips.map(({ kind }) => kind).sort()).toEqual(['guide', 'ticket']);
    expect((await hall.hub.store.latestPrintJob(ticket.id))?.kind).toBe('ticket');
  });
});
