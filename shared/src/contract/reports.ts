import { type Static, Type } from 'typebox';
import { At, Localized, Nullable } from './text.ts';
import { Ending, Outcome } from './ticket.ts';

const LocalDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'hall-local date' });

/** `[from, to)` in service days of the hall; both default to today (one day). */
export const ReportQuery = Type.Object(
  {
    from: Type.Optional(LocalDate),
    to: Type.Optional(LocalDate),
    service: Type.Optional(Type.String({ maxLength: 63 })),
    clerk: Type.Optional(Type.String({ maxLength: 80 })),
    counter: Type.Optional(Type.String({ maxLength: 63 })),
    /** Of a file's words: a download link cannot send `Accept-Language` as it likes. */
    language: Type.Optional(Type.String({ maxLength: 20 })),
  },
  { additionalProperties: false },
);
export type ReportQuery = Static<typeof ReportQuery>;

const OutagePart = Type.Union([
  Type.Literal('wait'),
  Type.Literal('walk'),
  Type.Literal('handling'),
  Type.Literal('aside'),
]);

/** A row per turn. Waits and handling in milliseconds; null where it did not come to that. */
export const TurnRow = Type.Object({
  turnId: Type.String(),
  serviceDay: LocalDate,
  number: Type.String(),
  serviceId: Type.String(),
  serviceName: Localized,
  counterId: Nullable(Type.String()),
  counterNumber: Nullable(Type.Integer()),
  clerkId: Nullable(Type.String()),
  clerkName: Nullable(Type.String()),
  priority: Nullable(Type.String()),
  state: Type.String(),
  ending: Nullable(Ending),
  outcome: Nullable(Outcome),
  queuedAt: At,
  firstCalledAt: Nullable(At),
  calledAt: Nullable(At),
  startedAt: Nullable(At),
  endedAt: Nullable(At),
  calls: Type.Integer(),
  waitMs: Nullable(Type.Integer()),
  waitToFirstCallMs: Nullable(Type.Integer()),
  handlingMs: Nullable(Type.Integer()),
  targetWaitMs: Type.Integer(),
  standardMs: Type.Integer(),
  rating: Nullable(Type.Integer()),
  asked: Type.Boolean(),
  /** Why, in the words that stood there when they were chosen. */
  reasons: Type.Array(Localized),
  /** Presses that were kept and not counted. */
  doubtful: Type.Integer(),
  /** Which materials, why not, where to: in the words that held when the clerk said it. */
  outcomeDetails: Type.Array(Localized),
  /** 首问责任人: who met this customer first, kept through every transfer. */
  firstClerkId: Nullable(Type.String()),
  firstClerkName: Nullable(Type.String()),
  /** In which parts of it the hub was away for a time. */
  metOutage: Type.Array(OutagePart),
  paper: Type.Boolean({ description: 'the number was written by hand and entered later' }),
});
export type TurnRow = Static<typeof TurnRow>;

export const GroupBy = Type.Union([
  Type.Literal('hall'),
  Type.Literal('service'),
  Type.Literal('clerk'),
  Type.Literal('counter'),
  Type.Literal('day'),
  Type.Literal('hour'),
]);
export type GroupBy = Static<typeof GroupBy>;

