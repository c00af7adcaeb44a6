import { randomUUID } from 'node:crypto';
import { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { Outcome, TicketView as TicketSchema } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Command } from '../../domain/command.ts';
import { turnInHand } from '../../domain/decide-service.ts';
import { DomainError } from '../../domain/errors.ts';
import { dayOfCounter, daysAtHand } from '../../domain/hall.ts';
import { knownCounter } from '../../domain/holding.ts';
import { ticketOf, turnOf } from '../../domain/state.ts';
import { terminalView } from '../../domain/views/counter-view.ts';
import { actorOf } from '../../operations/principal.ts';
import type { Decided } from '../../operations.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, NoWords, type Routes } from '../typed.ts';

const turnId = Type.Optional(Type.String({ maxLength: 80 }));
const TurnBody = Type.Object({ turnId }, { additionalProperties: false });
const FinishBody = Type.Object({ outcome: Outcome, turnId }, { additionalProperties: false });
const CallNextBody = Type.Object(
  { finish: Type.Optional(Type.Object({ outcome: Outcome }, { additionalProperties: false })), turnId },
  { additionalProperties: false },
);
const NumberBody = Type.Object(
  { number: Type.String({ minLength: 1, maxLength: 60 }), turnId },
  { additionalProperties: false },
);
const PauseBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 63 }) },
  { additionalProperties: false },
);
const TicketAnswer = Type.Object({ ticket: TicketSchema });
const CounterAnswer = Type.Object({ counter: CounterView });

/** The moves of later versions: known by name, and plainly not there yet. */
const LATER = ['park', 'resume-ticket', 'transfer'] as const;

export const counterRoutes: Routes = (app, hub) => {
  const { operations, snapshots, presence } = hub;
  const access = ['clerk', 'hall-manager'] as const;

  /** A move at a counter that answers with the counter as it then is. */
  async function move(request: FastifyRequest<{ Params: { id: string } }>, command: Command) {
    return operations.execute(actorOf(request.principal), command, {
      key: requestKey(hub, request),
      answer: ({ hall }) => {
        const counter = snapshots.counter(request.params.id, hall);
        if (!counter) throw new DomainError('unknown-counter');
        return { counter: terminalView(counter) };
      },
    });
  }

  /** A move that is about one ticket and answers with it. */
  async function serve(
    request: FastifyRequest<{ Params: { id: string } }>,
    command: Command,
  ): Promise<{ ticket: TicketView }> {
    const { id } = request.params;
    return operations.execute(actorOf(request.principal), command, {
      key: requestKey(hub, request),
      answer: (decided) => ({ ticket: ticketMoved(decided, id) }),
    });
  }

  /** The ticket that the last event of the command speaks of. */
  function ticketMoved({ hall, events }: Decided, counterId: string): TicketView {
    const event = events.findLast((each) => 'turnId' in each.data);
    const moved =
      event && 'turnId' in event.data
        ? event.data.turnId
        : turnInHand(dayOfCounter(hall, counterId), counterId)?.id;
    const day = daysAtHand(hall).find((each) => moved !== undefined && each.turns.has(moved));
    if (moved === undefined || !day) throw new DomainError('no-ticket-in-hand');
    return snapshots.ticket(day, ticketOf(day, turnOf(day, moved).ticketId));
  }

  const asked = (counterId: string): boolean => presence.padConnected(counterId);

  app.post(
    '/api/counters/:id/open',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: NoWords, response: { 200: CounterAnswer } },
    },
    async (request) => {
      const by = actorOf(request.principal);
      if (by.kind !== 'person') throw new DomainError('not-allowed');
      return move(request, { type: 'open-counter', counterId: request.params.id, clerkId: by.id });
    },
  );
  app.post(
    '/api/counters/:id/pause',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: PauseBody, response: { 200: CounterAnswer } },
    },
    (request) =>
      move(request, { type: 'pause-counter', counterId: request.params.id, reason: request.body.reason }),
  );
  app.post(
    '/api/counters/:id/resume',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: NoWords, response: { 200: CounterAnswer } },
    },
    (request) => move(request, { type: 'resume-counter', counterId: request.params.id }),
  );
  app.post(
    '/api/counters/:id/close',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: NoWords, response: { 200: CounterAnswer } },
    },
    (request) => move(request, { type: 'close-counter', counterId: request.params.id }),
  );

  app.post(
    '/api/counters/:id/call-next',
    {
      config: { access },
      schema: {
        tags: ['counters'],
        summary: 'Call the next; with `finish`, end the one in hand in the same append',
        params: IdParams,
        body: CallNextBody,
        response: { 200: TicketAnswer },
      },
    },
    (request) => {
      const counterId = request.params.id;
      const { finish, turnId: expected } = request.body;
      return serve(request, {
        type: 'call-next',
        counterId,
        callId: randomUUID(),
        turnId: expected,
        finish: finish && { ...finish, asked: asked(counterId) },
      });
    },
  );
  app.post(
    '/api/counters/:id/call',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: NumberBody, response: { 200: TicketAnswer } },
    },
    (request) =>
      serve(request, {
        type: 'call-number',
        counterId: request.params.id,
        callId: randomUUID(),
        ...request.body,
      }),
  );
  app.post(
    '/api/counters/:id/recall',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: TurnBody, response: { 200: TicketAnswer } },
    },
    (request) =>
      serve(request, { type: 'recall', counterId: request.params.id, callId: randomUUID(), ...request.body }),
  );
  app.post(
    '/api/counters/:id/start',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: TurnBody, response: { 200: TicketAnswer } },
    },
    (request) => serve(request, { type: 'start-service', counterId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/counters/:id/finish',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: FinishBody, response: { 200: TicketAnswer } },
    },
    (request) =>
      serve(request, {
        type: 'finish',
        counterId: request.params.id,
        asked: asked(request.params.id),
        ...request.body,
      }),
  );
  app.post(
    '/api/counters/:id/no-show',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: TurnBody, response: { 200: TicketAnswer } },
    },
    (request) => serve(request, { type: 'no-show', counterId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/counters/:id/return',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: NumberBody, response: { 200: TicketAnswer } },
    },
    (request) =>
      serve(request, { type: 'return', counterId: request.params.id, number: request.body.number }),
  );

  for (const later of LATER) {
    app.post(
      `/api/counters/:id/${later}`,
      { config: { access }, schema: { tags: ['counters'], params: IdParams } },
      async (request) => {
        knownCounter(operations.settings(), request.params.id);
        throw new DomainError('not-built-yet');
      },
    );
  }
};
