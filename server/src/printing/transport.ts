import type { PrintReason } from '@jiaohao/shared/contract/ticket.ts';
import type { Static } from 'typebox';

export type Reason = Static<typeof PrintReason>;

/** The port that a printer stands behind, wherever it is plugged in. */
export interface PrinterTransport {
  /** One job, one connection. Never rejects, and ends within the job's deadline. */
  print(request: PrintRequest): Promise<PrintResult>;
  /** Whether a slip would print now, without printing one. Never rejects. */
  check(): Promise<PrinterCheck>;
}

export interface PrintRequest {
  jobId: string;
  bytes: Uint8Array;
  /** Asked at the last moment before the first byte of the slip leaves; false sends nothing. */
  stillWanted?: () => boolean;
}

export type PrintResult =
  /** The printer itself said that it has processed everything. */
  | { state: 'printed'; nearEnd: boolean }
  /** Bytes left, and no word came back: paper may have come or not. */
  | { state: 'unknown'; reason: Reason | null; detail?: string }
  /** No byte of the slip left. */
  | { state: 'failed'; reason: Reason; detail?: string };

export type PrinterCheck =
  | { state: 'ready'; nearEnd: boolean }
  /** Reached, but it answers no status. */
  | { state: 'silent' }
  | { state: 'trouble'; reason: Reason; detail?: string };

/** Milliseconds. Measured figures behind them: docs/printing.md. */
export interface Deadlines {
  connectMs: number;
  statusMs: number;
  jobMs: number;
}

export const DEADLINES: Deadlines = { connectMs: 2000, statusMs: 1500, jobMs: 8000 };
