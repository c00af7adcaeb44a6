import { randomUUID } from 'node:crypto';
import { LanguageTag, Slug } from '@jiaohao/shared/contract/text.ts';
import { type Static, Type } from 'typebox';
import { timeOrderedId } from '../../operations/time-ordered-id.ts';
import { createCounterAnswers, TicketAnswer } from '../counter-answers.ts';
import { IdParams, type Routes } from '../typed.ts';

const closed = { additionalProperties: false };
const turnId = Type.Optional(Type.String({ maxLength: 80 }));
const Id = Type.String({ minLength: 1, maxLength: 63 });

const Place = Type.Union([Type.Literal('old'), Type.Literal('end'), Type.Literal('next')], {
  description: 'at the place its waiting gives it, behind everybody, or before everybody',
});
const Destination = {
  serviceId: Type.Optional(Id),
  counterId: Type.Optional(Id),
  place: Type.Optional(Place),
};

const ParkBody = Type.Object(
  { reason: Slug, minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })), turnId },
  closed,
);
const ResumeBody = Type.Object(
  { number: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), turnId },
  closed,
);
const TransferBody = Type.Object({ ...Destination, back: Type.Optional(Type.Boolean()), turnId }, closed);
/** Why it was done: blanks say nothing to who reads the log. */
const MoveBody = Type.Object(
  { ...Destination, reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) },
  closed,
);
const ServiceBody = Type.Object({ serviceId: Id, turnId }, closed);
const DropBody = Type.Object({ plannedTurnId: Type.String({ maxLength: 80 }), turnId }, closed);
const WalkInBody = Type.Object(
  { serviceId: Id, priority: Type.Optional(Id), language: Type.Optional(LanguageTag) },
  closed,
);
const UndoBody = Type.Object({ turnId }, closed);

/** The moves of a working day beside call and finish: set aside, send on, plan, serve on the spot, undo. */
export const moveRoutes: Routes = (app, hub) => {
  const { serve, moveTicket } = createCounterAnswers(hub);
  const access = ['clerk', 'hall-manager'] as const;
  const about = (summary: string) => ({
    tags: ['counters'],
    summary,
    params: IdParams,
    response: { 200: TicketAnswer },
  });

  app.post(
    '/api/counters/:id/park',
    {
      config: { access },
      schema: { ...about('Set the customer aside; with `minutes` it comes back by itself'), body: ParkBody },
    },
    (request) => {
      const { reason, minutes = null, turnId: expected } = request.body;
      return serve(request, {
        type: 'park',
        counterId: request.params.id,
        reason,
        minutes,
        turnId: expected,
      });
    },
  );
  app.post(
    '/api/counters/:id/resume-ticket',
    {
      config: { access },
      schema: { ...about('Go on with one set aside: it stands at the counter'), body: ResumeBody },
    },
    (request) => serve(request, { type: 'resume-ticket', counterId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/counters/:id/transfer',
    {
      config: { access },
      schema: { ...about('Send on to a service or a counter; `back`: there and back'), body: TransferBody },
    },
    (request) => {
      const { back = false, turnId: expected } = request.body;
      const to = destinationOf(request.body);
      return serve(request, {
        type: 'transfer',
        counterId: request.params.id,
        back,
        turnId: expected,
        ...to,
      });
    },
  );
  app.post(
    '/api/counters/:id/change-service',
    {
      config: { access },
      schema: { ...about('The number was taken for the wrong service'), body: ServiceBody },
    },
    (request) => serve(request, { type: 'change-service', counterId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/counters/:id/add-service',
    {
      config: { access },
      schema: { ...about('Another service on the same number, afterwards'), body: ServiceBody },
    },
    (request) =>
      serve(request, {
        type: 'plan-service',
        counterId: request.params.id,
        newTurnId: timeOrderedId(),
        ...request.body,
      }),
  );
  app.post(
    '/api/counters/:id/drop-service',
    {
      config: { access },
      schema: { ...about('A service that was planned is no longer wanted'), body: DropBody },
    },
    (request) => serve(request, { type: 'drop-service', counterId: request.params.id, ...request.body }),
  );
  app.post(
    '/api/counters/:id/walk-in',
    {
      config: { access },
      schema: {
        ...about('Serve somebody who took no number: issue and start in one step'),
        body: WalkInBody,
      },
    },
    (request) => {
      const { serviceId, priority = null, language } = request.body;
      const ticketId = timeOrderedId();
      return serve(request, {
        type: 'walk-in',
        counterId: request.params.id,
        callId: randomUUID(),
        ticketId,
        turnId: timeOrderedId(),
        tokenHash: hub.secrets.hash(hub.secrets.slipToken(ticketId)),
        serviceId,
        priority,
        language: language ?? (hub.operations.settings().hall.languages[0] as string),
      });
    },
  );
  app.post(
    '/api/counters/:id/undo',
    {
      config: { access },
      schema: { ...about('Take back the no-show or finish pressed here within a minute'), body: UndoBody },
    },
    (request) => serve(request, { type: 'undo', counterId: request.params.id, ...request.body }),
  );

  app.post(
    '/api/tickets/:id/move',
    {
      config: { access: ['hall-manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Put somebody who waits elsewhere, with a reason',
        params: IdParams,
        body: MoveBody,
        response: { 200: TicketAnswer },
      },
    },
    (request) => {
      const ticketId = request.params.id;
      const reason = randomUUID();
      const { reason: text } = request.body;
      return moveTicket(
        request,
        { type: 'move-ticket', ticketId, reason, ...destinationOf(request.body) },
        // Words about a person are kept where they can be erased; the journal names them only.
        [{ kind: 'keep-personal', id: reason, of: 'move-reason', text, at: hub.operations.now() }],
      );
    },
  );
};

function destinationOf({
  serviceId,
  counterId,
  place = 'old',
}: Static<typeof MoveBody> | Static<typeof TransferBody>) {
  return { newTurnId: timeOrderedId(), serviceId, toCounterId: counterId, place };
}
