import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { DayEvent } from './event.ts';
import { knownCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import { counterOf, currentTurn, type DayState, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

/** Presses on one turn that are kept: a child at the pad, a phone that sends again. */
const PRESSES_KEPT = 20;

/** How long a phone may still rate after the end of service. */
export const PHONE_RATING_MS = 24 * 3600_000;

/**
 * The press of a satisfaction button, on the pad or the phone. It belongs to one served turn and never
 * lands on another customer's. Every press is kept; the first one counts.
 * @throws DomainError `rating-closed`, `stale-turn`, `unknown-counter`, `unknown-ticket`
 */
export function decideRating(
  state: DayState,
  command: Extract<Command, { type: 'rate' | 'ask-rating' }>,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (command.type === 'ask-rating') {
    const turn = servedTurnOf(state, command.ticketId);
    return turn.asked || !withinPhoneTime(turn, now)
      ? []
      : [{ type: 'rating-asked', data: { turnId: turn.id } }];
  }
  const { from, level, reasons, commentId, turnId } = command;
  const turn =
    from.source === 'pad' ? turnAtPad(state, settings, from.counterId) : servedTurnOf(state, from.ticketId);
  if (turnId !== undefined && turnId !== turn.id) throw new DomainError('stale-turn');
  if (from.source === 'pad' && !padMayRate(state, settings, from.counterId, now))
    throw new DomainError('rating-closed');
  if (from.source === 'phone' && !withinPhoneTime(turn, now)) throw new DomainError('rating-closed');
  // Every press is kept, but nobody fills the journal with them.
  if (turn.presses >= PRESSES_KEPT) throw new DomainError('rating-closed');
  return [
    {
      type: 'rating-pressed',
      data: {
        turnId: turn.id,
        level,
        reasons,
        source: from.source,
        effective: turn.rating === null,
        commentId,
      },
    },
  ];
}

/** Slack for a press that left the pad as its countdown ran out. */
const PAD_GRACE_MS = 3000;

/** With the next customer already on the way the pad asks no longer than this. */
const NEXT_ON_THE_WAY_MS = 20_000;

/**
 * Until when the pad of a counter asks: the rating window, closed earlier by the next call or *start*.
 * A call made by the same key that finished leaves it open for a shorter while (docs/decisions/006).
 */
export function padRatingUntil(state: DayState, settings: Settings, counterId: string): number | null {
  const { lastFinished } = counterOf(state, counterId);
  if (lastFinished === null) return null;
  const window = settings.rules.ratingSeconds * 1000;
  return lastFinished.at + (lastFinished.nextCalled ? Math.min(window, NEXT_ON_THE_WAY_MS) : window);
}

function padMayRate(state: DayState, settings: Settings, counterId: string, now: number): boolean {
  const until = padRatingUntil(state, settings, counterId);
  return until !== null && now <= until + PAD_GRACE_MS;
}

function withinPhoneTime(turn: Turn, now: number): boolean {
  return turn.endedAt !== null && now <= turn.endedAt + PHONE_RATING_MS;
}

/** Whether a phone should offer the faces: served, not yet rated, not too long ago. */
export function phoneMayRate(turn: Turn, now: number): boolean {
  return (
    turn.phase.state === 'ended' &&
    turn.phase.ending === 'served' &&
    turn.rating === null &&
    withinPhoneTime(turn, now)
  );
}

function turnAtPad(state: DayState, settings: Settings, counterId: string): Turn {
  const last = counterOf(state, counterId).lastFinished;
  if (last === null) {
    knownCounter(settings, counterId);
    throw new DomainError('rating-closed');
  }
  return turnOf(state, last.turnId);
}

function servedTurnOf(state: DayState, ticketId: string): Turn {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) throw new DomainError('unknown-ticket');
  const turn = currentTurn(state, ticket);
  if (turn.phase.state !== 'ended' || turn.phase.ending !== 'served') throw new DomainError('rating-closed');
  return turn;
}
