import { TicketView as TicketSchema } from '@jiaohao/shared/contract/ticket.ts';
import { Type } from 'typebox';
import { findByNumber } from '../../domain/find-turn.ts';
import { ticketOf } from '../../domain/state.ts';
import { ticketIn } from '../counter-answers.ts';
import type { Routes } from '../typed.ts';

const NumberParams = Type.Object({ number: Type.String({ minLength: 1, maxLength: 60 }) });

const Found = Type.Object({
  ticket: TicketSchema,
  mark: Type.Optional(Type.String({ description: 'what stands on a number that was written by hand' })),
});

/** What the hall manager's tablet asks for beside the hall as it stands. */
export const floorRoutes: Routes = (app, hub) => {
  app.get(
    '/api/tickets/by-number/:number',
    {
      config: { access: ['hall-manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Today’s ticket of a typed or scanned number; never what opens its phone page',
        params: NumberParams,
        response: { 200: Found },
      },
    },
    async ({ params }) => {
      const hall = hub.operations.hall();
      const { ticketId } = findByNumber(hall.today, params.number);
      const { markId } = ticketOf(hall.today, ticketId);
      const mark = markId === null ? null : await hub.store.personal(markId);
      return { ticket: ticketIn(hub, hall, ticketId), ...(mark !== null && { mark }) };
    },
  );
};
