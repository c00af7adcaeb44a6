import type { DayEvent } from './event.ts';
import { dequeue, enqueue } from './queues.ts';
import { CALLS_KEPT, type CounterState, type DayState, handlingOf, ticketOf, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

/** What of an envelope the fold may see. */
export interface Folded {
  seq: number;
  occurredAt: number;
  settingsVersion: number;
  event: DayEvent;
}

/** How much the latest handling moves the mean that estimates use. */
const HANDLING_WEIGHT = 0.15;
/** How many calls the starvation share can look back on. */
const SHARE_MEMORY = 40;

/**
 * Folds one event into the day, in place. Reads no clock and no settings: what a decision depended on
 * stands in the event, so a day replays to the same state, always.
 */
export function evolve(state: DayState, { seq, occurredAt: at, settingsVersion, event }: Folded): void {
  state.seq = seq;
  state.lastEventAt = at;
  switch (event.type) {
    case 'day-started': {
      state.started = true;
      state.startsAt = event.data.startsAt;
      state.endsAt = event.data.endsAt;
      for (const { counterId, clerkId, since, pause } of event.data.carried) {
        counter(state, counterId).open = { clerkId, since, pause, turnId: null };
      }
      return;
    }
    case 'ticket-issued': {
      const { ticketId, number, tokenHash, language, origin, deviceId, turnId, serviceId, priority, held } =
        event.data;
      state.tickets.set(ticketId, {
        id: ticketId,
        number,
        tokenHash,
        language,
        origin,
        deviceId,
        issuedAt: at,
        copies: 0,
        told: [],
        turnIds: [turnId],
      });
      state.ticketByNumber.set(number, ticketId);
      state.lastCount.set(serviceId, event.data.count);
      const turn: Turn = {
        id: turnId,
        ticketId,
        serviceId,
        priority,
        phase: { state: 'waiting' },
        queuedAt: at,
        orderAt: at,
        orderSeq: seq,
        firstCalledAt: null,
        calledAt: null,
        startedAt: null,
        endedAt: null,
        calls: 0,
        noShow: false,
        counterId: null,
        counterNumber: null,
        clerkId: null,
        firstClerkId: null,
        why: null,
        details: null,
        asked: false,
        rating: null,
        presses: 0,
        doubtful: 0,
        held,
        settingsVersion,
      };
      state.turns.set(turnId, turn);
      enqueue(state.queues, turn);
      return;
    }
    case 'guide-told': {
      const { ticketId, serviceId, version, means } = event.data;
      ticketOf(state, ticketId).told.push({ serviceId, version, means });
      return;
    }
    case 'ticket-reprinted':
      ticketOf(state, event.data.ticketId).copies = event.data.copy;
      return;
    case 'turn-called': {
      const { turnId, callId, counterId, counterNumber, clerkId, why, pastLimitWaited, ratingStaysOpen } =
        event.data;
      const turn = turnOf(state, turnId);
      leaveQueue(state, turn);
      turn.phase = { state: 'called', counterId, clerkId };
      turn.calledAt = at;
      turn.firstCalledAt ??= at;
      turn.calls += 1;
      turn.noShow = false;
      turn.counterId = counterId;
      turn.counterNumber = counterNumber;
      turn.clerkId = clerkId;
      turn.firstClerkId ??= clerkId;
      turn.why = why;
      const place = counter(state, counterId);
      if (place.open) place.open.turnId = turnId;
      if (!ratingStaysOpen) place.lastFinished = null;
      else if (place.lastFinished) place.lastFinished.nextCalled = true;
      if (pastLimitWaited) {
        place.pastLimitCalls.push(why === 'past-limit');
        if (place.pastLimitCalls.length > SHARE_MEMORY) place.pastLimitCalls.shift();
      }
      place.priorityRun = turn.priority === null ? 0 : place.priorityRun + 1;
      announce(state, { callId, turnId, ticketId: turn.ticketId, counterNumber, at, recall: false });
      return;
    }
    case 'turn-recalled': {
      const turn = turnOf(state, event.data.turnId);
      turn.calls += 1;
      announce(state, {
        callId: event.data.callId,
        turnId: turn.id,
        ticketId: turn.ticketId,
        counterNumber: turn.counterNumber ?? 0,
        at,
        recall: true,
      });
      return;
    }
    case 'service-started': {
      const turn = turnOf(state, event.data.turnId);
      if (turn.phase.state === 'called') turn.phase = { ...turn.phase, state: 'serving' };
      turn.startedAt = at;
      if (turn.counterId !== null) counter(state, turn.counterId).lastFinished = null;
      return;
    }
    case 'turn-finished': {
      const turn = turnOf(state, event.data.turnId);
      turn.phase = { state: 'ended', ending: 'served', outcome: event.data.outcome };
      turn.endedAt = at;
      turn.asked = event.data.asked;
      turn.details = event.data.details ?? null;
      const place = freeCounter(state, turn);
      state.served += 1;
      if (place) {
        place.lastFinished = { turnId: turn.id, at, nextCalled: false };
        place.served += 1;
      }
      const handled = handlingOf(turn);
      if (handled === null) return;
      if (place) {
        place.handled += 1;
        place.handlingMs += handled;
      }
      const mean = state.handling.get(turn.serviceId) ?? turn.held.standardMs;
      state.handling.set(turn.serviceId, mean + (handled - mean) * HANDLING_WEIGHT);
      return;
    }
    case 'turn-missed': {
      const turn = turnOf(state, event.data.turnId);
      freeCounter(state, turn);
      turn.phase = { state: 'missed', since: at };
      turn.noShow = true;
      state.missed.push(turn.id);
      return;
    }
    case 'turn-returned': {
      const turn = turnOf(state, event.data.turnId);
      forgetMissed(state, turn.id);
      turn.phase = { state: 'waiting' };
      turn.noShow = false;
      turn.orderAt = event.data.orderAt;
      turn.orderSeq = seq;
      enqueue(state.queues, turn);
      return;
    }
    case 'turn-cancelled': {
      const turn = turnOf(state, event.data.turnId);
      leaveQueue(state, turn);
      freeCounter(state, turn);
      turn.phase = { state: 'ended', ending: 'cancelled', outcome: null };
      turn.endedAt = at;
      return;
    }
    case 'turn-expired': {
      const turn = turnOf(state, event.data.turnId);
      leaveQueue(state, turn);
      freeCounter(state, turn);
      turn.phase = { state: 'ended', ending: event.data.ending, outcome: null };
      turn.endedAt = event.data.endedAt;
      return;
    }
    case 'rating-asked':
      turnOf(state, event.data.turnId).asked = true;
      return;
    case 'rating-pressed': {
      const turn = turnOf(state, event.data.turnId);
      turn.asked = true;
      turn.presses += 1;
      if (event.data.doubt) turn.doubtful += 1;
      if (event.data.effective) {
        const { level, source, reasons } = event.data;
        turn.rating = { level, at, source, explained: reasons.length > 0 };
      }
      return;
    }
    case 'rating-explained': {
      const { rating } = turnOf(state, event.data.turnId);
      if (rating) rating.explained = true;
      return;
    }
    case 'counter-opened':
      counter(state, event.data.counterId).open = {
        clerkId: event.data.clerkId,
        since: at,
        pause: null,
        turnId: null,
      };
      return;
    case 'counter-paused': {
      const { open } = counter(state, event.data.counterId);
      if (open) open.pause = { reason: event.data.reason, since: at };
      return;
    }
    case 'counter-resumed': {
      const { open } = counter(state, event.data.counterId);
      if (open) open.pause = null;
      return;
    }
    case 'counter-closed':
      // Who was served last may still press: a clerk who closes takes no rating away.
      counter(state, event.data.counterId).open = null;
      return;
    case 'day-ended':
      // Counters without a customer go over to the next day; the others stay here until they finish.
      state.ended = true;
      for (const place of state.counters.values()) if (place.open?.turnId === null) place.open = null;
      return;
    default:
      event satisfies never;
  }
}

/** The counter's state, made when something first happens at it. */
function counter(state: DayState, counterId: string): CounterState {
  let found = state.counters.get(counterId);
  if (!found) {
    found = {
      open: null,
      lastFinished: null,
      pastLimitCalls: [],
      priorityRun: 0,
      served: 0,
      handled: 0,
      handlingMs: 0,
    };
    state.counters.set(counterId, found);
  }
  return found;
}

function leaveQueue(state: DayState, turn: Turn): void {
  if (turn.phase.state === 'waiting') dequeue(state.queues, turn);
  if (turn.phase.state === 'missed') forgetMissed(state, turn.id);
}

function forgetMissed(state: DayState, turnId: string): void {
  const index = state.missed.indexOf(turnId);
  if (index >= 0) state.missed.splice(index, 1);
}

function freeCounter(state: DayState, turn: Turn): CounterState | undefined {
  if (turn.counterId === null) return undefined;
  const place = counter(state, turn.counterId);
  if (place.open?.turnId === turn.id) {
    place.open.turnId = null;
    // Its day is over: what this counter does next belongs to the next day.
    if (state.ended) place.open = null;
  }
  return place;
}

function announce(state: DayState, record: DayState['calls'][number]): void {
  const known = state.calls.findIndex((call) => call.ticketId === record.ticketId);
  if (known >= 0) state.calls.splice(known, 1);
  state.calls.push(record);
  if (state.calls.length > CALLS_KEPT) state.calls.shift();
}
