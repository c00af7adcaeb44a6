import { type Static, Type } from 'typebox';
import { Localized, Nullable, Slug } from './text.ts';

/**
 * What a customer is told once and whole (一次性告知): the fields that the windows' rule books ask for.
 * All may be left out; what is left out is not said.
 */

const Lines = Type.Array(Localized, { maxItems: 20 });
const Phone = Type.String({ maxLength: 60 });

/** One of 全部材料. Its id stands in the log where a clerk says that it is missing: never use one for another paper. */
export const Material = Type.Object(
  {
    id: Slug,
    name: Localized,
    /** Original or copy, how many, where to get it. */
    note: Type.Optional(Localized),
  },
  { additionalProperties: false },
);
export type Material = Static<typeof Material>;

export const Fee = Type.Object(
  {
    charged: Type.Boolean(),
    /** 收费标准: how much, and by what rule. */
    standard: Type.Optional(Localized),
  },
  { additionalProperties: false },
);

/** What another place handles. */
export const Elsewhere = Type.Object(
  {
    id: Slug,
    /** 名称: what it is that is not done here. */
    matter: Localized,
    office: Localized,
    /** 承办人: a post rather than a name. */
    contact: Type.Optional(Localized),
    phone: Type.Optional(Phone),
    address: Type.Optional(Localized),
    basis: Type.Optional(Localized),
  },
  { additionalProperties: false },
);
export type Elsewhere = Static<typeof Elsewhere>;

export const Guide = Type.Object(
  {
    /** The short list, where `materials` says more than a slip has room for; else taken from there. */
    bring: Type.Optional(Type.Array(Localized, { maxItems: 20, description: 'what to bring' })),
    /** Which form to fill in, if any, and where. */
    form: Type.Optional(Localized),
    where: Type.Optional(Localized),
    materials: Type.Optional(Type.Array(Material, { maxItems: 30 })),
    /** 依据 */
    basis: Type.Optional(Lines),
    /** 条件 */
    conditions: Type.Optional(Lines),
    /** 程序, step by step */
    procedure: Type.Optional(Lines),
    /** 时限 */
    timeLimit: Type.Optional(Localized),
    fee: Type.Optional(Fee),
    /** The hall's, unless this service has one of its own. */
    complaintPhone: Type.Optional(Phone),
    /** 承办: the office or post that answers for it. */
    responsible: Type.Optional(Localized),
    /** 不予办理的情形 */
    notHandled: Type.Optional(Lines),
    elsewhere: Type.Optional(Type.Array(Elsewhere, { maxItems: 10 })),
  },
  { additionalProperties: false },
);
export type Guide = Static<typeof Guide>;

/** Changes exactly when a word of the guide does, in any language. */
export const GuideVersion = Type.String({ pattern: '^[0-9a-f]{12}$' });

/** A service's guide as it is shown and printed, whole: everything filled in from where it is kept. */
export const GuideView = Type.Object({
  serviceId: Type.String(),
  serviceName: Localized,
  version: GuideVersion,
  bring: Type.Array(Localized),
  form: Nullable(Localized),
  where: Nullable(Localized),
  materials: Type.Array(Material),
  basis: Type.Array(Localized),
  conditions: Type.Array(Localized),
  procedure: Type.Array(Localized),
  timeLimit: Nullable(Localized),
  fee: Nullable(Fee),
  complaintPhone: Nullable(Type.String()),
  responsible: Nullable(Localized),
  notHandled: Type.Array(Localized),
  elsewhere: Type.Array(Elsewhere),
});
export type GuideView = Static<typeof GuideView>;

/** By what a guide was told: a kiosk's screen, a phone, the clerk in person, a printed slip. */
export const ToldMeans = Type.Union([
  Type.Literal('kiosk'),
  Type.Literal('phone'),
  Type.Literal('clerk'),
  Type.Literal('slip'),
]);
export type ToldMeans = Static<typeof ToldMeans>;

export const Told = Type.Object({ serviceId: Type.String(), version: GuideVersion, means: ToldMeans });
export type Told = Static<typeof Told>;

/** What was told before there was a ticket to note it on. */
export const ToldBefore = Type.Object(
  {
    serviceId: Type.String({ minLength: 1, maxLength: 63 }),
    version: GuideVersion,
    by: Type.Union([Type.Literal('screen'), Type.Literal('slip')]),
  },
  { additionalProperties: false },
);
export type ToldBefore = Static<typeof ToldBefore>;

/** Where a customer is sent: an office named in the guide's `elsewhere`, or another service of this hall. */
export const Referral = Type.Object(
  { to: Type.Union([Type.Literal('office'), Type.Literal('service')]), id: Slug },
  { additionalProperties: false },
);
export type Referral = Static<typeof Referral>;

/** What belongs to an outcome; ids only, so that nothing about a person stands in the log. */
export const OutcomeDetails = Type.Object({
  /** With `materials-missing`: which of the service's materials. */
  missing: Type.Optional(Type.Array(Slug)),
  /** Of the guide that those stand in. */
  guideVersion: Type.Optional(GuideVersion),
  /** With `refused`: one of the hall's refusal reasons. */
  reason: Type.Optional(Slug),
  /** With `referred`. */
  referredTo: Type.Optional(Referral),
  /** Where the line that the clerk wrote for the slip stands in the erasable table. */
  noteId: Type.Optional(Type.String()),
});
export type OutcomeDetails = Static<typeof OutcomeDetails>;
