import type { Board, CounterView, HallView } from '@jiaohao/shared/contract/screens.ts';
import type { PhoneView, PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Screen, screenOf, slipScreen } from '../realtime/support/screen.ts';
import type { Caller } from '../support/hub.ts';
import { type HallAtWork, hallAtWork } from './support/hall-at-work.ts';
import { journal } from './support/journal.ts';
import { expectError } from './support/shape.ts';

/** A clerk who opens another counter: what becomes of who is in hand, and how every screen follows. */

let hall: HallAtWork;
let clerk: Caller;
const screens: Screen[] = [];
beforeAll(async () => {
  hall = await hallAtWork();
  clerk = await hall.person('clerk');
});
afterEach(async () => {
  for (const screen of screens.splice(0)) screen.close();
  for (const each of ['counter-1', 'counter-2']) await hall.admin.post(at('close', each), { leave: 'park' });
});
afterAll(() => hall.hub.close());

const at = (move: string, counterId = 'counter-1') => `/api/counters/${counterId}/${move}`;
const open = (counterId: string, body?: object) =>
  clerk.post<{ counter: CounterView; paper?: PrintView }>(at('open', counterId), body);
const counters = async () => {
  const { body } = await hall.admin.get<{ counters: { id: string; clerkId: string | null }[] }>(
    '/api/counters',
  );
  return body.counters.filter(({ clerkId }) => clerkId === clerk.id).map(({ id }) => id);
};
function show(screen: Screen): Screen {
  screens.push(screen);
  return screen;
}
async function terminalAt(counterId: string): Promise<Screen> {
  const screen = show(screenOf(clerk, hall.hub.url));
  await screen.sees('hello');
  screen.socket.emit('watch', counterId);
  await screen.sees('counter');
  return screen;
}

test('with nobody in hand no word is needed: the first closes as the second opens, in one append', async () => {
  await open('counter-1');
  const opened = await open('counter-2');
  expect(opened).toMatchObject({ status: 200, body: { counter: { state: 'open', counter: { number: 2 } } } });
  expect(await counters()).toEqual(['counter-2']);
  const last = journal(hall.hub).slice(-2);
  expect(last.map(({ type }) => type)).toEqual(['counter-closed', 'counter-opened']);
  expect(new Set(last.map(({ command_id }) => command_id)).size).toBe(1);
});

describe('with a customer in hand', () => {
  let ticket: Awaited<ReturnType<HallAtWork['take']>>;
  beforeEach(async () => {
    await open('counter-1');
    ticket = await hall.take();
    await clerk.post(at('call'), { number: ticket.number });
  });

  test('it is refused, naming counter and number, until it was said what becomes of them', async () => {
    const refused = await open('counter-2');
    expectError(refused, 'clerk-elsewhere');
    expect(refused.body).toMatchObject({ error: { details: { counter: 1, number: ticket.number } } });
    for (const [body, field] of [
      [{ leave: 'finish' }, 'outcome'],
      [{ leave: 'finish', outcome: 'done', minutes: 5 }, 'minutes'],
      [{ leave: 'park' }, 'reason'],
      [{ leave: 'park', reason: 'fetching', outcome: 'done' }, 'outcome'],
      [{ leave: 'carry', reason: 'fetching' }, 'reason'],
      [{ outcome: 'done' }, 'outcome'],
    ] as const)
      expect((await open('counter-2', body)).body).toMatchObject({
        error: { code: 'malformed', details: { field } },
      });
    expectError(await open('counter-2', { leave: 'carry', turnId: 'another' }), 'stale-turn');
    expect(await counters()).toEqual(['counter-1']);
  });

  test('they are called to the new counter, and both terminals and pads, hall screen, phone and tablet follow', async () => {
    const [first, second] = [await terminalAt('counter-1'), await terminalAt('counter-2')];
    const pads = await Promise.all(
      ['counter-1', 'counter-2'].map(async (id) =>
        show(screenOf(await hall.device('counter-pad', id), hall.hub.url)),
      ),
    );
    const board = show(screenOf(await hall.device('hall-screen'), hall.hub.url));
    const phone = show(slipScreen(hall.hub.url, ticket.token));
    const tablet = show(screenOf(await hall.person('hall-manager'), hall.hub.url));
    await Promise.all([board.sees('board'), phone.sees('ticket'), tablet.sees('hall')]);
    board.received.call.length = 0;

    const { body } = await open('counter-2', { leave: 'carry', turnId: ticket.turnId });
    expect(body.counter.ticket).toMatchObject({ number: ticket.number, status: 'called' });
    const call = await board.sees('call');
    expect(call).toMatchObject({ number: ticket.number, counter: 2 });
    const isHere = (view: CounterView) => view.ticket?.number === ticket.number;
    await Promise.all([
      second.sees('counter', isHere),
      pads[1]!.sees('counter', isHere),
      first.sees('counter', ({ state }) => state === 'closed'),
      pads[0]!.sees('counter', ({ left }) => left?.how === 'carried' && left.toCounter === 2),
      board.sees('board', ({ calls }: Board) =>
        calls.some(({ id, counter }) => id === call.id && counter === 2),
      ),
      phone.sees('ticket', (view: PhoneView) => view.counter === 2),
      tablet.sees('hall', ({ counters }: HallView) =>
        counters.some(({ number, ticket: inHand }) => number === 2 && inHand === ticket.number),
      ),
    ]);
    await clerk.post(at('start', 'counter-2'));
    await clerk.post(at('finish', 'counter-2'), { outcome: 'done' });
    const asked = await pads[1]!.sees('counter', ({ rating }) => rating?.number === ticket.number);
    expect(asked.rating?.turnId).toBe(ticket.turnId);
  });

  test('they are finished with what the outcome asks for, and printed', async () => {
    await clerk.post(at('start'));
    const leave = {
      leave: 'finish',
      outcome: 'refused',
      reason: 'conditions-not-met',
      note: '请李雷本人到场',
    };
    const key = { 'Idempotency-Key': `change-${ticket.id}` };
    const change = () => clerk.post<{ paper?: PrintView }>(at('open', 'counter-2'), leave, key);
    const changed = await change();
    expect(changed).toMatchObject({ status: 200, body: { paper: { copy: 0 } } });
    expect((await change()).body).toEqual(changed.body);
    expect(JSON.stringify(journal(hall.hub))).not.toContain('李雷');
    const { body } = await hall.admin.get<{
      rows: { number: string; outcome: string; counterNumber: number }[];
    }>('/api/reports/turns');
    expect(body.rows.find(({ number }) => number === ticket.number)).toMatchObject({
      outcome: 'refused',
      counterNumber: 1,
    });
    expect(await counters()).toEqual(['counter-2']);
  });

  test('they are set aside, and the clerk finds them at the new counter whatever it serves', async () => {
    const { body } = await open('counter-7', { leave: 'park', reason: 'fetching', minutes: 10 });
    const aside = expect.objectContaining({ number: ticket.number, counter: 1 });
    expect(body.counter.parked).toEqual(expect.arrayContaining([aside]));
    await clerk.post(at('resume-ticket', 'counter-7'), { number: ticket.number });
    await clerk.post(at('finish', 'counter-7'), { outcome: 'done' });
    await clerk.post(at('close', 'counter-7'));
  });
});
