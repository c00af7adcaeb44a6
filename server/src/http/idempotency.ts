import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import type { RequestKey } from '../operations/answers.ts';
import { keyScope } from '../operations/principal.ts';
import type { Hub } from './hub.ts';

/**
 * The request's `Idempotency-Key` with what it stands for; undefined where none was sent.
 * `actor` is whose key it is where the principal does not say (a slip's holder); `body` stands for the
 * request's where that holds something that is not to be kept even as a hash.
 * @throws DomainError `malformed` for a key that is empty or longer than 200 characters
 */
export function requestKey(
  { secrets }: Pick<Hub, 'secrets'>,
  request: FastifyRequest,
  actor = keyScope(request.principal),
  body: unknown = request.body ?? null,
): RequestKey | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key === '' || key.length > 200) {
    throw new DomainError('malformed', { header: 'Idempotency-Key' });
  }
  const path = request.url.split('?')[0] as string;
  // Keyed: some bodies hold a password, and a plain hash of one could be guessed from a stolen database.
  const hash = secrets.keyedHash(JSON.stringify([request.method, path, body]));
  return { actor, key, request: hash };
}
