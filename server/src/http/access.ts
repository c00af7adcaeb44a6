import type { Role } from '@jiaohao/shared/contract/hall.ts';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import type { Principal } from '../operations/principal.ts';
import { isClientToken } from '../operations/secrets.ts';
import type { Hub } from './hub.ts';
import { createFailureLimit, type FailureLimit } from './limits.ts';
import { hostOf, originIsOurs } from './origin.ts';

/** Who may use a route. `anyone` needs no sign-in; `admin` may do all that people may. */
export type Who = 'anyone' | 'any-device' | 'any-person' | 'api-client' | DeviceKind | Role;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route of the API says who may use it; one that does not is refused at start-up. */
    access?: readonly Who[];
    /** May be used while the password must still be changed. */
    beforePasswordChange?: boolean;
  }
  interface FastifyRequest {
    principal: Principal;
  }
}

export const SESSION_COOKIE = 'jiaohao';
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Finds out who calls, whether from our own pages, and whether they may. */
export function installAccess(app: FastifyInstance, hub: Hub): void {
  const guesses = createFailureLimit({ perMinute: 20 });
  // Set for each request below; a shared default object would be shared between requests.
  app.decorateRequest('principal', null as never);
  app.addHook('onRoute', (route) => {
    if (route.config?.access) return;
    const isOurs = route.url.startsWith('/api/') && !route.url.startsWith('/api/docs');
    if (isOurs) throw new Error(`the route ${String(route.method)} ${route.url} does not say who may use it`);
    // Pages, their files and the documentation are for everybody: they hold nothing about anybody.
    route.config = { ...route.config, access: ['anyone'] };
  });
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { access = [], beforePasswordChange = false } = request.routeOptions.config;
    const open = access.includes('anyone');
    request.principal = await principalOf(request, hub, open, guesses);
    noteAddress(request, hub);
    checkOrigin(request, hub.config.publicUrl);
    if (!access.some((who) => matches(who, request.principal))) {
      throw new DomainError(request.principal.kind === 'anyone' ? 'not-signed-in' : 'not-allowed');
    }
    const { principal } = request;
    if (principal.kind === 'person') staysAtItsCounter(request, principal.reliefAt);
    if (principal.kind === 'person' && principal.person.mustChange && !open && !beforePasswordChange) {
      throw new DomainError('password-change-needed');
    }
  });
}

async function principalOf(
  request: FastifyRequest,
  hub: Hub,
  open: boolean,
  guesses: FailureLimit,
): Promise<Principal> {
  const { authorization } = request.headers;
  const bearer =
    authorization !== undefined ? /^Bearer\s+([A-Za-z0-9_-]{1,200})$/i.exec(authorization)?.[1] : undefined;
  if (authorization !== undefined && bearer === undefined) throw new DomainError('not-signed-in');
  // Bearer wins over cookie: a device's page in a browser where somebody is signed in acts as the device.
  if (bearer !== undefined) {
    try {
      return await hub.principals.ofBearer(bearer);
    } catch (error) {
      // A system that keeps on asking with a token that is none is told to stop; a right one always passes.
      // Devices are not counted: one whose hub was set up anew asks on until somebody pairs it.
      if (isClientToken(bearer)) {
        await guesses.check(request);
        await guesses.failed(request);
      }
      throw error;
    }
  }
  try {
    return await hub.principals.ofCookie(request.cookies[SESSION_COOKIE]);
  } catch (error) {
    // Signing in again needs no valid session.
    if (open && error instanceof DomainError) return { kind: 'anyone' };
    throw error;
  }
}

/** Pads stand beside their clerk, sometimes on the same machine: they tell nothing about who else is there. */
function noteAddress({ principal, ip }: FastifyRequest, { addresses }: Hub): void {
  if (principal.kind === 'person') addresses.note(ip, `person:${principal.person.id}`);
  if (principal.kind === 'device' && principal.device.kind !== 'counter-pad')
    addresses.note(ip, `device:${principal.device.id}`);
}

/** A foreign page's requests are refused; one that acts by cookie must show that it is ours. */
function checkOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const changes = CHANGES.has(request.method);
  // Browsers name the origin of a read when another site's script asks; pages and their files hold nothing.
  if (!changes && !request.url.startsWith('/api/')) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    if (changes && request.principal.kind === 'person') throw new DomainError('foreign-origin');
    return;
  }
  if (!originIsOurs(origin, hostOf(request.raw), publicUrl)) throw new DomainError('foreign-origin');
}

/** A session that a PIN opened acts at the counter that it was opened for, and at no other. */
function staysAtItsCounter({ routeOptions, params }: FastifyRequest, reliefAt: string | null): void {
  if (reliefAt === null || !routeOptions.url?.startsWith('/api/counters/:id/')) return;
  if ((params as { id: string }).id !== reliefAt) throw new DomainError('not-allowed');
}

function matches(who: Who, principal: Principal): boolean {
  if (who === 'anyone') return true;
  if (principal.kind === 'device') return who === 'any-device' || who === principal.device.kind;
  if (principal.kind === 'client') return who === 'api-client';
  if (principal.kind === 'person') {
    return who === 'any-person' || who === principal.role || (principal.role === 'admin' && isRole(who));
  }
  return false;
}

const isRole = (who: Who): boolean => who === 'clerk' || who === 'hall-manager' || who === 'manager';
