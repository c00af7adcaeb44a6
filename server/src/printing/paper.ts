import {
  type AppointmentSlipContent,
  layoutAppointment,
  type StoredAppointmentSlip,
} from './appointment-slip.ts';
import { type GuideSlipContent, layoutGuide } from './guide-slip.ts';
import {
  layoutMaterials,
  layoutReferral,
  layoutRefusal,
  type MaterialsSlipContent,
  type ReferralSlipContent,
  type RefusalSlipContent,
} from './outcome-slips.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { layoutSlip, type SlipContent, type StoredSlipContent } from './slip.ts';
import type { SlipLine } from './slip-lines.ts';
import { layoutTestSlip, type TestSlipContent } from './test-slip.ts';
import { layoutWaitingList, type WaitingListContent } from './waiting-list.ts';

/** Everything that comes out of a hall's printers, as it is about to print. */
export type Paper =
  | ({ kind: 'ticket' } & SlipContent)
  | ({ kind: 'appointment' } & AppointmentSlipContent)
  | OutcomePaper
  | PlainPaper;

/** What a customer takes home when their matter was not done. */
type OutcomePaper =
  | ({ kind: 'materials' } & MaterialsSlipContent)
  | ({ kind: 'refusal' } & RefusalSlipContent)
  | ({ kind: 'referral' } & ReferralSlipContent);

type PlainPaper =
  | ({ kind: 'guide' } & GuideSlipContent)
  | ({ kind: 'waiting-list' } & WaitingListContent)
  | ({ kind: 'test' } & TestSlipContent);

/** What a clerk wrote stays in the erasable table until it prints. */
type Erasable<P> = P extends unknown ? Omit<P, 'note'> & { noteId?: string } : never;
export type StoredOutcomePaper = Erasable<OutcomePaper>;

/** As it is kept with its job: without what is a secret (the code of a ticket, of an appointment) or may be about a person (a note). */
export type StoredPaper =
  | ({ kind: 'ticket' } & StoredSlipContent)
  | ({ kind: 'appointment' } & StoredAppointmentSlip)
  | StoredOutcomePaper
  | PlainPaper;

/** Pure: no clock, no device. */
export function layoutPaper(paper: Paper, profile: PrinterProfile): SlipLine[] {
  switch (paper.kind) {
    case 'ticket':
      return layoutSlip(paper, profile);
    case 'appointment':
      return layoutAppointment(paper, profile);
    case 'guide':
      return layoutGuide(paper, profile);
    case 'materials':
      return layoutMaterials(paper, profile);
    case 'refusal':
      return layoutRefusal(paper, profile);
    case 'referral':
      return layoutReferral(paper, profile);
    case 'waiting-list':
      return layoutWaitingList(paper, profile);
    case 'test':
      return layoutTestSlip(paper, profile);
    default:
      return paper satisfies never;
  }
}
