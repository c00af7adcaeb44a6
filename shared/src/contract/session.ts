import { type Static, Type } from 'typebox';
import { Role, SeedPerson } from './hall.ts';
import { At } from './text.ts';

export const SignInBody = Type.Object(
  { username: Type.String({ minLength: 1, maxLength: 40 }), password: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);

export const WhoAmI = Type.Object({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  staffNumber: Type.Union([Type.String(), Type.Null()]),
  role: Role,
  /** A password that somebody else chose must be changed before anything else. */
  mustChangePassword: Type.Boolean(),
  /** The counter this person holds now. */
  counterId: Type.Union([Type.String(), Type.Null()]),
  /** Can take over a counter from a colleague. */
  reliefPin: Type.Optional(Type.Boolean()),
  /** Signed in by that PIN, for this counter alone. */
  byPin: Type.Optional(Type.Boolean()),
});
export type WhoAmI = Static<typeof WhoAmI>;

export const Person = Type.Object({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  staffNumber: Type.Union([Type.String(), Type.Null()]),
  role: Role,
  hasPassword: Type.Boolean(),
  archived: Type.Boolean(),
  /** Has a PIN to take over counters with. */
  reliefPin: Type.Optional(Type.Boolean()),
});
export type Person = Static<typeof Person>;

export const NewPerson = Type.Object(
  {
    ...SeedPerson.properties,
    password: Type.Optional(Type.String({ minLength: 8, maxLength: 200 })),
    temporary: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type NewPerson = Static<typeof NewPerson>;

export const DeviceKind = Type.Union([
  Type.Literal('kiosk'),
  Type.Literal('hall-screen'),
  Type.Literal('counter-pad'),
]);
export type DeviceKind = Static<typeof DeviceKind>;

export const Device = Type.Object({
  id: Type.String(),
  kind: DeviceKind,
  name: Type.String(),
  counterId: Type.Union([Type.String(), Type.Null()]),
  /** Of a hall screen: the zone that it shows (null: the whole hall), whether it may speak, its overscan in per cent. */
  zoneId: Type.Union([Type.String(), Type.Null()]),
  speaks: Type.Boolean(),
  overscan: Type.Union([Type.Number(), Type.Null()]),
  paired: Type.Boolean(),
  revoked: Type.Boolean(),
  lastSeenAt: Type.Union([At, Type.Null()]),
  /** A kiosk's menu for staff can be opened. */
  staffPin: Type.Optional(Type.Boolean()),
});
export type Device = Static<typeof Device>;

/** Another system that may book appointments through the API. */
export const ApiClient = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: At,
  lastSeenAt: Type.Union([At, Type.Null()]),
  revoked: Type.Boolean(),
});
export type ApiClient = Static<typeof ApiClient>;

/** What a device learns about itself. */
export const DeviceSelf = Type.Object({
  id: Type.String(),
  kind: DeviceKind,
  name: Type.String(),
  counterId: Type.Union([Type.String(), Type.Null()]),
});
