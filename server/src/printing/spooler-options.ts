import type { PatienceTimes } from './patience.ts';
import type { PrintJob, PrintJobStore, SlipSource } from './print-jobs.ts';
import type { PrinterHealth } from './printer-health.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { type Showing, SLIP_TIMES, type SlipTimes } from './slip-rules.ts';
import type { SpoolerLog } from './spooler-log.ts';
import type { PrinterTransport } from './transport.ts';

export interface SpoolerOptions {
  store: PrintJobStore;
  source: SlipSource;
  /** The printers there are now; asked at the start and at each `wake`. */
  printerIds(): string[];
  /** Undefined: there is no such printer any more. */
  transportFor(printerId: string): { transport: PrinterTransport; profile: PrinterProfile } | undefined;
  isShowing(deviceId: string, ticketId: string): Showing;
  /** After each committed change of a job. */
  onChange(job: PrintJob): void;
  /** When what is known of a printer changes. */
  onHealth?(printerId: string, health: PrinterHealth): void;
  clock: { now(): number };
  log: SpoolerLog;
  times?: Partial<SpoolerTimes>;
}

/** Milliseconds. */
export interface SpoolerTimes extends SlipTimes, PatienceTimes {
  /** How often a printer in trouble is asked whether it is mended: with it, a new roll is found within 3 s. */
  mendingMs: number;
  /** How often an idle printer is asked, so that an empty roll is known before the next customer. */
  idleMs: number;
}

export const SPOOLER_TIMES: SpoolerTimes = {
  ...SLIP_TIMES,
  firstPauseMs: 200,
  longestPauseMs: 5000,
  mendingMs: 1000,
  idleMs: 30_000,
};
