import type { Arrival } from '@jiaohao/shared/contract/appointments.ts';
import type { OutcomeDetails, Told } from '@jiaohao/shared/contract/guide.ts';
import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { ClosedReason } from '@jiaohao/shared/contract/hours.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Ending, Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { AppointmentEvent } from './appointments/event.ts';

/** Who did it. Names never stand here: a person is an id. */
export type Actor =
  | { kind: 'person'; id: string; role: 'clerk' | 'hall-manager' | 'manager' | 'admin' }
  | { kind: 'device'; id: string }
  | { kind: 'slip'; id: string }
  /** Another system, by its token. */
  | { kind: 'client'; id: string }
  | { kind: 'hub' };

/** What held when a turn was queued, so that later edits of the settings never change old figures. */
export interface Held {
  serviceName: Localized;
  targetWaitMs: number;
  standardMs: number;
  pressesStart: boolean;
}

/** The counter that sent a customer on for a while, and the service it waits to go on with. */
export interface WayBack {
  counterId: string;
  serviceId: string;
  held: Held;
  /** The way that this customer was already on: it goes on when they have been back here. */
  outer?: WayBack;
}

/** Why the queue policy (or a person) chose a turn. */
export type Why = 'oldest' | 'past-limit' | 'priority' | 'ratio' | 'decided' | 'chosen';

/**
 * How a ticket came to be: at a kiosk, by staff, served on the spot without waiting, by an appointment, or written by
 * hand and entered later.
 */
export type Origin = 'kiosk' | 'staff' | 'walk-in' | 'appointment' | 'paper';

/** A further service of a ticket, to be queued when the one before it has ended. */
export interface PlannedTurn {
  turnId: string;
  serviceId: string;
  held: Held;
}

/** Why a press is not taken for the customer's: too soon after the question, or from the clerk's own device. */
export type Doubt = 'too-soon' | 'own-device';

/** The appointment that a number was given for, and where it stands: by the time of its slot. */
export interface AppointmentPlace {
  id: string;
  arrival: Arrival;
  orderAt: number;
  /** For figures: nobody waits before the time they were asked to come. */
  queuedAt: number;
}

/** How many people an outage met where, at the moment the hub went. */
export interface MetByOutage {
  waiting: number;
  called: number;
  serving: number;
  parked: number;
}

/** A hand-over note that nobody has read goes over to the next day. */
export interface CarriedNote {
  noteId: string;
  at: number;
  fromCounterId: string | null;
  clerkId: string | null;
  forCounters: string[];
  serviceId: string | null;
  textId: string;
}

/** An emergency that the day before did not end. */
export interface CarriedEmergency {
  id: string;
  kind: string;
  text: Localized;
  since: number;
}

export interface CarriedCounter {
  counterId: string;
  clerkId: string;
  since: number;
  pause: { reason: string; since: number } | null;
}

