import { EmergenciesReport } from '@jiaohao/shared/contract/reports.ts';
import type { Board, HallView, Menu } from '@jiaohao/shared/contract/screens.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenOf, slipScreen } from '../realtime/support/screen.ts';
import type { Caller } from '../support/hub.ts';
import { type Heard, voiceStandIn } from '../support/voice-stand-in.ts';
import { COUNTER, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { expectError, expectShape } from './support/shape.ts';

/** What the whole hall is told: an emergency, which holds everything, and announcements. */

let hall: HallAtWork;
let manager: Caller;
const heard: Heard[] = [];
beforeAll(async () => {
  hall = await hallAtWork({ synthesiser: voiceStandIn(heard) });
  manager = await hall.person('hall-manager');
  await hall.openCounter();
});
afterAll(() => hall.hub.close());

describe('an emergency', () => {
  test('is on every screen at once, holds numbers and calls, and ends without a trace in the queue', async () => {
    const ticket = await hall.take();
    const screens = {
      board: screenOf(await hall.device('hall-screen'), hall.hub.url),
      clerk: screenOf(hall.clerk, hall.hub.url),
      phone: slipScreen(hall.hub.url, ticket.token),
    };
    try {
      await screens.clerk.sees('hello');
      screens.clerk.socket.emit('watch', COUNTER);
      await Promise.all([
        screens.board.sees('board'),
        screens.clerk.sees('counter'),
        screens.phone.sees('ticket'),
      ]);
      const key = { 'Idempotency-Key': 'fire' };
      const begun = await manager.post(
        '/api/emergency',
        { kind: 'evacuation', note: '二楼冒烟，张三报告' },
        key,
      );
      expect(begun).toMatchObject({ status: 200, body: { emergency: { kind: 'evacuation' } } });
      expect(
        (await manager.post('/api/emergency', { kind: 'evacuation', note: '二楼冒烟，张三报告' }, key)).body,
      ).toEqual(begun.body);
      const on = ({ emergency }: { emergency?: unknown }) => emergency !== undefined;
      const board = await screens.board.sees('board', on);
      expect(board.emergency?.audio?.zh).toContain(board.emergency?.id);
      expect(board.issuing).toBe(false);
      await screens.clerk.sees('counter', on);
      await screens.phone.sees('ticket', on);
      const { body: menu } = await hall.kiosk.get<Menu>('/api/menu');
      expect(menu).toMatchObject({
        issuing: false,
        emergency: { text: { 'zh-CN': expect.stringContaining('安全出口') } },
      });
      expectError(await hall.kiosk.post('/api/tickets', { serviceId: SERVICE }), 'emergency');
      expectError(await hall.clerk.post(`/api/counters/${COUNTER}/call-next`), 'emergency');
      expectError(await hall.clerk.post('/api/emergency/end'), 'not-allowed');
      const ended = await manager.post('/api/emergency/end', { note: '误报' });
      expect(ended).toMatchObject({ status: 200, body: { emergency: null } });
      await screens.board.sees(
        'board',
        ({ emergency, version }) => emergency === undefined && version > board.version,
      );
      const { body: view } = await manager.get<HallView>('/api/hall');
      expect(view.queues.find(({ serviceId }) => serviceId === SERVICE)?.waiting).toBe(1);
      const { body: called } = await hall.clerk.post<{ ticket: { id: string } }>(
        `/api/counters/${COUNTER}/call-next`,
      );
      expect(called.ticket.id).toBe(ticket.id);
      expect(JSON.stringify(journal(hall.hub))).not.toContain('张三');
    } finally {
      for (const screen of Object.values(screens)) screen.close();
    }
  });

  test('can be looked up: each step, by whom, and what each of them wrote', async () => {
    const second = await hall.person('manager');
    for (const [by, end, body] of [
      [manager, '', { kind: 'evacuation', note: '三楼冒烟，李四报告' }],
      [second, '', { kind: 'evacuation', note: '已报火警' }],
      [second, '', { kind: 'order' }],
      [manager, '/end', { note: '烟雾来自厨房' }],
    ] as const)
      expect((await by.post(`/api/emergency${end}`, body)).status).toBe(200);
    const { body } = await second.get<EmergenciesReport>('/api/reports/emergencies');
    expectShape(EmergenciesReport, body);
    expect(body.rows.slice(0, 4)).toMatchObject([
      { what: 'ended', kind: { en: 'Keeping order' }, byId: manager.id, note: '烟雾来自厨房' },
      { what: 'message-changed', kind: { en: 'Keeping order' }, note: null },
      { what: 'noted', kind: { en: 'Evacuation' }, byId: second.id, note: '已报火警' },
      { what: 'begun', kind: { en: 'Evacuation' }, byId: manager.id, note: '三楼冒烟，李四报告' },
    ]);
    const csv = await second.get<string>('/api/reports/emergencies.csv?language=en');
    expect(csv.body).toContain('Begun,Evacuation');
    expect(csv.body).toContain('已报火警');
    expect(JSON.stringify(journal(hall.hub))).not.toContain('李四');
  });
});

describe('an announcement', () => {
  test('is shown and can be fetched as sound while it lasts, its numbers in words; the journal has no free text', async () => {
    const screen = await hall.device('hall-screen');
    const text = { 'zh-CN': '请 A012 号机主李四到 3 号窗口，电话 12345。', en: 'Owner of A012, please.' };
    const made = await manager.post<{ announcement: { id: string } }>('/api/announcements', {
      text,
      times: 2,
    });
    expect(made.status).toBe(201);
    const { id } = made.body.announcement;
    const { body: board } = await screen.get<Board>('/api/board');
    expect(board.announcements).toMatchObject([{ id, text, times: 2 }]);
    for (const [language, url] of Object.entries(board.announcements?.[0]?.audio ?? {})) {
      const clip = await screen.get(url ?? '');
      expect(clip.status, language).toBe(200);
    }
    // Calls are put into sound ahead of their time, so this is one among others.
    const said = heard.map(([, text]) => text);
    expect(said).toContain('请 A零一二 号机主李四到 三 号窗口，电话 一二三四五。');
    expect(said).toContain('Owner of A, zero, one, two, please.');
    expect(JSON.stringify(journal(hall.hub))).not.toContain('李四');
    await manager.post(`/api/announcements/${id}/withdraw`);
    expect((await screen.get<Board>('/api/board')).body.announcements).toEqual([]);
    expectError(await screen.get(`/api/voice/announcement/${id}/zh`), 'not-found');
  });

  test('is one of the hall’s own or has words in the hall’s language', async () => {
    const preset = await manager.post('/api/announcements', { presetId: 'belongings' });
    expect(preset).toMatchObject({ status: 201, body: { announcement: { times: 1 } } });
    expectError(await manager.post('/api/announcements', { presetId: 'nothing' }), 'unknown-reason');
    expectError(await manager.post('/api/announcements', {}), 'malformed');
    expectError(await manager.post('/api/announcements', { text: { en: 'Only English' } }), 'malformed');
    expectError(await hall.clerk.post('/api/announcements', { presetId: 'belongings' }), 'not-allowed');
  });
});
