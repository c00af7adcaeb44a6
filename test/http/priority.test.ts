import type { CounterView, HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { COUNTER, type HallAtWork, hallAtWork, SERVICE } from './support/hall-at-work.ts';
import { expectError } from './support/shape.ts';

/** A priority class: chosen at the kiosk, checked at the counter, given by who may. */

let hall: HallAtWork;
let manager: Caller;
beforeAll(async () => {
  hall = await hallAtWork();
  manager = await hall.person('hall-manager');
  await hall.openCounter();
});
afterAll(() => hall.hub.close());

const choose = (priority: string) =>
  hall.kiosk.post<{ ticket: TicketView }>('/api/tickets', { serviceId: SERVICE, priority });
const atCounter = (move: string, body: object = {}) =>
  hall.clerk.post<{ ticket: TicketView }>(`/api/counters/${COUNTER}/${move}`, body);

describe('a priority class', () => {
  test('is offered at the kiosk with the document it asks for, but for those that staff give', async () => {
    const { body } = await hall.kiosk.get<{ priorityClasses: { id: string; document: object }[] }>(
      '/api/menu',
    );
    expect(body.priorityClasses.map(({ id }) => id)).toEqual([
      'elderly',
      'pregnant',
      'disabled',
      'serviceman',
    ]);
    expect(body.priorityClasses[0]?.document).toMatchObject({ 'zh-CN': expect.stringContaining('身份证') });
    expectError(await choose('duty-manager'), 'not-allowed');
    for (const priority of ['appointment', 'king']) expectError(await choose(priority), 'unknown-priority');
  });

  test('without a document goes back to its place in line, once, however often it is sent', async () => {
    await hall.take();
    const { body: chosen } = await choose('elderly');
    const { body: called } = await atCounter('call-next');
    expect(called.ticket).toMatchObject({ number: chosen.ticket.number, priority: 'elderly' });
    const send = () =>
      hall.clerk.post<{ ticket: TicketView }>(
        `/api/counters/${COUNTER}/priority`,
        { priority: null, reason: 'no-document', waits: true, turnId: called.ticket.turnId },
        { 'Idempotency-Key': 'no document' },
      );
    const first = await send();
    expect(first.body.ticket).toMatchObject({ status: 'waiting', priority: null, ahead: 1 });
    expect((await send()).body).toEqual(first.body);
    expectError(
      await atCounter('priority', { priority: null, reason: 'no-document', turnId: called.ticket.turnId }),
      'stale-turn',
    );
  });

  test('is given by the hall manager to somebody who waits, and is nobody else’s to see', async () => {
    const ticket = await hall.take();
    const give = (by: Caller, body: object) =>
      by.post<{ ticket: TicketView }>(`/api/tickets/${ticket.id}/priority`, body);
    const body = { priority: 'duty-manager', reason: 'granted-by-manager' };
    expectError(await give(hall.clerk, body), 'not-allowed');
    expectError(await give(manager, { ...body, reason: 'no-document' }), 'unknown-reason');
    expect((await give(manager, body)).body.ticket).toMatchObject({ priority: 'duty-manager', ahead: 0 });
    const screen = await hall.device('hall-screen');
    const board = JSON.stringify((await screen.get('/api/board')).body);
    const phone = JSON.stringify((await hall.nobody.get(`/api/tickets/${ticket.token}`)).body);
    expect(`${board}${phone}`).not.toContain('duty-manager');
    expect(board).not.toContain('"priority":');
  });

  test('tells the clerk what to ask for and what can be said', async () => {
    const { body } = await hall.clerk.post<{ counter: CounterView }>(`/api/counters/${COUNTER}/pause`, {
      reason: 'meal',
    });
    const { priorityClasses, priorityReasons } = body.counter.rules;
    expect(priorityClasses?.find(({ id }) => id === 'duty-manager')).toMatchObject({
      givenBy: 'hall-manager',
    });
    expect(priorityReasons?.map(({ id }) => id)).toContain('no-document');
  });

  test('tells the hall manager the same, and which one comes with a booking', async () => {
    const { priorityClasses = [], priorityReasons = [] } = (await manager.get<HallView>('/api/hall')).body;
    expect(priorityClasses.find(({ id }) => id === 'elderly')?.document).toMatchObject({
      'zh-CN': expect.stringContaining('身份证'),
    });
    expect(priorityClasses.filter(({ byBooking }) => byBooking).map(({ id }) => id)).toEqual(['appointment']);
    expect(new Set(priorityReasons.map(({ when }) => when))).toEqual(new Set(['given', 'taken-back']));
  });
});
