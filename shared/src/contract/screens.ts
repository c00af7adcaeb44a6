import { type Static, Type } from 'typebox';
import { Announced, EmergencyView } from './announcements.ts';
import { AppointmentCounts } from './appointments.ts';
import { GuideVersion } from './guide.ts';
import { PriorityReason } from './hall.ts';
import { HallOpen, ServiceClosed } from './hours.ts';
import { OfferedReasons } from './rating-reasons.ts';
import { At, HallProfile, Localized, Nullable } from './text.ts';
import { Estimate, HolderKind, Outcome, TicketView } from './ticket.ts';

/** What the screens show: whole snapshots, each replacing the one before. */

/** In every snapshot: reload when `build` changes; show time as `now` plus what has passed. */
const Envelope = { build: Type.String(), now: At, version: Type.Integer() };

/** What anybody may know before they sign in: the hall's name, what it speaks, and whose words it uses. */
export const AboutHall = Type.Object({
  name: Localized,
  languages: Type.Array(Type.String()),
  profile: HallProfile,
});
export type AboutHall = Static<typeof AboutHall>;

export const Menu = Type.Object({
  now: At,
  hallName: Localized,
  languages: Type.Array(Type.String()),
  profile: Type.Optional(HallProfile),
  timeZone: Type.String(),
  /** Numbers are being issued at all. */
  issuing: Type.Boolean(),
  emergency: Type.Optional(EmergencyView),
  priorityClasses: Type.Array(Type.Object({ id: Type.String(), name: Localized, document: Localized })),
  /** Some service takes appointments: they are checked in here. */
  appointments: Type.Optional(Type.Boolean()),
  /** What a person is asked for before a number; absent: nothing. */
  holder: Type.Optional(Type.Object({ kinds: Type.Array(HolderKind) })),
  kiosk: Type.Object({
    /** The languages that the hub speaks, as its clips name them: `zh`, `en`; none without a voice. */
    speech: Type.Array(Type.String()),
    volume: Type.Number(),
    speakNumbers: Type.Boolean(),
    keys: Type.Array(Type.Object({ code: Type.String(), serviceId: Type.String() })),
  }),
  groups: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Localized,
      hint: Type.Optional(Localized),
      sign: Type.Optional(Type.String()),
      services: Type.Array(
        Type.Object({
          id: Type.String(),
          letter: Type.String(),
          name: Localized,
          hint: Type.Optional(Localized),
          waiting: Type.Integer(),
          estimate: Estimate,
          open: Type.Boolean({ description: 'a number can be had now' }),
          /** Why not, and from when on; absent where it can. */
          closed: Type.Optional(ServiceClosed),
          enquiries: Type.Boolean(),
          bring: Type.Array(Localized),
          /** Which form to fill in, and where. */
          form: Type.Optional(Localized),
          where: Type.Optional(Localized),
          /** Of its guide: changes when a word of it does. */
          guideVersion: Type.Optional(GuideVersion),
        }),
      ),
    }),
  ),
});
export type Menu = Static<typeof Menu>;

/** Where each language's clip is fetched: `zh`, `en`, and languages that were added by their tag. Null: no sound. */
const CallAudio = Type.Unsafe<{ zh: string | null; en: string | null; [added: string]: string | null }>(
  Type.Object(
    { zh: Nullable(Type.String()), en: Nullable(Type.String()) },
    { additionalProperties: Nullable(Type.String()) },
  ),
);

export const CallEntry = Type.Object({
  /** Of this call: a recall has another. Speak each id at most once. */
  id: Type.String(),
  turnId: Type.String(),
  number: Type.String(),
  counter: Type.Integer({ description: "the counter's display number" }),
  at: At,
  recall: Type.Boolean(),
  audio: CallAudio,
});
export type CallEntry = Static<typeof CallEntry>;

