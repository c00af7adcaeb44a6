import type { Told } from '@jiaohao/shared/contract/guide.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { CarriedEmergency, Origin } from './event.ts';
import type { Queues } from './queues.ts';
import type { Turn } from './turn.ts';

export interface Ticket {
  id: string;
  number: string;
  tokenHash: string;
  language: string;
  origin: Origin;
  deviceId: string | null;
  issuedAt: number;
  /** Of a number written by hand: where what was written stands in the erasable table. */
  markId: string | null;
  /** Reprints so far. */
  copies: number;
  /** Which guides its holder was told, in which version, by what: each once. */
  told: Told[];
  /** In the order they are served; those still planned come last. */
  turnIds: string[];
}

export interface OpenCounter {
  clerkId: string;
  since: number;
  pause: { reason: string; since: number } | null;
  turnId: string | null;
}

/** What can still be taken back at a counter: the no-show or finish that was pressed there last. */
export interface Undoable {
  was: 'finished' | 'missed';
  at: number;
  /** Whatever else this command did belongs to it; what another did makes it too late. */
  commandId: string;
  /** Who pressed it; null: no person. */
  by: string | null;
  /** The clerk's stay at the counter, which may have ended with its day. */
  clerkId: string;
  since: number;
  /** As it was before. */
  turn: Turn;
  handled: number | null;
  meanBefore: number | null;
  /** The turn that began to wait because this one ended, and whether it had been planned. */
  followed: { turnId: string; planned: boolean } | null;
}

export interface CounterState {
  /** null: closed. */
  open: OpenCounter | null;
  /**
   * The turn that ended here last, for the pad; null from the next call on. `nextCalled`: the same key
   * called the next customer, who may be on the way.
   */
  lastFinished: { turnId: string; at: number; nextCalled: boolean } | null;
  undoable: Undoable | null;
  /** Who was set aside or sent on from here last, or taken along by the clerk, for the pad. */
  left: { turnId: string; at: number; carried?: true } | null;
  /** The latest calls made while a ticket past the limit waited: whether each took one. Newest last. */
  pastLimitCalls: boolean[];
  /** When it was closed or paused last, and when it came back last; null: not yet today. See `awaySince` of coverage.ts. */
  awaySince: number | null;
  backAt: number | null;
  /** Priority calls in a row. */
  priorityRun: number;
  served: number;
  /** Of those, how many have a handling time; and its sum. */
  handled: number;
  handlingMs: number;
}

/** An invitation as screens show it; a recall of the same turn replaces the entry. */
export interface CallRecord {
  callId: string;
  turnId: string;
  ticketId: string;
  counterNumber: number;
  at: number;
  recall: boolean;
}

/** What somebody should know who comes back to a counter, until it is read there. */
export interface HandoverNote {
  id: string;
  at: number;
  /** Who left it; null: the hub did. */
  fromCounterId: string | null;
  clerkId: string | null;
  serviceId: string | null;
  /** Where its words stand in the erasable table. */
  textId: string | null;
  /** The hub's: who was served meanwhile, and since when. */
  awayFrom: number | null;
  turnIds: string[];
  unreadAt: string[];
}

/** `text` or `textId`: the hall's own words, or where those of the occasion stand. */
export interface AnnouncementRecord {
  id: string;
  text: Localized | null;
  textId: string | null;
  at: number;
  until: number;
  times: number;
}

/** When the hub was not there though the hall should have been served, UTC ms. */
export interface Outage {
  id: string;
  from: number;
  to: number;
  /** It was stopped in order and soon came back: somebody restarted it. */
  planned: boolean;
}

export interface DayState {
  date: string;
  startsAt: number;
  endsAt: number;
  started: boolean;
  ended: boolean;
  /** Sequence of the last event folded. */
  seq: number;
  lastEventAt: number;
  tickets: Map<string, Ticket>;
  ticketByNumber: Map<string, string>;
  turns: Map<string, Turn>;
  /** The last number given, by service. */
  lastCount: Map<string, number>;
  queues: Queues;
  /** Missed turns, oldest first. */
  missed: string[];
  /** Parked turns, oldest first. */
  parked: string[];
  /** Calls made so far, by service: how long a missed number is kept. */
  callsOf: Map<string, number>;
  counters: Map<string, CounterState>;
  /** Hand-over notes that somebody has not read yet, oldest first. */
  notes: HandoverNote[];
  /** Newest last, at most `CALLS_KEPT`. */
  calls: CallRecord[];
  /** Recent mean handling per service, for estimates (exponentially weighted), ms. */
  handling: Map<string, number>;
  served: number;
  /** The hall is held: since when, why, and in what words. */
  emergency: CarriedEmergency | null;
  /** Those still shown when one was made last, oldest first. */
  announcements: AnnouncementRecord[];
  /** When the hub was not there, oldest first; none touches another. */
  outages: Outage[];
  /** When staff sent home who waited: for one service, or (null) for any. */
  voids: { serviceId: string | null; reason: string; at: number }[];
}

