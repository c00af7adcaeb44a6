import type { CounterView, HallView } from '@jiaohao/shared/contract/screens.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { expectError } from './support/shape.ts';

/** Standing in for somebody (A、B岗): what they find when they come back, and where nobody stood in. */

let hall: HallAtWork;
let main: Caller;
beforeAll(async () => {
  hall = await hallAtWork();
  main = await hall.person('clerk');
});
afterAll(() => hall.hub.close());

type Answer = { counter: CounterView };
/** Counter 3 is backup for the service whose main counters are 1 and 2. */
const atBackup = (move: string, body: object = {}) =>
  hall.clerk.post<Answer>(`/api/counters/counter-3/${move}`, body);
const WORDS = '李雷的补充材料下午送来，在 3 号窗口抽屉';

describe('standing in', () => {
  test('the backup joins and says why; nobody else works, so the hall manager sees the gaps', async () => {
    const { body } = await atBackup('open');
    expect(body.counter.queues.find(({ serviceId }) => serviceId === 'social-card')).toMatchObject({
      role: 'backup',
      joined: true,
      joinedBecause: 'no-main',
      joinedSince: expect.any(Number),
    });
    await hall.take('tax-filing');
    const { gaps = [] } = (await hall.admin.get<HallView>('/api/hall')).body;
    expect(gaps.find(({ serviceId }) => serviceId === 'social-card')).toBeUndefined();
    expect(gaps.find(({ serviceId }) => serviceId === 'tax-filing')).toMatchObject({
      waiting: 1,
      main: [10],
      backup: [11],
      alertAt: expect.any(Number),
    });
  });

  test('leaves a note and a list of the served for the main counter, which reads it once', async () => {
    const ticket = await hall.take('social-card');
    await atBackup('call-next');
    await atBackup('start');
    await atBackup('finish', { outcome: 'done' });
    expectError(await atBackup('handover-note', { text: WORDS }), 'malformed');
    expect((await atBackup('handover-note', { text: WORDS, serviceId: 'social-card' })).status).toBe(200);

    const opened = await main.post<Answer>('/api/counters/counter-1/open', {});
    const notes = opened.body.counter.notes ?? [];
    expect(notes).toMatchObject([
      { fromCounter: 3, fromName: hall.clerk.id, text: WORDS, served: [] },
      {
        fromCounter: null,
        text: null,
        served: [{ number: ticket.number, counter: 3, clerkName: hall.clerk.id }],
      },
    ]);
    for (const { id } of notes)
      await main.post(`/api/counters/counter-1/handover-note/${encodeURIComponent(id)}/read`, {});
    const { body } = await main.post<Answer>('/api/counters/counter-1/pause', { reason: 'meal' });
    expect(body.counter.notes).toEqual([]);
    // The other main counter has not read it yet.
    const other = await (await hall.person('clerk')).post<Answer>('/api/counters/counter-2/open', {});
    expect(other.body.counter.notes?.map(({ text }) => text)).toContain(WORDS);
  });

  test('and the journal knows that there was one, not what it said', () => {
    const all = JSON.stringify(journal(hall.hub));
    expect(all).toContain('handover-noted');
    expect(all).not.toContain('李雷');
  });
});
