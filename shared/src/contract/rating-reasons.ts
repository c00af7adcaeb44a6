import { type Static, Type } from 'typebox';
import { Localized, Slug } from './text.ts';

/** Why somebody pressed as they did: a few words to choose from, never free text. */
const RatingReason = Type.Object({ id: Slug, name: Localized }, { additionalProperties: false });
export type RatingReason = Static<typeof RatingReason>;

const ReasonList = Type.Optional(Type.Array(RatingReason, { minItems: 1, maxItems: 6 }));
/** The reasons offered after each level; a level without a list offers none. */
export const RatingReasons = Type.Object(
  { '5': ReasonList, '4': ReasonList, '3': ReasonList, '2': ReasonList, '1': ReasonList },
  { additionalProperties: false },
);
export type RatingReasons = Static<typeof RatingReasons>;

/** The reasons a page offers after a press, and the settings' version that they are of. */
export const OfferedReasons = Type.Object({ version: Type.Integer(), lists: RatingReasons });
export type OfferedReasons = Static<typeof OfferedReasons>;
