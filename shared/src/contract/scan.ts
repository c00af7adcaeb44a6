import { type Static, Type } from 'typebox';
import { Localized, Nullable } from './text.ts';
import { TicketView } from './ticket.ts';

/** What a scanner read from a slip: its ticket code or the link to its phone page. */
export const ScanBody = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 300 }) },
  { additionalProperties: false },
);

export const ScanAnswer = Type.Object({
  /** With its token for a kiosk, where the slip itself holds it. Null: a slip of a day that is over. */
  ticket: Nullable(TicketView),
  /** The counter's display number, while it is called or served there. */
  counter: Nullable(Type.Integer()),
  /** The service day of the slip, YYYY-MM-DD. */
  serviceDay: Type.String(),
  missedRule: Localized,
});
export type ScanAnswer = Static<typeof ScanAnswer>;
