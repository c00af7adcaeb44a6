import type { PriorityClass } from '@jiaohao/shared/contract/hall.ts';
import { APPOINTMENT_CLASS } from './appointments/rules.ts';
import type { Command } from './command.ts';
import { DomainError } from './errors.ts';
import type { Actor, DayEvent } from './event.ts';
import { inHand } from './find-turn.ts';
import { heldCounter, mayHelp } from './holding.ts';
import type { Settings } from './settings.ts';
import { currentTurn, type DayState } from './state.ts';
import type { Turn } from './turn.ts';
import { wrongState } from './wrong-state.ts';

type PriorityCommand = Extract<Command, { type: 'change-priority' | 'prioritise' }>;

/** The classes that people choose themselves; an appointment is checked in, and some only staff give. */
export const offeredAtKiosk = ({ rules }: Pick<Settings, 'rules'>): PriorityClass[] =>
  rules.priorityClasses.filter(({ id, givenBy }) => givenBy === undefined && id !== APPOINTMENT_CLASS);

/**
 * Whether this actor may give this class.
 * @throws DomainError `unknown-priority`, `not-allowed`
 */
export function mayGive(settings: Settings, by: Actor, priority: string | null): void {
  if (priority === null) return;
  const found = settings.priorityById.get(priority);
  if (!found) throw new DomainError('unknown-priority', { priority });
  if (found.givenBy === undefined || by.kind === 'hub') return;
  const may = found.givenBy === 'staff' ? by.kind === 'person' : mayHelp(by);
  if (!may) throw new DomainError('not-allowed');
}

/**
 * Staff give a class or take it back, with a reason: the clerk of who stands at the counter (the document is
 * asked for there), the hall manager of anybody who has not been called. The place in line is what waiting
 * gave it and stays, so whoever loses a class stands where they would have stood without it.
 * @throws DomainError those of `heldCounter`, `unknown-priority`, `unknown-reason`, `unknown-ticket`, `wrong-state`,
 *   `stale-turn`, `no-ticket-in-hand`, `not-allowed`, `day-closed`
 */
export function decidePriority(
  state: DayState,
  command: PriorityCommand,
  by: Actor,
  settings: Settings,
): DayEvent[] {
  if (state.ended) throw new DomainError('day-closed');
  const { priority, reason } = command;
  const turn = turnMeant(state, command, by, settings);
  mayGive(settings, by, priority);
  const waits = command.type === 'change-priority' && command.waits;
  if (turn.priority === priority && !waits) return [];
  const known = settings.priorityReasons.find(({ id }) => id === reason);
  const fits = known?.when === (priority === null ? 'taken-back' : 'given');
  if (!fits) throw new DomainError('unknown-reason', { reason });
  return [
    { type: 'priority-changed', data: { turnId: turn.id, from: turn.priority, priority, reason, waits } },
  ];
}

const CHANGES_FROM: ReadonlySet<string> = new Set(['waiting', 'missed', 'parked']);

function turnMeant(state: DayState, command: PriorityCommand, by: Actor, settings: Settings): Turn {
  if (command.type === 'change-priority')
    return inHand(state, heldCounter(state, settings, command.counterId, by), command.turnId);
  if (!mayHelp(by)) throw new DomainError('not-allowed');
  const ticket = state.tickets.get(command.ticketId);
  if (!ticket) throw new DomainError('unknown-ticket');
  const turn = currentTurn(state, ticket);
  if (!CHANGES_FROM.has(turn.phase.state)) throw wrongState(turn);
  return turn;
}
