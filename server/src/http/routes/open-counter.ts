import { randomUUID } from 'node:crypto';
import { type Static, Type } from 'typebox';
import type { Leave } from '../../domain/command.ts';
import { DomainError } from '../../domain/errors.ts';
import { daysAtHand } from '../../domain/hall.ts';
import { counterHeldBy } from '../../domain/state.ts';
import { actorOf } from '../../operations/principal.ts';
import type { Write } from '../../store/port.ts';
import { CounterAnswer, createCounterAnswers } from '../counter-answers.ts';
import { createFinishWords, FinishWords } from '../finish-words.ts';
import type { Hub } from '../hub.ts';
import { IdParams, type Routes } from '../typed.ts';

const OpenBody = Type.Object(
  {
    leave: Type.Optional(
      Type.Union([Type.Literal('finish'), Type.Literal('park'), Type.Literal('carry')], {
        description: 'what becomes of a customer in hand at the counter held until now',
      }),
    ),
    /** The turn in hand there. */
    turnId: Type.Optional(Type.String({ maxLength: 80 })),
    /** With `finish`, as finishing takes them; `outcome` must be there. With `park`, `reason` says why. */
    ...FinishWords,
    outcome: Type.Optional(FinishWords.outcome),
    /** With `park`: when it comes back by itself. */
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })),
  },
  { additionalProperties: false },
);
type OpenWords = Static<typeof OpenBody>;

const GOES_WITH: Readonly<Record<Leave['how'], ReadonlySet<string>>> = {
  finish: new Set(Object.keys(FinishWords)),
  park: new Set(['reason', 'minutes']),
  carry: new Set(),
};

/** A clerk opens a counter, and leaves the one held until then. */
export const openCounterRoute: Routes = (app, hub) => {
  const { move } = createCounterAnswers(hub);
  const leaveOf = createLeaving(hub);

  app.post(
    '/api/counters/:id/open',
    {
      config: { access: ['clerk', 'hall-manager'] },
      schema: {
        tags: ['counters'],
        summary:
          'Hold a counter; one that the clerk held closes, and `leave` says what becomes of who is there',
        params: IdParams,
        body: OpenBody,
        response: { 200: CounterAnswer },
      },
    },
    async (request) => {
      const by = actorOf(request.principal);
      if (by.kind !== 'person') throw new DomainError('not-allowed');
      const { leave, writes } = leaveOf(by.id, request.body);
      const { turnId } = request.body;
      const counterId = request.params.id;
      return move(request, { type: 'open-counter', counterId, clerkId: by.id, leave, turnId }, writes);
    },
  );
};

/** @throws DomainError `malformed` where what goes with `leave` is not there, or does not go with it */
function createLeaving(hub: Hub) {
  const finishOf = createFinishWords(hub);

  return (clerkId: string, { leave, turnId, ...words }: OpenWords): { leave?: Leave; writes?: Write[] } => {
    const { outcome, minutes, ...details } = words;
    const { reason } = details;
    const stray = Object.keys(words).find((field) => !GOES_WITH[leave ?? 'carry'].has(field));
    if (stray !== undefined) throw new DomainError('malformed', { field: stray });
    switch (leave) {
      case 'finish': {
        if (outcome === undefined) throw new DomainError('malformed', { field: 'outcome' });
        const { finish, writes } = finishOf(heldBy(clerkId), { ...details, outcome });
        return { leave: { how: 'finish', ...finish }, writes };
      }
      case 'park':
        if (reason === undefined) throw new DomainError('malformed', { field: 'reason' });
        return { leave: { how: 'park', reason, minutes: minutes ?? null } };
      case 'carry':
        return { leave: { how: 'carry', callId: randomUUID() } };
      case undefined:
        return {};
      default:
        return leave satisfies never;
    }
  };

  /** Whose pad asks. */
  function heldBy(clerkId: string): string {
    const held = daysAtHand(hub.operations.hall()).map((day) => counterHeldBy(day, clerkId));
    return held.find((counterId) => counterId !== null) ?? '';
  }
}
