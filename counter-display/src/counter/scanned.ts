import type { ScanAnswer } from '@jiaohao/shared/contract/scan.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Secondary } from './commands.ts';
import { emptyEntry } from './number-entry.ts';
import type { Wish } from './panel.ts';
import type { texts } from './texts.ts';

type ScanTexts = (typeof texts.value)['scan'];

/** What a slip held before the counter's scanner leads to: a move, or why there is none. */
export type ScanMove = { kind: 'wish'; wish: Wish } | { kind: 'say'; words: string };

/**
 * Who missed the call and comes with the slip goes back in line at once. Calling someone who still
 * waits passes others over, so it is only laid ready: Enter calls.
 */
export function moveForScan(
  { ticket, counter, serviceDay }: ScanAnswer,
  { view, can, t }: { view: CounterView; can: ReadonlySet<Secondary>; t: ScanTexts },
): ScanMove {
  const say = (words: string): ScanMove => ({ kind: 'say', words });
  if (ticket === null) return say(t.otherDay({ day: serviceDay }));
  const { number } = ticket;
  if (view.ticket?.id === ticket.id) return say(t.inHand({ number }));
  switch (ticket.status) {
    case 'missed':
      return can.has('return')
        ? { kind: 'wish', wish: { kind: 'command', command: { name: 'return', number } } }
        : say(t.missed({ number }));
    case 'waiting':
      return can.has('call')
        ? {
            kind: 'wish',
            wish: { kind: 'panel', panel: { kind: 'number', entry: emptyEntry('call', number) } },
          }
        : say(t.waiting({ number, count: ticket.ahead }));
    case 'called':
    case 'serving':
      return say(t.elsewhere({ number, counter: counter ?? 0 }));
    case 'parked':
      return say(t.parked({ number }));
    case 'planned':
      return say(t.waiting({ number, count: ticket.ahead }));
    case 'ended':
      return say(t.ended({ number }));
    default:
      return ticket.status satisfies never;
  }
}