/** Definitions: docs/kpi.md. Shares are 0..1; null where there is nothing to divide. */
export const Kpis = Type.Object({
  issued: Type.Integer(),
  served: Type.Integer(),
  /** Of the served. */
  outcomes: Type.Object({
    done: Type.Integer(),
    accepted: Type.Integer(),
    'materials-missing': Type.Integer(),
    refused: Type.Integer({ description: '否定报备' }),
    referred: Type.Integer(),
  }),
  called: Type.Integer(),
  waiting: Type.Integer(),
  noShows: Type.Integer(),
  cancelled: Type.Integer(),
  expired: Type.Integer(),
  /** cancelled, expired and still waiting: how many, and their mean wait so far */
  notServed: Type.Object({
    count: Type.Integer(),
    meanMs: Nullable(Type.Number()),
    maxMs: Nullable(Type.Number()),
  }),
  waitMs: Type.Object({
    count: Type.Integer(),
    mean: Nullable(Type.Number()),
    p50: Nullable(Type.Number()),
    p90: Nullable(Type.Number()),
    max: Nullable(Type.Number()),
  }),
  handlingMs: Type.Object({
    count: Type.Integer(),
    mean: Nullable(Type.Number()),
    p50: Nullable(Type.Number()),
    p90: Nullable(Type.Number()),
    max: Nullable(Type.Number()),
  }),
  serviceLevel: Nullable(Type.Number()),
  noShowRate: Nullable(Type.Number()),
  cancelRate: Nullable(Type.Number()),
  withinStandard: Nullable(Type.Number()),
  asked: Type.Integer(),
  pressed: Type.Integer(),
  participation: Nullable(Type.Number()),
  satisfaction: Nullable(Type.Number()),
  meanLevel: Nullable(Type.Number()),
  levels: Type.Array(Type.Integer(), { description: 'presses of level 1..5' }),
  /** Presses that were kept and not counted: too soon, or from the clerk's own device. */
  doubtful: Type.Integer(),
  /** Of `waitMs.count` and `handlingMs.count`: in how many the hub was away for a time. They are counted. */
  metOutage: Type.Object({ waits: Type.Integer(), handlings: Type.Integer() }),
  /** Of `issued`: numbers that were written by hand and entered later. */
  paper: Type.Integer(),
});
export type Kpis = Static<typeof Kpis>;

export const TurnsReport = Type.Object({
  filter: Type.Object({
    from: LocalDate,
    to: LocalDate,
    service: Nullable(Type.String()),
    clerk: Nullable(Type.String()),
    counter: Nullable(Type.String()),
  }),
  count: Type.Integer(),
  /** At most `limit` rows; `count` says how many there are. CSV and XLSX hold all. */
  rows: Type.Array(TurnRow),
  noShows: Type.String({ description: 'how no-shows were treated' }),
});
export type TurnsReport = Static<typeof TurnsReport>;

export const SummaryReport = Type.Object({
  filter: TurnsReport.properties.filter,
  groupBy: GroupBy,
  total: Kpis,
  groups: Type.Array(Type.Object({ key: Type.String(), label: Localized, kpis: Kpis })),
  noShows: Type.String(),
  serviceLevelRule: Type.String(),
});
export type SummaryReport = Static<typeof SummaryReport>;

/** What people chose to say with their ratings, the best level first. */
export const ReasonsReport = Type.Object({
  filter: TurnsReport.properties.filter,
  levels: Type.Array(
    Type.Object({
      level: Type.Integer(),
      /** Ratings of this level, and how many of them came with a reason. */
      pressed: Type.Integer(),
      explained: Type.Integer(),
      /** The most frequent first. The same id in other words, of an earlier list, stands apart. */
      reasons: Type.Array(Type.Object({ id: Type.String(), name: Localized, count: Type.Integer() })),
    }),
  ),
});
export type ReasonsReport = Static<typeof ReasonsReport>;

/** The waits of the served by the quarter hour in which they queued. Milliseconds. */
export const WaitsReport = Type.Object({
  filter: TurnsReport.properties.filter,
  bucketMs: Type.Integer(),
  points: Type.Array(
    Type.Object({
      at: At,
      count: Type.Integer(),
      meanMs: Nullable(Type.Number()),
      p90Ms: Nullable(Type.Number()),
      maxMs: Nullable(Type.Number()),
      /** Of those who queued then. */
      stillWaiting: Type.Integer(),
    }),
  ),
});
export type WaitsReport = Static<typeof WaitsReport>;

