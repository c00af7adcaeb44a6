import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { detailsSent, type FinishDetails } from './finish-details.ts';
import type { Situation } from './situation.ts';

/** What a clerk can tell the hub to do. */
export type Command =
  | { name: 'open' | 'resume' | 'close' | 'recall' | 'start' | 'no-show' }
  | { name: 'pause'; reason: string }
  /** With `finish`, ends the ticket in hand in the same step. */
  | { name: 'call-next'; finish: Outcome | null }
  | { name: 'call' | 'return'; number: string }
  | { name: 'finish'; outcome: Outcome };

export type CommandName = Command['name'];

/** The one big button; null where there is nothing to press (the counter is somebody else's). */
export function primaryOf(situation: Situation, pressesStart: boolean, outcome: Outcome): Command | null {
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
      return pressesStart ? { name: 'start' } : { name: 'call-next', finish: outcome };
    case 'serving':
      return { name: 'call-next', finish: outcome };
    default:
      return situation satisfies never;
  }
}

export type Secondary = 'recall' | 'finish' | 'no-show' | 'call' | 'return' | 'pause' | 'close' | 'outcome';

/** What else can be done now. A counter pauses and closes with nobody in hand. */
export function possible(situation: Situation, pressesStart: boolean): ReadonlySet<Secondary> {
  switch (situation.kind) {
    case 'closed':
    case 'taken':
      return new Set();
    case 'paused':
      return new Set(situation.ticket ? ['return'] : ['return', 'close']);
    case 'idle':
      return new Set(['call', 'return', 'pause', 'close']);
    case 'called':
      return pressesStart
        ? new Set(['recall', 'no-show', 'return'])
        : new Set(['recall', 'no-show', 'finish', 'outcome', 'return']);
    case 'serving':
      // Where nobody presses start, serving begins at the call, so the customer may still not have come.
      return pressesStart
        ? new Set(['finish', 'outcome', 'return'])
        : new Set(['recall', 'no-show', 'finish', 'outcome', 'return']);
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
  'recall',
  'start',
  'no-show',
  'finish',
  'call-next',
]);

export function requestOf(
  command: Command,
  view: CounterView,
  details: FinishDetails = {},
): { path: string; body: Record<string, unknown> } {
  const turnId = view.ticket?.turnId;
  return {
    path: `/api/counters/${encodeURIComponent(view.counter.id)}/${command.name}`,
    body: {
      ...bodyOf(command, details),
      ...(turnId !== undefined && ABOUT_THE_TURN.has(command.name) ? { turnId } : {}),
    },
  };
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
    case 'return':
      return { number: command.number };
    case 'finish':
      return { outcome: command.outcome, ...detailsSent(command.outcome, details) };
    default:
      return {};
  }
}
