import { isDeepStrictEqual } from 'node:util';
import { aheadOf } from '../../server/src/domain/estimate.ts';
import { headStartMs } from '../../server/src/domain/queue-policy.ts';
import type { Settings } from '../../server/src/domain/settings.ts';
import type { DayState } from '../../server/src/domain/state.ts';
import type { Turn } from '../../server/src/domain/turn.ts';
import { type DayInMotion, type HallInMotion, replay } from './hall-in-motion.ts';

/** Says what is broken, in words; fast-check adds the sequence that broke it and its seed. */
export function hold(truth: boolean, broken: string): asserts truth {
  if (!truth) throw new Error(`broken: ${broken}`);
}

/** Everything that must be true of a hall at any moment, whatever happened before. */
export function checkHall(hall: HallInMotion): void {
  for (const day of hall.days) {
    checkNumbers(day);
    checkHands(day.state);
    checkTickets(day.state);
    checkQueues(day.state, hall.settings);
    checkRatings(day);
    checkOutages(day.state);
  }
  checkClerks(hall);
}

/**
 * Deciding touches nothing, refusing least of all, and the log as read back makes the same day
 * (invariant 6). Days that parted stay apart, so this need not be looked at after each step: it costs
 * more than all the rest together.
 */
export function checkTwins({ days }: HallInMotion): void {
  for (const { state, twin } of days) {
    hold(isDeepStrictEqual(state, twin), 'the log as read back gives another state');
  }
}

/** At the end of a sequence: the whole log, folded anew. */
export function checkReplay({ state, log }: DayInMotion): void {
  hold(isDeepStrictEqual(replay(state.date, log), state), 'a replay of the day gives another state');
  hold(
    log.every(({ seq }, index) => seq === index + 1),
    'the log has a gap',
  );
}

/** Invariant 1: a number is given once; every ticket that was acknowledged is there. */
function checkNumbers({ state, log }: DayInMotion): void {
  const given: string[] = [];
  for (const { event } of log) {
    if (event.type !== 'ticket-issued') continue;
    given.push(event.data.number);
    hold(state.tickets.has(event.data.ticketId), `${event.data.number} is lost`);
  }
  hold(new Set(given).size === given.length, `a number was given twice: ${given}`);
  hold(state.tickets.size === given.length, 'a ticket nobody took');
}

/** Invariant 2: a ticket is at no more than one counter, and a counter serves no more than one. */
function checkHands(state: DayState): void {
  const hands = new Map<string, string>();
  for (const [counterId, { open }] of state.counters) {
    if (!open?.turnId) continue;
    hold(!hands.has(open.turnId), `${open.turnId} is in two hands`);
    hands.set(open.turnId, counterId);
    const phase = state.turns.get(open.turnId)?.phase;
    hold(
      (phase?.state === 'called' || phase?.state === 'serving') && phase.counterId === counterId,
      `${open.turnId} in hand at ${counterId} is elsewhere`,
    );
    hold(open.pause === null, `${counterId} serves while it is paused`);
  }
  for (const turn of state.turns.values()) {
    if (turn.phase.state !== 'called' && turn.phase.state !== 'serving') continue;
    hold(hands.get(turn.id) === turn.phase.counterId, `${turn.id} is at a counter that does not know`);
  }
}

/** A ticket is in one place: of its turns, one at most has begun and not ended. */
function checkTickets(state: DayState): void {
  for (const { id, turnIds } of state.tickets.values()) {
    const live = turnIds.filter((turnId) => {
      const phase = state.turns.get(turnId)?.phase.state;
      hold(phase !== undefined, `${id} names ${turnId}, which is not there`);
      return phase !== 'ended' && phase !== 'planned';
    });
    hold(live.length <= 1, `${id} is in several places: ${live}`);
  }
}

/** Invariant 2, of clerks: over all days, a counter has one and a clerk has one. */
function checkClerks({ days }: HallInMotion): void {
  const clerks = new Set<string>();
  const counters = new Set<string>();
  for (const { state } of days) {
    for (const [counterId, { open }] of state.counters) {
      if (!open) continue;
      hold(!clerks.has(open.clerkId), `${open.clerkId} holds two counters`);
      hold(!counters.has(counterId), `${counterId} is open in two days`);
      clerks.add(open.clerkId);
      counters.add(counterId);
    }
  }
}

