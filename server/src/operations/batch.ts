import type { AppointmentBook } from '../domain/appointments/book.ts';
import type { AppointmentEvent } from '../domain/appointments/event.ts';
import {
  type Actor,
  type DayEvent,
  type Envelope,
  type HallEvent,
  SETTINGS_STREAM,
  type SettingsEvent,
} from '../domain/event.ts';
import type { DayState } from '../domain/state.ts';
import type { Answered, Commit, PrintJobRow, Write } from '../store/port.ts';
import { type AppointmentRow, createProjection, type ProjectionMark } from '../store/projection.ts';
import type { Suspicion } from './hub-clock.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** Version of the events' shapes, kept with each so that old ones can be read for ever. */
const EVENT_VERSION = 1;

/** Who and what an event came from. */
export interface Cause {
  by: Actor;
  commandId: string;
}

/** How far a batch has come, to go back to when a command of several steps breaks in the middle. */
interface BatchMark {
  envelopes: number;
  appointments: number;
  seqs: Map<string, number>;
  jobs: number;
  writes: number;
  rows: ProjectionMark;
}

/** Everything that a group of commands wants to leave in one transaction. */
export function createBatch(hall: string, at: number, settingsVersion: number) {
  const envelopes: Envelope<DayEvent>[] = [];
  const appointments: Envelope<AppointmentEvent>[] = [];
  /** As each stood after its event; the last one of an appointment is written last, and stands. */
  const appointmentRows: AppointmentRow[] = [];
  const expected = new Map<string, number>();
  const seqs = new Map<string, number>();
  const printJobs: PrintJobRow[] = [];
  const writes: Write[] = [];
  const answered: Answered[] = [];
  const projection = createProjection();
  let newSettings: Envelope<SettingsEvent> | null = null;

  /** An event with its envelope, next in its stream; `seqBefore` is where the stream stood. */
  function envelope<E extends HallEvent>(
    stream: string,
    seqBefore: number,
    cause: Cause,
    event: E,
  ): Envelope<E> {
    if (!expected.has(stream)) expected.set(stream, seqBefore);
    const seq = (seqs.get(stream) ?? seqBefore) + 1;
    seqs.set(stream, seq);
    return {
      id: timeOrderedId(),
      hall,
      stream,
      seq,
      version: EVENT_VERSION,
      occurredAt: at,
      by: cause.by,
      commandId: cause.commandId,
      settingsVersion,
      event,
    };
  }

  return {
    at,
    /** What was wrong with the clock when it began. */
    suspicion: null as Suspicion | null,
    envelopes,
    appointments,
    printJobs,
    writes,
    answered,
    envelope,
    /** Takes an event that was just folded into `day`. */
    add(day: DayState, folded: Envelope<DayEvent>): void {
      envelopes.push(folded);
      projection.add(day, folded);
    },
    /** Takes an event that was just folded into the book of a day. */
    addAppointment(book: AppointmentBook, folded: Envelope<AppointmentEvent>): void {
      appointments.push(folded);
      const appointment = book.appointments.get(folded.event.data.appointmentId);
      if (appointment) appointmentRows.push({ serviceDay: book.date, appointment });
    },
    /** The settings that are in force once this batch is committed. */
    changeSettings(cause: Cause, event: SettingsEvent): void {
      newSettings = envelope(SETTINGS_STREAM, event.data.version - 1, cause, event);
    },
    newSettings: (): SettingsEvent['data'] | null => newSettings?.event.data ?? null,
    mark: (): BatchMark => ({
      envelopes: envelopes.length,
      appointments: appointments.length,
      seqs: new Map(seqs),
      jobs: printJobs.length,
      writes: writes.length,
      rows: projection.mark(),
    }),
    rollback(to: BatchMark): void {
      envelopes.length = to.envelopes;
      appointments.length = to.appointments;
      appointmentRows.length = to.appointments;
      printJobs.length = to.jobs;
      writes.length = to.writes;
      projection.rollback(to.rows);
      seqs.clear();
      for (const [stream, seq] of to.seqs) seqs.set(stream, seq);
      for (const stream of expected.keys()) if (!seqs.has(stream)) expected.delete(stream);
      if (!seqs.has(SETTINGS_STREAM)) newSettings = null;
    },
    isEmpty: () => seqs.size + printJobs.length + writes.length + answered.length === 0,
    /** The commit; rows of turns are read from the draft as it stands now. */
    commit(dayOf: (date: string) => DayState): Commit {
      const streams = new Map<string, Envelope[]>();
      for (const each of [...envelopes, ...appointments, ...(newSettings ? [newSettings] : [])]) {
        const list = streams.get(each.stream);
        if (list) list.push(each);
        else streams.set(each.stream, [each]);
      }
      return {
        appends: [...streams].map(([stream, events]) => ({
          stream,
          expectedSeq: expected.get(stream) ?? 0,
          events,
        })),
        rows: { ...projection.changes(dayOf), appointments: appointmentRows },
        printJobs,
        writes,
        answered,
      };
    },
  };
}

export type Batch = ReturnType<typeof createBatch>;
