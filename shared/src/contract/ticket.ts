import { type Static, Type } from 'typebox';
import { EmergencyView } from './announcements.ts';
import { GuideVersion, OutcomeDetails, Told, ToldBefore } from './guide.ts';
import { OfferedReasons } from './rating-reasons.ts';
import { At, HallProfile, LanguageTag, Localized, Nullable, Slug } from './text.ts';

export const TurnState = Type.Union([
  Type.Literal('planned'),
  Type.Literal('waiting'),
  Type.Literal('called'),
  Type.Literal('serving'),
  Type.Literal('missed'),
  Type.Literal('parked'),
  Type.Literal('ended'),
]);
export type TurnState = Static<typeof TurnState>;

/** How a turn ended. */
export const Ending = Type.Union([
  Type.Literal('served'),
  Type.Literal('transferred'),
  Type.Literal('cancelled'),
  Type.Literal('expired'),
  Type.Literal('unfinished'),
]);
export type Ending = Static<typeof Ending>;

export const Outcome = Type.Union([
  Type.Literal('done'),
  Type.Literal('accepted'),
  Type.Literal('materials-missing'),
  Type.Literal('refused'),
  Type.Literal('referred'),
]);
export type Outcome = Static<typeof Outcome>;

/** Likely wait in whole minutes; null where nothing honest can be said (no counter open for the service). */
export const Estimate = Type.Union([
  Type.Object(
    {
      fromMinutes: Type.Integer(),
      toMinutes: Type.Integer(),
      /** Where a break or closing time lies in between, the minutes hold it, and these are when by the clock. */
      fromAt: Type.Optional(At),
      toAt: Type.Optional(At),
      /** It may be after closing time. */
      afterClosing: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  Type.Null(),
]);
export type Estimate = Static<typeof Estimate>;

export const PrintState = Type.Union([
  Type.Literal('none'),
  Type.Literal('queued'),
  Type.Literal('printing'),
  Type.Literal('printed'),
  Type.Literal('unknown'),
  Type.Literal('failed'),
]);
export type PrintState = Static<typeof PrintState>;

/** Why no paper came, where that is known. */
export const PrintReason = Type.Union([
  Type.Literal('paper-out'),
  Type.Literal('cover-open'),
  Type.Literal('offline'),
  Type.Literal('cutter'),
  Type.Literal('printer-error'),
  Type.Literal('unreachable'),
  Type.Literal('timeout'),
  Type.Literal('gave-up'),
]);
export type PrintReason = Static<typeof PrintReason>;

export const PrintView = Type.Object({
  state: PrintState,
  reason: Type.Optional(PrintReason),
  /** 0 for the slip of the issue, n for 补打第 n 次. */
  copy: Type.Integer(),
  jobId: Type.Optional(Type.String()),
  /** Whether the printer is the virtual one, whose slip a kiosk shows as a picture. */
  virtual: Type.Optional(Type.Boolean()),
});
export type PrintView = Static<typeof PrintView>;

export const TurnView = Type.Object({
  id: Type.String(),
  serviceId: Type.String(),
  serviceName: Localized,
  state: TurnState,
  queuedAt: At,
  calledAt: Type.Union([At, Type.Null()]),
  startedAt: Type.Union([At, Type.Null()]),
  endedAt: Type.Union([At, Type.Null()]),
  calls: Type.Integer(),
  counterId: Type.Union([Type.String(), Type.Null()]),
  ending: Type.Union([Ending, Type.Null()]),
  outcome: Type.Union([Outcome, Type.Null()]),
  details: Type.Optional(OutcomeDetails),
});
export type TurnView = Static<typeof TurnView>;

export const TicketView = Type.Object({
  id: Type.String(),
  number: Type.String({ description: 'A001' }),
  /** Of the current turn: what a command about this ticket names. */
  turnId: Type.String(),
  serviceId: Type.String(),
  serviceName: Localized,
  /** The state of the current turn. */
  status: TurnState,
  ending: Type.Union([Ending, Type.Null()]),
  outcome: Type.Union([Outcome, Type.Null()]),
  issuedAt: At,
  priority: Type.Union([Type.String(), Type.Null()]),
  language: Type.String(),
  /** Which guides its holder was told, and by what. */
  told: Type.Optional(Type.Array(Told)),
  /** People who stand before it in its queue; 0 when it is no longer waiting. */
  ahead: Type.Integer(),
  estimate: Estimate,
  /** In the order they are served; those still to come are `planned`. */
  turns: Type.Array(TurnView),
  /** The counter number it comes back to when it is served here: there and back. */
  backTo: Type.Union([Type.Integer(), Type.Null()]),
  print: PrintView,
  token: Type.Optional(Type.String({ description: 'for a kiosk only: opens the phone page' })),
  /** What the slip's code holds: a link when PUBLIC_URL is set, else a ticket code; kiosk only. */
  code: Type.Optional(Type.String()),
});
export type TicketView = Static<typeof TicketView>;

export const HolderKind = Type.Union([Type.Literal('phone'), Type.Literal('id')]);
export type HolderKind = Static<typeof HolderKind>;

/** By what a hall that limits numbers per person knows one. Never kept: see operations/holders.ts. */
export const Holder = Type.Object(
  { kind: HolderKind, value: Type.String({ minLength: 1, maxLength: 40 }) },
  { additionalProperties: false },
);
export type Holder = Static<typeof Holder>;

export const VoidBody = Type.Object(
  { serviceId: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })), reason: Slug },
  { additionalProperties: false },
);

