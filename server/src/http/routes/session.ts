import { randomUUID } from 'node:crypto';
import { SignInBody, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { counterHeldBy } from '../../domain/state.ts';
import type { RequestKey } from '../../operations/answers.ts';
import { hashPassword, SHORTEST_PASSWORD, verifyPassword } from '../../operations/passwords.ts';
import type { PersonRow, Write } from '../../store/port.ts';
import { SESSION_COOKIE } from '../access.ts';
import type { Hub } from '../hub.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import { Ok, type Routes } from '../typed.ts';

const PasswordBody = Type.Object(
  { current: Type.String({ maxLength: 200 }), next: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);

export const sessionRoutes: Routes = (app, hub) => {
  const { operations, secrets, store } = hub;
  const limit = createFailureLimit({ perMinute: 10 });

  app.post(
    '/api/session',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['session'], body: SignInBody, response: { 200: WhoAmI } },
    },
    async (request, reply) => {
      await limit.check(request);
      const { username, password } = request.body;
      const person = await store.personByUsername(username);
      const usable = person && !person.archived ? person : null;
      const right = await verifyPassword(password, usable?.passwordHash ?? null);
      await limit.check(request);
      if (!right || !usable) {
        await limit.failed(request);
        throw new DomainError('wrong-credentials');
      }
      const open = (key?: RequestKey) =>
        operations.write(async (now) => {
          const session = randomUUID();
          const tokenHash = secrets.hash(secrets.sessionToken(session));
          const row = { tokenHash, personId: usable.id, createdAt: now, seenAt: now, endedAt: null };
          return { writes: [{ kind: 'open-session', session: row }], answer: { id: session } };
        }, key);
      let { id } = await open(requestKey(hub, request, `sign-in:${usable.id}`));
      // The same request again after signing out: a session that has ended is of no use to anybody.
      const known = await store.session(secrets.hash(secrets.sessionToken(id)));
      if (!known || known.endedAt !== null) ({ id } = await open());
      setCookie(reply, hub, request, secrets.sessionToken(id));
      return whoAmI(hub, usable);
    },
  );

  app.get(
    '/api/session',
    {
      config: { access: ['any-person'], beforePasswordChange: true },
      schema: { tags: ['session'], response: { 200: WhoAmI } },
    },
    async (request) => whoAmI(hub, personOf(request)),
  );

  app.delete(
    '/api/session',
    {
      config: { access: ['any-person'], beforePasswordChange: true },
      schema: { tags: ['session'], response: { 200: Ok } },
    },
    async (request, reply) => {
      const { principal } = request;
      if (principal.kind !== 'person') throw new DomainError('not-signed-in');
      const { sessionHash } = principal;
      await operations.write(async (at) => ({
        writes: [{ kind: 'end-session', tokenHash: sessionHash, at }],
        answer: null,
      }));
      hub.sockets.dropSession(sessionHash);
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return { ok: true };
    },
  );

  app.post(
    '/api/session/password',
    {
      config: { access: ['any-person'], beforePasswordChange: true },
      schema: { tags: ['session'], body: PasswordBody, response: { 200: WhoAmI } },
    },
    async (request, reply) => {
      await limit.check(request);
      const person = personOf(request);
      const { current, next } = request.body;
      const right = await verifyPassword(current, person.passwordHash);
      await limit.check(request);
      if (!right) {
        await limit.failed(request);
        throw new DomainError('wrong-credentials');
      }
      if (next.length < SHORTEST_PASSWORD || next === current) throw new DomainError('weak-password');
      const passwordHash = await hashPassword(next);
      // Whoever else was signed in with the old password is out.
      const { id } = await operations.write(
        async (now) => {
          const session = randomUUID();
          const tokenHash = secrets.hash(secrets.sessionToken(session));
          const changed = { ...person, passwordHash, mustChange: false };
          const writes: Write[] = [
            { kind: 'change-person', person: changed },
            { kind: 'end-sessions-of', personId: person.id, at: now },
            {
              kind: 'open-session',
              session: { tokenHash, personId: person.id, createdAt: now, seenAt: now, endedAt: null },
            },
          ];
          return { writes, answer: { id: session } };
        },
        requestKey(hub, request),
      );
      hub.sockets.dropPerson(person.id);
      setCookie(reply, hub, request, secrets.sessionToken(id));
      return whoAmI(hub, { ...person, mustChange: false });
    },
  );
};

function setCookie(reply: FastifyReply, hub: Hub, request: FastifyRequest, token: string): void {
  // `Secure` exactly when this page was reached by https: at the public address, whatever host the proxy names.
  const { publicUrl } = hub.config;
  const { origin, host } = request.headers;
  const atPublic = publicUrl !== undefined && (origin === publicUrl || host === new URL(publicUrl).host);
  const secure = atPublic && publicUrl.startsWith('https:');
  reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

function personOf(request: FastifyRequest): PersonRow {
  if (request.principal.kind !== 'person') throw new DomainError('not-signed-in');
  return request.principal.person;
}

function whoAmI(hub: Hub, person: PersonRow): Static<typeof WhoAmI> {
  const { today, lingering } = hub.operations.hall();
  const held = [...lingering, today].map((day) => counterHeldBy(day, person.id)).find((id) => id !== null);
  return {
    id: person.id,
    username: person.username,
    name: person.name,
    staffNumber: person.staffNumber,
    role: person.role,
    mustChangePassword: person.mustChange,
    counterId: held ?? null,
  };
}
