import { type Static, Type } from 'typebox';
import { AppointmentRules, ServiceAppointments } from './appointments.ts';
import { Guide } from './guide.ts';
import { OpeningHours, TimeOfDay } from './hours.ts';
import { RatingReasons } from './rating-reasons.ts';
import { HallProfile, Localized, Slug } from './text.ts';
import { HolderKind, Outcome } from './ticket.ts';

/**
 * The hall-definition format: what `HALL_FILE` holds, and what one version of the settings holds
 * (people apart: they are personal data and live in a table of their own).
 */

const Minutes = Type.Number({ minimum: 0, maximum: 24 * 60 });

export const HallInfo = Type.Object(
  {
    name: Localized,
    timeZone: Type.String({ description: 'IANA time zone, e.g. Asia/Shanghai' }),
    languages: Type.Array(Type.String(), { minItems: 1, description: 'first is the default' }),
    dayStartsAt: Type.Optional(TimeOfDay),
    complaintPhone: Type.Optional(Type.String({ maxLength: 40 })),
    address: Type.Optional(Localized),
    /** Absent: government. */
    profile: Type.Optional(HallProfile),
  },
  { additionalProperties: false },
);
export type HallInfo = Static<typeof HallInfo>;

export const ServiceGroup = Type.Object(
  {
    id: Slug,
    name: Localized,
    /** A line under the name: what people find inside. */
    hint: Type.Optional(Localized),
    /** One Hanzi or two letters, shown as the group's sign. */
    sign: Type.Optional(Type.String({ minLength: 1, maxLength: 2 })),
    archived: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type ServiceGroup = Static<typeof ServiceGroup>;

export const Service = Type.Object(
  {
    id: Slug,
    groupId: Slug,
    letter: Type.String({ pattern: '^[A-Z]{1,2}$' }),
    firstNumber: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999 })),
    lastNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 99_999 })),
    name: Localized,
    hint: Type.Optional(Localized),
    targetWaitMinutes: Minutes,
    standardMinutes: Type.Number({ exclusiveMinimum: 0, maximum: 24 * 60 }),
    guide: Type.Optional(Guide),
    /** The service behind "不知道办什么": one at most. */
    enquiries: Type.Optional(Type.Boolean()),
    /** Absent: it takes no appointments. */
    appointments: Type.Optional(ServiceAppointments),
    /** Numbers given in each half of a day; absent: as many as are asked for. */
    quota: Type.Optional(
      Type.Object(
        {
          morning: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999 })),
          afternoon: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999 })),
        },
        { additionalProperties: false },
      ),
    ),
    /** Instead of the hall's. */
    lastNumberMinutes: Type.Optional(Minutes),
    /** Its own hours instead of the hall's; the hall's special days hold for it too. */
    hours: Type.Optional(OpeningHours),
    archived: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Service = Static<typeof Service>;

export const CounterService = Type.Object(
  { serviceId: Slug, role: Type.Union([Type.Literal('main'), Type.Literal('backup')]) },
  { additionalProperties: false },
);
export type CounterService = Static<typeof CounterService>;

