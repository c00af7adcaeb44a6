import type { Database } from 'better-sqlite3';
import { type Commit, type DeviceRow, type PersonRow, SequenceConflict, type Write } from './port.ts';
import type { IntervalChange, TurnRow } from './projection.ts';
import { byKind } from './sqlite-rows.ts';

/** Prepares every statement once; the returned function writes one commit inside one transaction. */
export function createWriter(db: Database, hall: string): (commit: Commit) => void {
  const lastSeq = db
    .prepare('SELECT coalesce(max(seq), 0) FROM journal WHERE hall = ? AND stream = ?')
    .pluck();
  const lastPosition = db.prepare('SELECT coalesce(max(position), 0) FROM journal WHERE hall = ?').pluck();
  const append = db.prepare(`
    INSERT INTO journal (hall, stream, seq, position, id, type, version, occurred_at, by_kind, by_id, device, command_id, settings_version, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addTicket = db.prepare(
    'INSERT INTO tickets (ticket_id, hall, service_day, number, token_hash) VALUES (?, ?, ?, ?, ?)',
  );
  const addPress = db.prepare(`
    INSERT INTO presses (id, hall, service_day, turn_id, level, reasons, source, pressed_at, effective, comment_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addJob = db.prepare(`
    INSERT INTO print_jobs (id, hall, ticket_id, service_day, printer_id, device_id, copy, content, state, reason, attempts, created_at, changed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const keepAnswer = db.prepare(
    'INSERT OR REPLACE INTO answered_keys (hall, actor, key, request, answer, answered_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const putTurn = createTurnWriter(db, hall);
  const changeInterval = createIntervalWriter(db, hall);
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
    if (rows) {
      for (const each of rows.tickets)
        addTicket.run(each.ticketId, hall, each.serviceDay, each.number, each.tokenHash);
      for (const each of rows.turns) putTurn(each);
      for (const each of rows.intervals) changeInterval(each);
      for (const {
        id,
        serviceDay,
        turnId,
        level,
        reasons,
        source,
        at,
        effective,
        commentId,
      } of rows.presses) {
        addPress.run(
          id,
          hall,
          serviceDay,
          turnId,
          level,
          JSON.stringify(reasons),
          source,
          at,
          effective ? 1 : 0,
          commentId,
        );
      }
    }
    for (const job of printJobs ?? []) {
      addJob.run(
        job.id,
        hall,
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

function createTurnWriter(db: Database, hall: string): (row: TurnRow) => void {
  const columns = [
    'turn_id',
    'hall',
    'service_day',
    'ticket_id',
    'number',
    'service_id',
    'service_name',
    'priority',
    'origin',
    'state',
    'ending',
    'outcome',
    'queued_at',
    'order_at',
    'first_called_at',
    'called_at',
    'started_at',
    'ended_at',
    'calls',
    'no_show',
    'counter_id',
    'counter_number',
    'clerk_id',
    'first_clerk_id',
    'why',
    'target_wait_ms',
    'standard_ms',
    'presses_start',
    'asked',
    'rating',
    'rated_at',
    'settings_version',
  ];
  const put = db.prepare(`
    INSERT INTO turns (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (turn_id) DO UPDATE SET ${columns
      .slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`);
  return ({ serviceDay, number, origin, turn }) => {
    const { phase, held } = turn;
    const ended = phase.state === 'ended' ? phase : null;
    put.run(
      turn.id,
      hall,
      serviceDay,
      turn.ticketId,
      number,
      turn.serviceId,
      JSON.stringify(held.serviceName),
      turn.priority,
      origin,
      phase.state,
      ended?.ending ?? null,
      ended?.outcome ?? null,
      turn.queuedAt,
      turn.orderAt,
      turn.firstCalledAt,
      turn.calledAt,
      turn.startedAt,
      turn.endedAt,
      turn.calls,
      turn.noShow ? 1 : 0,
      turn.counterId,
      turn.counterNumber,
      turn.clerkId,
      turn.firstClerkId,
      turn.why,
      held.targetWaitMs,
      held.standardMs,
      held.pressesStart ? 1 : 0,
      turn.asked ? 1 : 0,
      turn.rating?.level ?? null,
      turn.rating?.at ?? null,
      turn.settingsVersion,
    );
  };
}

function createIntervalWriter(db: Database, hall: string): (change: IntervalChange) => void {
  const begin = db.prepare(`
    INSERT INTO counter_intervals (id, hall, service_day, counter_id, clerk_id, kind, reason, started_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const end = db.prepare(`
    UPDATE counter_intervals SET ended_at = ?
    WHERE hall = ? AND service_day = ? AND counter_id = ? AND ended_at IS NULL AND (kind = ? OR ? = 'all')`);
  return (change) => {
    const { serviceDay, counterId, kind, at } = change;
    if (change.op === 'end') end.run(at, hall, serviceDay, counterId, kind, kind);
    else begin.run(change.id, hall, serviceDay, counterId, change.clerkId, kind, change.reason, at);
  };
}

function createSideWriter(db: Database, hall: string): (write: Write) => void {
  const addPerson = db.prepare(`
    INSERT INTO people (id, hall, username, name, staff_number, role, password_hash, must_change, archived, created_at)
    VALUES (@id, @hall, @username, @name, @staffNumber, @role, @passwordHash, @mustChange, @archived, @createdAt)`);
  const changePerson = db.prepare(`
    UPDATE people SET username = @username, name = @name, staff_number = @staffNumber, role = @role,
      password_hash = @passwordHash, must_change = @mustChange, archived = @archived
    WHERE id = @id AND hall = @hall`);
  const addDevice = db.prepare(`
    INSERT INTO devices (id, hall, kind, name, counter_id, printer_id, token_hash, pairing_hash, pairing_expires_at, created_at, seen_at, revoked_at)
    VALUES (@id, @hall, @kind, @name, @counterId, @printerId, @tokenHash, @pairingHash, @pairingExpiresAt, @createdAt, @seenAt, @revokedAt)`);
  const changeDevice = db.prepare(`
    UPDATE devices SET name = @name, counter_id = @counterId, printer_id = @printerId, token_hash = @tokenHash,
      pairing_hash = @pairingHash, pairing_expires_at = @pairingExpiresAt, revoked_at = @revokedAt
    WHERE id = @id AND hall = @hall`);
  const openSession = db.prepare(
    'INSERT INTO sessions (token_hash, person_id, created_at, seen_at) VALUES (@tokenHash, @personId, @createdAt, @seenAt)',
  );
  const run = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: unknown[]) => statement.run(...values);
  };
  const seeSession = run('UPDATE sessions SET seen_at = ? WHERE token_hash = ?');
  const endSession = run('UPDATE sessions SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL');
  const endSessionsOf = run('UPDATE sessions SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL');
  const seeDevice = run('UPDATE devices SET seen_at = ? WHERE id = ? AND hall = ?');
  const addPrinter = run('INSERT INTO printers (id, hall, name, url, profile) VALUES (?, ?, ?, ?, ?)');
  const raiseAlert = run('INSERT INTO alerts (id, hall, kind, details, raised_at) VALUES (?, ?, ?, ?, ?)');
  const resolveAlert = run(
    'UPDATE alerts SET resolved_at = ?, resolved_by = ? WHERE id = ? AND resolved_at IS NULL',
  );
  const keepPersonal = run(
    'INSERT INTO personal_data (id, hall, kind, text, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const forgetAnswered = run('DELETE FROM answered_keys WHERE answered_at < ?');

  const person = (row: PersonRow) => ({
    ...row,
    hall,
    mustChange: row.mustChange ? 1 : 0,
    archived: row.archived ? 1 : 0,
  });
  const device = (row: DeviceRow) => ({ ...row, hall });

  return (write) => {
    switch (write.kind) {
      case 'add-person':
        return addPerson.run(person(write.person));
      case 'change-person':
        return changePerson.run(person(write.person));
      case 'open-session':
        return openSession.run(write.session);
      case 'see-session':
        return seeSession(write.at, write.tokenHash);
      case 'end-session':
        return endSession(write.at, write.tokenHash);
      case 'end-sessions-of':
        return endSessionsOf(write.at, write.personId);
      case 'add-device':
        return addDevice.run(device(write.device));
      case 'change-device':
        return changeDevice.run(device(write.device));
      case 'see-device':
        return seeDevice(write.at, write.deviceId, hall);
      case 'add-printer':
        return addPrinter(
          write.printer.id,
          hall,
          write.printer.name,
          write.printer.url,
          write.printer.profile,
        );
      case 'raise-alert':
        return raiseAlert(
          write.alert.id,
          hall,
          write.alert.kind,
          JSON.stringify(write.alert.details),
          write.alert.raisedAt,
        );
      case 'resolve-alert':
        return resolveAlert(write.at, write.by, write.id);
      case 'keep-personal':
        return keepPersonal(write.id, hall, write.of, write.text, write.at);
      case 'forget-answered':
        return forgetAnswered(write.before);
      default:
        return write satisfies never;
    }
  };
}
