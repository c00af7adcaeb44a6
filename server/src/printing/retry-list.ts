import type { PrintJob } from './print-jobs.ts';

/**
 * The failed slips that may yet be retried by themselves: of each ticket its newest only, so that a
 * ticket that was printed again elsewhere does not come out a second time. Other papers are asked for
 * again by whoever wanted them.
 */
export interface RetryList {
  add(job: PrintJob): void;
  /** A newer slip of the ticket is on its way: older ones are over. */
  supersede(job: PrintJob): void;
  remove(job: PrintJob): void;
  of(printerId: string): PrintJob[];
}

export function createRetryList(): RetryList {
  const newest = new Map<string, PrintJob>();
  return {
    add(job) {
      if (!isTicketSlip(job)) return;
      if ((newest.get(job.ticketId)?.copy ?? -1) <= job.copy) newest.set(job.ticketId, job);
    },
    supersede(job) {
      if (!isTicketSlip(job)) return;
      if ((newest.get(job.ticketId)?.copy ?? job.copy) < job.copy) newest.delete(job.ticketId);
    },
    remove(job) {
      if (job.ticketId !== null && newest.get(job.ticketId)?.id === job.id) newest.delete(job.ticketId);
    },
    of: (printerId) => [...newest.values()].filter((job) => job.printerId === printerId),
  };
}

const isTicketSlip = (job: PrintJob): job is PrintJob & { ticketId: string } =>
  job.content.kind === 'ticket' && job.ticketId !== null;
