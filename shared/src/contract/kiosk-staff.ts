import { type Static, Type } from 'typebox';
import { At, Nullable } from './text.ts';
import { PrintReason, PrintState } from './ticket.ts';

/** The number that opens the staff's menu of a kiosk: on its own keys, so digits only. */
export const StaffPin = Type.String({ pattern: '^[0-9]{4,8}$' });

/** What the right number gives: sent as `Staff-Pass` with each of the menu's requests, good for a while. */
export const StaffPass = Type.Object({ pass: Type.String(), until: At });
export type StaffPass = Static<typeof StaffPass>;

/** What the staff's menu of a kiosk shows. */
export const KioskCheck = Type.Object({
  deviceName: Type.String(),
  build: Type.String(),
  now: At,
  printer: Nullable(
    Type.Object({
      name: Type.String(),
      /** How it is reached: `tcp://…`, `file:…`, `virtual:`. */
      url: Type.String(),
      state: Type.Union([
        Type.Literal('ok'),
        Type.Literal('near-end'),
        Type.Literal('trouble'),
        Type.Literal('unknown'),
      ]),
      reason: Type.Optional(PrintReason),
    }),
  ),
  /** Today's slips of this kiosk and its printer, the newest of each ticket, those without paper first. */
  slips: Type.Array(
    Type.Object({
      ticketId: Type.String(),
      number: Type.String(),
      at: At,
      copy: Type.Integer(),
      state: PrintState,
      reason: Type.Optional(PrintReason),
      /** Its holder may still be called: it can be printed again. */
      live: Type.Boolean(),
    }),
  ),
});
export type KioskCheck = Static<typeof KioskCheck>;
