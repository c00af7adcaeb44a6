import { randomUUID } from 'node:crypto';
import { SignInBody, WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import type { RequestKey } from '../../operations/answers.ts';
import { hashPassword, SHORTEST_PASSWORD, verifyPassword } from '../../operations/passwords.ts';
import type { Write } from '../../store/port.ts';
import { SESSION_COOKIE } from '../access.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import { giveSession, signedIn, whoAmI } from '../signed-in.ts';
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
          const row = {
            tokenHash,
            personId: usable.id,
            createdAt: now,
            seenAt: now,
            endedAt: null,
            counterId: null,
          };
          return { writes: [{ kind: 'open-session', session: row }], answer: { id: session } };
        }, key);
      let { id } = await open(requestKey(hub, request, `sign-in:${usable.id}`));
      // The same request again after signing out: a session that has ended is of no use to anybody.
      const known = await store.session(secrets.hash(secrets.sessionToken(id)));
      if (!known || known.endedAt !== null) ({ id } = await open());
      giveSession(reply, hub, request, secrets.sessionToken(id));
      return whoAmI(hub, { person: usable });
    },
  );

  app.get(
    '/api/session',
    {
      config: { access: ['any-person'], beforePasswordChange: true },
      schema: { tags: ['session'], response: { 200: WhoAmI } },
    },
    async (request) => whoAmI(hub, signedIn(request)),
  );

  app.delete(
    '/api/session',
    {
      config: { access: ['any-person'], beforePasswordChange: true },
      schema: { tags: ['session'], response: { 200: Ok } },
    },
    async (request, reply) => {
      const { sessionHash } = signedIn(request);
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
      const { person } = signedIn(request);
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
              session: {
                tokenHash,
                personId: person.id,
                createdAt: now,
                seenAt: now,
                endedAt: null,
                counterId: null,
              },
            },
          ];
          return { writes, answer: { id: session } };
        },
        requestKey(hub, request),
      );
      hub.sockets.dropPerson(person.id);
      giveSession(reply, hub, request, secrets.sessionToken(id));
      return whoAmI(hub, { person: { ...person, mustChange: false } });
    },
  );
};
