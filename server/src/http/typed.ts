import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import { Type } from 'typebox';
import type { Hub } from './hub.ts';

/** Fastify with schemas that are types. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** A group of routes. */
export type Routes = (app: App, hub: Hub) => void;

export const IdParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 80 }) });
export const TokenParams = Type.Object({ token: Type.String({ minLength: 1, maxLength: 80 }) });
/** For a command that needs no words: what it does not know it refuses. */
export const NoWords = Type.Object({}, { additionalProperties: false });
export const Ok = Type.Object({ ok: Type.Boolean() });
