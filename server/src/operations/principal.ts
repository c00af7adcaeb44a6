import type { Role } from '@jiaohao/shared/contract/hall.ts';
import { DomainError } from '../domain/errors.ts';
import type { Actor } from '../domain/event.ts';
import type { ApiClientRow, DeviceRow, PersonRow, Store } from '../store/port.ts';
import type { Directory } from './directory.ts';
import { isClientToken, type Secrets } from './secrets.ts';

/** Who a request or a socket comes from. */
export type Principal =
  | { kind: 'anyone' }
  | {
      kind: 'person';
      person: PersonRow;
      sessionHash: string;
      /** What this session may: its person's, but a PIN makes nobody more than a clerk. */
      role: Role;
      /** The one counter that a PIN opened it for; null: it was opened by password. */
      reliefAt: string | null;
    }
  | { kind: 'device'; device: DeviceRow }
  /** Another system. */
  | { kind: 'client'; client: ApiClientRow };

/** A session that nobody used for so long has to sign in again. */
const SESSION_IDLE_MS = 12 * 3600_000;
const SEEN_STEP_MS = 5 * 60_000;

interface Deps {
  store: Store;
  secrets: Secrets;
  directory: Directory;
  now(): number;
  /** Whether this person works at this counter now. */
  holds(personId: string, counterId: string): boolean;
  /** Notes that a session, device or client was seen; now and then, never waited for. */
  seen(
    what:
      | { kind: 'see-session'; tokenHash: string; at: number }
      | { kind: 'see-device'; deviceId: string; at: number }
      | { kind: 'see-client'; clientId: string; at: number },
  ): void;
}

/** Finds out who holds a token. */
export function createPrincipals({ store, secrets, directory, now, holds, seen }: Deps) {
  /** When each was noted last: a burst of requests notes it once, also while the store cannot commit. */
  const notedAt = new Map<string, number>();

  function note(id: string, at: number, what: Parameters<Deps['seen']>[0]): void {
    if (at - (notedAt.get(id) ?? -Infinity) <= SEEN_STEP_MS) return;
    for (const [other, noted] of notedAt) if (at - noted > SEEN_STEP_MS) notedAt.delete(other);
    notedAt.set(id, at);
    seen(what);
  }

  function ofClient(token: string): Principal {
    const client = directory.clientByToken(secrets.hash(token));
    if (!client) throw new DomainError('not-signed-in');
    if (client.revokedAt !== null) throw new DomainError('client-revoked');
    const at = now();
    if (at - (client.seenAt ?? 0) > SEEN_STEP_MS)
      note(client.id, at, { kind: 'see-client', clientId: client.id, at });
    return { kind: 'client', client };
  }

  return {
    /** @throws DomainError `not-signed-in`, `device-revoked`, `client-revoked` */
    async ofBearer(token: string): Promise<Principal> {
      if (isClientToken(token)) return ofClient(token);
      const found = directory.deviceByToken(secrets.hash(token));
      if (!found) throw new DomainError('not-signed-in');
      if (found.revokedAt !== null) throw new DomainError('device-revoked');
      const at = now();
      if (at - (found.seenAt ?? 0) > SEEN_STEP_MS)
        note(found.id, at, { kind: 'see-device', deviceId: found.id, at });
      return { kind: 'device', device: found };
    },
    /** @throws DomainError `session-expired` */
    async ofCookie(token: string | undefined): Promise<Principal> {
      if (!token) return { kind: 'anyone' };
      const tokenHash = secrets.hash(token);
      const session = await store.session(tokenHash);
      if (!session) return { kind: 'anyone' };
      const person = directory.person(session.personId);
      const at = now();
      const { counterId: reliefAt } = session;
      // A PIN is for one stay at one counter, and over with it.
      const left = reliefAt !== null && !holds(session.personId, reliefAt);
      const expired = session.endedAt !== null || at - session.seenAt > SESSION_IDLE_MS || left;
      if (expired || !person || person.archived) throw new DomainError('session-expired');
      if (at - session.seenAt > SEEN_STEP_MS) note(tokenHash, at, { kind: 'see-session', tokenHash, at });
      const role = reliefAt === null ? person.role : 'clerk';
      return { kind: 'person', person, sessionHash: tokenHash, role, reliefAt };
    },
  };
}

export type Principals = ReturnType<typeof createPrincipals>;

/** Who the journal says it was. */
export function actorOf(principal: Principal): Actor {
  if (principal.kind === 'person') return { kind: 'person', id: principal.person.id, role: principal.role };
  if (principal.kind === 'device') return { kind: 'device', id: principal.device.id };
  if (principal.kind === 'client') return { kind: 'client', id: principal.client.id };
  throw new DomainError('not-signed-in');
}

/** Whose idempotency key it is. */
export function keyScope(principal: Principal): string {
  if (principal.kind === 'person') return `person:${principal.person.id}`;
  if (principal.kind === 'device') return `device:${principal.device.id}`;
  if (principal.kind === 'client') return `client:${principal.client.id}`;
  return 'anyone';
}
