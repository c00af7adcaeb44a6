import { randomUUID } from 'node:crypto';
import { GuideVersion, GuideView } from '@jiaohao/shared/contract/guide.ts';
import { PhoneView, RatingBody } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Command } from '../../domain/command.ts';
import { DomainError } from '../../domain/errors.ts';
import { currentTurn, type DayState, type Ticket, ticketOf } from '../../domain/state.ts';
import type { Write } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import { NoWords, Ok, type Routes, TokenParams } from '../typed.ts';

const GuideShown = Type.Object({ version: GuideVersion }, { additionalProperties: false });
const TicketAnswer = Type.Object({ ticket: PhoneView });

/** What the holder of a slip may do; the token in the address is their key. */
export const slipRoutes: Routes = (app, hub) => {
  const { operations, snapshots, store, secrets } = hub;
  const limit = createFailureLimit({ perMinute: 60 });

  async function holder(
    request: FastifyRequest<{ Params: { token: string } }>,
  ): Promise<{ day: DayState; ticket: Ticket }> {
    await limit.check(request);
    const place = await store.ticketByToken(secrets.hash(request.params.token));
    const found = place && (await operations.findTicket(place.ticketId));
    if (found) return found;
    await limit.failed(request);
    throw new DomainError('unknown-ticket');
  }

  async function act(
    request: FastifyRequest,
    ticketId: string,
    command: Command,
    writes: Write[] = [],
  ): Promise<{ ok: boolean }> {
    return operations.execute({ kind: 'slip', id: ticketId }, command, {
      key: requestKey(hub, request, `slip:${ticketId}`),
      ticketId,
      writes,
      answer: () => ({ ok: true }),
    });
  }

  app.get(
    '/api/tickets/:token',
    {
      config: { access: ['anyone'] },
      schema: {
        tags: ['slip'],
        summary: 'Where this ticket stands',
        params: TokenParams,
        response: { 200: TicketAnswer },
      },
    },
    async (request) => {
      const { day, ticket } = await holder(request);
      return { ticket: snapshots.phone(day, ticket) };
    },
  );

  app.post(
    '/api/tickets/:token/cancel',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['slip'], params: TokenParams, body: NoWords, response: { 200: TicketAnswer } },
    },
    async (request) => {
      const { ticket } = await holder(request);
      return operations.execute(
        { kind: 'slip', id: ticket.id },
        { type: 'cancel', ticketId: ticket.id },
        {
          key: requestKey(hub, request, `slip:${ticket.id}`),
          ticketId: ticket.id,
          // A day that is over cancels nothing, so the ticket is one of today's.
          answer: ({ hall }) => ({ ticket: snapshots.phone(hall.today, ticketOf(hall.today, ticket.id)) }),
        },
      );
    },
  );

  app.get(
    '/api/tickets/:token/guide',
    {
      config: { access: ['anyone'] },
      schema: {
        tags: ['slip'],
        summary: 'The guide of the service that this ticket waits for',
        params: TokenParams,
        response: { 200: Type.Object({ guide: GuideView }) },
      },
    },
    async (request) => {
      const { day, ticket } = await holder(request);
      const guide = operations.settings().guideById.get(currentTurn(day, ticket).serviceId);
      if (!guide) throw new DomainError('not-found');
      return { guide };
    },
  );

  app.post(
    '/api/tickets/:token/guide-shown',
    {
      config: { access: ['anyone'] },
      schema: {
        tags: ['slip'],
        summary: 'The phone has shown this version of the guide',
        params: TokenParams,
        body: GuideShown,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { day, ticket } = await holder(request);
      const { serviceId } = currentTurn(day, ticket);
      const told = [{ serviceId, version: request.body.version, means: 'phone' as const }];
      return act(request, ticket.id, { type: 'tell', ticketId: ticket.id, told });
    },
  );

  app.post(
    '/api/tickets/:token/rating',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['slip'], params: TokenParams, body: RatingBody, response: { 200: Ok } },
    },
    async (request) => {
      const { ticket } = await holder(request);
      const { level, turnId, reasons = [], comment } = request.body;
      const commentId = comment?.trim() ? randomUUID() : null;
      return act(
        request,
        ticket.id,
        { type: 'rate', from: { source: 'phone', ticketId: ticket.id }, level, turnId, reasons, commentId },
        keepComment(commentId, comment, operations.now()),
      );
    },
  );

  app.post(
    '/api/tickets/:token/rating-shown',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['slip'], params: TokenParams, body: NoWords, response: { 200: Ok } },
    },
    async (request) => {
      const { ticket } = await holder(request);
      return act(request, ticket.id, { type: 'ask-rating', ticketId: ticket.id });
    },
  );
};

/** Free text goes to the erasable table; the journal holds where it stands. */
export function keepComment(id: string | null, comment: string | undefined, at: number): Write[] {
  return id === null
    ? []
    : [{ kind: 'keep-personal', id, of: 'rating-comment', text: comment?.trim() ?? '', at }];
}
