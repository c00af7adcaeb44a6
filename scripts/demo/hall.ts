import { randomBytes } from 'node:crypto';
import type { Counter, Rules, Service } from '@jiaohao/shared/contract/hall.ts';
import type { Person } from '@jiaohao/shared/contract/session.ts';
import { io, type Socket } from 'socket.io-client';
import { type HubCaller, hubCaller, pairDevice, signIn } from '../lib/hub-caller.ts';
import { clerk } from './clerk.ts';
import { customers } from './customers.ts';
import type { Life } from './life.ts';
import { createChance } from './random.ts';
import { rate } from './ratings.ts';
import { capacity, countersToOpen } from './staff.ts';

export interface DemoHall {
  /** Of the clerk who is the newcomer's. */
  username: string;
  password: string;
  freeCounter: Counter;
  /** Resolves when everybody has gone home. */
  done: Promise<void>;
}

/** How much of what the clerks can do the busiest hour asks of them: queues grow, and go down again. */
const LOAD = 1.1;
const DEMO_USER = 'demo';

/**
 * Fills the hall with clerks, pads, a kiosk and customers, all of them over HTTP as anybody else. The
 * counter with the lowest number stays free.
 */
export async function openDemoHall(
  url: string,
  admin: HubCaller,
  life: Life,
  seed: number,
): Promise<DemoHall> {
  const { counters } = await admin.get<{ counters: Counter[] }>('/api/settings/counters');
  const { services } = await admin.get<{ services: Service[] }>('/api/settings/services');
  const { rules } = await admin.get<{ rules: Rules }>('/api/settings/rules');
  const { people } = await admin.get<{ people: Person[] }>('/api/settings/people');
  const inUse = counters.filter(({ archived }) => !archived).sort((a, b) => a.number - b.number);
  const freeCounter = inUse[0] as Counter;
  const clerks = people.filter(
    ({ role, archived, username }) => role === 'clerk' && !archived && username !== DEMO_USER,
  );
  const staffed = countersToOpen(inUse, freeCounter.id, clerks.length);

  const password = randomBytes(4).toString('hex');
  await setPassword(admin, people, DEMO_USER, password);
  const phone = hubCaller(url);
  const kiosk = await pairDevice(url, admin, { kind: 'kiosk', name: 'Demo kiosk' });
  const sockets: Socket[] = [connect(url, kiosk.token)];
  const pads = new Map<string, HubCaller>();
  const tokens = new Map<string, string>();
  const lives: Promise<void>[] = [];
  const standard = new Map(services.map(({ id, standardMinutes }) => [id, standardMinutes * 60_000]));

  lives.push(
    customers({
      life,
      chance: createChance(seed),
      kiosk: kiosk.caller,
      phone,
      serviceIds: services.filter(({ archived }) => !archived).map(({ id }) => id),
      priorities: rules.priorityClasses.map(({ id }) => id),
      busiest: capacity(staffed, services) * LOAD,
      onTicket: (ticketId, token) => tokens.set(ticketId, token),
    }),
  );
  // Together: passwords are slow to check, on purpose.
  const staffing = staffed.map(async (counter, index) => {
    const pad = await pairDevice(url, admin, {
      kind: 'counter-pad',
      name: `Demo pad ${counter.number}`,
      counterId: counter.id,
    });
    sockets.push(connect(url, pad.token));
    pads.set(counter.id, pad.caller);
    const person = clerks[index] as Person;
    const secret = randomBytes(12).toString('hex');
    await admin.put(`/api/settings/people/${person.id}`, { password: secret });
    const { caller } = await signIn(url, person.username, secret);
    const chance = createChance(seed + index + 1);
    const ratings = {
      life,
      chance: createChance(seed + 1000 + index),
      phone,
      padAt: (id: string) => pads.get(id),
      reasons: rules.ratingReasons ?? {},
    };
    lives.push(
      clerk({
        life,
        chance,
        caller,
        counterId: counter.id,
        pauseReasons: rules.pauseReasons.map(({ id }) => id),
        standardMs: (serviceId) => standard.get(serviceId) ?? 10 * 60_000,
        onServed(ticket) {
          const turnId = ticket.turnId;
          void rate(ratings, { counterId: counter.id, turnId, token: tokens.get(ticket.id) });
          tokens.delete(ticket.id);
        },
      }),
    );
  });
  await Promise.all(staffing);
  const done = Promise.all(lives).then(() => {
    for (const socket of sockets) socket.disconnect();
  });
  return { username: DEMO_USER, password, freeCounter, done };
}

async function setPassword(admin: HubCaller, people: readonly Person[], username: string, password: string) {
  const known = people.find((person) => person.username === username);
  if (known) await admin.put(`/api/settings/people/${known.id}`, { password, archived: false });
  else await admin.post('/api/settings/people', { username, name: 'Demo', role: 'clerk', password });
}

/** A device counts as there while its socket is. */
const connect = (url: string, token: string): Socket =>
  io(url, { transports: ['websocket'], auth: { token } });