export const Board = Type.Object({
  ...Envelope,
  hallName: Localized,
  languages: Type.Array(Type.String()),
  profile: Type.Optional(HallProfile),
  timeZone: Type.String(),
  complaintPhone: Nullable(Type.String()),
  /** What part of the hall this is; null or absent: all of it. Calls, counters, services and missed numbers are of it alone. */
  zone: Type.Optional(Nullable(Type.Object({ id: Type.String(), name: Localized }))),
  issuing: Type.Boolean(),
  emergency: Type.Optional(EmergencyView),
  announcements: Type.Optional(Type.Array(Announced)),
  /** Newest first, one entry a ticket, at most twelve: those called or being served, and the latest served. */
  calls: Type.Array(CallEntry),
  waiting: Type.Array(
    Type.Object({
      serviceId: Type.String(),
      groupId: Type.String(),
      letter: Type.String(),
      name: Localized,
      waiting: Type.Integer(),
      estimate: Estimate,
      /** 'open': a counter serves it now; 'paused': its counters are paused; 'closed': no counter. */
      state: Type.Union([Type.Literal('open'), Type.Literal('paused'), Type.Literal('closed')]),
    }),
  ),
  counters: Type.Array(
    Type.Object({
      number: Type.Integer(),
      state: Type.Union([Type.Literal('open'), Type.Literal('paused'), Type.Literal('closed')]),
      pauseReason: Nullable(Localized),
      ticket: Nullable(Type.String()),
    }),
  ),
  missed: Type.Array(Type.String()),
  missedRule: Localized,
  notices: Type.Array(Localized),
  /** By its opening hours; absent in a hall without. Closed, it still calls those who wait. */
  open: Type.Optional(HallOpen),
  voice: Type.Object({
    order: Type.Array(Type.Object({ language: Type.String(), times: Type.Integer() })),
    volume: Type.Number(),
  }),
});
export type Board = Static<typeof Board>;

export const Speech = Type.Object({
  state: Type.Union([
    Type.Literal('idle'),
    Type.Literal('speaking'),
    Type.Literal('queued'),
    Type.Literal('silent'),
  ]),
  /** With 'queued': 1 is next. */
  position: Type.Optional(Type.Integer()),
});
export type Speech = Static<typeof Speech>;

export const QueueEntry = Type.Object({
  ticketId: Type.String(),
  turnId: Type.String(),
  number: Type.String(),
  serviceId: Type.String(),
  priority: Nullable(Type.String()),
  queuedAt: At,
  late: Type.Boolean(),
  /** A person put it before everybody. */
  first: Type.Boolean(),
  /** Display number of the one counter that is meant. */
  forCounter: Nullable(Type.Integer()),
});
export type QueueEntry = Static<typeof QueueEntry>;

export const ParkedEntry = Type.Object({
  ...QueueEntry.properties,
  reason: Localized,
  since: At,
  /** When it comes back to the queue by itself. */
  until: Nullable(At),
  counter: Type.Integer({ description: 'display number of the counter that set it aside' }),
});
export type ParkedEntry = Static<typeof ParkedEntry>;

/** What somebody should know who comes back to a counter: words that a clerk left, or whom others served meanwhile. */
export const HandoverNoteView = Type.Object({
  id: Type.String(),
  at: At,
  /** Display number of the counter that left it; null: the hub did. */
  fromCounter: Nullable(Type.Integer()),
  fromName: Nullable(Type.String()),
  service: Nullable(Localized),
  /** Null: the hub's, or erased. */
  text: Nullable(Type.String()),
  /** The hub's: since when this counter was away, and who was served at its backups until `at`. */
  awayFrom: Nullable(At),
  served: Type.Array(
    Type.Object({ number: Type.String(), counter: Type.Integer(), clerkName: Nullable(Type.String()) }),
  ),
});
export type HandoverNoteView = Static<typeof HandoverNoteView>;

/** Who serves, as their pad says it. */
const ClerkShown = Type.Object({
  id: Type.String(),
  name: Type.String(),
  staffNumber: Nullable(Type.String()),
});

