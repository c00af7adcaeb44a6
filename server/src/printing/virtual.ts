import { setTimeout as after } from 'node:timers/promises';
import type { PrinterTransport } from './transport.ts';

/** A printer without paper: keeps what it was sent, so that a screen can show the slip. */
export interface VirtualPrinter {
  transport: PrinterTransport;
  /** The bytes of a job; undefined when it was never printed here or is no longer kept. */
  bytesOf(jobId: string): Uint8Array | undefined;
}

/**
 * Keeps the last `keep` jobs, in memory only. Takes `printMs` for each, as paper does: a printer that is
 * done at once would commit two changes of state a slip as fast as the disk can, and the hall would wait.
 */
export function createVirtualPrinter({ keep = 200, printMs = 0 } = {}): VirtualPrinter {
  const jobs = new Map<string, Uint8Array>();
  return {
    bytesOf: (jobId) => jobs.get(jobId),
    transport: {
      async print({ jobId, bytes, stillWanted }) {
        if (stillWanted && !stillWanted()) return { state: 'failed', reason: 'gave-up' };
        if (printMs > 0) await after(printMs);
        jobs.delete(jobId);
        jobs.set(jobId, Uint8Array.from(bytes));
        for (const oldest of jobs.keys()) {
          if (jobs.size <= keep) break;
          jobs.delete(oldest);
        }
        return { state: 'printed', nearEnd: false };
      },
      check: async () => ({ state: 'ready', nearEnd: false }),
    },
  };
}
