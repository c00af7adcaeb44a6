import type { DayEvent, Folded } from './event.ts';
import {
  announce,
  beginWaiting,
  counterIn,
  forgetCall,
  goOn,
  hasBegun,
  leavePlace,
  newTurn,
  touch,
} from './fold-places.ts';
import { dequeue } from './queues.ts';
import { currentTurn, type DayState, plannedOf, ticketOf, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

export type Move = Extract<
  DayEvent,
  {
    type:
      | 'turn-planned'
      | 'plan-dropped'
      | 'turn-queued'
      | 'turn-parked'
      | 'turn-unparked'
      | 'turn-resumed'
      | 'turn-carried'
      | 'turn-transferred'
      | 'turn-moved'
      | 'service-changed'
      | 'turn-undone'
      | 'priority-changed';
  }
>;

/** The moves between services, counters and places: park, transfer, plan, undo. Part of `evolve`. */
export function foldMove(
  state: DayState,
  { seq, occurredAt: at, settingsVersion, commandId, event }: Omit<Folded, 'event'> & { event: Move },
): void {
  switch (event.type) {
    case 'turn-planned': {
      const { ticketId, turnId: id, serviceId, held } = event.data;
      const ticket = ticketOf(state, ticketId);
      const { priority } = currentTurn(state, ticket);
      state.turns.set(id, newTurn({ id, ticketId, priority, serviceId, held, at, seq, settingsVersion }));
      ticket.turnIds.push(id);
      return;
    }
    case 'plan-dropped':
      dropTurn(state, turnOf(state, event.data.turnId));
      return;
    case 'turn-queued': {
      const { ticketId, turnId, serviceId, priority, held, orderAt } = event.data;
      const known = state.turns.get(turnId);
      const turn =
        known ?? newTurn({ id: turnId, ticketId, serviceId, priority, held, at, seq, settingsVersion });
      if (!known) insertTurn(state, turn);
      const { first, forCounter, backTo, firstClerkId } = event.data;
      Object.assign(turn, {
        priority,
        queuedAt: at,
        orderAt,
        orderSeq: seq,
        first,
        forCounter,
        backTo,
        firstClerkId,
      });
      turn.settingsVersion = settingsVersion;
      turn.held = held;
      beginWaiting(state, turn);
      rememberFollower(state, turn, known !== undefined, commandId);
      return;
    }
    case 'turn-parked': {
      const turn = turnOf(state, event.data.turnId);
      const { reason, until } = event.data;
      leavePlace(state, turn);
      if (hasBegun(turn)) turn.parkedSince ??= at;
      const { counterId, clerkId } = turn;
      if (counterId !== null) counterIn(state, counterId).left = { turnId: turn.id, at };
      turn.phase = {
        state: 'parked',
        counterId: counterId ?? '',
        clerkId: clerkId ?? '',
        reason,
        since: at,
        until,
      };
      state.parked.push(turn.id);
      return;
    }
    case 'turn-unparked': {
      const turn = turnOf(state, event.data.turnId);
      leavePlace(state, turn);
      turn.forCounter = turn.counterId;
      beginWaiting(state, turn);
      return;
    }
    case 'turn-resumed': {
      const { turnId, counterId, counterNumber, clerkId } = event.data;
      const turn = turnOf(state, turnId);
      leavePlace(state, turn);
      if (turn.counterId !== counterId) forgetCall(state, turn.ticketId);
      Object.assign(turn, { counterId, counterNumber, clerkId });
      if (turn.held.pressesStart) turn.startedAt ??= at;
      goOn(turn, at);
      turn.phase = { state: 'serving', counterId, clerkId };
      const place = counterIn(state, counterId);
      if (place.open) place.open.turnId = turnId;
      place.lastFinished = null;
      place.undoable = null;
      return;
    }
    case 'turn-carried':
      carry(state, event.data, at);
      return;
    case 'turn-transferred': {
      const turn = turnOf(state, event.data.turnId);
      leavePlace(state, turn);
      if (turn.counterId !== null) counterIn(state, turn.counterId).left = { turnId: turn.id, at };
      turn.phase = { state: 'ended', ending: 'transferred', outcome: null };
      turn.endedAt = at;
      goOn(turn, at);
      return;
    }
    case 'turn-moved': {
      const turn = turnOf(state, event.data.turnId);
      touch(state, turn, commandId);
      leavePlace(state, turn);
      const { orderAt, first, forCounter } = event.data;
      Object.assign(turn, { orderAt, orderSeq: seq, first, forCounter });
      // Whoever had begun with it has not served it: that begins anew.
      Object.assign(turn, { noShow: false, ...notBegun(turn) });
      beginWaiting(state, turn);
      return;
    }
    case 'service-changed': {
      const turn = turnOf(state, event.data.turnId);
      const waits = turn.phase.state === 'waiting';
      if (waits) dequeue(state.queues, turn);
      turn.serviceId = event.data.serviceId;
      turn.held = event.data.held;
      if (waits) beginWaiting(state, turn);
      return;
    }
    case 'priority-changed': {
      const { turnId, priority, waits } = event.data;
      const turn = turnOf(state, turnId);
      touch(state, turn, commandId);
      const stood = turn.phase.state === 'waiting';
      if (stood || waits) leavePlace(state, turn);
      turn.priority = priority;
      // The class is the customer's: what else they came for has it too.
      for (const further of plannedOf(state, ticketOf(state, turn.ticketId))) further.priority = priority;
      if (waits && !stood) {
        forgetCall(state, turn.ticketId);
        Object.assign(turn, { first: false, ...notBegun(turn) });
      }
      if (stood || waits) beginWaiting(state, turn);
      return;
    }
    case 'turn-undone':
      undo(state, turnOf(state, event.data.turnId), event.data.counterId);
      return;
    default:
      event satisfies never;
  }
}

/** Service of it begins anew: nothing of what there was of it counts. */
const notBegun = ({ metOutage }: Turn) => ({
  startedAt: null,
  parkedMs: 0,
  parkedSince: null,
  metOutage: metOutage.filter((part) => part === 'wait' || part === 'walk'),
});

/** Right after the turn that its ticket is in, before what is still planned. */
function insertTurn(state: DayState, turn: Turn): void {
  const { turnIds } = ticketOf(state, turn.ticketId);
  const planned = turnIds.findIndex((id) => turnOf(state, id).phase.state === 'planned');
  turnIds.splice(planned < 0 ? turnIds.length : planned, 0, turn.id);
  state.turns.set(turn.id, turn);
}

function dropTurn(state: DayState, turn: Turn): void {
  const ticket = ticketOf(state, turn.ticketId);
  ticket.turnIds = ticket.turnIds.filter((id) => id !== turn.id);
  state.turns.delete(turn.id);
}

/** A finish that set the next turn of its ticket waiting takes that back too when it is undone. */
function rememberFollower(state: DayState, turn: Turn, planned: boolean, commandId: string): void {
  for (const { undoable } of state.counters.values()) {
    if (undoable?.commandId === commandId && undoable.turn.ticketId === turn.ticketId)
      undoable.followed = { turnId: turn.id, planned };
  }
}

/** Called or in service as before, and so are its times: the wait ended with the first counter's call. */
function carry(state: DayState, carried: Extract<Move, { type: 'turn-carried' }>['data'], at: number): void {
  const { turnId, fromCounterId, counterId, counterNumber, clerkId, callId } = carried;
  const turn = turnOf(state, turnId);
  leavePlace(state, turn);
  counterIn(state, fromCounterId).left = { turnId, at, carried: true };
  if (turn.phase.state === 'called' || turn.phase.state === 'serving')
    turn.phase = { ...turn.phase, counterId, clerkId };
  Object.assign(turn, { counterId, counterNumber, clerkId });
  const place = counterIn(state, counterId);
  if (place.open) place.open.turnId = turnId;
  place.lastFinished = null;
  place.undoable = null;
  if (callId === null) {
    forgetCall(state, turn.ticketId);
    return;
  }
  turn.calls += 1;
  announce(state, { callId, turnId, ticketId: turn.ticketId, counterNumber, at, recall: false });
}

function undo(state: DayState, turn: Turn, counterId: string): void {
  const place = counterIn(state, counterId);
  const was = place.undoable;
  if (!was) throw new Error(`nothing to undo at ${counterId}`);
  if (was.followed) {
    const next = turnOf(state, was.followed.turnId);
    dequeue(state.queues, next);
    if (was.followed.planned) next.phase = { state: 'planned' };
    else dropTurn(state, next);
  }
  leavePlace(state, turn);
  Object.assign(turn, was.turn);
  // A counter that a day's end left busy is closed by its last finish: it is open again with the customer.
  place.open ??= { clerkId: was.clerkId, since: was.since, pause: null, turnId: null };
  place.open.turnId = turn.id;
  place.undoable = null;
  if (was.was === 'missed') return;
  state.served -= 1;
  place.served -= 1;
  if (place.lastFinished?.turnId === turn.id) place.lastFinished = null;
  if (was.handled === null) return;
  place.handled -= 1;
  place.handlingMs -= was.handled;
  if (was.meanBefore === null) state.handling.delete(turn.serviceId);
  else state.handling.set(turn.serviceId, was.meanBefore);
}
