import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { detailsSent, type FinishDetails } from './finish-details.ts';
import type { Situation } from './situation.ts';
import type { Destination, Place } from './transfer-entry.ts';

/** What a clerk can tell the hub to do. */
export type Command =
  | { name: 'open' | 'resume' | 'close' | 'recall' | 'start' | 'no-show' | 'undo' | 'reprint' | 'help' }
  /** With `parking`, the customer in hand is set aside first, for that reason. */
  | { name: 'pause'; reason: string; parking?: string }
  | { name: 'park'; reason: string; minutes: number | null }
  | { name: 'transfer'; to: Destination; place: Place; back: boolean }
  | { name: 'walk-in' | 'change-service' | 'add-service'; service: { id: string; name: Localized } }
  | { name: 'drop-service'; service: { id: string; name: Localized }; plannedTurnId: string }
  /** With `waits`, back into line too. */
  | { name: 'priority'; priority: string | null; reason: string; waits: boolean }
  /** With `finish`, ends the ticket in hand in the same step. */
  | { name: 'call-next'; finish: Outcome | null }
  /** `here`: stands at the window already, so nothing is announced. */
  | { name: 'call'; number: string; here?: boolean }
  | { name: 'return' | 'resume-ticket'; number: string }
  | { name: 'finish'; outcome: Outcome }
  /** Opens another counter and leaves this one. */
  | { name: 'change'; to: { id: string; number: number }; leaving: Leaving | null };

/** What becomes of the customer in hand when the clerk changes counters. */
export type Leaving =
  | { how: 'finish'; outcome: Outcome }
  | { how: 'park'; reason: string }
  | { how: 'carry' };

export type CommandName = Command['name'];

/**
 * The one big button; null where there is nothing to press (the counter is somebody else's). While the queue is
 * held, who is in hand is finished and nobody called.
 */
export function primaryOf(
  situation: Situation,
  pressesStart: boolean,
  outcome: Outcome,
  held = false,
): Command | null {
  const finish: Command = held ? { name: 'finish', outcome } : { name: 'call-next', finish: outcome };
  switch (situation.kind) {
    case 'closed':
      return { name: 'open' };
    case 'taken':
      return null;
    case 'paused':
      return { name: 'resume' };
    case 'idle':
      return { name: 'call-next', finish: null };
    case 'called':
      return pressesStart ? { name: 'start' } : finish;
    case 'serving':
      return finish;
    default:
      return situation satisfies never;
  }
}

export type Secondary =
  | Exclude<CommandName, 'open' | 'resume' | 'start' | 'call-next' | 'drop-service' | 'change'>
  | 'outcome';

/** Also while somebody is in hand; a pause sets them aside first. */
const IN_HAND = [
  'transfer',
  'park',
  'change-service',
  'add-service',
  'priority',
  'reprint',
  'return',
  'pause',
  'help',
] as const;

/** What waits until an emergency is over: whatever calls somebody or moves anybody in a queue. */
const HELD: ReadonlySet<Secondary> = new Set([
  'call',
  'walk-in',
  'resume-ticket',
  'return',
  'undo',
  'recall',
  'no-show',
  'transfer',
  'change-service',
  'add-service',
  'priority',
]);

/** What else can be done now; `held`: while the queue is. A counter closes with nobody in hand. */
export function possible(
  situation: Situation,
  pressesStart: boolean,
  undoable = false,
  held = false,
): ReadonlySet<Secondary> {
  const can = possibleIn(situation, pressesStart, undoable);
  return held ? new Set([...can].filter((each) => !HELD.has(each))) : can;
}

