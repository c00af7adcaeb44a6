import type { Socket } from 'node:net';
import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '@jiaohao/shared/contract/errors.ts';
import type { ServiceClosed } from '@jiaohao/shared/contract/hours.ts';
import { closedWords } from '@jiaohao/shared/i18n/closed-words.ts';
import { errors as en } from '@jiaohao/shared/i18n/en/errors.ts';
import { opening as enOpening } from '@jiaohao/shared/i18n/en/opening.ts';
import { standing as enStanding } from '@jiaohao/shared/i18n/en/standing.ts';
import { type Language, nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { errors as zh } from '@jiaohao/shared/i18n/zh-CN/errors.ts';
import { opening as zhOpening } from '@jiaohao/shared/i18n/zh-CN/opening.ts';
import { standing as zhStanding } from '@jiaohao/shared/i18n/zh-CN/standing.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { StoreUnavailable } from '../store/port.ts';

const errorWords = inEveryLanguage<Record<ErrorCode, string>>(zh, en, ({ errors }) => errors);
const openingWords = inEveryLanguage(zhOpening, enOpening, ({ opening }) => opening);
const standingWords = inEveryLanguage<Record<string, string>>(
  zhStanding,
  enStanding,
  ({ standing }) => standing,
);

/** The language that the caller likes best: the header may name them in any order, and what is not wanted at all. */
export function languageOf({ headers }: FastifyRequest): Language {
  const liked = (headers['accept-language'] ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.split(';');
    return { tag, how: Number(/q\s*=\s*([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1) };
  });
  const inOrder = liked.filter(({ how }) => how > 0).sort((a, b) => b.how - a.how);
  return nearestLanguage(inOrder.map(({ tag }) => tag).join(','));
}

/** What a service that gives no numbers is refused with: the sentence says from when on it does. */
const isClosed = (details: unknown): details is ServiceClosed & { now: number; timeZone: string } =>
  typeof details === 'object' && details !== null && 'opensAt' in details && 'timeZone' in details;

/** How a number stands that cannot be dealt with so; undefined where that is not known. */
function standingOf(code: ErrorCode, details: unknown): string | undefined {
  if (code !== 'wrong-state') return undefined;
  const { state, ending } = (details ?? {}) as { state?: string; ending?: string };
  return ending ?? state;
}

/** The error every failed request is answered with, in the caller's language and the hall's words. */
export function errorBody(
  code: ErrorCode,
  language: Language,
  details?: unknown,
  profile?: HallProfile,
): ErrorBody {
  const said = isClosed(details)
    ? closedWords(details, { ...details, language }, openingWords(language, profile))
    : standingWords(language, profile)[standingOf(code, details) ?? ''];
  const error: ErrorBody['error'] = { code, message: said ?? errorWords(language, profile)[code] };
  if (details !== undefined) error.details = details;
  return { error };
}

/** One table from what went wrong to what is said. What is not in it is ours to mend, and says nothing. */
export function installErrors(app: FastifyInstance, profile: () => HallProfile): void {
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    const { code, details } = classify(error);
    if (code === 'internal')
      request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    send(request, reply, code, details, profile());
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, 'not-found'));
}

/** An address that is none, or has no end: said as every other error is, without repeating the address. */
export function sayFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  send(request, reply, classify(error).code);
}

/** Bytes that are no HTTP request. There is no request to answer: the socket gets the plain answer. */
export function refuseUnparsed(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorBody('malformed', 'zh-CN'));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  details?: unknown,
  profile?: HallProfile,
): void {
  if (code === 'store-unavailable') reply.header('Retry-After', '2');
  if (code === 'too-many-attempts') reply.header('Retry-After', '60');
  if (code === 'too-soon') reply.header('Retry-After', String(secondsLeft(details)));
  reply
    .code(ERROR_STATUS[code])
    .header('Cache-Control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorBody(code, languageOf(request), details, profile));
}

function secondsLeft(details: unknown): number {
  const { retryAfterMs = 1000 } = details as { retryAfterMs?: number };
  return Math.ceil(retryAfterMs / 1000);
}

function classify(error: FastifyError | DomainError): { code: ErrorCode; details?: unknown } {
  if (error instanceof DomainError) return { code: error.code, details: error.details };
  if (error instanceof StoreUnavailable) return { code: 'store-unavailable' };
  const { validation, statusCode, code } = error;
  if (validation) {
    // Where in the request, and which rule: never what was sent, which may be a password.
    const details = validation.map(({ instancePath, keyword, params }) => ({
      path: instancePath || '/',
      rule: keyword,
      expected: params,
    }));
    return { code: 'malformed', details };
  }
  if (statusCode === 413) return { code: 'too-large' };
  if (statusCode === 415) return { code: 'unsupported-media' };
  if (statusCode === 404) return { code: 'not-found' };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { code: 'malformed' };
  if (code?.startsWith('FST_ERR_CTP')) return { code: 'malformed' };
  return { code: 'internal' };
}
