import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { CounterAnswer, createCounterAnswers, TicketAnswer } from '../counter-answers.ts';
import { createFinishWords, FinishWords } from '../finish-words.ts';
import { IdParams, NoWords, type Routes } from '../typed.ts';

const turnId = Type.Optional(Type.String({ maxLength: 80 }));
const TurnBody = Type.Object({ turnId }, { additionalProperties: false });
const FinishBody = Type.Object({ ...FinishWords, turnId }, { additionalProperties: false });
const CallNextBody = Type.Object(
  { finish: Type.Optional(Type.Object(FinishWords, { additionalProperties: false })), turnId },
  { additionalProperties: false },
);
const NumberBody = Type.Object(
  { number: Type.String({ minLength: 1, maxLength: 60 }), turnId },
  { additionalProperties: false },
);
const CallBody = Type.Object(
  {
    ...NumberBody.properties,
    here: Type.Optional(
      Type.Boolean({ description: 'the customer stands at the counter: serve at once, announce nothing' }),
    ),
  },
  { additionalProperties: false },
);
const PauseBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 63 }) },
  { additionalProperties: false },
);
const CloseBody = Type.Object(
  {
    leave: Type.Optional(
      Type.Union([Type.Literal('queue'), Type.Literal('park')], {
        description: 'what becomes of a customer in hand: first in line again, or set aside',
      }),
    ),
    /** Who is meant to be in hand: another customer than that is left alone. */
    turnId,
  },
  { additionalProperties: false },
);

export const counterRoutes: Routes = (app, hub) => {
  const access = ['clerk', 'hall-manager'] as const;

  const { move, serve } = createCounterAnswers(hub);
  const finishOf = createFinishWords(hub);

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
      schema: { tags: ['counters'], params: IdParams, body: CloseBody, response: { 200: CounterAnswer } },
    },
    (request) => move(request, { type: 'close-counter', counterId: request.params.id, ...request.body }),
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
      const { turnId: expected } = request.body;
      const { finish, writes } = request.body.finish
        ? finishOf(counterId, request.body.finish)
        : { finish: undefined, writes: [] };
      return serve(
        request,
        { type: 'call-next', counterId, callId: randomUUID(), turnId: expected, finish },
        writes,
      );
    },
  );
  app.post(
    '/api/counters/:id/call',
    {
      config: { access },
      schema: { tags: ['counters'], params: IdParams, body: CallBody, response: { 200: TicketAnswer } },
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
    (request) => {
      const counterId = request.params.id;
      const { turnId: expected, ...words } = request.body;
      const { finish, writes } = finishOf(counterId, words);
      return serve(request, { type: 'finish', counterId, turnId: expected, ...finish }, writes);
    },
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
};