function possibleIn(situation: Situation, pressesStart: boolean, undoable: boolean): ReadonlySet<Secondary> {
  switch (situation.kind) {
    case 'closed':
    case 'taken':
      return new Set();
    case 'paused':
      return new Set(situation.ticket ? ['return', 'help'] : ['return', 'close', 'help']);
    case 'idle':
      return new Set<Secondary>([
        'call',
        'walk-in',
        'resume-ticket',
        'return',
        'pause',
        'close',
        'help',
        ...(undoable ? (['undo'] as const) : []),
      ]);
    case 'called':
      return pressesStart
        ? new Set(['recall', 'no-show', ...IN_HAND])
        : new Set(['recall', 'no-show', 'finish', 'outcome', ...IN_HAND]);
    case 'serving':
      // Where nobody presses start, serving begins at the call, so the customer may still not have come.
      return pressesStart
        ? new Set(['finish', 'outcome', ...IN_HAND])
        : new Set(['recall', 'no-show', 'finish', 'outcome', ...IN_HAND]);
    default:
      return situation satisfies never;
  }
}

/**
 * What the primary button means, in one string: two presses with the same meaning are one wish.
 * A change of it starts the press guard's quiet time. The chosen outcome is not part of it: the
 * clerk chose that by hand.
 */
export function meaningOf(command: Command | null, view: CounterView): string {
  return `${command?.name ?? 'nothing'} ${view.ticket?.turnId ?? ''}`;
}

/** Commands about the ticket in hand carry its turn, so that a page that is behind cannot act on another. */
const ABOUT_THE_TURN: ReadonlySet<CommandName> = new Set([
  'undo',
  'recall',
  'start',
  'no-show',
  'finish',
  'call-next',
  'park',
  'transfer',
  'change-service',
  'add-service',
  'drop-service',
  'priority',
  'change',
]);

export function requestOf(
  command: Command,
  view: CounterView,
  details: FinishDetails = {},
): { path: string; body: Record<string, unknown> } {
  const turnId = command.name === 'undo' ? view.undo?.turnId : view.ticket?.turnId;
  return {
    path: `/api/${pathOf(command, view)}`,
    body: {
      ...bodyOf(command, details),
      ...(turnId !== undefined && ABOUT_THE_TURN.has(command.name) ? { turnId } : {}),
    },
  };
}

function pathOf(command: Command, view: CounterView): string {
  const counter = (id: string, what: string) => `counters/${encodeURIComponent(id)}/${what}`;
  switch (command.name) {
    case 'reprint':
      return `tickets/${view.ticket?.id}/reprint`;
    case 'change':
      return counter(command.to.id, 'open');
    default:
      return counter(view.counter.id, command.name);
  }
}

function bodyOf(command: Command, details: FinishDetails): Record<string, unknown> {
  switch (command.name) {
    case 'pause':
      return { reason: command.reason };
    case 'call-next':
      return command.finish
        ? { finish: { outcome: command.finish, ...detailsSent(command.finish, details) } }
        : {};
    case 'call':
      return { number: command.number, ...(command.here && { here: true }) };
    case 'return':
    case 'resume-ticket':
      return { number: command.number };
    case 'park':
      return { reason: command.reason, ...(command.minutes !== null && { minutes: command.minutes }) };
    case 'transfer': {
      const { to, place, back } = command;
      const where = to.kind === 'counter' ? { counterId: to.counter.id } : { serviceId: to.service.id };
      return { ...where, place, ...(back && { back }) };
    }
    case 'walk-in':
    case 'change-service':
    case 'add-service':
      return { serviceId: command.service.id };
    case 'priority': {
      const { priority, reason, waits } = command;
      return { priority, reason, ...(waits && { waits }) };
    }
    case 'drop-service':
      return { plannedTurnId: command.plannedTurnId };
    case 'finish':
      return { outcome: command.outcome, ...detailsSent(command.outcome, details) };
    case 'change': {
      const { leaving } = command;
      if (leaving === null) return {};
      const { how: leave, ...rest } = leaving;
      return { leave, ...rest, ...(leaving.how === 'finish' && detailsSent(leaving.outcome, details)) };
    }
    default:
      return {};
  }
}