export const CALLS_KEPT = 60;

export function emptyDay(date: string): DayState {
  return {
    date,
    startsAt: 0,
    endsAt: 0,
    started: false,
    ended: false,
    seq: 0,
    lastEventAt: 0,
    tickets: new Map(),
    ticketByNumber: new Map(),
    turns: new Map(),
    lastCount: new Map(),
    queues: new Map(),
    missed: [],
    parked: [],
    callsOf: new Map(),
    counters: new Map(),
    notes: [],
    calls: [],
    handling: new Map(),
    served: 0,
    emergency: null,
    announcements: [],
    outages: [],
    voids: [],
  };
}

/** A counter to which nothing has happened yet. */
export const closedCounter = (): CounterState => ({
  open: null,
  lastFinished: null,
  undoable: null,
  left: null,
  awaySince: null,
  backAt: null,
  pastLimitCalls: [],
  priorityRun: 0,
  served: 0,
  handled: 0,
  handlingMs: 0,
});

const CLOSED: Readonly<CounterState> = Object.freeze(closedCounter());

/** A counter that nothing has happened at yet is closed. */
export const counterOf = (state: DayState, counterId: string): Readonly<CounterState> =>
  state.counters.get(counterId) ?? CLOSED;

export function turnOf(state: DayState, turnId: string): Turn {
  const turn = state.turns.get(turnId);
  if (!turn) throw new Error(`unknown turn ${turnId}`);
  return turn;
}

/** The turn that a ticket is in now, else the last that it was in. Those still planned are none yet. */
export function currentTurn(state: DayState, ticket: Ticket): Turn {
  const turns = turnsOf(state, ticket).filter(({ phase }) => phase.state !== 'planned');
  return turns.find(({ phase }) => phase.state !== 'ended') ?? (turns[turns.length - 1] as Turn);
}

const turnsOf = (state: DayState, ticket: Ticket): Turn[] =>
  ticket.turnIds.map((turnId) => turnOf(state, turnId));

/** The further services of a ticket, in order. They are queued as the one before them is served; where that ends in another way, never. */
export const plannedOf = (state: DayState, ticket: Ticket): Turn[] =>
  turnsOf(state, ticket).filter(({ phase }) => phase.state === 'planned');

/** All turns of a ticket that have begun, in order. */
export const begunOf = (state: DayState, ticket: Ticket): Turn[] =>
  turnsOf(state, ticket).filter(({ phase }) => phase.state !== 'planned');

/** The turns of a ticket that were served, in order: each is rated for itself. */
export const servedOf = (state: DayState, ticket: Ticket): Turn[] =>
  turnsOf(state, ticket).filter(({ phase }) => phase.state === 'ended' && phase.ending === 'served');

export function ticketOf(state: DayState, ticketId: string): Ticket {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) throw new Error(`unknown ticket ${ticketId}`);
  return ticket;
}

/**
 * Handling time of an ended turn, as reports define it: start → end less parked time; where *start* is not pressed, call →
 * end. Null where it was forgotten: then nobody knows when service began.
 */
export function handlingOf(turn: Turn): number | null {
  const began = turn.startedAt ?? (turn.held.pressesStart ? null : turn.calledAt);
  return began === null || turn.endedAt === null ? null : turn.endedAt - began - turn.parkedMs;
}

/** Where service began: *start*, else (where it is not pressed) the call. */
export const serviceBeganAt = (turn: Turn): number | null => turn.startedAt ?? turn.calledAt;

/** The counter that a clerk holds. */
export function counterHeldBy(state: DayState, clerkId: string): string | null {
  for (const [counterId, counter] of state.counters) if (counter.open?.clerkId === clerkId) return counterId;
  return null;
}
