import type { Paper, StoredPaper } from './paper.ts';
import type { Reason } from './transport.ts';

export type PrintJobState = 'queued' | 'printing' | 'printed' | 'unknown' | 'failed';

/** One paper to come out of one printer. A ticket's row is written in the commit that issued it. */
export interface PrintJob {
  id: string;
  /** Whose paper it is; null where it is nobody's: a list, a guide read before the number. */
  ticketId: string | null;
  printerId: string;
  /** The kiosk that asked for it; null where staff did. */
  deviceId: string | null;
  /** 0: the slip of the issue; n: 补打第 n 次. */
  copy: number;
  content: StoredPaper;
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
  /** The ticket's own slips in state `failed` that no newer one of the ticket has superseded. */
  failedFor(ticketId: string): Promise<PrintJob[]>;
}

/** Adds to a stored job what is not stored with it: the code of a ticket or an appointment, which is a secret. */
export interface SlipSource {
  /** Undefined: the ticket or appointment is given up or over (or stands for another time). None comes out then. */
  contentFor(job: PrintJob): Promise<Paper | undefined>;
}
