import type { IncomingMessage } from 'node:http';
import { DomainError } from '../domain/errors.ts';
import type { Principals } from '../operations/principal.ts';
import type { Secrets } from '../operations/secrets.ts';
import type { Member } from '../realtime/sockets.ts';
import type { Store } from '../store/port.ts';
import { hostOf, originIsOurs } from './origin.ts';

interface Deps {
  store: Store;
  secrets: Secrets;
  principals: Principals;
  publicUrl: string | undefined;
  /** The session's token in a `Cookie` header. */
  cookieOf(header: string): string | undefined;
}

/** Who a socket belongs to; the same rules as for requests. The returned function throws DomainError. */
export function createMembership({ store, secrets, principals, publicUrl, cookieOf }: Deps) {
  return async (
    { token, ticket, cookie }: { token?: string; ticket?: string; cookie?: string },
    request: IncomingMessage,
  ): Promise<Member> => {
    const { origin } = request.headers;
    if (origin !== undefined && !originIsOurs(origin, hostOf(request), publicUrl)) {
      throw new DomainError('foreign-origin');
    }
    if (ticket !== undefined) {
      const place = await store.ticketByToken(secrets.hash(ticket));
      if (!place) throw new DomainError('unknown-ticket');
      return { kind: 'slip', ticketId: place.ticketId };
    }
    if (token !== undefined) {
      const principal = await principals.ofBearer(token);
      if (principal.kind !== 'device') throw new DomainError('not-signed-in');
      const { id, kind, counterId, zoneId, speaks, overscan } = principal.device;
      const screen = kind === 'hall-screen' ? { zoneId, speaks, overscan } : null;
      return { kind: 'device', deviceId: id, device: kind, counterId, screen };
    }
    // Browsers name the origin of a socket: one that brings only a cookie must come from our own pages.
    if (cookie !== undefined && origin === undefined) throw new DomainError('foreign-origin');
    const principal = await principals.ofCookie(cookieOf(cookie ?? ''));
    if (principal.kind !== 'person') throw new DomainError('not-signed-in');
    if (principal.person.mustChange) throw new DomainError('password-change-needed');
    const { role } = principal;
    return {
      kind: 'person',
      personId: principal.person.id,
      sessionHash: principal.sessionHash,
      mayServe: role !== 'manager',
      mayWatchHall: role !== 'clerk',
    };
  };
}
