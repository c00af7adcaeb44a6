import type { CounterView, ParkedEntry, QueueEntry, Speech } from '@jiaohao/shared/contract/screens.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { UNDO_MS } from '../decide-aside.ts';
import { createEstimator } from '../estimate.ts';
import { dayOfCounter, type Hall } from '../hall.ts';
import { previewNext, servicesTakenBy } from '../queue-policy.ts';
import { linesOf, waitingCount } from '../queues.ts';
import { reasonsOffered } from '../rating-reasons.ts';
import { padRatingUntil } from '../rating-windows.ts';
import { refusalReasonsOf } from '../refusal-reasons.ts';
import { profileOf, type Settings } from '../settings.ts';
import { counterOf, currentTurn, type DayState, ticketOf, turnOf } from '../state.ts';
import { emergencyOf } from './announced.ts';
import type { Frame } from './frame.ts';
import { notesFor } from './handover-view.ts';
import { ticketView } from './ticket-view.ts';

/** What a counter's page needs to know from beside the log. */
export interface CounterSurroundings {
  person(id: string): { id: string; name: string; staffNumber: string | null } | null;
  padConnected(counterId: string): boolean;
  speechOf(callId: string): Speech;
  printOf(ticketId: string): PrintView;
  /** Where a pad fetches the spoken question; null where pads are silent. */
  /** The words of a hand-over note; null where they were erased. */
  noteText(textId: string): string | null;
  questionAudio(): NonNullable<CounterView['asking']>['audio'];
}

/** How many of those waiting a terminal lists. */
const NEXT_SHOWN = 12;
const MINUTE = 60_000;
/** How long a pad says that somebody was set aside or sent on. */
const LEFT_SAID_MS = 20_000;

/** The terminal's and the pad's snapshot of one counter; null for a counter that is not in the settings. */
export function counterView(
  hall: Hall,
  settings: Settings,
  counterId: string,
  frame: Frame,
  around: CounterSurroundings,
): CounterView | null {
  const counter = settings.counterById.get(counterId);
  if (!counter) return null;
  const { today } = hall;
  const { now } = frame;
  const day = dayOfCounter(hall, counterId);
  const place = counterOf(day, counterId);
  const { open } = place;
  const reason = settings.rules.pauseReasons.find(({ id }) => id === open?.pause?.reason);
  const taken = servicesTakenBy(today, settings, counterId, now);
  const todayPlace = counterOf(today, counterId);
  return {
    ...frame,
    hallName: settings.hall.name,
    languages: settings.hall.languages,
    profile: profileOf(settings),
    timeZone: settings.hall.timeZone,
    counter: { id: counter.id, number: counter.number, name: counter.name },
    emergency: emergencyOf(today),
    state: open === null ? 'closed' : open.pause ? 'paused' : 'open',
    pause:
      open?.pause && reason
        ? { reason: reason.id, name: reason.name, sentence: reason.sentence, since: open.pause.since }
        : null,
    clerk: open === null ? null : around.person(open.clerkId),
    ticket: ticketInHand(day, settings, open?.turnId ?? null, now, around),
    rating: ratingOf(day, settings, counterId, now, around),
    left: leftHere(day, settings, counterId, now),
    asking: { reasons: reasonsOffered(settings), audio: around.questionAudio() },
    queues: taken.map(({ serviceId, role, joined, as }) => ({
      serviceId,
      letter: settings.serviceById.get(serviceId)?.letter ?? '',
      name: settings.serviceById.get(serviceId)?.name ?? {},
      role,
      joined,
      joinedBecause: as?.because ?? null,
      joinedSince: as?.since ?? null,
      waiting: waitingCount(today.queues, serviceId),
      oldestQueuedAt: oldestQueuedAt(today, serviceId),
    })),
    next: previewNext(today, settings, counterId, now, NEXT_SHOWN).map(({ turnId, pastLimit }) =>
      queueEntry(today, settings, turnId, now, pastLimit),
    ),
    missed: today.missed
      .filter((turnId) => taken.some(({ serviceId }) => serviceId === turnOf(today, turnId).serviceId))
      .map((turnId) => queueEntry(today, settings, turnId, now, false)),
    parked: parkedHere(
      today,
      settings,
      counterId,
      taken.map(({ serviceId }) => serviceId),
      now,
    ),
    notes: notesFor(today, settings, counterId, {
      personName: (id) => around.person(id)?.name ?? null,
      noteText: around.noteText,
    }),
    undo: undoOf(day, counterId, now),
    waiting: taken
      .filter(({ joined }) => joined)
      .reduce((sum, { serviceId }) => sum + waitingCount(today.queues, serviceId), 0),
    today: {
      served: todayPlace.served,
      meanHandlingMs:
        todayPlace.handled === 0 ? null : Math.round(todayPlace.handlingMs / todayPlace.handled),
    },
    padConnected: around.padConnected(counterId),
    speech: speechAt(day, open?.turnId ?? null, around),
    rules: {
      pressesStart: settings.rules.pressesStart,
      defaultOutcome: settings.rules.defaultOutcome,
      ratingSeconds: settings.rules.ratingSeconds,
      pauseReasons: settings.rules.pauseReasons.map(({ id, name }) => ({ id, name })),
      refusalReasons: refusalReasonsOf(settings.rules).map(({ id, name }) => ({ id, name })),
      parkReasons: [...settings.parkReasons],
      priorityClasses: settings.rules.priorityClasses.map(({ id, name, document, givenBy }) => ({
        id,
        name,
        document,
        givenBy: givenBy ?? null,
      })),
      priorityReasons: [...settings.priorityReasons],
    },
  };
}

