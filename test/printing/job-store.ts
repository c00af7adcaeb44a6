import type { PrintJob, PrintJobStore } from '@jiaohao/server/src/printing/print-jobs.ts';
import { slipContent } from './slip-content.ts';

export function printJob(changes: Partial<PrintJob> = {}): PrintJob {
  const { code, codeIsLink, ...content } = slipContent({ number: 'A001' });
  return {
    id: 'job-1',
    ticketId: 'ticket-1',
    printerId: 'p1',
    deviceId: 'kiosk-1',
    copy: 0,
    content: { kind: 'ticket', ...content },
    state: 'queued',
    reason: null,
    attempts: 0,
    createdAt: 1000,
    changedAt: 1000,
    ...changes,
  };
}

/** The port's rules in memory; the SQLite one has tests of its own. `lock` makes every call reject. */
export function memoryJobStore(jobs: PrintJob[]) {
  const rows = new Map(jobs.map((job) => [job.id, job]));
  let locked = false;
  const open = () => {
    if (locked) throw new Error('database is locked');
  };
  const put = (job: PrintJob) => {
    rows.set(job.id, job);
    return job;
  };
  const store: PrintJobStore = {
    async recoverPrinting(at) {
      open();
      return [...rows.values()]
        .filter((job) => job.state === 'printing')
        .map((job) => put({ ...job, state: 'unknown', changedAt: at }));
    },
    async nextQueued(printerId) {
      open();
      return [...rows.values()]
        .filter((job) => job.printerId === printerId && job.state === 'queued')
        .sort((a, b) => a.createdAt - b.createdAt)[0];
    },
    async change(id, from, to, reason, at) {
      open();
      const job = rows.get(id);
      if (job?.state !== from) return undefined;
      return put({
        ...job,
        state: to,
        reason,
        changedAt: at,
        attempts: job.attempts + (to === 'printing' ? 1 : 0),
      });
    },
    async failedFor(ticketId) {
      open();
      const all = [...rows.values()].filter((job) => job.ticketId === ticketId);
      const newest = Math.max(...all.map((job) => job.copy));
      return all.filter((job) => job.state === 'failed' && job.copy === newest);
    },
  };
  return {
    store,
    add: put,
    job: (id: string) => rows.get(id),
    lock: (on: boolean) => {
      locked = on;
    },
  };
}
