import type { OfferedReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { Command, Presser } from './command.ts';
import { DomainError } from './errors.ts';
import type { DayEvent } from './event.ts';
import { knownCounter } from './holding.ts';
import { doubtOf } from './rating-doubt.ts';
import { chosenReasons, reasonsOffered } from './rating-reasons.ts';
import { padMayRate, withinExplaining, withinPhoneTime } from './rating-windows.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState, servedOf, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

/** Presses on one turn that are kept: a child at the pad, a phone that sends again. Doubtful ones are counted apart, so that they shut nobody out. */
const PRESSES_KEPT = 20;

/**
 * The press of a satisfaction button, on the pad or the phone, and what was said about it afterwards. It
 * belongs to one served turn and never lands on another customer's: on the pad the one that ended there last, on
 * the phone any of its ticket's. Every press is kept; the first that is not doubtful counts.
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
      const turn = servedTurnOf(state, command.ticketId, command.turnId);
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
  const turn = turnMeant(state, settings, from, turnId);
  const open =
    from.source === 'pad' ? padMayRate(state, settings, from.counterId, now) : withinPhoneTime(turn, now);
  const doubt = doubtOf(state, turn, from, now);
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

function turnMeant(state: DayState, settings: Settings, from: Presser, turnId: string | undefined): Turn {
  if (from.source === 'phone') return servedTurnOf(state, from.ticketId, turnId);
  const turn = turnAtPad(state, settings, from.counterId);
  if (turnId !== undefined && turn.id !== turnId) throw new DomainError('stale-turn');
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

/** The one named, else the last: also while a further service of the ticket waits or is served. */
function servedTurnOf(state: DayState, ticketId: string, turnId: string | undefined): Turn {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) throw new DomainError('unknown-ticket');
  if (turnId !== undefined && !ticket.turnIds.includes(turnId)) throw new DomainError('stale-turn');
  const served = servedOf(state, ticket);
  const turn = turnId === undefined ? served[served.length - 1] : served.find(({ id }) => id === turnId);
  if (!turn) throw new DomainError('rating-closed');
  return turn;
}
