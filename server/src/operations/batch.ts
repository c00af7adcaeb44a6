import { randomUUID } from 'node:crypto';
import type { Actor, DayEvent, Envelope, HallEvent } from '../domain/event.ts';
import type { DayState } from '../domain/state.ts';
import type { Answered, Commit, PrintJobRow, Write } from '../store/port.ts';
import { createProjection } from '../store/projection.ts';

/** Version of the events' shapes, kept with each so that old ones can be read for ever. */
const EVENT_VERSION = 1;

/** Who and what an event came from. */
export interface Cause {
  by: Actor;
  commandId: string;
}

/** Everything that a group of commands wants to leave in one transaction. */
export function createBatch(hall: string, at: number, settingsVersion: number) {
  const envelopes: Envelope<DayEvent>[] = [];
  const expected = new Map<string, number>();
  const seqs = new Map<string, number>();
  const printJobs: PrintJobRow[] = [];
  const writes: Write[] = [];
  const answered: Answered[] = [];

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
      id: randomUUID(),
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
    envelopes,
    printJobs,
    writes,
    answered,
    envelope,
    /** How far it has come, to go back to when a command of several steps breaks in the middle. */
    mark: () => ({
      envelopes: envelopes.length,
      seqs: new Map(seqs),
      jobs: printJobs.length,
      writes: writes.length,
    }),
    rollback(to: { envelopes: number; seqs: Map<string, number>; jobs: number; writes: number }): void {
      envelopes.length = to.envelopes;
      printJobs.length = to.jobs;
      writes.length = to.writes;
      seqs.clear();
      for (const [stream, seq] of to.seqs) seqs.set(stream, seq);
      for (const stream of expected.keys()) if (!seqs.has(stream)) expected.delete(stream);
    },
    isEmpty: () => envelopes.length + printJobs.length + writes.length + answered.length === 0,
    /** The commit; rows are read from the draft as it stands now. */
    commit(dayOf: (date: string) => DayState | undefined): Commit {
      const projection = createProjection();
      const streams = new Map<string, Envelope[]>();
      for (const each of envelopes) {
        const day = dayOf(each.stream.slice('day:'.length));
        if (day) projection.add(day, each);
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
        rows: projection.changes(),
        printJobs,
        writes,
        answered,
      };
    },
  };
}

export type Batch = ReturnType<typeof createBatch>;
