import type { Database } from 'better-sqlite3';
import { type Commit, SequenceConflict } from './port.ts';
import { createReadModelWriter } from './sqlite-read-models.ts';
import { byKind } from './sqlite-rows.ts';
import { createSideWriter } from './sqlite-side-writes.ts';

/** Prepares every statement once; the returned function writes one commit inside one transaction. */
export function createWriter(db: Database, hall: string): (commit: Commit) => void {
  const lastSeq = db
    .prepare('SELECT coalesce(max(seq), 0) FROM journal WHERE hall = ? AND stream = ?')
    .pluck();
  const lastPosition = db.prepare('SELECT coalesce(max(position), 0) FROM journal WHERE hall = ?').pluck();
  const append = db.prepare(`
    INSERT INTO journal (hall, stream, seq, position, id, type, version, occurred_at, by_kind, by_id, device, command_id, settings_version, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addJob = db.prepare(`
    INSERT INTO print_jobs (id, hall, kind, ticket_id, service_day, printer_id, device_id, copy, content, state, reason, attempts, created_at, changed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const keepAnswer = db.prepare(
    'INSERT OR REPLACE INTO answered_keys (hall, actor, key, request, answer, answered_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const writeRows = createReadModelWriter(db, hall);
  const write = createSideWriter(db, hall);

  function appendAll(appends: NonNullable<Commit['appends']>): void {
    let position = lastPosition.get(hall) as number;
    for (const { stream, expectedSeq, events } of appends) {
      if ((lastSeq.get(hall, stream) as number) !== expectedSeq) throw new SequenceConflict(stream);
      for (const { seq, id, version, occurredAt, by, commandId, settingsVersion, event } of events) {
        position += 1;
        append.run(
          hall,
          stream,
          seq,
          position,
          id,
          event.type,
          version,
          occurredAt,
          byKind(by),
          by.kind === 'hub' ? null : by.id,
          by.kind === 'device' ? by.id : null,
          commandId,
          settingsVersion,
          JSON.stringify(event.data),
        );
      }
    }
  }

  // Immediate: the write lock is taken first, so a commit never fails half way for a lock.
  const commit = db.transaction(({ appends, rows, printJobs, writes, answered }: Commit) => {
    if (appends && appends.length > 0) appendAll(appends);
    if (rows) writeRows(rows);
    for (const job of printJobs ?? []) {
      addJob.run(
        job.id,
        hall,
        job.kind,
        job.ticketId,
        job.serviceDay,
        job.printerId,
        job.deviceId,
        job.copy,
        job.content,
        job.state,
        job.reason,
        job.attempts,
        job.createdAt,
        job.changedAt,
      );
    }
    for (const each of writes ?? []) write(each);
    for (const { actor, key, request, answer, at } of answered ?? [])
      keepAnswer.run(hall, actor, key, request, answer, at);
  });
  return (work) => commit.immediate(work);
}