export const IssueBody = Type.Object(
  {
    serviceId: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    serviceIds: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 63 }), { minItems: 1, maxItems: 10 }),
    ),
    priority: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    language: Type.Optional(LanguageTag),
    /** Guides that were read or printed before the number was taken. */
    told: Type.Optional(Type.Array(ToldBefore, { maxItems: 20 })),
    /** Asked for by `rules.liveNumbersPerHolder`; staff may leave it out, and the log says so. */
    holder: Type.Optional(Holder),
    /** A hall manager gives a number although hours or quota are against it; the log says so. */
    override: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type IssueBody = Static<typeof IssueBody>;

const WallTime = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'HH:MM as the hall’s clocks show it, of the service day that is on',
});

/** A number that was written by hand while no machine gave any. */
export const PaperNumberBody = Type.Object(
  {
    serviceId: Type.String({ minLength: 1, maxLength: 63 }),
    /** When it was written: where it stands in line, and since when it waits. */
    takenAt: WallTime,
    /** What stands on it. */
    mark: Type.Optional(Type.String({ maxLength: 30 })),
    priority: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    language: Type.Optional(LanguageTag),
    /** A slip with the number that it has now; unless it was served. Unsaid: yes. */
    print: Type.Optional(Type.Boolean()),
    /** Its holder was served before it was entered. `from` and `to` are told together or not at all. */
    served: Type.Optional(
      Type.Object(
        {
          outcome: Outcome,
          counterId: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
          from: Type.Optional(WallTime),
          to: Type.Optional(WallTime),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

export type PaperNumberBody = Static<typeof PaperNumberBody>;

/** 'open': may rate now; 'done': has rated; 'closed': not (yet) or no longer. */
export const RatingState = Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('closed')]);
export type RatingState = Static<typeof RatingState>;

/** A service that was had with this number, and whether it was rated, on the phone or the pad. */
const ServedTurn = Type.Object({
  turnId: Type.String(),
  serviceName: Localized,
  /** Display number of the counter where it ended; null where no counter is known. */
  counter: Nullable(Type.Integer()),
  rating: RatingState,
});
export type ServedTurn = Static<typeof ServedTurn>;

/** What a customer's phone sees: nothing about anybody else. */
export const PhoneView = Type.Object({
  build: Type.String(),
  now: At,
  hallName: Localized,
  languages: Type.Array(Type.String()),
  profile: Type.Optional(HallProfile),
  timeZone: Type.Optional(Type.String()),
  /** The hall is held; this number keeps its place. */
  emergency: Type.Optional(EmergencyView),
  number: Type.String(),
  language: Type.String(),
  serviceName: Localized,
  issuedAt: At,
  status: TurnState,
  ending: Type.Union([Ending, Type.Null()]),
  /** Why staff voided it, in the hall's words. */
  endReason: Type.Optional(Localized),
  ahead: Type.Integer(),
  estimate: Estimate,
  /** Display number of the counter, once called. */
  counter: Type.Union([Type.Integer(), Type.Null()]),
  calledAt: Type.Union([At, Type.Null()]),
  turnId: Type.String(),
  canCancel: Type.Boolean(),
  /** Of `turnId`. */
  rating: RatingState,
  /** In the order they were served; each is rated for itself. */
  served: Type.Optional(Type.Array(ServedTurn)),
  /** While a press or its reasons may come from here; null where the hall offers none. */
  ratingReasons: Type.Optional(Nullable(OfferedReasons)),
  bring: Type.Array(Localized),
  /** Which form to fill in, and where. */
  form: Type.Optional(Localized),
  where: Type.Optional(Localized),
  /** Of the service's guide. */
  guideVersion: Type.Optional(GuideVersion),
  missedRule: Localized,
  /** How it came to this service, where it was not the one it was taken for. */
  came: Type.Optional(Type.Union([Type.Literal('transferred'), Type.Literal('follows')])),
  /** Display number of the one counter that it waits for. */
  forCounter: Type.Optional(Nullable(Type.Integer())),
  /** Set aside: when it comes back to the queue by itself. */
  parkedUntil: Type.Optional(Nullable(At)),
  /** The further services of this number, in order. */
  further: Type.Array(Localized),
});
export type PhoneView = Static<typeof PhoneView>;

export const RatingBody = Type.Object(
  {
    level: Type.Integer({ minimum: 1, maximum: 5 }),
    /** On a phone any served turn of the ticket; unsaid: the one that was served last. */
    turnId: Type.Optional(Type.String({ maxLength: 80 })),
    /** Ids of reasons, never words: they stand in the journal. */
    reasons: Type.Optional(Type.Array(Slug, { maxItems: 10 })),
    /** The settings' version whose list they were chosen from; unsaid: the one in force. */
    reasonsVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    comment: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type RatingBody = Static<typeof RatingBody>;

/** The phone shows the question about this turn; unsaid: the one that was served last. */
export const RatingShownBody = Type.Object(
  { turnId: Type.Optional(Type.String({ maxLength: 80 })) },
  { additionalProperties: false },
);

/** Why it was pressed, told after the press. */
export const ReasonsBody = Type.Object(
  {
    turnId: Type.String({ maxLength: 80 }),
    reasons: Type.Array(Slug, { maxItems: 10 }),
    reasonsVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    comment: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type ReasonsBody = Static<typeof ReasonsBody>;