/** Past tense: what happened in a service day. The fold is `evolve.ts`. */
export type DayEvent =
  | {
      type: 'day-started';
      data: {
        date: string;
        startsAt: number;
        endsAt: number;
        carried: CarriedCounter[];
        notes?: CarriedNote[];
        emergency?: CarriedEmergency;
      };
    }
  | {
      type: 'ticket-issued';
      data: {
        ticketId: string;
        number: string;
        /** The number without its letter: the allocator goes on from here. */
        count: number;
        tokenHash: string;
        language: string;
        origin: Origin;
        deviceId: string | null;
        turnId: string;
        serviceId: string;
        priority: string | null;
        appointment?: AppointmentPlace;
        /** What stood in the way when a hall manager gave it all the same. */
        override?: ClosedReason | 'holder-limit';
        /** Staff gave it without asking who it is for, in a hall that limits numbers per person. */
        withoutHolder?: true;
        /** Written by hand: when, and where what was written stands in the erasable table. */
        paper?: { takenAt: number; markId: string | null };
        held: Held;
        /** What else this customer came for, in order. */
        planned?: PlannedTurn[];
      };
    }
  /** The hub was away though the hall should have been served; whom it met, and how many where. */
  | {
      type: 'outage-recorded';
      data: { outageId: string; from: number; to: number; planned?: true; met: MetByOutage };
    }
  | { type: 'turn-planned'; data: PlannedTurn & { ticketId: string } }
  /** A planned service that nobody wants any more: it never was in a queue, so it is no turn. */
  | { type: 'plan-dropped'; data: { turnId: string } }
  | {
      /**
       * A turn of a ticket that is already out begins to wait: a planned one, or one that a transfer made.
       * `orderAt` is its place by age; `first` puts it before everybody, which a person decided.
       */
      type: 'turn-queued';
      data: {
        ticketId: string;
        turnId: string;
        serviceId: string;
        priority: string | null;
        held: Held;
        orderAt: number;
        first: boolean;
        /** The one counter that is meant; while it is closed any other that serves it may call. */
        forCounter: string | null;
        /** Where the customer goes back to when this is done: there and back. */
        backTo: WayBack | null;
        firstClerkId: string | null;
      };
    }
  /** 一次性告知: which guide, in which version, by what means. */
  | { type: 'guide-told'; data: { ticketId: string } & Told }
  | { type: 'ticket-reprinted'; data: { ticketId: string; copy: number } }
  | {
      type: 'turn-called';
      data: {
        turnId: string;
        callId: string;
        counterId: string;
        counterNumber: number;
        clerkId: string;
        why: Why;
        /** Whether a ticket past the waiting limit could have been taken: counts towards the starvation share. */
        pastLimitWaited: boolean;
        /** The same key finished one customer and called the next: the first may still press a rating. */
        ratingStaysOpen: boolean;
        /** The customer already stands at the counter: nothing is shown or spoken. */
        here?: boolean;
      };
    }
  | { type: 'turn-recalled'; data: { turnId: string; callId: string } }
  | { type: 'service-started'; data: { turnId: string } }
  | {
      type: 'turn-finished';
      data: { turnId: string; outcome: Outcome; asked: boolean; details?: OutcomeDetails };
    }
  /** Its number was written by hand, and its holder served, before it was entered. Null: nobody noted it. */
  | {
      type: 'turn-entered';
      data: {
        turnId: string;
        outcome: Outcome;
        counterId: string | null;
        counterNumber: number | null;
        clerkId: string | null;
        times: { from: number; to: number } | null;
      };
    }
  /** `backAt`: when it waits again by itself, where the hall has it so. */
  | { type: 'turn-missed'; data: { turnId: string; backAt?: number | null } }
  | { type: 'turn-returned'; data: { turnId: string; orderAt: number } }
  /** Interrupted and set aside; with `until` it comes back to the queue by itself. */
  | { type: 'turn-parked'; data: { turnId: string; reason: string; until: number | null } }
  /** Its time was up: it waits again at its old place. */
  | { type: 'turn-unparked'; data: { turnId: string } }
  /** The customer stood at the counter again: service goes on there. */
  | {
      type: 'turn-resumed';
      data: { turnId: string; counterId: string; counterNumber: number; clerkId: string };
    }
  /**
   * The clerk changed counters, and whoever was in hand went along: the same turn goes on there. `callId`: it
   * was called and had not come yet, so it was called to the new counter.
   */
  | {
      type: 'turn-carried';
      data: {
        turnId: string;
        fromCounterId: string;
        counterId: string;
        counterNumber: number;
        clerkId: string;
        callId: string | null;
      };
    }
  | { type: 'turn-transferred'; data: { turnId: string } }
  /** Waits (again) at another place or for another counter, in the same service: a person moved it. */
  | {
      type: 'turn-moved';
      data: {
        turnId: string;
        orderAt: number;
        first: boolean;
        forCounter: string | null;
        reason: string | null;
      };
    }
  /** The number was taken for the wrong service: the same turn, in another queue. */
  | { type: 'service-changed'; data: { turnId: string; serviceId: string; held: Held } }
  /**
   * A person gave a priority class or took it back; the place by age stays. `waits`: whoever had been called
   * stands in line again, at that place.
   */
  | {
      type: 'priority-changed';
      data: { turnId: string; from: string | null; priority: string | null; reason: string; waits: boolean };
    }
  /** A no-show or a finish that was pressed by mistake never was. */
  | { type: 'turn-undone'; data: { turnId: string; counterId: string; follower: string | null } }
  /** `reason`: staff voided it with many others. */
  | { type: 'turn-cancelled'; data: { turnId: string; reason?: string } }
  /** All who waited for a service (null: for any) are sent home; each turn that ends by it follows. */
  | { type: 'queue-voided'; data: { serviceId: string | null; reason: string } }
  | {
      type: 'turn-expired';
      data: { turnId: string; endedAt: number; ending: Extract<Ending, 'expired' | 'unfinished'> };
    }
  | { type: 'rating-asked'; data: { turnId: string } }
  | {
      type: 'rating-pressed';
      data: {
        turnId: string;
        level: number;
        reasons: string[];
        source: 'pad' | 'phone';
        effective: boolean;
        /** Kept, and not counted. */
        doubt?: Doubt | null;
        /** The settings' version whose list the reasons were chosen from; older presses do not say. */
        reasonsVersion?: number;
        /** Where the comment stands in the erasable table. */
        commentId: string | null;
      };
    }
  | {
      type: 'rating-explained';
      data: { turnId: string; reasons: string[]; reasonsVersion: number; commentId: string | null };
    }
  | { type: 'counter-opened'; data: { counterId: string; clerkId: string } }
  | { type: 'counter-paused'; data: { counterId: string; reason: string } }
  | { type: 'counter-resumed'; data: { counterId: string } }
  | { type: 'counter-closed'; data: { counterId: string } }
  /** Another clerk works here now, without its having closed; who is in hand stays. */
  | { type: 'counter-relieved'; data: { counterId: string; clerkId: string; from: string } }
  /** Left by a clerk (`textId`), or by the hub: whom backup counters served while a main one was away. */
  | {
      type: 'handover-noted';
      data: {
        noteId: string;
        fromCounterId: string | null;
        clerkId: string | null;
        forCounters: string[];
        serviceId: string | null;
        textId: string | null;
        awayFrom: number | null;
        turnIds: string[];
      };
    }
  | { type: 'handover-read'; data: { noteId: string; counterId: string } }
  | {
      /** The hall is held, or is held for another reason now. `noteId`: what was written about it. */
      type: 'emergency-begun';
      data: { emergencyId: string; kind: string; text: Localized; noteId: string | null };
    }
  | { type: 'emergency-ended'; data: { emergencyId: string; noteId: string | null } }
  | {
      type: 'announced';
      data: {
        announcementId: string;
        /** One of the hall's texts, in the words it had … */
        presetId?: string;
        text?: Localized;
        /** … or where the words of the occasion stand in the erasable table. */
        textId?: string;
        times: number;
        until: number;
      };
    }
  | { type: 'announcement-withdrawn'; data: { announcementId: string } }
  | { type: 'day-ended'; data: Record<string, never> };

export type SettingsEvent = { type: 'settings-changed'; data: { version: number; document: HallSettings } };

export type HallEvent = DayEvent | AppointmentEvent | SettingsEvent;

/** An event as the journal keeps it. `position` is the store's to give. */
export interface Envelope<E extends HallEvent = HallEvent> {
  id: string;
  hall: string;
  stream: string;
  seq: number;
  version: number;
  occurredAt: number;
  by: Actor;
  commandId: string;
  settingsVersion: number;
  event: E;
}

/** What of an envelope the fold may see. */
export interface Folded {
  seq: number;
  occurredAt: number;
  settingsVersion: number;
  by: Actor;
  commandId: string;
  event: DayEvent;
}

export const dayStream = (date: string): string => `day:${date}`;
export const SETTINGS_STREAM = 'settings';
