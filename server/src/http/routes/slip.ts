import { randomUUID } from 'node:crypto';
import { GuideVersion, GuideView } from '@jiaohao/shared/contract/guide.ts';
import { PhoneView, RatingBody, RatingShownBody, ReasonsBody } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Command, Presser } from '../../domain/command.ts';
import { DomainError } from '../../domain/errors.ts';
import { currentTurn, type DayState, type Ticket, ticketOf } from '../../domain/state.ts';
import type { Decided } from '../../operations.ts';
import type { Write } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import { NoWords, Ok, type Routes, TokenParams } from '../typed.ts';

const GuideShown = Type.Object({ version: GuideVersion }, { additionalProperties: false });
const TicketAnswer = Type.Object({ ticket: PhoneView });
const Pressed = Type.Object({
  ok: Type.Boolean(),
  tooSoon: Type.Boolean({ description: 'kept, not counted: the question stays' }),
});

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

  async function act<T>(
    request: FastifyRequest,
    ticketId: string,
    command: Command,
    writes: Write[],
    answer: (decided: Decided) => T,
  ): Promise<T> {
    return operations.execute({ kind: 'slip', id: ticketId }, command, {
      key: requestKey(hub, request, `slip:${ticketId}`),
      ticketId,
      writes,
      answer,
    });
  }
  const done = () => ({ ok: true });

  /** A slip's link works in anybody's browser, the clerk's too. */
  const isStaff = (request: FastifyRequest): boolean => request.principal.kind === 'person';
  const fromPhone = (request: FastifyRequest, ticketId: string): Presser => ({
    source: 'phone',
    ticketId,
    signedIn: isStaff(request),
    addressOf: hub.addresses.soleUser(request.ip),
  });

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
      return act(request, ticket.id, { type: 'tell', ticketId: ticket.id, told }, [], done);
    },
  );

  app.post(
    '/api/tickets/:token/rating',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['slip'], params: TokenParams, body: RatingBody, response: { 200: Pressed } },
    },
    async (request) => {
      const { ticket } = await holder(request);
      const { level, turnId, reasons = [], reasonsVersion, comment } = request.body;
      const list = await hub.reasonLists(reasonsVersion);
      const commentId = comment?.trim() ? randomUUID() : null;
      return act(
        request,
        ticket.id,
        { type: 'rate', from: fromPhone(request, ticket.id), level, turnId, reasons, list, commentId },
        keepComment(commentId, comment, operations.now()),
        ({ events }) => ({
          ok: true,
          tooSoon: events.some(({ data }) => 'doubt' in data && data.doubt === 'too-soon'),
        }),
      );
    },
  );

  app.post(
    '/api/tickets/:token/rating/reasons',
    {
      config: { access: ['anyone'] },
      schema: {
        tags: ['slip'],
        summary: 'Why it was pressed, told after the press',
        params: TokenParams,
        body: ReasonsBody,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { ticket } = await holder(request);
      const { turnId, reasons, reasonsVersion, comment } = request.body;
      const list = await hub.reasonLists(reasonsVersion);
      const commentId = comment?.trim() ? randomUUID() : null;
      return act(
        request,
        ticket.id,
        { type: 'explain-rating', from: fromPhone(request, ticket.id), turnId, reasons, list, commentId },
        keepComment(commentId, comment, operations.now()),
        done,
      );
    },
  );

  app.post(
    '/api/tickets/:token/rating-shown',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['slip'], params: TokenParams, body: RatingShownBody, response: { 200: Ok } },
    },
    async (request) => {
      const { ticket } = await holder(request);
      // Staff who look at somebody's page have asked nobody.
      if (isStaff(request)) return done();
      const { turnId } = request.body;
      return act(request, ticket.id, { type: 'ask-rating', ticketId: ticket.id, turnId }, [], done);
    },
  );
};

/** Free text goes to the erasable table; the journal holds where it stands. */
export function keepComment(id: string | null, comment: string | undefined, at: number): Write[] {
  return id === null
    ? []
    : [{ kind: 'keep-personal', id, of: 'rating-comment', text: comment?.trim() ?? '', at }];
}
