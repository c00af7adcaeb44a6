import { type Static, Type } from 'typebox';
import { At, Localized, Slug } from './text.ts';

/** Where each language's clip is fetched: `zh`, `en`, and languages that were added by their tag. Null: no sound. */
const Audio = Type.Unsafe<{ zh: string | null; en: string | null; [added: string]: string | null }>(
  Type.Object({}, { additionalProperties: Type.Union([Type.String(), Type.Null()]) }),
);

/** Said to the whole hall, on its screens and aloud. Never about a person. */
export const Announced = Type.Object({
  id: Type.String(),
  text: Localized,
  at: At,
  until: At,
  /** How often it is said, each time in every language that is spoken. */
  times: Type.Integer(),
  audio: Audio,
});
export type Announced = Static<typeof Announced>;

/** No number is given and nobody is called; every queue stays as it is. */
export const EmergencyView = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  text: Localized,
  since: At,
  /** For screens that speak it, again and again. */
  audio: Type.Optional(Audio),
});
export type EmergencyView = Static<typeof EmergencyView>;

const note = Type.Optional(
  Type.String({ maxLength: 500, description: 'what happened; kept where it can be erased' }),
);

export const EmergencyBody = Type.Object(
  { kind: Type.String({ minLength: 1, maxLength: 63 }), note },
  { additionalProperties: false },
);
export const EmergencyEndBody = Type.Object({ note }, { additionalProperties: false });

/** One of the hall's own texts, or words for the occasion by language (`zh-CN`, `en`). */
export const AnnounceBody = Type.Object(
  {
    presetId: Type.Optional(Slug),
    text: Type.Optional(Localized),
    times: Type.Optional(Type.Integer({ minimum: 0, maximum: 5, description: '0: shown, not spoken' })),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
  },
  { additionalProperties: false },
);
