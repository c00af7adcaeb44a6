import type { PrintReason, PrintView } from '@jiaohao/shared/contract/ticket.ts';

/** The hub gives a job 8 s: a slip unheard of for this long is no longer simply "coming". */
export const SLOW_AFTER_MS = 12_000;

/** What a customer is told about the slip. Only `take` promises paper. */
export type Paper =
  | { kind: 'coming' }
  | { kind: 'slow' }
  | { kind: 'take' }
  | { kind: 'picture' }
  | { kind: 'unsure' }
  | { kind: 'none'; reason: PrintReason | undefined };

/** @param sinceMs how long the slip has been in this state, as far as this kiosk knows */
export function paperOf(print: PrintView, sinceMs: number): Paper {
  switch (print.state) {
    case 'queued':
    case 'printing':
      return sinceMs < SLOW_AFTER_MS ? { kind: 'coming' } : { kind: 'slow' };
    case 'printed':
      return print.virtual ? { kind: 'picture' } : { kind: 'take' };
    case 'unknown':
      return { kind: 'unsure' };
    case 'failed':
      return { kind: 'none', reason: print.reason };
    case 'none':
      return { kind: 'none', reason: undefined };
    default:
      return print.state satisfies never;
  }
}

/** Whether the number and its code must be on the screen, because no paper carries them for sure. */
export const needsScreen = (paper: Paper): boolean =>
  paper.kind === 'slow' || paper.kind === 'unsure' || paper.kind === 'none';
