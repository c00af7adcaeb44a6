import { randomBytes, randomUUID } from 'node:crypto';
import { ApiClient } from '@jiaohao/shared/contract/session.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import type { ApiClientRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, Ok, type Routes } from '../typed.ts';

const NewClient = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);

const clientView = ({ id, name, createdAt, seenAt, revokedAt }: ApiClientRow) => ({
  id,
  name,
  createdAt,
  lastSeenAt: seenAt,
  revoked: revokedAt !== null,
});

/** Other systems that book appointments: each with a token of its own, told once. */
export const apiClientRoutes: Routes = (app, hub) => {
  const { operations, secrets, directory } = hub;

  app.get(
    '/api/settings/api-clients',
    {
      config: { access: ['admin'] },
      schema: { tags: ['settings'], response: { 200: Type.Object({ clients: Type.Array(ApiClient) }) } },
    },
    async () => ({ clients: directory.clients().map(clientView) }),
  );

  app.post(
    '/api/settings/api-clients',
    {
      config: { access: ['admin'] },
      schema: {
        tags: ['settings'],
        summary: 'Let another system book appointments; its token is told in this answer and never again',
        body: NewClient,
        response: { 201: Type.Object({ id: Type.String(), token: Type.String() }) },
      },
    },
    async (request, reply) => {
      // What is kept for a request that comes again is no secret: the token needs the hub's key too.
      const made = await operations.write(
        async (now) => {
          const answer = { id: randomUUID(), nonce: randomBytes(16).toString('base64url') };
          const tokenHash = secrets.hash(secrets.clientToken(answer.id, answer.nonce));
          const { name } = request.body;
          const client = { id: answer.id, name, tokenHash, createdAt: now, seenAt: null, revokedAt: null };
          return { writes: [{ kind: 'add-client', client }], answer };
        },
        requestKey(hub, request),
      );
      reply.code(201);
      return { id: made.id, token: secrets.clientToken(made.id, made.nonce) };
    },
  );

  app.delete(
    '/api/settings/api-clients/:id',
    {
      config: { access: ['admin'] },
      schema: {
        tags: ['settings'],
        summary: 'Its token opens nothing from now on; what it booked stays booked',
        params: IdParams,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { id } = request.params;
      await operations.write(async (now) => {
        const client = directory.client(id);
        if (!client) throw new DomainError('unknown-client');
        return {
          writes: client.revokedAt === null ? [{ kind: 'revoke-client', clientId: id, at: now }] : [],
          answer: null,
        };
      });
      return { ok: true };
    },
  );
};
