import type { Held } from './event.ts';
import { dequeue, enqueue } from './queues.ts';
import { CALLS_KEPT, type CounterState, closedCounter, type DayState } from './state.ts';
import type { Turn } from './turn.ts';

/** What several events do to a day alike: places at counters, in lines, and on the board. */

/** The counter's state, made when something first happens at it. */
export function counterIn(state: DayState, counterId: string): CounterState {
  let found = state.counters.get(counterId);
  if (!found) {
    found = closedCounter();
    state.counters.set(counterId, found);
  }
  return found;
}

interface NewTurn {
  id: string;
  ticketId: string;
  serviceId: string;
  priority: string | null;
  held: Held;
  at: number;
  seq: number;
  settingsVersion: number;
}

/** A turn to which nothing has happened yet. */
export const newTurn = ({
  id,
  ticketId,
  serviceId,
  priority,
  held,
  at,
  seq,
  settingsVersion,
}: NewTurn): Turn => ({
  id,
  ticketId,
  serviceId,
  priority,
  phase: { state: 'planned' },
  queuedAt: at,
  orderAt: at,
  orderSeq: seq,
  first: false,
  forCounter: null,
  backTo: null,
  firstCalledAt: null,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  parkedMs: 0,
  parkedSince: null,
  calls: 0,
  noShow: false,
  misses: 0,
  counterId: null,
  counterNumber: null,
  clerkId: null,
  firstClerkId: null,
  why: null,
  details: null,
  metOutage: [],
  asked: false,
  rating: null,
  presses: 0,
  doubtful: 0,
  held,
  settingsVersion,
});

/** Stands in its line from now on, where `orderAt` and `orderSeq` put it. */
export function beginWaiting(state: DayState, turn: Turn): void {
  turn.phase = { state: 'waiting' };
  enqueue(state.queues, turn);
}

/** Out of whatever list or hand it is in. Answers the counter that held it. */
export function leavePlace(state: DayState, turn: Turn): CounterState | undefined {
  switch (turn.phase.state) {
    case 'waiting':
      dequeue(state.queues, turn);
      return undefined;
    case 'missed':
      return forget(state.missed, turn.id);
    case 'parked':
      return forget(state.parked, turn.id);
    default:
      return freeCounter(state, turn);
  }
}

function forget(list: string[], turnId: string): undefined {
  const index = list.indexOf(turnId);
  if (index >= 0) list.splice(index, 1);
}

function freeCounter(state: DayState, turn: Turn): CounterState | undefined {
  if (turn.counterId === null) return undefined;
  const place = counterIn(state, turn.counterId);
  if (place.open?.turnId === turn.id) {
    place.open.turnId = null;
    // Its day is over: what this counter does next belongs to the next day.
    if (state.ended) place.open = null;
  }
  return place;
}

/** Service goes on: the time set aside until now is none of its handling. */
export function goOn(turn: Turn, at: number): void {
  if (turn.parkedSince === null) return;
  turn.parkedMs += at - turn.parkedSince;
  turn.parkedSince = null;
}

/** Whether service has begun: where *start* is not pressed, at the call. */
export const hasBegun = (turn: Turn): boolean =>
  turn.startedAt !== null || (!turn.held.pressesStart && turn.calledAt !== null);

/** Something else happened to a turn: what was pressed about it earlier can no longer be taken back. */
export function touch(state: DayState, turn: Turn, commandId: string): void {
  const place = turn.counterId === null ? undefined : state.counters.get(turn.counterId);
  if (place?.undoable?.turn.id === turn.id && place.undoable.commandId !== commandId) place.undoable = null;
}

export function announce(state: DayState, record: DayState['calls'][number]): void {
  forgetCall(state, record.ticketId);
  state.calls.push(record);
  if (state.calls.length > CALLS_KEPT) state.calls.shift();
}

/** Where a ticket was called to is no longer true. */
export function forgetCall(state: DayState, ticketId: string): void {
  const known = state.calls.findIndex((call) => call.ticketId === ticketId);
  if (known >= 0) state.calls.splice(known, 1);
}