/** Lines hold exactly those who wait, sorted; the missed are listed; "people ahead" is the place in that order. */
function checkQueues(state: DayState, settings: Settings): void {
  const inLines = new Set<string>();
  for (const [serviceId, lines] of state.queues) {
    for (const line of lines.values()) {
      line.places.forEach((place, index) => {
        const turn = state.turns.get(place.turnId);
        hold(turn?.phase.state === 'waiting', `${place.turnId} stands in a line and does not wait`);
        const { priority, forCounter, first } = turn;
        const alike = priority === line.priority && forCounter === line.forCounter && first === line.first;
        hold(turn.serviceId === serviceId && alike, `${turn.id}: wrong line`);
        hold(turn.orderAt === place.orderAt && turn.orderSeq === place.orderSeq, `${turn.id}: wrong place`);
        hold(!inLines.has(turn.id), `${turn.id} stands in two places`);
        inLines.add(turn.id);
        const before = line.places[index - 1];
        hold(!before || sooner(before, place), `the line of ${serviceId} is out of order at ${index}`);
      });
    }
  }
  const waiting = new Map<string, Turn[]>();
  const missed = new Set<string>();
  const parked = new Set<string>();
  for (const turn of state.turns.values()) {
    if (turn.phase.state === 'missed') missed.add(turn.id);
    if (turn.phase.state === 'parked') parked.add(turn.id);
    if (turn.phase.state !== 'waiting') continue;
    hold(inLines.has(turn.id), `${turn.id} waits in no line`);
    const others = waiting.get(turn.serviceId);
    if (others) others.push(turn);
    else waiting.set(turn.serviceId, [turn]);
  }
  hold(
    missed.size === state.missed.length && state.missed.every((turnId) => missed.has(turnId)),
    'the list of the missed is not who was missed',
  );
  hold(
    parked.size === state.parked.length && state.parked.every((turnId) => parked.has(turnId)),
    'the list of the parked is not who was parked',
  );
  for (const turns of waiting.values()) {
    const age = (turn: Turn): number =>
      turn.orderAt - (turn.first ? 0 : headStartMs(settings, turn.priority));
    turns.sort((a, b) => Number(b.first) - Number(a.first) || age(a) - age(b) || a.orderSeq - b.orderSeq);
    turns.forEach((turn, index) => {
      hold(aheadOf(state, settings, turn) === index, `${turn.id} is told a wrong number of people ahead`);
    });
  }
}

/** Outages of a day lie apart and within it; only where there was one is anybody marked. */
function checkOutages({ outages, turns, startsAt, endsAt }: DayState): void {
  outages.forEach(({ from, to }, index) => {
    hold(to - from >= 60_000 && startsAt <= from && to <= endsAt, 'an outage that nobody had');
    hold((outages[index - 1]?.to ?? 0) <= from, 'two outages at once');
  });
  if (outages.length > 0) return;
  for (const turn of turns.values())
    hold(turn.metOutage.length === 0, `${turn.id} met an outage that was none`);
}

const sooner = (
  a: { orderAt: number; orderSeq: number },
  b: { orderAt: number; orderSeq: number },
): boolean => a.orderAt < b.orderAt || (a.orderAt === b.orderAt && a.orderSeq < b.orderSeq);

/** Invariant 7: who has a rating was served, and pressed: the first press that is not doubtful is the rating. */
function checkRatings({ state, log }: DayInMotion): void {
  const first = new Map<string, number>();
  for (const { event } of log) {
    if (event.type !== 'rating-pressed') continue;
    const { turnId, level, effective, doubt } = event.data;
    const counts = !doubt && !first.has(turnId);
    hold(effective === counts, `press on ${turnId}: the first honest one counts, and no other`);
    if (effective) first.set(turnId, level);
  }
  for (const turn of state.turns.values()) {
    hold(
      (turn.rating?.level ?? null) === (first.get(turn.id) ?? null),
      `${turn.id}: a rating nobody pressed`,
    );
    if (!turn.rating) continue;
    hold(
      turn.phase.state === 'ended' && turn.phase.ending === 'served',
      `${turn.id} was rated and not served`,
    );
  }
}
