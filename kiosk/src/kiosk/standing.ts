import type { extrasOf } from './extra-texts.ts';
import type { ReadSlip } from './kiosk-state.ts';

export interface Standing {
  words: string;
  /** It may still be called or served: a slip is worth having. */
  live: boolean;
  /** Somebody should go somewhere now. */
  now: boolean;
}

/** Where a scanned ticket stands, in one sentence. */
export function standingOf(
  { ticket, counter }: ReadSlip['answer'],
  t: ReturnType<typeof extrasOf>['slip'],
): Standing {
  switch (ticket.status) {
    case 'waiting':
    case 'planned':
      return { words: t.waiting({ count: ticket.ahead }), live: true, now: false };
    case 'called':
      return { words: t.called({ counter: counter ?? 0 }), live: true, now: true };
    case 'serving':
      return { words: t.serving({ counter: counter ?? 0 }), live: true, now: false };
    case 'missed':
      return { words: t.missed, live: true, now: true };
    case 'parked':
      return { words: t.parked, live: true, now: false };
    case 'ended':
      return { words: ticket.ending === 'served' ? t.served : t.over, live: false, now: false };
    default:
      return ticket.status satisfies never;
  }
}