/** For a clerk's terminal and the pad of one counter. What the pad must not show is not in here. */
export const CounterView = Type.Object({
  ...Envelope,
  hallName: Localized,
  languages: Type.Array(Type.String()),
  profile: Type.Optional(HallProfile),
  timeZone: Type.String(),
  counter: Type.Object({ id: Type.String(), number: Type.Integer(), name: Type.Optional(Localized) }),
  emergency: Type.Optional(EmergencyView),
  state: Type.Union([Type.Literal('closed'), Type.Literal('open'), Type.Literal('paused')]),
  pause: Nullable(Type.Object({ reason: Type.String(), name: Localized, sentence: Localized, since: At })),
  clerk: Nullable(ClerkShown),
  /** The ticket in hand. */
  ticket: Nullable(TicketView),
  /** Set while a pad should ask: the turn that ended here and may still be rated by a press. */
  rating: Nullable(
    Type.Object({
      turnId: Type.String(),
      number: Type.String(),
      /** Whose service it was, also where somebody else is at the counter by now. */
      clerk: Type.Optional(Nullable(ClerkShown)),
      until: At,
      pressed: Type.Boolean(),
    }),
  ),
  /** For the pad, for a moment: who was set aside here, sent on, or taken along by the clerk, and where to. */
  left: Type.Optional(
    Nullable(
      Type.Object({
        number: Type.String(),
        how: Type.Union([Type.Literal('parked'), Type.Literal('transferred'), Type.Literal('carried')]),
        /** Display number of the one counter that it now waits for, or is served at. */
        toCounter: Nullable(Type.Integer()),
        service: Localized,
        until: At,
      }),
    ),
  ),
  /** For the pad: what it offers after a press, and where it may fetch the spoken question. */
  asking: Type.Optional(
    Type.Object({
      reasons: Nullable(OfferedReasons),
      audio: Nullable(CallAudio),
    }),
  ),
  queues: Type.Array(
    Type.Object({
      serviceId: Type.String(),
      letter: Type.String(),
      name: Localized,
      role: Type.Union([Type.Literal('main'), Type.Literal('backup')]),
      /** A backup service that takes part now. */
      joined: Type.Boolean(),
      /** Why a backup service does: no main counter works, or somebody has waited too long. */
      joinedBecause: Type.Optional(
        Nullable(Type.Union([Type.Literal('no-main'), Type.Literal('waiting-long')])),
      ),
      joinedSince: Type.Optional(Nullable(At)),
      waiting: Type.Integer(),
      oldestQueuedAt: Nullable(At),
    }),
  ),
  /** The next in line for this counter, in the order they would be called. */
  next: Type.Array(QueueEntry),
  missed: Type.Array(QueueEntry),
  /** Set aside at this counter or by its clerk, or elsewhere in a service it takes; its own first. */
  parked: Type.Array(ParkedEntry),
  /** Hand-over notes that have not been read here. */
  notes: Type.Optional(Type.Array(HandoverNoteView)),
  /** What can be taken back here now: the latest no-show or finish. */
  undo: Nullable(
    Type.Object({
      turnId: Type.String(),
      number: Type.String(),
      was: Type.Union([Type.Literal('finished'), Type.Literal('missed')]),
      until: At,
    }),
  ),
  waiting: Type.Integer(),
  today: Type.Object({ served: Type.Integer(), meanHandlingMs: Nullable(Type.Integer()) }),
  padConnected: Type.Boolean(),
  speech: Speech,
  rules: Type.Object({
    pressesStart: Type.Boolean(),
    defaultOutcome: Outcome,
    ratingSeconds: Type.Integer(),
    pauseReasons: Type.Array(Type.Object({ id: Type.String(), name: Localized })),
    refusalReasons: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Localized }))),
    parkReasons: Type.Array(Type.Object({ id: Type.String(), name: Localized })),
    /** Names for `priority` of the ticket and the queue entries. */
    priorityClasses: Type.Optional(
      Type.Array(
        Type.Object({
          id: Type.String(),
          name: Localized,
          /** What to ask for. */
          document: Type.Optional(Localized),
          /** Who gives it; null: people choose it themselves. */
          givenBy: Type.Optional(Nullable(Type.String())),
        }),
      ),
    ),
    /** Why a class is given or taken back. */
    priorityReasons: Type.Optional(Type.Array(PriorityReason)),
  }),
});
export type CounterView = Static<typeof CounterView>;

