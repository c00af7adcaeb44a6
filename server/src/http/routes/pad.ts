import { randomUUID } from 'node:crypto';
import { RatingBody } from '@jiaohao/shared/contract/ticket.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { actorOf } from '../../operations/principal.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, type Routes } from '../typed.ts';
import { keepComment } from './slip.ts';

/** The press on the pad of a counter. */
export const padRoutes: Routes = (app, hub) => {
  const { operations } = hub;

  app.post(
    '/api/counters/:id/rating',
    {
      config: { access: ['counter-pad'] },
      schema: {
        tags: ['counters'],
        summary: 'The press of a satisfaction button on the pad',
        params: IdParams,
        body: RatingBody,
        response: { 200: Type.Object({ ok: Type.Boolean(), turnId: Type.String() }) },
      },
    },
    async (request) => {
      const { principal } = request;
      const counterId = request.params.id;
      // A pad speaks for its own counter only.
      if (principal.kind !== 'device' || principal.device.counterId !== counterId)
        throw new DomainError('not-allowed');
      const { level, turnId: expected, reasons = [], comment } = request.body;
      const commentId = comment?.trim() ? randomUUID() : null;
      return operations.execute(
        actorOf(principal),
        { type: 'rate', from: { source: 'pad', counterId }, level, turnId: expected, reasons, commentId },
        {
          key: requestKey(hub, request),
          writes: keepComment(commentId, comment, operations.now()),
          answer: ({ events }) => {
            const press = events.find((event) => event.type === 'rating-pressed');
            return { ok: true, turnId: press?.data.turnId ?? '' };
          },
        },
      );
    },
  );
};
