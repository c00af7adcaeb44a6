import { randomBytes, scryptSync } from 'node:crypto';
import { join } from 'node:path';
import type { Role } from '@jiaohao/shared/contract/hall.ts';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { createSecrets, loadKey } from '../../../server/src/operations/secrets.ts';
import {
  type Caller,
  caller,
  pairDevice,
  startHub,
  type TestHub,
  type TestHubOptions,
} from '../../support/hub.ts';

export const COUNTER = 'counter-1';
/** Main services of counter 1, and one that it does not serve at all. */
export const SERVICE = 'social-card';
export const SECOND_SERVICE = 'pension';
export const FOREIGN_SERVICE = 'tax-filing';

export interface HallAtWork {
  hub: TestHub;
  nobody: Caller;
  admin: Caller;
  clerk: Caller;
  kiosk: Caller;
  /** Somebody new with this role, signed in. */
  person(role: Role): Promise<Caller>;
  device(kind: DeviceKind, counterId?: string): Promise<Caller>;
  /** A number taken at the kiosk. */
  take(serviceId?: string): Promise<TicketView & { token: string }>;
  /** The clerk at counter 1, open and with nobody in hand. */
  openCounter(): Promise<void>;
}

let people = 0;

/** A hub with an admin, a clerk and a kiosk: what most stories begin with. */
export async function hallAtWork(options: TestHubOptions = {}): Promise<HallAtWork> {
  const hub = await startHub(options);
  const admin = await personWith(hub, 'admin');
  const person = (role: Role) => personWith(hub, role);
  const device = (kind: DeviceKind, counterId?: string) => pairDevice(hub, admin, kind, counterId);
  const [clerk, kiosk] = await Promise.all([person('clerk'), device('kiosk')]);
  return {
    hub,
    nobody: caller(hub.url),
    admin,
    clerk,
    kiosk,
    person,
    device,
    async take(serviceId = SERVICE) {
      const issued = await kiosk.post<{ ticket: TicketView & { token: string } }>('/api/tickets', {
        serviceId,
      });
      if (issued.status !== 201) throw new Error(`issuing answered ${JSON.stringify(issued.body)}`);
      return issued.body.ticket;
    },
    async openCounter() {
      const opened = await clerk.post(`/api/counters/${COUNTER}/open`, {});
      if (opened.status !== 200) throw new Error(`opening answered ${JSON.stringify(opened.body)}`);
    },
  };
}

interface PersonOptions {
  mustChange?: boolean;
  lastSeenAgoMs?: number;
  password?: string;
}

/** A hash that costs a thirtieth of a real one: a stored hash says what it cost, so that it can grow. */
export function quickHash(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 });
  return ['scrypt', 1024, 8, 1, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Somebody with a session of their own, without the time that making and checking a password takes. */
export async function personWith(
  hub: TestHub,
  role: Role,
  { mustChange = false, lastSeenAgoMs = 0, password }: PersonOptions = {},
): Promise<Caller> {
  people += 1;
  const id = `${role}-${people}`;
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createSecrets(loadKey(join(hub.dataDir, 'hub.key'))).hash(token);
  await hub.operations.write(async (now) => {
    const seenAt = now - lastSeenAgoMs;
    return {
      writes: [
        {
          kind: 'add-person',
          person: {
            id,
            username: id,
            name: id,
            staffNumber: null,
            role,
            passwordHash: password === undefined ? null : quickHash(password),
            mustChange,
            archived: false,
            createdAt: now,
          },
        },
        {
          kind: 'open-session',
          session: { tokenHash, personId: id, createdAt: seenAt, seenAt, endedAt: null, counterId: null },
        },
      ],
      answer: null,
    };
  });
  return caller(hub.url, { cookie: `jiaohao=${token}`, id });
}
