import type { KioskCheck } from '@jiaohao/shared/contract/kiosk-staff.ts';
import { currentTurn, type DayState } from '../domain/state.ts';
import type { PrintJobRow } from '../store/port.ts';

/** More than a day's paper-outs of a busy kiosk; nobody reads further. */
const MOST = 60;
const WITHOUT_PAPER = new Set<PrintJobRow['state']>(['queued', 'printing', 'unknown', 'failed']);

/**
 * The slips that staff at a kiosk may ask about: the newest of each of today's tickets that came, or should have
 * come, out of its printer or were taken at it. Those without paper first, then the latest.
 */
export function slipsAtKiosk(
  day: DayState,
  jobs: readonly PrintJobRow[],
  kiosk: { deviceId: string; printerId: string | undefined },
): KioskCheck['slips'] {
  const newest = new Map<string, PrintJobRow>();
  for (const job of jobs) {
    if (job.kind !== 'ticket' || job.ticketId === null) continue;
    const known = newest.get(job.ticketId);
    if (!known || job.copy >= known.copy) newest.set(job.ticketId, job);
  }
  const slips = [...newest.values()].flatMap((job) => {
    const here = job.deviceId === kiosk.deviceId || job.printerId === kiosk.printerId;
    const ticket = day.tickets.get(job.ticketId ?? '');
    if (!here || !ticket) return [];
    return {
      ticketId: ticket.id,
      number: ticket.number,
      at: job.createdAt,
      copy: job.copy,
      state: job.state,
      reason: job.reason ?? undefined,
      live: currentTurn(day, ticket).phase.state !== 'ended',
    };
  });
  const rank = ({ state, live }: (typeof slips)[number]) => (WITHOUT_PAPER.has(state) && live ? 0 : 1);
  return slips.sort((a, b) => rank(a) - rank(b) || b.at - a.at).slice(0, MOST);
}
