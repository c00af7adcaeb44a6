import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { Command, Secondary } from './commands.ts';
import type { DetailChoice, FinishDetails } from './finish-details.ts';
import type { CounterLine, HallDirectory } from './hall-directory.ts';
import type { NumberEntry } from './number-entry.ts';
import type { ParkEntry } from './park-entry.ts';
import type { ReliefEntry, ReliefLine } from './relief-entry.ts';
import type { ServiceEntry } from './service-entry.ts';
import type { TransferEntry } from './transfer-entry.ts';

/** What lies over the page: one thing at most. */
export type Panel =
  /** With a reason: it is known, and the customer in hand is to be set aside first. */
  | { kind: 'pause'; reason?: string }
  | { kind: 'number'; entry: NumberEntry }
  | { kind: 'park'; entry: ParkEntry }
  | { kind: 'service'; entry: ServiceEntry }
  | { kind: 'transfer'; entry: TransferEntry }
  | { kind: 'priority'; entry: PriorityEntry }
  | { kind: 'relief'; entry: ReliefEntry }
  | { kind: 'keys' }
  /** What goes with the outcome that is chosen. */
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'guide'; serviceId: string }
  | { kind: 'change'; entry: ChangeEntry }
  | { kind: 'menu' };

/** Leaving this counter for another (换窗口): first whether and how, then what goes with it. */
export interface ChangeEntry {
  to: CounterLine;
  step: 'ask' | 'finish' | 'details' | 'park';
}

/** The class that is chosen: none, or which. */
export interface PriorityEntry {
  choice?: { priority: string | null };
  /** And back into line, at the place that the waiting alone gives. */
  waits: boolean;
}

/** What a stroke asks for. */
export type Wish =
  | { kind: 'primary' }
  | { kind: 'command'; command: Command }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'details'; details: FinishDetails }
  | { kind: 'note' }
  /** To the list of counters. */
  | { kind: 'other-counter' }
  /** The PIN goes to the hub and is kept nowhere. */
  | { kind: 'relieve'; clerkId: string; pin: string }
  | { kind: 'print-guide' | 'tell-guide'; serviceId: string }
  | { kind: 'panel'; panel: Panel | null };

export const OUTCOMES: readonly Outcome[] = ['done', 'accepted', 'materials-missing', 'refused', 'referred'];

export interface Desk {
  view: CounterView;
  /** Where people can be sent; null until the hub has told. */
  hall: HallDirectory | null;
  /** Who could take over here; null until the hub has told. */
  relievers?: readonly ReliefLine[] | null;
  can: ReadonlySet<Secondary>;
  /** A hall manager, who may give what a clerk may not. */
  helps: boolean;
  outcome: Outcome;
  /** The lines of the outcome panel, by their digits. */
  choices?: readonly DetailChoice[];
}
