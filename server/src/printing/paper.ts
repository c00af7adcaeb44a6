import type { PrinterProfile } from './printer-profile.ts';
import { layoutSlip, type SlipContent, type StoredSlipContent } from './slip.ts';
import type { SlipLine } from './slip-lines.ts';
import { layoutTestSlip, type TestSlipContent } from './test-slip.ts';
import { layoutWaitingList, type WaitingListContent } from './waiting-list.ts';

/** Everything that comes out of a hall's printers, as it is about to print. */
export type Paper =
  | ({ kind: 'ticket' } & SlipContent)
  | ({ kind: 'waiting-list' } & WaitingListContent)
  | ({ kind: 'test' } & TestSlipContent);

/** As it is kept with its job: a ticket's code is a secret and is added when it prints. */
export type StoredPaper = ({ kind: 'ticket' } & StoredSlipContent) | Exclude<Paper, { kind: 'ticket' }>;

/** Pure: no clock, no device. */
export function layoutPaper(paper: Paper, profile: PrinterProfile): SlipLine[] {
  switch (paper.kind) {
    case 'ticket':
      return layoutSlip(paper, profile);
    case 'waiting-list':
      return layoutWaitingList(paper, profile);
    case 'test':
      return layoutTestSlip(paper, profile);
    default:
      return paper satisfies never;
  }
}
