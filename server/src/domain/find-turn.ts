import { DomainError } from './errors.ts';
import { checkTurn } from './holding.ts';
import { parseNumber, scannedDay } from './numbering.ts';
import { currentTurn, type DayState, type OpenCounter, ticketOf, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

/** @throws DomainError `stale-turn` for another than the one meant, `no-ticket-in-hand` */
export function inHand(state: DayState, held: OpenCounter, expected: string | undefined): Turn {
  checkTurn(expected, held.turnId);
  if (held.turnId === null) throw new DomainError('no-ticket-in-hand');
  return turnOf(state, held.turnId);
}

/**
 * The turn that a typed or scanned number is in.
 * @throws DomainError `unknown-ticket`
 */
export function findByNumber(state: DayState, typed: string): Turn {
  const number = parseNumber(typed);
  // Numbers come again every day: yesterday's slip must not fetch today's customer.
  const ofToday = (scannedDay(typed) ?? state.date) === state.date;
  const ticketId = number === null || !ofToday ? undefined : state.ticketByNumber.get(number);
  if (ticketId === undefined)
    throw new DomainError('unknown-ticket', { number: number ?? typed.slice(0, 20) });
  return currentTurn(state, ticketOf(state, ticketId));
}
