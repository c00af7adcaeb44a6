import type { SlipContent, StoredSlipContent } from './slip.ts';
import type { Reason } from './transport.ts';

export type PrintJobState = 'queued' | 'printing' | 'printed' | 'unknown' | 'failed';

/** One slip to come out of one printer. Its row is written in the commit that issued the ticket. */
export interface PrintJob {
  id: string;
  ticketId: string;
  printerId: string;
  /** The kiosk that took the ticket; null where staff did. */
  deviceId: string | null;
  /** 0: the slip of the issue; n: 补打第 n 次. */
  copy: number;
  content: StoredSlipContent;
  state: PrintJobState;
  reason: Reason | null;
  /** How often it became `printing`. */
  attempts: number;
  createdAt: number;
  changedAt: number;
}

/** Where jobs are kept. Every promise may reject while the store cannot commit: the spooler asks again. */
export interface PrintJobStore {
  /** At the start: every `printing` job becomes `unknown` (paper may have come). Answers those jobs. */
  recoverPrinting(at: number): Promise<PrintJob[]>;
  /** The oldest job in state `queued` for this printer. */
  nextQueued(printerId: string): Promise<PrintJob | undefined>;
  /** One committed step; undefined, and nothing changed, when the job is not in state `from`. */
  change(
    jobId: string,
    from: PrintJobState,
    to: PrintJobState,
    reason: Reason | null,
    at: number,
  ): Promise<PrintJob | undefined>;
  /** The ticket's jobs in state `failed` that no newer job of the ticket has superseded. */
  failedFor(ticketId: string): Promise<PrintJob[]>;
}

/** Adds to a stored job what is not stored with it: the code, which is a secret. */
export interface SlipSource {
  /** Undefined: the holder has given the ticket up, or it is over. No slip comes out then. */
  contentFor(job: PrintJob): Promise<SlipContent | undefined>;
}
