import { Board, CallEntry, CounterView, HallView, SlipUpdate } from '@jiaohao/shared/contract/screens.ts';
import { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { COUNTER, type HallAtWork, hallAtWork, personWith } from '../http/support/hall-at-work.ts';
import { expectShape } from '../http/support/shape.ts';
import type { Caller } from '../support/hub.ts';
import { openScreen, pause, type Received, type Screen, screenOf, slipScreen } from './support/screen.ts';

/** Who is sent what: every kind of socket, with all that happens to one ticket. */

let hall: HallAtWork;
let hallScreen: Caller;
let pad: Caller;
let otherKiosk: Caller;
const open: Screen[] = [];

beforeAll(async () => {
  hall = await hallAtWork();
  [hallScreen, pad, otherKiosk] = await Promise.all([
    hall.device('hall-screen'),
    hall.device('counter-pad', COUNTER),
    hall.device('kiosk'),
  ]);
});
afterEach(() => {
  for (const screen of open.splice(0)) screen.close();
});
afterAll(() => hall.hub.close());

function show(by: Caller): Screen {
  const screen = screenOf(by, hall.hub.url);
  open.push(screen);
  return screen;
}

const eventsOf = ({ received }: Screen) =>
  (Object.keys(received) as (keyof Received)[]).filter((event) => received[event].length > 0).sort();
const at = (move: string) => `/api/counters/${COUNTER}/${move}`;

test('each sees what concerns it, at once on connecting and with every change, and nothing else', async () => {
  const screens = {
    hallScreen: show(hallScreen),
    kiosk: show(hall.kiosk),
    otherKiosk: show(otherKiosk),
    pad: show(pad),
    clerk: show(hall.clerk),
    hallManager: show(await hall.person('hall-manager')),
    manager: show(await hall.person('manager')),
  };
  await Promise.all(Object.values(screens).map((screen) => screen.sees('hello')));
  screens.clerk.socket.emit('watch', COUNTER);
  await Promise.all([
    screens.hallScreen.sees('board'),
    screens.kiosk.sees('board'),
    screens.pad.sees('counter'),
    screens.clerk.sees('counter'),
    screens.hallManager.sees('hall'),
    screens.manager.sees('hall'),
  ]);

  const ticket = await hall.take();
  const stranger = await hall.take();
  const phone = slipScreen(hall.hub.url, ticket.token);
  const strangersPhone = slipScreen(hall.hub.url, stranger.token);
  open.push(phone, strangersPhone);
  await Promise.all([phone.sees('ticket'), strangersPhone.sees('ticket')]);
  await hall.openCounter();
  await hall.clerk.post(at('call'), { number: ticket.number });

  const inHand = (view: CounterView) => view.ticket?.number === ticket.number;
  const board = await screens.hallScreen.sees('board', ({ calls }) => calls[0]?.number === ticket.number);
  const call = await screens.hallScreen.sees('call');
  expect(call).toEqual(board.calls[0]);
  expect(call).toMatchObject({ number: ticket.number, counter: 1, recall: false });
  await screens.kiosk.sees('board', ({ calls }) => calls[0]?.number === ticket.number);
  await screens.pad.sees('counter', inHand);
  await screens.clerk.sees('counter', inHand);
  await screens.manager.sees('hall', (view) =>
    view.counters.some((counter) => counter.ticket === ticket.number),
  );
  const position = await phone.sees('ticket', ({ status }) => status === 'called');
  expect(position).toMatchObject({ number: ticket.number, counter: 1 });
  await screens.kiosk.sees(
    'slip',
    ({ ticketId, print }) => ticketId === ticket.id && print.state === 'printed',
  );
  await pause(300);

  expect(
    Object.fromEntries(Object.entries(screens).map(([name, screen]) => [name, eventsOf(screen)])),
  ).toEqual({
    hallScreen: ['board', 'call', 'hello', 'screen'],
    kiosk: ['board', 'hello', 'slip'],
    otherKiosk: ['board', 'hello'],
    pad: ['counter', 'hello'],
    clerk: ['counter', 'hello'],
    hallManager: ['hall', 'hello'],
    manager: ['hall', 'hello'],
  });
  expect(eventsOf(phone)).toEqual(['hello', 'ticket']);
  expect(strangersPhone.received.ticket.every(({ number }) => number === stranger.number)).toBe(true);
  expect(JSON.stringify(strangersPhone.received)).not.toContain(ticket.number);

  for (const [schema, sent] of [
    [Board, board],
    [CallEntry, call],
    [CounterView, screens.clerk.received.counter.at(-1)],
    [HallView, screens.manager.received.hall.at(-1)],
    [SlipUpdate, screens.kiosk.received.slip.at(-1)],
    [PhoneView, position],
  ] as const) {
    expectShape(schema, sent);
  }
  // Invariant 10: who serves is between the clerk and the managers.
  const clerkName = screens.clerk.received.counter.at(-1)?.clerk?.name as string;
  expect(clerkName).toBeTruthy();
  expect(JSON.stringify([board, position])).not.toContain(clerkName);
  await hall.clerk.post(at('finish'), { outcome: 'done' });
  await hall.clerk.post(at('close'));
});

describe('a clerk’s page', () => {
  test('follows one counter at a time, and a counter that is not there is nothing', async () => {
    const screen = show(hall.clerk);
    await screen.sees('hello');
    screen.socket.emit('watch', 'counter-2');
    await screen.sees('counter', ({ counter }) => counter.id === 'counter-2');
    screen.socket.emit('watch', 'counter-3');
    await screen.sees('counter', ({ counter }) => counter.id === 'counter-3');
    screen.received.counter.length = 0;
    const other = await hall.person('clerk');
    await other.post('/api/counters/counter-2/open');
    await other.post('/api/counters/counter-2/close');
    await pause(400);
    expect(screen.received.counter.every(({ counter }) => counter.id === 'counter-3')).toBe(true);
    screen.socket.emit('watch', 'nowhere');
    await pause(50);
    expect(screen.socket.connected).toBe(true);
  });

  test('of somebody who may not serve is shown no counter', async () => {
    const screen = show(await hall.person('manager'));
    await screen.sees('hall');
    screen.socket.emit('watch', COUNTER);
    await pause(150);
    expect(screen.received.counter).toEqual([]);
  });
});

describe('a socket that may not come in is told why', () => {
  const refusalOf = (options: Parameters<typeof openScreen>[1]) => {
    const screen = openScreen(hall.hub.url, options);
    open.push(screen);
    return screen.refusal();
  };

  test.each([
    ['brings nothing', {}, 'not-signed-in'],
    ['brings a token that was never given out', { auth: { token: 'A'.repeat(43) } }, 'not-signed-in'],
    ['brings a slip that was never printed', { auth: { ticket: 'A'.repeat(22) } }, 'unknown-ticket'],
    ['brings a token that is no text', { auth: { token: { $ne: null } } }, 'not-signed-in'],
  ])('one that %s', async (_what, options, code) => {
    expect(await refusalOf(options)).toBe(code);
  });

  test('one whose session has expired', async () => {
    const expired = await personWith(hall.hub, 'clerk', { lastSeenAgoMs: 13 * 3600_000 });
    expect(await refusalOf({ cookie: expired.cookie, origin: hall.hub.url })).toBe('session-expired');
  });
});

describe('whatever a screen says', () => {
  test('that is not in the form changes nothing and breaks nothing', async () => {
    const screens = [show(hallScreen), show(hall.kiosk), show(hall.clerk), show(pad)];
    await Promise.all(screens.map((screen) => screen.sees('hello')));
    const nonsense = [
      undefined,
      null,
      7,
      '',
      'x'.repeat(20_000),
      [],
      {},
      { speaking: 7 },
      { __proto__: null },
    ];
    for (const { socket } of screens) {
      for (const event of ['speech', 'showing', 'watch', 'board', '__proto__', 'constructor']) {
        for (const words of nonsense)
          (socket as unknown as { emit(e: string, w: unknown): void }).emit(event, words);
      }
      (socket as unknown as { emit(e: string): void }).emit('speech');
    }
    await pause(200);
    expect((await hall.nobody.get('/healthz')).status).toBe(200);
    expect((await hall.clerk.get('/api/board')).status).toBe(200);
  });

  test.each([
    '40',
    '40null',
    '40[]',
    '40{"token":["x"]}',
    '42["watch"]',
    '42["disconnect"]',
    '42["__proto__",{}]',
    '451-["showing",{"_placeholder":true,"num":0}]',
    '99999',
    '\u0000',
  ])('as bytes of its own (%j) breaks nothing', async (packet) => {
    const socket = new WebSocket(
      `${hall.hub.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    );
    await new Promise((resolve) => {
      socket.addEventListener('open', resolve);
    });
    socket.send(packet);
    await pause(30);
    socket.close();
    expect((await hall.nobody.get('/healthz')).status).toBe(200);
  });

  test('in more than 32 kB ends its own socket only', async () => {
    const [loud, quiet] = [show(hall.kiosk), show(otherKiosk)];
    await Promise.all([loud.sees('board'), quiet.sees('board')]);
    loud.socket.emit('showing', 'x'.repeat(40_000));
    await loud.closed();
    expect(quiet.socket.connected).toBe(true);
  });
});
