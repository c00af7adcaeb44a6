import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { hashRequest, type RequestKey } from '../operations/answers.ts';
import { keyScope } from '../operations/principal.ts';

/**
 * The request's `Idempotency-Key` with what it stands for; undefined where none was sent.
 * `actor` is whose key it is where the principal does not say (a slip's holder).
 * @throws DomainError `malformed` for a key that is empty or longer than 200 characters
 */
export function requestKey(
  request: FastifyRequest,
  actor = keyScope(request.principal),
): RequestKey | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key === '' || key.length > 200) {
    throw new DomainError('malformed', { header: 'Idempotency-Key' });
  }
  const path = request.url.split('?')[0] as string;
  return { actor, key, request: hashRequest(request.method, path, request.body) };
}
