import { randomUUID } from 'node:crypto';
import { RatingBody, ReasonsBody } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { actorOf } from '../../operations/principal.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, Ok, type Routes } from '../typed.ts';
import { keepComment } from './slip.ts';

/** The press on the pad of a counter, and its reasons. */
export const padRoutes: Routes = (app, hub) => {
  const { operations } = hub;

  /** A pad speaks for its own counter only. */
  function ownCounter({ principal, params }: FastifyRequest<{ Params: { id: string } }>): string {
    if (principal.kind !== 'device' || principal.device.counterId !== params.id)
      throw new DomainError('not-allowed');
    return params.id;
  }

  app.post(
    '/api/counters/:id/rating',
    {
      config: { access: ['counter-pad'] },
      schema: {
        tags: ['counters'],
        summary: 'The press of a satisfaction button on the pad',
        params: IdParams,
        body: RatingBody,
        response: {
          200: Type.Object({
            ok: Type.Boolean(),
            turnId: Type.String(),
            tooSoon: Type.Boolean({ description: 'kept, not counted: the question stays' }),
          }),
        },
      },
    },
    async (request) => {
      const counterId = ownCounter(request);
      const { level, turnId: expected, reasons = [], reasonsVersion, comment } = request.body;
      const list = await hub.reasonLists(reasonsVersion);
      const commentId = comment?.trim() ? randomUUID() : null;
      return operations.execute(
        actorOf(request.principal),
        {
          type: 'rate',
          from: { source: 'pad', counterId },
          level,
          turnId: expected,
          reasons,
          list,
          commentId,
        },
        {
          key: requestKey(hub, request),
          writes: keepComment(commentId, comment, operations.now()),
          answer: ({ events }) => {
            const press = events.find((event) => event.type === 'rating-pressed');
            return {
              ok: true,
              turnId: press?.data.turnId ?? '',
              tooSoon: press?.data.doubt === 'too-soon',
            };
          },
        },
      );
    },
  );

  app.post(
    '/api/counters/:id/rating/reasons',
    {
      config: { access: ['counter-pad'] },
      schema: {
        tags: ['counters'],
        summary: 'Why it was pressed, told after the press',
        params: IdParams,
        body: ReasonsBody,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const counterId = ownCounter(request);
      const { turnId, reasons, reasonsVersion, comment } = request.body;
      const list = await hub.reasonLists(reasonsVersion);
      const commentId = comment?.trim() ? randomUUID() : null;
      const from = { source: 'pad', counterId } as const;
      return operations.execute(
        actorOf(request.principal),
        { type: 'explain-rating', from, turnId, reasons, list, commentId },
        {
          key: requestKey(hub, request),
          writes: keepComment(commentId, comment, operations.now()),
          answer: () => ({ ok: true }),
        },
      );
    },
  );
};
