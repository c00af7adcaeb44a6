import type { Told } from '@jiaohao/shared/contract/guide.ts';
import type { OfferedReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type {
  Actor,
  AppointmentPlace,
  CarriedCounter,
  CarriedEmergency,
  CarriedNote,
  Origin,
} from './event.ts';
import type { DetailsGiven } from './outcome-details.ts';

interface Issued {
  ticketId: string;
  turnId: string;
  tokenHash: string;
}

/** A number that was written by hand while no machine gave any. */
export interface PaperNumber {
  /** When it was written, UTC ms: where it stands in line, and since when it waits. */
  takenAt: number;
  /** Where what was written on it stands in the erasable table. */
  markId: string | null;
  /** Its holder was served before it was entered; by whom and when, as far as somebody noted it. */
  served: {
    counterId: string | null;
    outcome: Outcome;
    times: { from: number; to: number } | null;
  } | null;
}

interface Finish {
  outcome: Outcome;
  asked: boolean;
  details?: DetailsGiven;
}

/** What becomes of who is in hand at the counter that a clerk leaves for another. */
export type Leave =
  | ({ how: 'finish' } & Finish)
  | { how: 'park'; reason: string; minutes: number | null }
  /** `callId`: of the call to the new counter, where the customer has not come yet. */
  | { how: 'carry'; callId: string };

/** Where a ticket goes on: a service, a counter, or that counter for that service. */
export interface Destination {
  newTurnId: string;
  serviceId?: string;
  toCounterId?: string;
  /** At the place its waiting gives it, behind everybody, or before everybody. */
  place: 'old' | 'end' | 'next';
}

/** Imperatives. Ids and hashes come in with the command: the domain makes none. */
export type Command =
  | { type: 'tick' }
  /** The hub was away between these, by its own clock; `clean`: it had been stopped in order. */
  | { type: 'record-outage'; outageId: string; from: number; to: number; clean: boolean }
  | {
      type: 'start-day';
      date: string;
      startsAt: number;
      endsAt: number;
      carried: CarriedCounter[];
      notes?: CarriedNote[];
      /** One that the day before did not end. */
      emergency?: CarriedEmergency | null;
    }
  | (Issued & {
      type: 'issue';
      serviceId: string;
      priority: string | null;
      language: string;
      origin: Exclude<Origin, 'walk-in'>;
      /** What else this customer came for, in order. */
      further?: { turnId: string; serviceId: string }[];
      /** It is checked in, not taken: where it stands for that. */
      appointment?: AppointmentPlace;
      /** Guides that were told before the number was taken. */
      told?: Told[];
      /** Tickets that the same holder took today, where they were asked; who it is nobody here knows. */
      holder?: { ticketIds: readonly string[] };
      /** A hall manager gives it although hours, quota or the limit per person are against it. */
      override?: boolean;
      /** With origin `paper`, and only then. */
      paper?: PaperNumber;
    })
  | { type: 'reprint'; ticketId: string }
  | { type: 'cancel'; ticketId: string }
  | { type: 'tell'; ticketId: string; told: Told[] }
  /** `serviceId` null: of all. */
  | { type: 'void-queue'; serviceId: string | null; reason: string }
  /** `kind` is a message of the settings; `noteId`: what somebody wrote about it. */
  | { type: 'begin-emergency'; emergencyId: string; kind: string; noteId: string | null }
  | { type: 'end-emergency'; noteId: string | null }
  | {
      type: 'announce';
      announcementId: string;
      /** One of the hall's texts, or where the words of the occasion stand. */
      words: { presetId: string } | { textId: string };
      times: number;
      minutes: number;
    }
  | { type: 'withdraw-announcement'; announcementId: string }
  /** Closes the one that the clerk holds; `leave` and `turnId` speak of who is in hand there. */
  | { type: 'open-counter'; counterId: string; clerkId: string; leave?: Leave; turnId?: string }
  | { type: 'pause-counter'; counterId: string; reason: string }
  | { type: 'resume-counter'; counterId: string }
  /** A colleague takes over, with whoever is there. */
  | { type: 'relieve-counter'; counterId: string; clerkId: string }
  /** `leave`: what becomes of a customer in hand: first in line again, or set aside. Unsaid: then it stays open. */
  | { type: 'close-counter'; counterId: string; leave?: 'queue' | 'park'; turnId?: string }
  | {
      type: 'call-next';
      counterId: string;
      callId: string;
      turnId?: string;
      finish?: Finish;
    }
  | {
      type: 'call-number';
      counterId: string;
      callId: string;
      number: string;
      /** The customer already stands at the counter: nothing is announced, service begins. */
      here?: boolean;
      turnId?: string;
    }
  /** Somebody without a number is served at once. */
  | (Issued & {
      type: 'walk-in';
      counterId: string;
      callId: string;
      serviceId: string;
      priority: string | null;
      language: string;
    })
  | { type: 'park'; counterId: string; reason: string; minutes: number | null; turnId?: string }
  /** Without a number: the one that was parked at this counter first. */
  | { type: 'resume-ticket'; counterId: string; number?: string; turnId?: string }
  | ({ type: 'transfer'; counterId: string; back: boolean; turnId?: string } & Destination)
  /** Somebody who waits, was missed or is parked is put elsewhere. */
  | ({ type: 'move-ticket'; ticketId: string; reason: string | null } & Destination)
  | { type: 'change-service'; counterId: string; serviceId: string; turnId?: string }
  /** For the main counters of a service, or for one counter. */
  | {
      type: 'leave-note';
      counterId: string;
      noteId: string;
      textId: string;
      toCounterId?: string;
      serviceId?: string;
    }
  | { type: 'read-note'; counterId: string; noteId: string }
  /** Of who is at the counter; `waits`: and back to their place in line. */
  | {
      type: 'change-priority';
      counterId: string;
      priority: string | null;
      reason: string;
      waits: boolean;
      turnId?: string;
    }
  /** Of somebody who waits, was missed or is parked. */
  | { type: 'prioritise'; ticketId: string; priority: string | null; reason: string }
  | { type: 'plan-service'; counterId: string; newTurnId: string; serviceId: string; turnId?: string }
  | { type: 'drop-service'; counterId: string; plannedTurnId: string; turnId?: string }
  | { type: 'undo'; counterId: string; turnId?: string }
  | { type: 'recall'; counterId: string; callId: string; turnId?: string }
  | { type: 'start-service'; counterId: string; turnId?: string }
  | ({ type: 'finish'; counterId: string; turnId?: string } & Finish)
  | { type: 'no-show'; counterId: string; turnId?: string }
  | { type: 'return'; counterId: string; number: string }
  /** Without `turnId` the turn that was served last. */
  | { type: 'ask-rating'; ticketId: string; turnId?: string }
  | {
      type: 'rate';
      from: Presser;
      level: number;
      reasons: string[];
      /** Unsaid: chosen from the list in force. */
      list?: OfferedReasons;
      commentId: string | null;
      /** From a phone any served turn of its ticket, unsaid the last; from a pad the one that it asks about. */
      turnId?: string;
    }
  | {
      type: 'explain-rating';
      from: Presser;
      turnId: string;
      reasons: string[];
      list?: OfferedReasons;
      commentId: string | null;
    };

/** Where a press comes from. What tells a phone from the clerk's own device comes with it, as data. */
export type Presser =
  | { source: 'pad'; counterId: string }
  | {
      source: 'phone';
      ticketId: string;
      /** The browser that pressed is signed in as staff. */
      signedIn?: boolean;
      /** The person whose address it pressed from, where nobody else was seen at it. */
      addressOf?: string | null;
    };

/** A command with who gave it and its id. */
export interface Given<C extends Command = Command> {
  id: string;
  by: Actor;
  command: C;
}
