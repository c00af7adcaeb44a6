import { VoidBody } from '@jiaohao/shared/contract/ticket.ts';
import { Type } from 'typebox';
import { actorOf } from '../../operations/principal.ts';
import { requestKey } from '../idempotency.ts';
import type { Routes } from '../typed.ts';

/** A hall manager sends everybody home who waits for a service, or for any. */
export const voidRoutes: Routes = (app, hub) => {
  app.post(
    '/api/void',
    {
      config: { access: ['hall-manager', 'manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Void all waiting numbers of a service, or of all, with a reason of the settings',
        body: VoidBody,
        response: {
          200: Type.Object({ voided: Type.Integer({ description: 'numbers that ended with it' }) }),
        },
      },
    },
    async (request) => {
      const { serviceId = null, reason } = request.body;
      return hub.operations.execute(
        actorOf(request.principal),
        { type: 'void-queue', serviceId, reason },
        {
          key: requestKey(hub, request),
          answer: ({ events }) => ({
            voided: events.filter(({ type }) => type === 'turn-cancelled').length,
          }),
        },
      );
    },
  );
};
