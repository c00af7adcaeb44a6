import { Nullable, Slug } from '@jiaohao/shared/contract/text.ts';
import { Type } from 'typebox';
import { createCounterAnswers, TicketAnswer } from '../counter-answers.ts';
import { IdParams, type Routes } from '../typed.ts';

const closed = { additionalProperties: false };
/** null: none. */
const priority = Nullable(Slug);
const TicketBody = Type.Object({ priority, reason: Slug }, closed);
const CounterBody = Type.Object(
  {
    priority,
    reason: Slug,
    waits: Type.Optional(
      Type.Boolean({ description: 'and back into line, at the place that its waiting gives it' }),
    ),
    turnId: Type.Optional(Type.String({ maxLength: 80 })),
  },
  closed,
);

/** Staff give a priority class or take it back. */
export const priorityRoutes: Routes = (app, hub) => {
  const { serve, moveTicket } = createCounterAnswers(hub);

  app.post(
    '/api/counters/:id/priority',
    {
      config: { access: ['clerk', 'hall-manager'] },
      schema: {
        tags: ['counters'],
        summary: 'Give the customer at the counter a priority class, or take it back',
        params: IdParams,
        body: CounterBody,
        response: { 200: TicketAnswer },
      },
    },
    (request) => {
      const { waits = false, ...change } = request.body;
      return serve(request, { type: 'change-priority', counterId: request.params.id, waits, ...change });
    },
  );

  app.post(
    '/api/tickets/:id/priority',
    {
      config: { access: ['hall-manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Give somebody who waits a priority class, or take it back',
        params: IdParams,
        body: TicketBody,
        response: { 200: TicketAnswer },
      },
    },
    (request) => moveTicket(request, { type: 'prioritise', ticketId: request.params.id, ...request.body }),
  );
};
