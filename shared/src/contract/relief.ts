import { type Static, Type } from 'typebox';
import { Nullable } from './text.ts';

/** By which a clerk takes over a counter from a colleague (替岗), and gives it back; good for nothing else. */
export const ReliefPin = Type.String({ pattern: '^[0-9]{4,6}$' });

/** Somebody who may serve, and whether they can take over now. */
export const Reliever = Type.Object({
  id: Type.String(),
  name: Type.String(),
  staffNumber: Nullable(Type.String()),
  hasPin: Type.Boolean(),
  /** Display number of the counter that they hold; null: they are free. */
  counter: Nullable(Type.Integer()),
});
export type Reliever = Static<typeof Reliever>;
