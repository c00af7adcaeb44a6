import { randomUUID } from 'node:crypto';
import { Referral } from '@jiaohao/shared/contract/guide.ts';
import { Slug } from '@jiaohao/shared/contract/text.ts';
import { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { type Static, Type } from 'typebox';
import type { Write } from '../store/port.ts';
import type { Hub } from './hub.ts';

/** How a service ended, as a clerk says it. */
export const FinishWords = {
  outcome: Outcome,
  /** With `materials-missing`: ids of the service's materials. */
  missing: Type.Optional(Type.Array(Slug, { maxItems: 30 })),
  /** With `refused`: one of the hall's refusal reasons. */
  reason: Type.Optional(Slug),
  /** With `referred`. */
  referredTo: Type.Optional(Referral),
  /** A line for the customer's slip. It may be about a person: it is kept apart and can be erased. */
  note: Type.Optional(Type.String({ maxLength: 200 })),
};
const FinishObject = Type.Object(FinishWords);

/** A finish at a counter as it goes to the domain: what the clerk wrote stays behind, in the erasable table. */
export const createFinishWords =
  ({ operations, presence }: Hub) =>
  (counterId: string, { outcome, note, ...details }: Static<typeof FinishObject>) => {
    const text = note?.trim() ?? '';
    const noteId = text === '' ? undefined : randomUUID();
    const writes: Write[] =
      noteId === undefined
        ? []
        : [{ kind: 'keep-personal', id: noteId, of: 'slip-note', text, at: operations.now() }];
    const asked = presence.padConnected(counterId);
    return { finish: { outcome, asked, details: { ...details, noteId } }, writes };
  };
