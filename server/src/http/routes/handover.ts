import { randomUUID } from 'node:crypto';
import { Slug } from '@jiaohao/shared/contract/text.ts';
import { Type } from 'typebox';
import { addDays } from '../../domain/service-day.ts';
import { actorOf } from '../../operations/principal.ts';
import { HANDOVER_NOTES } from '../../operations/texts-at-hand.ts';
import { CounterAnswer, createCounterAnswers } from '../counter-answers.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, NoWords, type Routes } from '../typed.ts';

/** How long the words are kept, days: long enough to look a matter up, no longer. */
const KEPT_DAYS = 30;

const NoteBody = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    /** The main counters of this service … */
    serviceId: Type.Optional(Slug),
    /** … or this counter. */
    toCounterId: Type.Optional(Slug),
  },
  { additionalProperties: false },
);
const ReadParams = Type.Object({
  id: IdParams.properties.id,
  noteId: Type.String({ minLength: 1, maxLength: 120 }),
});

/** What one clerk leaves for another (交接). */
export const handoverRoutes: Routes = (app, hub) => {
  const { operations } = hub;
  const { move, moved } = createCounterAnswers(hub);
  const access = ['clerk', 'hall-manager'] as const;

  app.post(
    '/api/counters/:id/handover-note',
    {
      config: { access },
      schema: {
        tags: ['counters'],
        summary: 'Leave a note for the main counters of a service, or for one counter',
        params: IdParams,
        body: NoteBody,
        response: { 200: CounterAnswer },
      },
    },
    async (request) => {
      const { text, ...to } = request.body;
      const textId = randomUUID();
      const keepUntil = addDays(operations.hall().today.date, KEPT_DAYS);
      const words = { kind: 'keep-personal', id: textId, of: HANDOVER_NOTES.of, text: text.trim() } as const;
      return operations.execute(
        actorOf(request.principal),
        { type: 'leave-note', counterId: request.params.id, noteId: randomUUID(), textId, ...to },
        {
          key: requestKey(hub, request),
          writes: [{ ...words, keepUntil, at: operations.now() }],
          answer: ({ hall }) => moved(request.params.id, hall),
        },
      );
    },
  );

  app.post(
    '/api/counters/:id/handover-note/:noteId/read',
    {
      config: { access },
      schema: {
        tags: ['counters'],
        summary: 'The note has been read at this counter',
        params: ReadParams,
        body: NoWords,
        response: { 200: CounterAnswer },
      },
    },
    (request) => {
      const { id: counterId, noteId } = request.params;
      return move(request, { type: 'read-note', counterId, noteId });
    },
  );
};
