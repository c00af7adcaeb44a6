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
  | { kind: 'hub' };

/** What held when a turn was queued, so that later edits of the settings never change old figures. */
export interface Held {
  serviceName: Localized;
  targetWaitMs: number;
  standardMs: number;
  pressesStart: boolean;
}

/** Why the queue policy (or a person) chose a turn. */
export type Why = 'oldest' | 'past-limit' | 'priority' | 'ratio' | 'chosen';

/** Why a press is not taken for the customer's: too soon after the question, or from the clerk's own device. */
export type Doubt = 'too-soon' | 'own-device';

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
      data: { date: string; startsAt: number; endsAt: number; carried: CarriedCounter[] };
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
        origin: 'kiosk' | 'staff';
        deviceId: string | null;
        turnId: string;
        serviceId: string;
        priority: string | null;
        /** What stood in the way when a hall manager gave it all the same. */
        override?: ClosedReason;
        held: Held;
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
      };
    }
  | { type: 'turn-recalled'; data: { turnId: string; callId: string } }
  | { type: 'service-started'; data: { turnId: string } }
  | {
      type: 'turn-finished';
      data: { turnId: string; outcome: Outcome; asked: boolean; details?: OutcomeDetails };
    }
  | { type: 'turn-missed'; data: { turnId: string } }
  | { type: 'turn-returned'; data: { turnId: string; orderAt: number } }
  | { type: 'turn-cancelled'; data: { turnId: string } }
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

export const dayStream = (date: string): string => `day:${date}`;
export const SETTINGS_STREAM = 'settings';
