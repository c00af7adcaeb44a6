import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '../../server/src/domain/event.ts';
import type { Store } from '../../server/src/store/port.ts';
import { openDatabase } from '../../server/src/store/sqlite-open.ts';
import { createSqliteStore } from '../../server/src/store/sqlite-store.ts';

describe('two halls in one file', () => {
  let folder: string;
  let east: Store;
  let west: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiaohao-store-'));
    const path = join(folder, 'halls.db');
    east = createSqliteStore(openDatabase(path), 'east');
    west = createSqliteStore(openDatabase(path), 'west');
    await east.commit(everything('east'));
  });
  afterEach(async () => {
    await east.close();
    await west.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keep positions and streams of their own', async () => {
    await west.commit({ appends: [{ stream: DAY, expectedSeq: 0, events: [event('west', 1)] }] });
    await east.commit({ appends: [{ stream: DAY, expectedSeq: 1, events: [event('east', 2)] }] });
    expect((await west.readStream(DAY)).map(({ hall, seq }) => [hall, seq])).toEqual([['west', 1]]);
    expect((await east.readStream(DAY)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it.each<[string, (store: Store) => Promise<unknown>, unknown]>([
    ['a stream', (store) => store.readStream(DAY), []],
    ['the streams', (store) => store.streams('day:'), []],
    ['the last event', (store) => store.lastEventAt(), null],
    ['the latest day', (store) => store.latestDay(), null],
    ['open days', (store) => store.unfinishedDays(), []],
    ['an answer', (store) => store.answered('device:k', 'key'), null],
    ['a ticket', (store) => store.ticketById('ticket'), null],
    ['a ticket by its token', (store) => store.ticketByToken('token'), null],
    ['a slip', (store) => store.printJob('job'), null],
    ['the newest slip', (store) => store.latestPrintJob('ticket'), null],
    ['slips of a ticket', (store) => store.printJobsOf('ticket'), []],
    ['a slip to print', (store) => store.nextQueuedPrintJob('printer'), null],
    ['slips of a day', (store) => store.printJobsOfDay('2026-11-21'), []],
    ['slips in a state', (store) => store.printJobsIn(['queued']), []],
    ['a slip that moves on', (store) => store.changePrintJob('job', 'queued', 'printing', null, 2), null],
    ['people', (store) => store.people(), []],
    ['a person', (store) => store.personByUsername('li'), null],
    ['a session', (store) => store.session('session'), null],
    ['a relief PIN', (store) => store.reliefPin('p'), null],
    ['who has a relief PIN', (store) => store.peopleWithReliefPin(), []],
    ['devices', (store) => store.devices(), []],
    ['a device', (store) => store.deviceByToken('device token'), null],
    ['a device to pair', (store) => store.deviceByPairing('pairing'), null],
    ['other systems', (store) => store.apiClients(), []],
    ['printers', (store) => store.printers(), []],
    ['the last sign of life', (store) => store.heartbeat(), null],
    ['alerts', (store) => store.openAlerts(), []],
    ['personal data', (store) => store.personal('comment'), null],
    ['personal data by id', (store) => store.personalOf(['comment']), new Map()],
    ['personal data by its hash', (store) => store.personalByLookup('lookup'), []],
    ['an appointment', (store) => store.appointmentById('appointment'), null],
    ['appointments by code', (store) => store.appointmentsByCode('code'), []],
    ['days with open appointments', (store) => store.openAppointmentDays('2026-11-22'), []],
  ])('do not see of each other: %s', async (_, read, nothing) => {
    expect(await read(west)).toEqual(nothing);
    expect(await read(east), 'its own hall sees it').not.toEqual(nothing);
  });
});

const DAY = 'day:2026-11-21';

function event(hall: string, seq: number): Envelope {
  return {
    id: randomUUID(),
    hall,
    stream: DAY,
    seq,
    version: 1,
    occurredAt: 1,
    by: { kind: 'hub' },
    commandId: 'command',
    settingsVersion: 1,
    event: { type: 'day-ended', data: {} },
  };
}

/** One of each thing that a store keeps. */
function everything(hall: string): Parameters<Store['commit']>[0] {
  const at = 1;
  const turn = {
    id: 'turn',
    ticketId: 'ticket',
    serviceId: 'social',
    priority: null,
    phase: { state: 'waiting' },
    queuedAt: at,
    orderAt: at,
    orderSeq: 1,
    first: false,
    forCounter: null,
    backTo: null,
    parkedMs: 0,
    parkedSince: null,
    misses: 0,
    firstCalledAt: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    calls: 0,
    noShow: false,
    counterId: null,
    counterNumber: null,
    clerkId: null,
    firstClerkId: null,
    why: null,
    details: null,
    metOutage: [],
    asked: false,
    rating: null,
    presses: 0,
    doubtful: 0,
    held: { serviceName: { en: 'Social' }, targetWaitMs: 1, standardMs: 1, pressesStart: true },
    settingsVersion: 1,
  } as const;
  return {
    appends: [{ stream: DAY, expectedSeq: 0, events: [event(hall, 1)] }],
    rows: {
      tickets: [{ ticketId: 'ticket', serviceDay: '2026-11-21', number: 'A001', tokenHash: 'token' }],
      turns: [{ serviceDay: '2026-11-21', number: 'A001', origin: 'kiosk', turn }],
      intervals: [],
      presses: [],
      appointments: [
        {
          serviceDay: '2026-11-21',
          appointment: {
            id: 'appointment',
            serviceId: 'social',
            serviceName: { en: 'Social' },
            slotAt: at,
            slotUntil: 2,
            state: 'booked',
            codeHash: 'code',
            contactId: 'comment',
            bookedAt: at,
            clientId: null,
            checkedIn: null,
          },
        },
      ],
      explanations: [],
      gone: [],
    },
    printJobs: [
      {
        id: 'job',
        kind: 'ticket',
        ticketId: 'ticket',
        serviceDay: '2026-11-21',
        printerId: 'printer',
        deviceId: null,
        copy: 0,
        content: '{}',
        state: 'queued',
        reason: null,
        attempts: 0,
        createdAt: at,
        changedAt: at,
      },
    ],
    answered: [{ actor: 'device:k', key: 'key', request: 'r', answer: '{}', at }],
    writes: [
      {
        kind: 'add-client',
        client: {
          id: 'c',
          name: '平台',
          tokenHash: 'client token',
          createdAt: at,
          seenAt: null,
          revokedAt: null,
        },
      },
      {
        kind: 'add-person',
        person: {
          id: 'p',
          username: 'li',
          name: '李',
          staffNumber: null,
          role: 'clerk',
          passwordHash: null,
          mustChange: false,
          archived: false,
          createdAt: at,
        },
      },
      {
        kind: 'set-relief-pin',
        personId: 'p',
        pinHash: 'pin',
      },
      {
        kind: 'open-session',
        session: {
          tokenHash: 'session',
          personId: 'p',
          createdAt: at,
          seenAt: at,
          endedAt: null,
          counterId: null,
        },
      },
      {
        kind: 'add-device',
        device: {
          id: 'd',
          kind: 'kiosk',
          name: 'k',
          counterId: null,
          printerId: null,
          zoneId: null,
          speaks: true,
          overscan: null,
          tokenHash: 'device token',
          pairingHash: 'pairing',
          pairingExpiresAt: at,
          createdAt: at,
          seenAt: null,
          revokedAt: null,
        },
      },
      { kind: 'put-printer', printer: { id: 'printer', name: '1', url: 'virtual:', profile: '{}' } },
      { kind: 'beat', at, stopped: false },
      { kind: 'raise-alert', alert: { id: 'a', kind: 'help', details: {}, raisedAt: at } },
      { kind: 'keep-personal', id: 'comment', of: 'rating-comment', text: 'thanks', at, lookup: 'lookup' },
    ],
  };
}
