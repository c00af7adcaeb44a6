import { type Static, type TSchema, Type } from 'typebox';

/** A text in several languages: BCP 47 tag → words. `zh-CN` comes first in a hall of the sample's kind. */
export const Localized = Type.Record(
  Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' }),
  Type.String({ maxLength: 2000 }),
  {
    description: 'Language tag → words',
  },
);
export type Localized = Static<typeof Localized>;

/** A language, as BCP 47 names it: `zh-CN`, `en`. */
export const LanguageTag = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4})?$' });

/** Whose words the product uses: a bank says 客户, 柜员 and 大堂经理 where a government hall says 办事群众, 窗口工作人员 and 值班长. */
export const HallProfile = Type.Union([Type.Literal('government'), Type.Literal('bank')]);

/** Milliseconds since 1970 in UTC, by the hub's clock. */
export const At = Type.Integer({ description: 'UTC milliseconds, hub clock' });

/** An identifier that a person may have typed in a hall file: lower case, digits, dashes. */
export const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' });

/** A schema's values, or null. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
