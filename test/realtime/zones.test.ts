import type { Zone } from '@jiaohao/shared/contract/hall.ts';
import type { Board, HallView } from '@jiaohao/shared/contract/screens.ts';
import type { Device } from '@jiaohao/shared/contract/session.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HallAtWork, hallAtWork } from '../http/support/hall-at-work.ts';
import { expectError } from '../http/support/shape.ts';
import { screenOf } from './support/screen.ts';

/** Hall screens of two zones: what each is sent, and which one speaks. */

const ZONES: Zone[] = [
  { id: 'east', name: { 'zh-CN': '东区', en: 'East' }, counters: ['counter-1', 'counter-2'] },
  { id: 'west', name: { 'zh-CN': '西区', en: 'West' }, counters: ['counter-3', 'counter-4'] },
];

let hall: HallAtWork;
beforeAll(async () => {
  hall = await hallAtWork();
  const { version } = (await hall.admin.get<{ version: number }>('/api/settings/zones')).body;
  expect((await hall.admin.put('/api/settings/zones', { version, zones: ZONES })).status).toBe(200);
});
afterAll(() => hall.hub.close());

async function hallScreen(zoneId: string | null) {
  const by = await hall.device('hall-screen');
  const changed = await hall.admin.put<Device>(`/api/settings/devices/${by.id}`, { zoneId });
  expect(changed).toMatchObject({ status: 200, body: { zoneId, speaks: true, overscan: null } });
  return { by, id: by.id, screen: screenOf(by, hall.hub.url) };
}

test('a screen is sent its zone’s boards and calls alone; the whole hall’s screens get all', async () => {
  const east = await hallScreen('east');
  const west = await hallScreen('west');
  const whole = await hallScreen(null);
  const all = [east, west, whole];
  await Promise.all(all.map(({ screen }) => screen.sees('board')));
  await hall.openCounter();
  const { number } = await hall.take();
  await hall.clerk.post('/api/counters/counter-1/call-next');

  const called = ({ calls }: Board) => calls.some((call) => call.number === number);
  await Promise.all([east, whole].map(({ screen }) => screen.sees('call')));
  await Promise.all([east, whole].map(({ screen }) => screen.sees('board', called)));
  await west.screen.sees(
    'board',
    ({ version }) => version >= (whole.screen.received.board.at(-1)?.version ?? 0),
  );
  expect(JSON.stringify(west.screen.received)).not.toContain(number);
  // A recall as well.
  await hall.clerk.post('/api/counters/counter-1/recall');
  await Promise.all([east, whole].map(({ screen }) => screen.sees('call', ({ recall }) => recall)));
  expect(west.screen.received.call).toEqual([]);

  expect((await west.by.get<Board>('/api/board')).body).toMatchObject({ zone: { id: 'west' }, calls: [] });
  expect((await hall.admin.get<Board>('/api/board?zone=east')).body.zone?.id).toBe('east');
  expect((await hall.admin.get<Board>('/api/board')).body.zone).toBeNull();
  expectError(await hall.admin.get('/api/board?zone=north'), 'not-found');
  for (const { screen } of all) screen.close();
});

test('of two screens of a zone one speaks; the other takes over when it is gone; one told not to never does', async () => {
  const first = await hallScreen('west');
  await first.screen.sees('screen', ({ speaks }) => speaks);
  const second = await hallScreen('west');
  await second.screen.sees('screen', ({ speaks }) => !speaks);
  const off = await hallScreen('west');
  off.screen.close();
  await hall.admin.put(`/api/settings/devices/${off.id}`, { speaks: false, overscan: 3.5 });
  const quiet = screenOf(off.by, hall.hub.url);
  await quiet.sees('screen', ({ speaks, overscan }) => !speaks && overscan === 3.5);

  const sound = { speaking: null, queued: [], sound: true };
  first.screen.socket.emit('speech', sound);
  second.screen.socket.emit('speech', sound);
  quiet.socket.emit('speech', sound);
  const manager = screenOf(hall.admin, hall.hub.url);
  const voices = ({ devices }: HallView) =>
    [first, second, off].map(({ id }) => devices.find((device) => device.id === id)?.voice);
  await manager.sees('hall', (view) => voices(view).join() === 'speaking,standby,off');

  first.screen.close();
  await second.screen.sees('screen', ({ speaks }) => speaks);
  expect(quiet.received.screen.some(({ speaks }) => speaks)).toBe(false);
  for (const screen of [second.screen, quiet, manager]) screen.close();
});

test('a clerk is told that nobody speaks their call, though another zone’s screen has a voice', async () => {
  const west = await hallScreen('west');
  west.screen.socket.emit('speech', { speaking: null, queued: [], sound: true });
  const desk = screenOf(hall.clerk, hall.hub.url);
  desk.socket.emit('watch', 'counter-1');
  await hall.clerk.post('/api/counters/counter-1/recall');
  await desk.sees('counter', ({ ticket, speech }) => ticket !== null && speech.state === 'silent');
  desk.close();
  west.screen.close();
});

test('a zone is for hall screens, and must be there', async () => {
  const kiosk = await hall.device('kiosk');
  expectError(await hall.admin.put(`/api/settings/devices/${kiosk.id}`, { zoneId: 'east' }), 'malformed');
  const screen = await hall.device('hall-screen');
  expectError(await hall.admin.put(`/api/settings/devices/${screen.id}`, { zoneId: 'north' }), 'malformed');
  const added = await hall.admin.post('/api/devices', { kind: 'hall-screen', name: '东', zoneId: 'east' });
  expect(added.status).toBe(201);
});
