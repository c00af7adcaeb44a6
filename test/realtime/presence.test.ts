import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { COUNTER, type HallAtWork, hallAtWork } from '../http/support/hall-at-work.ts';
import { journal } from '../http/support/journal.ts';
import { expectError } from '../http/support/shape.ts';
import type { Caller } from '../support/hub.ts';
import { type Screen, screenOf } from './support/screen.ts';

/** What screens say of themselves, and who hears of it. */

let hall: HallAtWork;
const open: Screen[] = [];
beforeAll(async () => {
  hall = await hallAtWork();
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
const at = (move: string) => `/api/counters/${COUNTER}/${move}`;

async function clerkScreen(): Promise<Screen> {
  const screen = show(hall.clerk);
  await screen.sees('hello');
  screen.socket.emit('watch', COUNTER);
  await screen.sees('counter');
  return screen;
}

describe('a hall screen that speaks', () => {
  test('lets the clerk see whether the call is being spoken, and how many come before it', async () => {
    await hall.openCounter();
    await hall.take();
    const clerk = await clerkScreen();
    const speaker = show(await hall.device('hall-screen'));
    await speaker.sees('board');
    await hall.clerk.post(at('call-next'), {});
    const { id } = await speaker.sees('call');

    speaker.socket.emit('speech', { speaking: 'an-earlier-call', queued: ['another', id], sound: true });
    expect((await clerk.sees('counter', ({ speech }) => speech.state === 'queued')).speech.position).toBe(2);
    speaker.socket.emit('speech', { speaking: id, queued: [], sound: true });
    await clerk.sees('counter', ({ speech }) => speech.state === 'speaking');
    speaker.socket.emit('speech', { speaking: null, queued: [], sound: true });
    await clerk.sees('counter', ({ speech }) => speech.state === 'idle');
    speaker.close();
    await clerk.sees('counter', ({ speech }) => speech.state === 'silent');
    await hall.clerk.post(at('finish'), { outcome: 'done' });
    await hall.clerk.post(at('close'));
  });

  test('tells only clerks of it: boards are not sent again for that', async () => {
    const speaker = show(await hall.device('hall-screen'));
    const kiosk = show(hall.kiosk);
    const clerk = await clerkScreen();
    await Promise.all([speaker.sees('board'), kiosk.sees('board')]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const before = kiosk.received.board.length;
    for (let n = 0; n < 4; n++) {
      clerk.received.counter.length = 0;
      speaker.socket.emit('speech', { speaking: `call-${n}`, queued: [], sound: true });
      await clerk.sees('counter');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    // One may come because time passes: boards are refreshed now and then.
    expect(kiosk.received.board.length).toBeLessThanOrEqual(before + 1);
  });
});

describe('a pad', () => {
  test('that is there is seen by its clerk, and only then a customer counts as asked', async () => {
    const serve = async () => {
      const { number } = await hall.take();
      await hall.clerk.post(at('call'), { number });
      await hall.clerk.post(at('finish'), { outcome: 'done' });
      const finished = journal(hall.hub).findLast(({ type }) => /finish|ended|served/.test(type));
      return JSON.parse(finished?.data ?? '{}') as { asked?: boolean };
    };
    const clerk = await clerkScreen();
    await hall.openCounter();
    expect((await clerk.sees('counter')).padConnected).toBe(false);
    expect(await serve()).toMatchObject({ asked: false });

    const device = await hall.device('counter-pad', COUNTER);
    const [pad, twin] = [show(device), show(device)];
    await Promise.all([pad.sees('counter'), twin.sees('counter')]);
    await clerk.sees('counter', ({ padConnected }) => padConnected);
    expect(await serve()).toMatchObject({ asked: true });
    await pad.sees('counter', ({ rating }) => rating !== null);

    // A reload: the old page goes when the new one is there already.
    twin.close();
    await clerk.sees('counter', ({ padConnected }) => padConnected);
    pad.close();
    await clerk.sees('counter', ({ padConnected }) => !padConnected);
    expect(await serve()).toMatchObject({ asked: false });
    await hall.clerk.post(at('close'));
  });
});

describe('a kiosk', () => {
  test('prints again what it shows, and only while it shows it', async () => {
    const ticket = await hall.take();
    const screen = show(hall.kiosk);
    await screen.sees('board');
    const reprint = () => hall.kiosk.post<{ ticket: TicketView }>(`/api/tickets/${ticket.id}/reprint`);
    expectError(await reprint(), 'not-allowed');

    screen.socket.emit('showing', ticket.id);
    let again = await reprint();
    for (let tries = 0; tries < 50 && again.status !== 200; tries++) again = await reprint();
    expect(again.body.ticket).toMatchObject({ token: ticket.token, print: { copy: 1 } });
    await screen.sees('slip', ({ print }) => print.copy === 1 && print.state === 'printed');
    const picture = await hall.kiosk.get<string>(`/api/tickets/${ticket.id}/slip.svg`);
    expect(picture.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(picture.body).toContain('<svg');

    // The code on it is for the kiosk that took the number.
    const other = await hall.device('kiosk');
    expectError(await other.get(`/api/tickets/${ticket.id}/slip.svg`), 'not-found');
    screen.socket.emit('showing', null);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expectError(await reprint(), 'not-allowed');
  });

  test('that is there is seen by managers, and so is its going', async () => {
    const manager = show(await hall.person('manager'));
    const device = await hall.device('kiosk');
    const connected = (yes: boolean) => (view: { devices: { id: string; connected: boolean }[] }) =>
      view.devices.some(({ id, connected: is }) => id === device.id && is === yes);
    await manager.sees('hall', connected(false));
    const kiosk = show(device);
    await manager.sees('hall', connected(true));
    kiosk.close();
    await manager.sees('hall', connected(false));
  });
});