/** What one hall screen is told about itself. */
export const ScreenOrders = Type.Object({
  /** Of the screens of a zone that can be heard, one speaks. */
  speaks: Type.Boolean(),
  /** Per cent of each edge that this screen cuts off; null: not said. */
  overscan: Nullable(Type.Number()),
});
export type ScreenOrders = Static<typeof ScreenOrders>;

/** The hall as managers see it now. */
export const HallView = Type.Object({
  ...Envelope,
  hallName: Localized,
  languages: Type.Array(Type.String()),
  profile: Type.Optional(HallProfile),
  timeZone: Type.String(),
  serviceDay: Type.String({ description: 'YYYY-MM-DD' }),
  emergency: Type.Optional(EmergencyView),
  /** For `POST /api/emergency`. */
  emergencies: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), name: Localized, sentence: Localized })),
  ),
  /** Of today, oldest first. */
  outages: Type.Optional(Type.Array(Type.Object({ from: At, to: At }))),
  announcements: Type.Optional(Type.Array(Announced)),
  /** For `POST /api/announcements`. */
  announcementPresets: Type.Optional(Type.Array(Type.Object({ id: Type.String(), text: Localized }))),
  waiting: Type.Integer(),
  served: Type.Integer(),
  /** Today's; absent where no service takes appointments. */
  appointments: Type.Optional(AppointmentCounts),
  /** Of those served today. */
  outcomes: Type.Optional(
    Type.Object({
      done: Type.Integer(),
      accepted: Type.Integer(),
      'materials-missing': Type.Integer(),
      refused: Type.Integer({ description: '否定报备' }),
      referred: Type.Integer(),
    }),
  ),
  counters: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.Integer(),
      state: Type.Union([Type.Literal('closed'), Type.Literal('open'), Type.Literal('paused')]),
      since: Nullable(At),
      clerkName: Nullable(Type.String()),
      ticket: Nullable(Type.String()),
      ticketState: Nullable(Type.String()),
      ticketSince: Nullable(At),
      pauseReason: Nullable(Localized),
      pad: Type.Boolean(),
    }),
  ),
  queues: Type.Array(
    Type.Object({
      serviceId: Type.String(),
      letter: Type.String(),
      name: Localized,
      waiting: Type.Integer(),
      oldestQueuedAt: Nullable(At),
      late: Type.Integer(),
    }),
  ),
  /**
   * Services that nobody serves now although they are open: neither a main nor a backup counter works. From
   * `alertAt` on somebody should see to it; null while nobody waits.
   */
  gaps: Type.Optional(
    Type.Array(
      Type.Object({
        serviceId: Type.String(),
        letter: Type.String(),
        name: Localized,
        since: At,
        waiting: Type.Integer(),
        alertAt: Nullable(At),
        main: Type.Array(Type.Integer(), { description: 'display numbers of its main counters' }),
        backup: Type.Array(Type.Integer()),
      }),
    ),
  ),
  /** For `POST /api/void`. */
  voidReasons: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Localized }))),
  /** What a number may be given, and the document that it asks for. */
  priorityClasses: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.String(),
        name: Localized,
        document: Type.Optional(Localized),
        byBooking: Type.Optional(
          Type.Boolean({ description: 'comes with an appointment: nobody gives it by hand' }),
        ),
      }),
    ),
  ),
  /** For `POST /api/tickets/:id/priority`. */
  priorityReasons: Type.Optional(Type.Array(PriorityReason)),
  devices: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      name: Type.String(),
      connected: Type.Boolean(),
      lastSeenAt: Nullable(At),
      trouble: Nullable(Type.String()),
      /** Of a connected hall screen: whether it is the one of its zone that speaks. */
      voice: Type.Optional(
        Type.Union([
          Type.Literal('speaking'),
          Type.Literal('standby'),
          Type.Literal('no-sound'),
          Type.Literal('off'),
        ]),
      ),
    }),
  ),
  alerts: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      at: At,
      details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
});
export type HallView = Static<typeof HallView>;

/** Pushed to the kiosk that took the ticket: what became of its slip. */
export const SlipUpdate = Type.Object({ ticketId: Type.String(), print: TicketView.properties.print });
export type SlipUpdate = Static<typeof SlipUpdate>;
