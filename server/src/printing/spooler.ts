import { createPatience } from './patience.ts';
import type { PrinterHealth } from './printer-health.ts';
import { createPrinterWorker, type PrinterWorker } from './printer-worker.ts';
import { createRetryList } from './retry-list.ts';
import { SPOOLER_TIMES, type SpoolerOptions } from './spooler-options.ts';

export interface Spooler {
  /** Settles what a crash left half done, then prints. Resolves once settled; with a store that cannot commit, later. */
  start(): Promise<void>;
  /** Lets jobs in hand come to their end (a job's deadline at most). */
  stop(): Promise<void>;
  /** There may be something to print: call it after each commit that made a job. */
  wake(): void;
  /** A kiosk has begun to show this ticket: its failed slip may be retried. */
  shown(ticketId: string): Promise<void>;
  health(printerId: string): PrinterHealth;
}

/** Every printer has a worker of its own: one job at a time, and none waits for another printer. */
export function createSpooler(options: SpoolerOptions): Spooler {
  const { store, clock, log, onChange } = options;
  const times = { ...SPOOLER_TIMES, ...options.times };
  const retries = createRetryList();
  const workers = new Map<string, PrinterWorker>();
  const patience = createPatience(log, times);
  let state: 'new' | 'running' | 'stopped' = 'new';

  const workerOf = (printerId: string) => {
    const known = workers.get(printerId);
    if (known) return known;
    const worker = createPrinterWorker(printerId, { ...options, times, retries });
    workers.set(printerId, worker);
    worker.start();
    return worker;
  };
  const wake = () => {
    if (state !== 'running') return;
    for (const printerId of options.printerIds()) workerOf(printerId);
    for (const worker of workers.values()) worker.wake();
  };

  return {
    async start() {
      const left = await patience.untilDone('settling interrupted slips', () =>
        store.recoverPrinting(clock.now()),
      );
      if (state === 'stopped' || left === undefined) return;
      for (const job of left) {
        log.warn(
          { jobId: job.id, printerId: job.printerId },
          'the hub stopped while this slip was printing: unknown',
        );
        onChange(job);
      }
      state = 'running';
      wake();
    },
    async stop() {
      state = 'stopped';
      patience.end();
      await Promise.all(Array.from(workers.values(), (worker) => worker.stop()));
    },
    wake,
    async shown(ticketId) {
      if (state !== 'running') return;
      for (const job of await store.failedFor(ticketId)) {
        if (job.deviceId === null) continue;
        retries.add(job);
        workerOf(job.printerId).wake();
      }
    },
    health: (printerId) => workers.get(printerId)?.health() ?? { state: 'unknown' },
  };
}