export const Counter = Type.Object(
  {
    id: Slug,
    /** What is shown and spoken: "3 号窗口". Unique among counters in use. */
    number: Type.Integer({ minimum: 1, maximum: 999 }),
    name: Type.Optional(Localized),
    services: Type.Array(CounterService, { minItems: 1 }),
    /** The printer beside it, for what a clerk prints; absent: the hall's first. */
    printerId: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    archived: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Counter = Static<typeof Counter>;

export const PriorityClass = Type.Object(
  {
    id: Slug,
    name: Localized,
    document: Localized,
    headStartMinutes: Minutes,
    /** Who gives it; absent: people choose it themselves when they take a number. */
    givenBy: Type.Optional(Type.Union([Type.Literal('staff'), Type.Literal('hall-manager')])),
  },
  { additionalProperties: false },
);
export type PriorityClass = Static<typeof PriorityClass>;

/** Why staff give a class to somebody, or take it back. */
export const PriorityReason = Type.Object(
  { id: Slug, when: Type.Union([Type.Literal('given'), Type.Literal('taken-back')]), name: Localized },
  { additionalProperties: false },
);
export type PriorityReason = Static<typeof PriorityReason>;

export const PauseReason = Type.Object(
  { id: Slug, name: Localized, sentence: Localized },
  { additionalProperties: false },
);
export type PauseReason = Static<typeof PauseReason>;

/** Why an application is not accepted (不予受理); `sentence` is what the slip tells the customer. */
export const RefusalReason = Type.Object(
  { id: Slug, name: Localized, sentence: Type.Optional(Localized) },
  { additionalProperties: false },
);
export type RefusalReason = Static<typeof RefusalReason>;

/** Words that a hall says often: shown on its screens and spoken. */
export const Announcement = Type.Object({ id: Slug, text: Localized }, { additionalProperties: false });
export type Announcement = Static<typeof Announcement>;

/** Why a customer's service was interrupted (挂起); for staff. */
export const ParkReason = Type.Object({ id: Slug, name: Localized }, { additionalProperties: false });
export type ParkReason = Static<typeof ParkReason>;

/**
 * What becomes of a number that was called and did not come (过号): `keep` it for `count` more calls of its
 * service (until the day's end where no count is given), `void` it, or put it back into the queue by
 * itself `count` `places` or `minutes` later. After `voidAfter` calls in vain it is void in any case.
 */
export const MissedRule = Type.Object(
  {
    policy: Type.Union([
      Type.Literal('keep'),
      Type.Literal('void'),
      Type.Literal('places'),
      Type.Literal('minutes'),
    ]),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    voidAfter: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  },
  { additionalProperties: false },
);
export type MissedRule = Static<typeof MissedRule>;

export const VoiceRules = Type.Object(
  {
    /** Languages spoken, in order; each with how often it is said. */
    order: Type.Array(
      Type.Object(
        { language: Type.String(), times: Type.Integer({ minimum: 1, maximum: 3 }) },
        { additionalProperties: false },
      ),
    ),
    /** `{number}` and `{counter}` stand for the spoken number and counter. */
    templates: Localized,
    one: Type.Union([Type.Literal('一'), Type.Literal('幺')]),
    /** Words per minute for the synthesiser (espeak's unit); about 160 is a calm hall voice. */
    rate: Type.Integer({ minimum: 80, maximum: 300 }),
    volume: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { additionalProperties: false },
);
export type VoiceRules = Static<typeof VoiceRules>;

export const KioskRules = Type.Object(
  {
    /**
     * Keys of a keypad fixed to the kiosk, by `event.code` (`Numpad1`, `F1`): each issues a number of its
     * service and says it aloud. For people who cannot see the screen.
     */
    keys: Type.Optional(
      Type.Array(
        Type.Object(
          { code: Type.String({ pattern: '^[A-Z][A-Za-z0-9]{0,30}$' }), serviceId: Slug },
          { additionalProperties: false },
        ),
        { maxItems: 60 },
      ),
    ),
    /** Says every number that is issued; else only to those who ask for it. Default false. */
    speakNumbers: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type KioskRules = Static<typeof KioskRules>;

export const Rules = Type.Object(
  {
    /** A ticket that has waited longer than this is "past the limit": see starvationShare. */
    waitingLimitMinutes: Minutes,
    /** Of every `of` calls that could take a ticket past the limit, at least `take` do. */
    starvationShare: Type.Object(
      { take: Type.Integer({ minimum: 1, maximum: 20 }), of: Type.Integer({ minimum: 1, maximum: 20 }) },
      { additionalProperties: false },
    ),
    /** No more than this many priority calls in a row while others wait; absent: no ratio. */
    priorityInARow: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    /** A service that nobody serves within opening hours, with somebody waiting, is reported after so long; 5 unless set. */
    gapAlertMinutes: Type.Optional(Minutes),
    /** A backup counter joins a service whose first in line has waited this long. */
    backupJoinsAfterMinutes: Minutes,
    priorityClasses: Type.Array(PriorityClass),
    /** Absent: the common five (domain/settings.ts). */
    priorityReasons: Type.Optional(Type.Array(PriorityReason, { minItems: 1, maxItems: 20 })),
    /** Whether clerks press 开始办理; else service starts at the call. */
    pressesStart: Type.Boolean(),
    defaultOutcome: Outcome,
    /** How long a pad asks, in seconds. */
    ratingSeconds: Type.Integer({ minimum: 5, maximum: 300 }),
    /** Absent: a press is asked for, reasons are not. */
    ratingReasons: Type.Optional(RatingReasons),
    /** Whether pads also speak the question; absent: no. */
    padSpeaks: Type.Optional(Type.Boolean()),
    /** A missed ticket that comes back waits behind this many of its own queue. */
    missedReturnsBehind: Type.Integer({ minimum: 0, maximum: 50 }),
    /** What slip, kiosk and phone page say about 过号; where it is left out, the rule in words. */
    missedRule: Type.Optional(Localized),
    /** The last number is given so long before an interval of the opening hours ends; 0 unless set. */
    lastNumberMinutes: Type.Optional(Minutes),
    /** A kiosk gives no further number for so long after one: nobody taps out ten of them. */
    coolDownSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })),
    /** So many numbers at a time for one phone number or identity card; absent: nobody is asked for any. */
    liveNumbersPerHolder: Type.Optional(
      Type.Object(
        {
          most: Type.Integer({ minimum: 1, maximum: 99 }),
          /** What a kiosk asks for; the first is asked first. */
          kinds: Type.Array(HolderKind, { minItems: 1, maxItems: 2 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Where quotas count anew; 12:00 unless set. */
    afternoonFrom: Type.Optional(TimeOfDay),
    missed: Type.Optional(MissedRule),
    /** A clerk with a customer in hand who is not seen for so long has vanished; 3 unless set. */
    absentAfterMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    /** What a hall manager may announce with one tap; unless set: belongings, quiet, closing soon. */
    announcements: Type.Optional(Type.Array(Announcement, { maxItems: 30 })),
    /** Messages of emergency mode; unless set: evacuation, system failure, power failure, keeping order. */
    emergencies: Type.Optional(Type.Array(PauseReason, { minItems: 1, maxItems: 20 })),
    /** Why numbers are voided, and what their holders read; unless set: system fault, service stopped, weather. */
    voidReasons: Type.Optional(Type.Array(PauseReason, { maxItems: 30 })),
    pauseReasons: Type.Array(PauseReason, { minItems: 1 }),
    appointments: Type.Optional(AppointmentRules),
    /** Absent: the common four (domain/refusal-reasons.ts). */
    refusalReasons: Type.Optional(Type.Array(RefusalReason, { maxItems: 20 })),
    parkReasons: Type.Optional(Type.Array(ParkReason, { minItems: 1 })),
    voice: VoiceRules,
    kiosk: Type.Optional(KioskRules),
  },
  { additionalProperties: false },
);
export type Rules = Static<typeof Rules>;

/** A date, or a date and a time, by the hall's clocks. */
const LocalMoment = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9])?$',
  description: 'YYYY-MM-DD or YYYY-MM-DDTHH:MM, hall-local',
});

export const Notice = Type.Object(
  {
    id: Slug,
    text: Localized,
    /** Shown from then on; a date alone: from its first minute. Absent: at once. */
    from: Type.Optional(LocalMoment),
    /** Shown until then; a date alone: the whole of that day as well. Absent: without end. */
    until: Type.Optional(LocalMoment),
    /** Shown by the screens of these zones, and by those of the whole hall. Absent: by all. */
    zones: Type.Optional(Type.Array(Slug, { minItems: 1 })),
    archived: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Notice = Static<typeof Notice>;

/** Some counters that have hall screens of their own: these show and speak no others. A counter may be in several. */
export const Zone = Type.Object(
  { id: Slug, name: Localized, counters: Type.Array(Slug, { minItems: 1 }) },
  { additionalProperties: false },
);
export type Zone = Static<typeof Zone>;

export const Role = Type.Union([
  Type.Literal('clerk'),
  Type.Literal('hall-manager'),
  Type.Literal('manager'),
  Type.Literal('admin'),
]);
export type Role = Static<typeof Role>;

/** A person in a hall file: without a password nobody can sign in as them until an admin sets one. */
export const SeedPerson = Type.Object(
  {
    id: Type.Optional(Slug),
    username: Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}$' }),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    staffNumber: Type.Optional(Type.String({ maxLength: 20 })),
    role: Role,
  },
  { additionalProperties: false },
);
export type SeedPerson = Static<typeof SeedPerson>;

/** One immutable version of the settings. */
export const HallSettings = Type.Object(
  {
    hall: HallInfo,
    groups: Type.Array(ServiceGroup, { minItems: 1 }),
    services: Type.Array(Service, { minItems: 1 }),
    counters: Type.Array(Counter, { minItems: 1 }),
    rules: Rules,
    notices: Type.Array(Notice),
    /** Absent: every hall screen shows the whole hall. */
    zones: Type.Optional(Type.Array(Zone)),
    /** When the hall is open; without them it always is. */
    hours: Type.Optional(OpeningHours),
  },
  { additionalProperties: false },
);
export type HallSettings = Static<typeof HallSettings>;

export const HallDefinition = Type.Object(
  {
    format: Type.Literal('jiaohao-hall/1'),
    ...HallSettings.properties,
    people: Type.Array(SeedPerson),
  },
  { additionalProperties: false },
);
export type HallDefinition = Static<typeof HallDefinition>;
