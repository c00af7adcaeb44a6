import type { PrinterTransport } from './transport.ts';

/** A printer without paper: keeps what it was sent, so that a screen can show the slip. */
export interface VirtualPrinter {
  transport: PrinterTransport;
  /** The bytes of a job; undefined when it was never printed here or is no longer kept. */
  bytesOf(jobId: string): Uint8Array | undefined;
}

/** Keeps the last `keep` jobs, in memory only. */
export function createVirtualPrinter({ keep = 200 }: { keep?: number } = {}): VirtualPrinter {
  const jobs = new Map<string, Uint8Array>();
  return {
    bytesOf: (jobId) => jobs.get(jobId),
    transport: {
      async print({ jobId, bytes, stillWanted }) {
        if (stillWanted && !stillWanted()) return { state: 'failed', reason: 'gave-up' };
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
