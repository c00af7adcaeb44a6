import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { PrintReason, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import type { Command } from './commands.ts';

type DoneWithNumber =
  | 'finished-empty'
  | 'finished'
  | 'no-show'
  | 'returned'
  | 'recalled'
  | 'parked'
  | 'priority-given'
  | 'priority-taken-back'
  | 'priority-waits'
  | 'undone'
  | 'reprinting'
  | 'reprinted'
  | 'help-called'
  | 'told'
  | 'guide-printed'
  | 'paper-printed'
  | 'carried-along'
  | 'called-along'
  | 'changed';
type DoneWithService =
  | 'sent-to-service'
  | 'service-changed'
  | 'service-left'
  | 'service-added'
  | 'service-dropped';

/** What is said in place under the ticket: an error in the hub's words, or what was done. */
export type Saying =
  | { tone: 'problem'; words: string }
  | { tone: 'unreachable' }
  | { tone: 'done'; what: DoneWithNumber; number: string }
  | { tone: 'done'; what: DoneWithService; number: string; service: Localized }
  | { tone: 'done'; what: 'sent-to-counter'; number: string; counter: number }
  /** A paper that did not come, or nobody knows; it can be printed again. */
  | { tone: 'paper'; reason: PrintReason | null; jobId: string }
  /** Likewise the ticket's own slip. */
  | { tone: 'slip'; reason: PrintReason | null; number: string }
  | { tone: 'lost'; what: 'closed-elsewhere' | 'taken-elsewhere' };

/** What to say of a command that the hub has carried out; null where the page shows it well enough. */
export function reportOf(command: Command, at: CounterView, answer: TicketView | null): Saying | null {
  const number = at.ticket?.number ?? '';
  const done = (what: DoneWithNumber, of = number): Saying => ({ tone: 'done', what, number: of });
  switch (command.name) {
    case 'finish':
      return done('finished');
    case 'no-show':
      return done('no-show');
    case 'recall':
      return done('recalled');
    case 'return':
      return done('returned', command.number);
    case 'priority':
      if (command.waits) return done('priority-waits');
      return done(command.priority === null ? 'priority-taken-back' : 'priority-given');
    case 'park':
      return done('parked');
    case 'change': {
      const { leaving } = command;
      if (leaving === null) return done('changed');
      if (leaving.how !== 'carry') return done(leaving.how === 'park' ? 'parked' : 'finished');
      return done(at.ticket?.status === 'called' ? 'called-along' : 'carried-along');
    }
    case 'undo':
      return done('undone', at.undo?.number);
    case 'reprint':
      return done('reprinting');
    case 'help':
      return done('help-called');
    case 'transfer':
      return command.to.kind === 'counter'
        ? { tone: 'done', what: 'sent-to-counter', number, counter: command.to.counter.number }
        : { tone: 'done', what: 'sent-to-service', number, service: command.to.service.name };
    case 'change-service': {
      const stays = answer?.status === 'called' || answer?.status === 'serving';
      const { name: service } = command.service;
      return { tone: 'done', what: stays ? 'service-changed' : 'service-left', number, service };
    }
    case 'add-service':
      return { tone: 'done', what: 'service-added', number, service: command.service.name };
    case 'drop-service':
      return { tone: 'done', what: 'service-dropped', number, service: command.service.name };
    default:
      return null;
  }
}
