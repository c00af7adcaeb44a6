import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { findByNumber, inHand } from './find-turn.ts';
import { checkTurn, heldCounter, knownCounter, mayHelp } from './holding.ts';
import { servesAt } from './serving.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState, type OpenCounter, turnOf } from './state.ts';
import type { Turn } from './turn.ts';
import { wrongState } from './wrong-state.ts';

const MINUTE = 60_000;
/** How long a slip of the finger can be taken back. */
export const UNDO_MS = 60_000;

/**
 * Setting a customer aside and going on with one; taking back a no-show or a finish.
 * @throws DomainError those of `heldCounter`, `unknown-reason`, `wrong-state`, `no-ticket-in-hand`, `ticket-in-hand`,
 *   `counter-paused`, `stale-turn`, `unknown-ticket`, `not-served-here`, `nothing-to-undo`, `not-allowed`
 */
export function decideAside(
  state: DayState,
  command: Extract<Command, { type: 'park' | 'resume-ticket' | 'undo' }>,
  by: Actor,
  settings: Settings,
  now: number,
): DayEvent[] {
  if (command.type === 'undo') return undo(state, command, by, now);
  if (state.ended) throw new DomainError('day-closed');
  const held = heldCounter(state, settings, command.counterId, by);
  if (command.type === 'park') {
    const { reason, minutes, turnId } = command;
    return [parked(inHand(state, held, turnId), { reason, minutes }, settings, now)];
  }
  return resume(state, command, held, settings);
}

/** Set aside, for so long where that is known. @throws DomainError `unknown-reason` */
export function parked(
  { id: turnId }: Turn,
  { reason, minutes }: { reason: string; minutes: number | null },
  settings: Settings,
  now: number,
): DayEvent {
  if (!settings.parkReasons.some(({ id }) => id === reason))
    throw new DomainError('unknown-reason', { reason });
  const until = minutes === null ? null : now + minutes * MINUTE;
  return { type: 'turn-parked', data: { turnId, reason, until } };
}

function resume(
  state: DayState,
  { counterId, number, turnId: expected }: Extract<Command, { type: 'resume-ticket' }>,
  held: OpenCounter,
  settings: Settings,
): DayEvent[] {
  if (held.turnId !== null) throw new DomainError('ticket-in-hand');
  if (held.pause !== null) throw new DomainError('counter-paused');
  const turn = number === undefined ? parkedAt(state, counterId, expected) : findByNumber(state, number);
  checkTurn(expected, turn.id);
  if (turn.phase.state !== 'parked') throw wrongState(turn);
  const { clerkId } = held;
  // Set aside here or by this clerk, it may go on here though the service is another counter's.
  const own = turn.phase.counterId === counterId || turn.phase.clerkId === clerkId;
  if (!own && !servesAt(settings, counterId, turn.serviceId)) throw new DomainError('not-served-here');
  const counterNumber = knownCounter(settings, counterId).number;
  return [{ type: 'turn-resumed', data: { turnId: turn.id, counterId, counterNumber, clerkId } }];
}

/** The turn that was meant, else the one set aside here the longest. */
function parkedAt(state: DayState, counterId: string, expected: string | undefined): Turn {
  const parked = state.parked.map((turnId) => turnOf(state, turnId));
  const turn =
    parked.find(({ id }) => id === expected) ??
    parked.find(({ phase }) => phase.state === 'parked' && phase.counterId === counterId);
  if (!turn) throw new DomainError('no-ticket-in-hand');
  return turn;
}

/**
 * A mistake is undone by another event (invariant 6): within a minute, by whoever made it or who may help,
 * while the counter is empty and nothing has happened to the customer since.
 */
function undo(
  state: DayState,
  { counterId, turnId }: Extract<Command, { type: 'undo' }>,
  by: Actor,
  now: number,
): DayEvent[] {
  const { undoable, open } = counterOf(state, counterId);
  if (undoable === null || now - undoable.at > UNDO_MS) throw new DomainError('nothing-to-undo');
  checkTurn(turnId, undoable.turn.id);
  if (by.kind !== 'person' || (by.id !== undoable.by && !mayHelp(by))) throw new DomainError('not-allowed');
  if (open === null && !state.ended) throw new DomainError('counter-not-open');
  if (open !== null && open.clerkId !== undoable.clerkId) throw new DomainError('counter-taken');
  if (open?.turnId) throw new DomainError('ticket-in-hand');
  if (open?.pause) throw new DomainError('counter-paused');
  const turn = turnOf(state, undoable.turn.id);
  const { followed } = undoable;
  const next = followed && state.turns.get(followed.turnId);
  const touched = turn.presses > 0 || (followed && !(next?.phase.state === 'waiting' && next.calls === 0));
  if (touched) throw new DomainError('nothing-to-undo');
  return [{ type: 'turn-undone', data: { turnId: turn.id, counterId, follower: followed?.turnId ?? null } }];
}
