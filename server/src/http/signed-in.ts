import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { counterHeldBy } from '../domain/state.ts';
import type { Principal } from '../operations/principal.ts';
import type { PersonRow } from '../store/port.ts';
import { SESSION_COOKIE } from './access.ts';
import type { Hub } from './hub.ts';

type SignedIn = Extract<Principal, { kind: 'person' }>;

/** Who asks. @throws DomainError `not-signed-in` for devices and nobody */
export function signedIn({ principal }: Pick<FastifyRequest, 'principal'>): SignedIn {
  if (principal.kind !== 'person') throw new DomainError('not-signed-in');
  return principal;
}

/** From now on this browser is signed in with `token`. */
export function giveSession(reply: FastifyReply, hub: Hub, request: FastifyRequest, token: string): void {
  // `Secure` exactly when this page was reached by https: at the public address, whatever host the proxy names.
  const { publicUrl } = hub.config;
  const { origin, host } = request.headers;
  const atPublic = publicUrl !== undefined && (origin === publicUrl || host === new URL(publicUrl).host);
  const secure = atPublic && publicUrl.startsWith('https:');
  reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

/** `reliefAt`: signed in by PIN for that counter. */
export async function whoAmI(
  hub: Hub,
  { person, reliefAt = null }: { person: PersonRow; reliefAt?: string | null },
): Promise<WhoAmI> {
  const { today, lingering } = hub.operations.hall();
  const held = [...lingering, today].map((day) => counterHeldBy(day, person.id)).find((id) => id !== null);
  return {
    id: person.id,
    username: person.username,
    name: person.name,
    staffNumber: person.staffNumber,
    role: reliefAt === null ? person.role : 'clerk',
    mustChangePassword: person.mustChange,
    counterId: held ?? null,
    reliefPin: (await hub.store.reliefPin(person.id)) !== null,
    byPin: reliefAt !== null,
  };
}