/** A period alone: `[from, to)` in service days. */
export const PeriodQuery = Type.Object(
  {
    from: Type.Optional(LocalDate),
    to: Type.Optional(LocalDate),
    language: Type.Optional(Type.String({ maxLength: 20 })),
  },
  { additionalProperties: false },
);
export type PeriodQuery = Static<typeof PeriodQuery>;

/** What a person decided about somebody's place, against what the rules alone would have done. */
export const Decision = Type.Union([
  Type.Literal('priority-given'),
  Type.Literal('priority-taken-back'),
  Type.Literal('chosen'),
  Type.Literal('walk-in'),
  Type.Literal('put-first'),
  Type.Literal('moved'),
  Type.Literal('returned'),
  Type.Literal('service-changed'),
  Type.Literal('undone'),
  Type.Literal('against-hours'),
  Type.Literal('paper'),
]);
export type Decision = Static<typeof Decision>;

const Period = Type.Object({ from: LocalDate, to: LocalDate });

export const ExceptionsReport = Type.Object({
  filter: Period,
  count: Type.Integer(),
  /** Newest first, at most as many as a page shows; the CSV holds all. */
  rows: Type.Array(
    Type.Object({
      at: At,
      serviceDay: LocalDate,
      number: Nullable(Type.String()),
      what: Decision,
      /** What it was about, in words: the class given, the counter, the service. */
      about: Nullable(Localized),
      byId: Type.String(),
      byName: Nullable(Type.String()),
      byRole: Type.String(),
      reason: Nullable(Localized),
      /** What was written about it, while it is kept. */
      words: Nullable(Type.String()),
    }),
  ),
});
export type ExceptionsReport = Static<typeof ExceptionsReport>;

const Post = Type.Object({
  counterId: Type.String(),
  number: Type.Integer(),
  /** Who was at it last that day; null: nobody had been. */
  clerkName: Nullable(Type.String()),
  paused: Type.Boolean(),
});

/** Services that were open and that nobody served, put down for their main and backup counters. */
export const CoverageReport = Type.Object({
  filter: Period,
  count: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      serviceDay: LocalDate,
      serviceId: Type.String(),
      serviceName: Localized,
      from: At,
      to: At,
      /** It was not over when it was asked. */
      goesOn: Type.Boolean(),
      waited: Type.Integer({ description: 'how many waited in it' }),
      main: Type.Array(Post),
      backup: Type.Array(Post),
    }),
  ),
});
export type CoverageReport = Static<typeof CoverageReport>;

/** What was done about emergencies, step by step. */
export const EmergencyStep = Type.Union([
  Type.Literal('begun'),
  Type.Literal('message-changed'),
  Type.Literal('noted'),
  Type.Literal('ended'),
]);
export type EmergencyStep = Static<typeof EmergencyStep>;

export const EmergenciesReport = Type.Object({
  filter: Period,
  count: Type.Integer(),
  /** Newest first, at most as many as a page shows; the CSV holds all. */
  rows: Type.Array(
    Type.Object({
      at: At,
      serviceDay: LocalDate,
      what: EmergencyStep,
      kind: Nullable(Localized),
      byId: Type.String(),
      byName: Nullable(Type.String()),
      byRole: Type.String(),
      /** What was written about the incident, while it is kept. */
      note: Nullable(Type.String()),
    }),
  ),
});
export type EmergenciesReport = Static<typeof EmergenciesReport>;

/** When the hub was away though the hall was open; what it met when it went. */
export const OutagesReport = Type.Object({
  filter: Period,
  count: Type.Integer(),
  /** Newest first, at most as many as a page shows; the CSV holds all. */
  rows: Type.Array(
    Type.Object({
      serviceDay: LocalDate,
      from: At,
      to: At,
      planned: Type.Boolean({ description: 'it was stopped in order and soon came back' }),
      waiting: Type.Integer(),
      called: Type.Integer(),
      serving: Type.Integer(),
      parked: Type.Integer(),
    }),
  ),
});
export type OutagesReport = Static<typeof OutagesReport>;
