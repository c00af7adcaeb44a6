import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPerson,
  type Caller,
  caller,
  pairDevice,
  signIn,
  startHub,
  type TestHub,
} from '../support/hub.ts';
import { checkHub, readRows } from '../support/journal.ts';

type TicketAnswer = { ticket: { id: string; number: string; token: string } };
type ErrorAnswer = { error: { code: string } };

/** Two counters with the same services. */
const LI = 'counter-1';
const WANG = 'counter-2';
const SERVICE = 'social-card';

describe('people who press at the same moment', () => {
  let hub: TestHub;
  let kiosk: Caller;
  let pad: Caller;
  let li: Caller;
  let wang: Caller;
  const path = () => join(hub.dataDir, 'jiaohao.db');

  beforeAll(async () => {
    hub = await startHub();
    const admin = await signIn(hub);
    kiosk = await pairDevice(hub, admin, 'kiosk');
    pad = await pairDevice(hub, admin, 'counter-pad', LI);
    li = await addPerson(hub, admin, 'li');
    wang = await addPerson(hub, admin, 'wang');
    for (const [clerk, counter] of [
      [li, LI],
      [wang, WANG],
    ] as const)
      expect((await clerk.post(`/api/counters/${counter}/open`)).status).toBe(200);
  });
  afterAll(async () => {
    checkHub(path(), hub.operations.hall());
    await hub.close();
  });

  const issue = async (headers?: Record<string, string>) => {
    const { status, body } = await kiosk.post<TicketAnswer>('/api/tickets', { serviceId: SERVICE }, headers);
    expect(status).toBe(201);
    return body.ticket;
  };
  const callNext = (clerk: Caller, counter: string, finish = true) =>
    clerk.post<TicketAnswer & ErrorAnswer>(
      `/api/counters/${counter}/call-next`,
      finish ? { finish: { outcome: 'done' } } : {},
    );
  /** Finishes what is in hand at both counters. */
  const idle = async () => {
    await li.post(`/api/counters/${LI}/finish`, { outcome: 'done' });
    await wang.post(`/api/counters/${WANG}/finish`, { outcome: 'done' });
  };
  const codesOf = (answers: { status: number; body: unknown }[]) =>
    answers.map(({ status, body }) => (status < 300 ? 'ok' : (body as ErrorAnswer).error.code)).sort();

  it('two clerks call the next 40 times: nobody is called twice, nobody is passed over', async () => {
    const issued = await Promise.all(Array.from({ length: 80 }, () => issue()));
    const called: string[] = [];
    for (let pair = 0; pair < 40; pair += 1) {
      const answers = await Promise.all([callNext(li, LI), callNext(wang, WANG)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      called.push(...answers.map(({ body }) => body.ticket.number).sort());
    }
    // First come, first served: each pair are the two who had waited longest.
    expect(called).toEqual(issued.map(({ number }) => number).sort());
    expect(await callNext(li, LI)).toMatchObject({ status: 409, body: { error: { code: 'queue-empty' } } });
    await idle();
  });

  it('a clerk who presses twice gets one customer', async () => {
    for (let round = 0; round < 10; round += 1) {
      const tickets = [await issue(), await issue()];
      const answers = await Promise.all([callNext(li, LI, false), callNext(li, LI, false)]);
      expect(codesOf(answers)).toEqual(['ok', 'ticket-in-hand']);
      // Our screens say which customer they finish: the second press means one who has gone.
      const turnId = turnInHand();
      const next = { finish: { outcome: 'done' }, turnId };
      const again = await Promise.all([
        li.post(`/api/counters/${LI}/call-next`, next),
        li.post(`/api/counters/${LI}/call-next`, next),
      ]);
      expect(codesOf(again)).toEqual(['ok', 'stale-turn']);
      await idle();
      expect(endings(tickets)).toEqual(['served', 'served']);
    }
  });

  it('a request that comes five times at once has one effect, and everybody hears the same', async () => {
    for (let round = 0; round < 10; round += 1) {
      const before = hub.operations.hall().today.tickets.size;
      const key = { 'idempotency-key': randomUUID() };
      const answers = await Promise.all(Array.from({ length: 5 }, () => issue(key)));
      expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(hub.operations.hall().today.tickets.size).toBe(before + 1);
      await callNext(li, LI);
    }
    await idle();
  });

  it('a press that meets the next call lands on the customer who was served, or nowhere', async () => {
    await Promise.all(Array.from({ length: 40 }, () => issue()));
    for (let round = 0; round < 20; round += 1) {
      await callNext(li, LI, false);
      const turnId = turnInHand();
      await li.post(`/api/counters/${LI}/finish`, { outcome: 'done', turnId });
      const level = (round % 5) + 1;
      const [press, call] = await Promise.all([
        // Every other pad does not say whom it means.
        pad.post(`/api/counters/${LI}/rating`, round % 2 ? { level, turnId } : { level }),
        callNext(li, LI, false),
      ]);
      expect(call.status).toBe(200);
      // Kept, though too soon after the question to be counted.
      const [kept] = readRows(path(), 'SELECT level FROM presses WHERE turn_id = ?', turnId);
      if (press.status === 200) expect(kept?.level).toBe(level);
      else {
        expect(press).toMatchObject({ status: 409, body: { error: { code: 'rating-closed' } } });
        expect(kept).toBeUndefined();
      }
      expect(
        readRows(
          path(),
          "SELECT * FROM turns t JOIN presses p USING (turn_id) WHERE t.ending IS NOT 'served'",
        ),
      ).toEqual([]);
      await idle();
    }
  });

  it('who gives up while they are called is either gone or called, never both', async () => {
    for (let round = 0; round < 20; round += 1) {
      const ticket = await issue();
      const giveUp = () => caller(hub.url).post(`/api/tickets/${ticket.token}/cancel`);
      const [cancel, call] =
        round % 2
          ? await Promise.all([giveUp(), callNext(li, LI, false)])
          : await Promise.all([callNext(li, LI, false), giveUp()]).then(([a, b]) => [b, a] as const);
      const outcome = codesOf([cancel, call]);
      expect([
        ['ok', 'queue-empty'],
        ['ok', 'wrong-state'],
      ]).toContainEqual(outcome);
      expect(endings([ticket])).toEqual([cancel.status === 200 ? 'cancelled' : null]);
      await idle();
    }
  });

  it('100 take a number at once, 20 times: each gets one of their own, and none is left out', async () => {
    const before = hub.operations.hall().today.tickets.size;
    const ids = new Set<string>();
    const numbers = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const tickets = await Promise.all(Array.from({ length: 100 }, () => issue()));
      for (const { id, number } of tickets) {
        ids.add(id);
        numbers.add(number);
      }
    }
    expect(ids.size).toBe(2000);
    const counts = [...numbers].map((number) => Number(number.slice(1))).sort((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 2000 }, (_, index) => before + index + 1));
    expect(readRows(path(), 'SELECT * FROM print_jobs').length).toBe(before + 2000);
  }, 60_000);

  function turnInHand(): string {
    const turnId = hub.operations.hall().today.counters.get(LI)?.open?.turnId;
    if (!turnId) throw new Error('nobody is at the counter');
    return turnId;
  }

  const endings = (tickets: { id: string }[]) =>
    tickets.map(({ id }) => readRows(path(), 'SELECT ending FROM turns WHERE ticket_id = ?', id)[0]?.ending);
});
