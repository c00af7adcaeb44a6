import { isWorking } from './coverage.ts';
import type { Folded } from './event.ts';
import { foldHandover, noteAbsence } from './fold-handover.ts';
import { foldMove } from './fold-moves.ts';
import {
  announce,
  beginWaiting,
  counterIn,
  forgetCall,
  goOn,
  leavePlace,
  newTurn,
  touch,
} from './fold-places.ts';
import { foldRelief } from './fold-relief.ts';
import { markOutage, metOutage, partGoingOn } from './outage.ts';
import { foldEntered } from './paper-numbers.ts';
import { type DayState, handlingOf, ticketOf, turnOf, type Undoable } from './state.ts';
import type { Turn } from './turn.ts';

/** How much the latest handling moves the mean that estimates use. */
const HANDLING_WEIGHT = 0.15;
/** How many calls the starvation share can look back on. */
const SHARE_MEMORY = 40;

/**
 * Folds one event into the day, in place. Reads no clock and no settings: what a decision depended on
 * stands in the event, so a day replays to the same state, always.
 */
export function evolve(state: DayState, folded: Folded): void {
  const { seq, occurredAt: at, event } = folded;
  state.seq = seq;
  state.lastEventAt = at;
  const counterId = 'counterId' in event.data ? event.data.counterId : null;
  const wasWorking = counterId !== null && isWorking(state, counterId);
  fold(state, folded);
  if (counterId !== null) noteAbsence(state, counterId, wasWorking, at);
}

