import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { aheadOf, createEstimator } from '../domain/estimate.ts';
import { profileOf, type Settings } from '../domain/settings.ts';
import { currentTurn, type DayState, type Ticket } from '../domain/state.ts';
import type { Paper, StoredPaper } from '../printing/paper.ts';
import type { PrintJob, PrintJobState, PrintJobStore, SlipSource } from '../printing/print-jobs.ts';
import type { StoredSlipContent } from '../printing/slip.ts';
import type { PrintJobRow, Store } from '../store/port.ts';
import { newJob } from './papers.ts';
import type { Secrets } from './secrets.ts';

interface NewSlip {
  day: DayState;
  settings: Settings;
  ticket: Ticket;
  now: number;
  copy: number;
  printerId: string;
  deviceId: string | null;
}

/** The job of a slip, to be committed with the ticket. What it says is fixed now; its code is added when it prints. */
export function newSlip({ day, settings, ticket, now, copy, printerId, deviceId }: NewSlip): PrintJobRow {
  const turn = currentTurn(day, ticket);
  const guide = settings.guideById.get(turn.serviceId);
  const content: StoredSlipContent = {
    hallName: settings.hall.name,
    number: ticket.number,
    serviceName: turn.held.serviceName,
    ahead: aheadOf(day, settings, turn),
    estimate: createEstimator(day, settings, now).forTurn(turn),
    issuedAt: ticket.issuedAt,
    timeZone: settings.hall.timeZone,
    language: ticket.language,
    bring: guide?.bring ?? [],
    form: guide?.form ?? undefined,
    where: guide?.where ?? undefined,
    profile: profileOf(settings),
    missedRule: settings.missedRule,
    priorityName: turn.priority === null ? undefined : settings.priorityById.get(turn.priority)?.name,
    complaintPhone: settings.hall.complaintPhone,
    copy,
  };
  return newJob(
    { kind: 'ticket', ...content },
    { printerId, deviceId, date: day.date, now, ticketId: ticket.id, copy },
  );
}

/** What the QR code of a slip holds: the phone page where phones can reach the hub, else a ticket code for scanners. */
export function slipCode(
  ticket: { id: string; number: string },
  date: string,
  secrets: Secrets,
  publicUrl: string | undefined,
): { code: string; codeIsLink: boolean } {
  if (publicUrl === undefined)
    return { code: `JH:${date.replace(/-/g, '')}:${ticket.number}`, codeIsLink: false };
  return { code: `${publicUrl}/t/${secrets.slipToken(ticket.id)}`, codeIsLink: true };
}

const asJob = (row: PrintJobRow): PrintJob => ({
  ...row,
  state: row.state as PrintJobState,
  content: { kind: row.kind, ...JSON.parse(row.content) } as StoredPaper,
});

/** The spooler's view of the store. */
export function printJobStore(store: Store): PrintJobStore {
  const change = (
    id: string,
    from: PrintJobState,
    to: PrintJobState,
    reason: PrintJob['reason'],
    at: number,
  ) => store.changePrintJob(id, from, to, reason, at);
  return {
    async recoverPrinting(at) {
      const left = await store.printJobsIn(['printing']);
      const changed = await Promise.all(left.map((job) => change(job.id, 'printing', 'unknown', null, at)));
      return changed.filter((job) => job !== null).map(asJob);
    },
    async nextQueued(printerId) {
      const row = await store.nextQueuedPrintJob(printerId);
      return row ? asJob(row) : undefined;
    },
    async change(id, from, to, reason, at) {
      const row = await change(id, from, to, reason, at);
      return row ? asJob(row) : undefined;
    },
    async failedFor(ticketId) {
      const jobs = (await store.printJobsOf(ticketId)).filter(({ kind }) => kind === 'ticket');
      const newest = Math.max(...jobs.map(({ copy }) => copy));
      return jobs.filter(({ state, copy }) => state === 'failed' && copy === newest).map(asJob);
    },
  };
}

/** What a job's slip says, now that it is about to print. */
export function slipSource(deps: {
  findTicket(ticketId: string): Promise<{ day: DayState; ticket: Ticket } | null>;
  personal(id: string): Promise<string | null>;
  /** Null: it is over, or stands for another time. */
  appointmentCode(appointment: { appointmentId: string; slotAt: number }): Promise<string | null>;
  secrets: Secrets;
  publicUrl: string | undefined;
}): SlipSource {
  return {
    async contentFor({ ticketId, content }): Promise<Paper | undefined> {
      if (content.kind === 'appointment') {
        const code = await deps.appointmentCode(content);
        return code === null ? undefined : { ...content, code };
      }
      if (content.kind !== 'ticket') {
        if (!('noteId' in content) || content.noteId === undefined) return content;
        // Erased meanwhile: then nobody wants it on paper either.
        return { ...content, note: (await deps.personal(content.noteId)) ?? undefined };
      }
      const found = ticketId === null ? null : await deps.findTicket(ticketId);
      if (!found) return undefined;
      // Invariant 9: no slip comes out for someone who has left.
      if (currentTurn(found.day, found.ticket).phase.state === 'ended') return undefined;
      return { ...content, ...slipCode(found.ticket, found.day.date, deps.secrets, deps.publicUrl) };
    },
  };
}

export const printView = (
  row: PrintJobRow | null | undefined,
  isVirtual: (printerId: string) => boolean,
): PrintView =>
  row
    ? {
        state: row.state,
        reason: row.reason ?? undefined,
        copy: row.copy,
        jobId: row.id,
        virtual: isVirtual(row.printerId) || undefined,
      }
    : { state: 'none', copy: 0 };
