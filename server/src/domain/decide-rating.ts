import type { OfferedReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { Command, Presser } from './command.ts';
import { DomainError } from './errors.ts';
import type { DayEvent } from './event.ts';
import { knownCounter } from './holding.ts';
import { doubtOf } from './rating-doubt.ts';
import { chosenReasons, reasonsOffered } from './rating-reasons.ts';
import { padMayRate, withinExplaining, withinPhoneTime } from './rating-windows.ts';
import type { Settings } from './settings.ts';
import { counterOf, currentTurn, type DayState, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

/** Presses on one turn that are kept: a child at the pad, a phone that sends again. Doubtful ones are counted apart, so that they shut nobody out. */
const PRESSES_KEPT = 20;

/**
 * The press of a satisfaction button, on the pad or the phone, and what was said about it afterwards. It
 * belongs to one served turn and never lands on another customer's. Every press is kept; the first that
 * is not doubtful counts.
 * @throws DomainError `rating-closed`, `stale-turn`, `unknown-counter`, `unknown-ticket`, `unknown-rating-reason`
 */
export function decideRating(
  state: DayState,
  command: Extract<Command, { type: 'rate' | 'ask-rating' | 'explain-rating' }>,
  settings: Settings,
  now: number,
): DayEvent[] {
  switch (command.type) {
    case 'ask-rating': {
      const turn = servedTurnOf(state, command.ticketId);
      return turn.asked || !withinPhoneTime(turn, now)
        ? []
        : [{ type: 'rating-asked', data: { turnId: turn.id } }];
    }
    case 'rate':
      return press(state, command, settings, now);
    case 'explain-rating':
      return explain(state, command, settings, now);
    default:
      return command satisfies never;
  }
}

function press(
  state: DayState,
  { from, level, reasons, list, commentId, turnId }: Extract<Command, { type: 'rate' }>,
  settings: Settings,
  now: number,
): DayEvent[] {
  const turn =
    from.source === 'pad' ? turnAtPad(state, settings, from.counterId) : servedTurnOf(state, from.ticketId);
  if (turnId !== undefined && turnId !== turn.id) throw new DomainError('stale-turn');
  const open =
    from.source === 'pad' ? padMayRate(state, settings, from.counterId, now) : withinPhoneTime(turn, now);
  const doubt = doubtOf(turn, from, now);
  const kept = doubt === null ? turn.presses - turn.doubtful : turn.doubtful;
  // Every press is kept, but nobody fills the journal with them.
  if (!open || kept >= PRESSES_KEPT) throw new DomainError('rating-closed');
  const offered = list ?? reasonsOffered(settings);
  return [
    {
      type: 'rating-pressed',
      data: {
        turnId: turn.id,
        level,
        reasons: chosenReasons(offered, level, reasons),
        source: from.source,
        effective: turn.rating === null && doubt === null,
        doubt,
        reasonsVersion: versionOf(offered, settings),
        commentId,
      },
    },
  ];
}

/** Once, from where it was pressed, for a press that counts. Whoever says it again is not wrong, and changes nothing. */
function explain(
  state: DayState,
  { from, turnId, reasons, list, commentId }: Extract<Command, { type: 'explain-rating' }>,
  settings: Settings,
  now: number,
): DayEvent[] {
  const turn = turnMeant(state, settings, from, turnId);
  const { rating } = turn;
  if (rating === null || rating.source !== from.source) throw new DomainError('rating-closed');
  const inTime = from.source === 'pad' ? withinExplaining(rating.at, now) : withinPhoneTime(turn, now);
  if (!inTime) throw new DomainError('rating-closed');
  const offered = list ?? reasonsOffered(settings);
  const chosen = chosenReasons(offered, rating.level, reasons);
  if (rating.explained || (chosen.length === 0 && commentId === null)) return [];
  const reasonsVersion = versionOf(offered, settings);
  return [{ type: 'rating-explained', data: { turnId, reasons: chosen, reasonsVersion, commentId } }];
}

const versionOf = (offered: OfferedReasons | null, settings: Settings): number =>
  offered?.version ?? settings.version;

function turnMeant(state: DayState, settings: Settings, from: Presser, turnId: string): Turn {
  const turn =
    from.source === 'pad' ? turnAtPad(state, settings, from.counterId) : servedTurnOf(state, from.ticketId);
  if (turn.id !== turnId) throw new DomainError('stale-turn');
  return turn;
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
