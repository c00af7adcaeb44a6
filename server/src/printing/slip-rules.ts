import type { PrintJob } from './print-jobs.ts';

/** Milliseconds. Why these: docs/decisions/003-printing.md. */
export interface SlipTimes {
  /** A kiosk that is connected but does not show the ticket may just be about to. */
  settleMs: number;
  /** A kiosk that is not connected: its holder is taken to stand there as long as a kiosk shows a ticket. */
  unseenMs: number;
  /** Staff who issue or reprint by hand wait for it themselves. */
  staffMs: number;
}

export const SLIP_TIMES: SlipTimes = { settleMs: 15_000, unseenMs: 60_000, staffMs: 10 * 60_000 };

/** Whether a kiosk shows a ticket now; undefined: it is not connected, so nobody knows. */
export type Showing = boolean | undefined;

/**
 * Whether a slip that has not been sent may still come out: only for someone who is likely to stand
 * before the printer; after a failed try, only while the kiosk shows the ticket. One that may not ends as `failed` (`gave-up`) and can be printed again on demand.
 */
export function mayComeOut(job: PrintJob, showing: Showing, now: number, times: SlipTimes): boolean {
  const age = now - job.createdAt;
  if (job.deviceId === null) return age <= times.staffMs;
  // A kiosk shows no ticket beside it: whoever asked for it waits there as long as the kiosk does.
  if (job.content.kind !== 'ticket') return job.attempts === 0 && age <= times.unseenMs;
  if (job.attempts > 0) return showing === true;
  if (showing === undefined) return age <= times.unseenMs;
  return showing || age <= times.settleMs;
}