function ticketInHand(
  day: DayState,
  settings: Settings,
  turnId: string | null,
  now: number,
  around: CounterSurroundings,
): CounterView['ticket'] {
  if (turnId === null) return null;
  const ticket = ticketOf(day, turnOf(day, turnId).ticketId);
  return ticketView(day, settings, ticket, createEstimator(day, settings, now), around.printOf(ticket.id));
}

function ratingOf(
  day: DayState,
  settings: Settings,
  counterId: string,
  now: number,
  around: CounterSurroundings,
): CounterView['rating'] {
  const until = padRatingUntil(day, settings, counterId);
  const { lastFinished } = counterOf(day, counterId);
  if (until === null || lastFinished === null || now > until) return null;
  const turn = turnOf(day, lastFinished.turnId);
  return {
    turnId: turn.id,
    number: ticketOf(day, turn.ticketId).number,
    clerk: turn.clerkId === null ? null : around.person(turn.clerkId),
    until,
    pressed: turn.rating !== null,
  };
}

function oldestQueuedAt(day: DayState, serviceId: string): number | null {
  let oldest: number | null = null;
  for (const { places } of linesOf(day.queues, serviceId)) {
    const head = places[0];
    if (!head) continue;
    const { queuedAt } = turnOf(day, head.turnId);
    if (oldest === null || queuedAt < oldest) oldest = queuedAt;
  }
  return oldest;
}

/** Those set aside that this counter may go on with: its own and its clerk’s first, then of the services it takes. */
function parkedHere(
  day: DayState,
  settings: Settings,
  counterId: string,
  services: string[],
  now: number,
): ParkedEntry[] {
  const clerkId = counterOf(day, counterId).open?.clerkId;
  const entries = day.parked.flatMap((turnId) => {
    const { phase, serviceId } = turnOf(day, turnId);
    if (phase.state !== 'parked') return [];
    const own = phase.counterId === counterId || phase.clerkId === clerkId;
    if (!own && !services.includes(serviceId)) return [];
    const entry: ParkedEntry = {
      ...queueEntry(day, settings, turnId, now, false),
      reason: settings.parkReasons.find(({ id }) => id === phase.reason)?.name ?? {},
      since: phase.since,
      until: phase.until,
      counter: settings.counterById.get(phase.counterId)?.number ?? 0,
    };
    return [{ own, entry }];
  });
  return entries.sort((a, b) => Number(b.own) - Number(a.own)).map(({ entry }) => entry);
}

/** While that customer is still there to read it, and nobody else is at the counter. */
function leftHere(day: DayState, settings: Settings, counterId: string, now: number): CounterView['left'] {
  const { left, open } = counterOf(day, counterId);
  if (left === null || open?.turnId || now > left.at + LEFT_SAID_MS) return null;
  const ticket = ticketOf(day, turnOf(day, left.turnId).ticketId);
  const turn = currentTurn(day, ticket);
  const said = {
    number: ticket.number,
    toCounter: settings.counterById.get(turn.forCounter ?? '')?.number ?? null,
    service: turn.held.serviceName,
    until: left.at + LEFT_SAID_MS,
  };
  const { state } = turn.phase;
  // The clerk has closed this counter, and the customer goes along.
  if (left.carried) {
    const along = turn.id === left.turnId && (state === 'called' || state === 'serving');
    return along ? { ...said, how: 'carried', toCounter: turn.counterNumber } : null;
  }
  if (open === null || (state !== 'parked' && state !== 'waiting')) return null;
  return { ...said, how: state === 'parked' ? 'parked' : 'transferred' };
}

function undoOf(day: DayState, counterId: string, now: number): CounterView['undo'] {
  const { undoable, open } = counterOf(day, counterId);
  if (undoable === null || open?.turnId || now - undoable.at > UNDO_MS) return null;
  const { number } = ticketOf(day, undoable.turn.ticketId);
  return { turnId: undoable.turn.id, number, was: undoable.was, until: undoable.at + UNDO_MS };
}

function queueEntry(
  day: DayState,
  settings: Settings,
  turnId: string,
  now: number,
  pastLimit: boolean,
): QueueEntry {
  const turn = turnOf(day, turnId);
  return {
    ticketId: turn.ticketId,
    turnId,
    number: ticketOf(day, turn.ticketId).number,
    serviceId: turn.serviceId,
    priority: turn.priority,
    queuedAt: turn.queuedAt,
    late: pastLimit || now - turn.queuedAt > turn.held.targetWaitMs + MINUTE,
    first: turn.first,
    forCounter: settings.counterById.get(turn.forCounter ?? '')?.number ?? null,
  };
}

function speechAt(day: DayState, turnId: string | null, around: CounterSurroundings): Speech {
  const call = turnId === null ? undefined : day.calls.find((each) => each.turnId === turnId);
  return call ? around.speechOf(call.callId) : { state: 'idle' };
}

/** For the terminal: the clerk does not see whether this customer pressed. */
export function terminalView(view: CounterView): CounterView {
  const { asking, rating, left, ...rest } = view;
  return { ...rest, rating: rating && { ...rating, pressed: false } };
}

/** For the pad, which faces the customer: nothing about anybody else, nor about the clerk's day. */
export function padView(view: CounterView): CounterView {
  return {
    ...view,
    ticket: view.ticket && { ...view.ticket, priority: null },
    queues: [],
    next: [],
    missed: [],
    parked: [],
    undo: null,
    notes: [],
    waiting: 0,
    today: { served: 0, meanHandlingMs: null },
  };
}
