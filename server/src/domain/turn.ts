import type { OutcomeDetails } from '@jiaohao/shared/contract/guide.ts';
import type { Ending, Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { Held, WayBack, Why } from './event.ts';

/** Where a turn stands; what only makes sense there stands with it. */
export type Phase =
  /** A further service of its ticket; its turn has not come. */
  | { state: 'planned' }
  | { state: 'waiting' }
  | { state: 'called'; counterId: string; clerkId: string }
  | { state: 'serving'; counterId: string; clerkId: string }
  /** `callsThen`: how many calls its service had seen; `backAt`: when it waits again by itself. */
  | { state: 'missed'; since: number; callsThen: number; backAt: number | null }
  | {
      state: 'parked';
      counterId: string;
      clerkId: string;
      reason: string;
      since: number;
      until: number | null;
    }
  /** `reason`: staff voided it, and why. */
  | { state: 'ended'; ending: Ending; outcome: Outcome | null; reason?: string };

/** Parts of a turn: its wait, the walk to the counter, its handling, the time it was set aside. */
export type OutagePart = 'wait' | 'walk' | 'handling' | 'aside';

/** With the settings whose words its ids stand for. */
export type TurnDetails = OutcomeDetails & { settingsVersion: number };

export interface Turn {
  id: string;
  ticketId: string;
  serviceId: string;
  priority: string | null;
  phase: Phase;
  /** For figures. */
  queuedAt: number;
  /** For order: (orderAt, orderSeq), where orderSeq is the event that placed it. */
  orderAt: number;
  orderSeq: number;
  /** A person put it before everybody. */
  first: boolean;
  /** The one counter that is meant to call it. */
  forCounter: string | null;
  backTo: WayBack | null;
  firstCalledAt: number | null;
  /** The call that is (or was) answered: recalls never move it, a new call after a no-show does. */
  calledAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  /** Time set aside since service began, ms, up to the last time it went on. */
  parkedMs: number;
  /** Set aside since then, and not gone on with yet: also while it waits to be called again. */
  parkedSince: number | null;
  /** Invitations in all: calls and recalls. */
  calls: number;
  /** Missed now, or missed when it ended. */
  noShow: boolean;
  /** How often it was called in vain. */
  misses: number;
  counterId: string | null;
  counterNumber: number | null;
  clerkId: string | null;
  firstClerkId: string | null;
  why: Why | null;
  /** What belongs to the outcome, where something does. */
  details: TurnDetails | null;
  /** Of what of it the hub was away for a time, each part once: docs/kpi.md. */
  metOutage: readonly OutagePart[];
  asked: boolean;
  /** The effective press: the first that is not doubtful. `explained`: its reasons are told. */
  rating: { level: number; at: number; source: 'pad' | 'phone'; explained: boolean } | null;
  /** Presses of a satisfaction button, the effective one and all others. */
  presses: number;
  /** Of those, the doubtful ones. */
  doubtful: number;
  held: Held;
  settingsVersion: number;
}