function fold(state: DayState, folded: Folded): void {
  const { seq, occurredAt: at, settingsVersion, commandId, event } = folded;
  switch (event.type) {
    case 'day-started': {
      state.started = true;
      state.startsAt = event.data.startsAt;
      state.endsAt = event.data.endsAt;
      state.emergency = event.data.emergency ?? null;
      for (const { counterId, clerkId, since, pause } of event.data.carried) {
        const place = counterIn(state, counterId);
        place.open = { clerkId, since, pause, turnId: null };
        place.awaySince = pause?.since ?? null;
      }
      for (const { noteId: id, forCounters, ...note } of event.data.notes ?? [])
        state.notes.push({ ...note, id, awayFrom: null, turnIds: [], unreadAt: [...forCounters] });
      return;
    }
    case 'ticket-issued': {
      const { ticketId, number, tokenHash, language, origin, deviceId, turnId, serviceId, priority, held } =
        event.data;
      const { planned = [], paper } = event.data;
      // One that was written by hand is as old as its paper.
      const takenAt = paper?.takenAt ?? at;
      state.tickets.set(ticketId, {
        id: ticketId,
        number,
        tokenHash,
        language,
        origin,
        deviceId,
        issuedAt: takenAt,
        markId: paper?.markId ?? null,
        copies: 0,
        told: [],
        turnIds: [turnId, ...planned.map((each) => each.turnId)],
      });
      state.ticketByNumber.set(number, ticketId);
      state.lastCount.set(serviceId, event.data.count);
      const born = { ticketId, priority, at: takenAt, seq, settingsVersion };
      const turn = newTurn({ ...born, id: turnId, serviceId, held });
      // In its line by the time of its slot.
      turn.orderAt = event.data.appointment?.orderAt ?? takenAt;
      turn.queuedAt = event.data.appointment?.queuedAt ?? takenAt;
      if (metOutage(state, { from: takenAt, to: at })) markOutage(turn, 'wait');
      state.turns.set(turnId, turn);
      for (const { turnId: id, ...further } of planned)
        state.turns.set(id, newTurn({ ...born, id, ...further }));
      beginWaiting(state, turn);
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
      touch(state, turn, commandId);
      leavePlace(state, turn);
      turn.phase = { state: 'called', counterId, clerkId };
      // Called again to go on after it was set aside: its wait ended with the call before.
      if (turn.parkedSince === null) turn.calledAt = at;
      else if (!turn.held.pressesStart) goOn(turn, at);
      turn.firstCalledAt ??= at;
      notBefore(turn, at);
      // Also of who had been called before, did not come, and waits again.
      if (turn.calledAt === at && metOutage(state, { from: turn.queuedAt, to: at })) markOutage(turn, 'wait');
      turn.calls += 1;
      turn.noShow = false;
      turn.counterId = counterId;
      turn.counterNumber = counterNumber;
      turn.clerkId = clerkId;
      turn.firstClerkId ??= clerkId;
      turn.why = why;
      const place = counterIn(state, counterId);
      place.undoable = null;
      state.callsOf.set(turn.serviceId, (state.callsOf.get(turn.serviceId) ?? 0) + 1);
      if (place.open) place.open.turnId = turnId;
      if (!ratingStaysOpen) place.lastFinished = null;
      else if (place.lastFinished) place.lastFinished.nextCalled = true;
      if (pastLimitWaited) {
        place.pastLimitCalls.push(why === 'past-limit');
        if (place.pastLimitCalls.length > SHARE_MEMORY) place.pastLimitCalls.shift();
      }
      place.priorityRun = turn.priority === null ? 0 : place.priorityRun + 1;
      if (event.data.here) forgetCall(state, turn.ticketId);
      else announce(state, { callId, turnId, ticketId: turn.ticketId, counterNumber, at, recall: false });
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
      turn.startedAt ??= at;
      goOn(turn, at);
      if (turn.counterId !== null) counterIn(state, turn.counterId).lastFinished = null;
      return;
    }
    case 'turn-finished': {
      const turn = turnOf(state, event.data.turnId);
      const before = undoableOf(state, turn, 'finished', folded);
      const place = leavePlace(state, turn);
      turn.phase = { state: 'ended', ending: 'served', outcome: event.data.outcome };
      turn.endedAt = at;
      turn.asked = event.data.asked;
      turn.details = event.data.details ? { ...event.data.details, settingsVersion } : null;
      goOn(turn, at);
      state.served += 1;
      const handled = handlingOf(turn);
      if (place) {
        place.lastFinished = { turnId: turn.id, at, nextCalled: false };
        place.undoable = before && { ...before, handled };
        place.served += 1;
      }
      if (handled === null) return;
      if (place) {
        place.handled += 1;
        place.handlingMs += handled;
      }
      const mean = state.handling.get(turn.serviceId) ?? turn.held.standardMs;
      state.handling.set(turn.serviceId, mean + (handled - mean) * HANDLING_WEIGHT);
      return;
    }
    case 'turn-entered': {
      const turn = turnOf(state, event.data.turnId);
      leavePlace(state, turn);
      foldEntered(state, turn, event);
      return;
    }
    case 'turn-missed': {
      const turn = turnOf(state, event.data.turnId);
      const before = undoableOf(state, turn, 'missed', folded);
      const place = leavePlace(state, turn);
      if (place) place.undoable = before;
      const callsThen = state.callsOf.get(turn.serviceId) ?? 0;
      turn.phase = { state: 'missed', since: at, callsThen, backAt: event.data.backAt ?? null };
      turn.noShow = true;
      turn.misses += 1;
      state.missed.push(turn.id);
      return;
    }
    case 'turn-returned': {
      const turn = turnOf(state, event.data.turnId);
      touch(state, turn, commandId);
      leavePlace(state, turn);
      turn.noShow = false;
      // Who put it first did so for the call that was missed.
      turn.first = false;
      turn.orderAt = event.data.orderAt;
      turn.orderSeq = seq;
      beginWaiting(state, turn);
      return;
    }
    case 'turn-cancelled': {
      const turn = turnOf(state, event.data.turnId);
      touch(state, turn, commandId);
      leavePlace(state, turn);
      const { reason } = event.data;
      turn.phase = { state: 'ended', ending: 'cancelled', outcome: null, ...(reason && { reason }) };
      turn.endedAt = at;
      notBefore(turn, at);
      return;
    }
    case 'outage-recorded': {
      const { outageId: id, from, to, planned = false } = event.data;
      state.outages.push({ id, from, to, planned });
      for (const turn of state.turns.values()) {
        const part = partGoingOn(turn);
        if (part !== null) markOutage(turn, part);
      }
      return;
    }
    case 'queue-voided':
      state.voids.push({ ...event.data, at });
      return;
    case 'turn-expired': {
      const turn = turnOf(state, event.data.turnId);
      touch(state, turn, commandId);
      leavePlace(state, turn);
      turn.phase = { state: 'ended', ending: event.data.ending, outcome: null };
      turn.endedAt = event.data.endedAt;
      return;
    }
    case 'turn-planned':
    case 'plan-dropped':
    case 'turn-queued':
    case 'turn-parked':
    case 'turn-unparked':
    case 'turn-resumed':
    case 'turn-carried':
    case 'turn-transferred':
    case 'turn-moved':
    case 'service-changed':
    case 'turn-undone':
    case 'priority-changed':
      foldMove(state, { ...folded, event });
      return;
    case 'rating-asked':
      turnOf(state, event.data.turnId).asked = true;
      return;
    case 'rating-pressed': {
      // No `touch`: what is offered to undo would go from the clerk's page, and tell them of the press.
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
      counterIn(state, event.data.counterId).open = {
        clerkId: event.data.clerkId,
        since: at,
        pause: null,
        turnId: null,
      };
      return;
    case 'counter-paused': {
      const { open } = counterIn(state, event.data.counterId);
      if (open) open.pause = { reason: event.data.reason, since: at };
      return;
    }
    case 'counter-resumed': {
      const { open } = counterIn(state, event.data.counterId);
      if (open) open.pause = null;
      return;
    }
    case 'counter-relieved':
      foldRelief(state, event, at);
      return;
    case 'counter-closed':
      // Who was served last may still press: a clerk who closes takes no rating away.
      counterIn(state, event.data.counterId).open = null;
      return;
    case 'handover-noted':
    case 'handover-read':
      foldHandover(state, event, at);
      return;
    case 'emergency-begun': {
      const { emergencyId: id, kind, text } = event.data;
      // Another message of the same emergency: it is as old as it was.
      state.emergency = { id, kind, text, since: state.emergency?.since ?? at };
      return;
    }
    case 'emergency-ended':
      state.emergency = null;
      return;
    case 'announced': {
      const { announcementId: id, text = null, textId = null, times, until } = event.data;
      state.announcements = state.announcements.filter((each) => each.until > at);
      state.announcements.push({ id, text, textId, at, until, times });
      return;
    }
    case 'announcement-withdrawn':
      state.announcements = state.announcements.filter(({ id }) => id !== event.data.announcementId);
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

/** Who came early and is called (or gives up) before the time of their appointment has not waited. */
function notBefore(turn: Turn, at: number): void {
  turn.queuedAt = Math.min(turn.queuedAt, at);
}

/** How things stood when a clerk pressed *no-show* or *finish*, in case it was a mistake. */
function undoableOf(
  state: DayState,
  turn: Turn,
  was: Undoable['was'],
  { occurredAt: at, by, commandId }: Folded,
): Undoable | null {
  const open = turn.counterId === null ? null : counterIn(state, turn.counterId).open;
  if (!open) return null;
  return {
    was,
    at,
    commandId,
    by: by.kind === 'person' ? by.id : null,
    clerkId: open.clerkId,
    since: open.since,
    turn: { ...turn },
    handled: null,
    meanBefore: state.handling.get(turn.serviceId) ?? null,
    followed: null,
  };
}
