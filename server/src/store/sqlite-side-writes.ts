import type { Database } from 'better-sqlite3';
import type { DeviceRow, PersonRow, Write } from './port.ts';

/** Writes what is kept beside the journal: people, devices, sessions, alerts, personal data. */
export function createSideWriter(db: Database, hall: string): (write: Write) => void {
  const addPerson = db.prepare(`
    INSERT INTO people (id, hall, username, name, staff_number, role, password_hash, must_change, archived, created_at)
    VALUES (@id, @hall, @username, @name, @staffNumber, @role, @passwordHash, @mustChange, @archived, @createdAt)`);
  const changePerson = db.prepare(`
    UPDATE people SET username = @username, name = @name, staff_number = @staffNumber, role = @role,
      password_hash = @passwordHash, must_change = @mustChange, archived = @archived
    WHERE id = @id AND hall = @hall`);
  const addDevice = db.prepare(`
    INSERT INTO devices (id, hall, kind, name, counter_id, printer_id, zone_id, speaks, overscan, token_hash, pairing_hash, pairing_expires_at, created_at, seen_at, revoked_at)
    VALUES (@id, @hall, @kind, @name, @counterId, @printerId, @zoneId, @speaks, @overscan, @tokenHash, @pairingHash, @pairingExpiresAt, @createdAt, @seenAt, @revokedAt)`);
  const changeDevice = db.prepare(`
    UPDATE devices SET name = @name, counter_id = @counterId, printer_id = @printerId,
      zone_id = @zoneId, speaks = @speaks, overscan = @overscan, token_hash = @tokenHash,
      pairing_hash = @pairingHash, pairing_expires_at = @pairingExpiresAt, revoked_at = @revokedAt
    WHERE id = @id AND hall = @hall`);
  const openSession = db.prepare(
    'INSERT INTO sessions (token_hash, person_id, created_at, seen_at, counter_id) VALUES (@tokenHash, @personId, @createdAt, @seenAt, @counterId)',
  );
  const run = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: unknown[]) => statement.run(...values);
  };
  const seeSession = run('UPDATE sessions SET seen_at = ? WHERE token_hash = ?');
  const endSession = run('UPDATE sessions SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL');
  const endSessionsOf = run('UPDATE sessions SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL');
  const seeDevice = run('UPDATE devices SET seen_at = ? WHERE id = ? AND hall = ?');
  const addClient = db.prepare(`
    INSERT INTO api_clients (id, hall, name, token_hash, created_at, seen_at, revoked_at)
    VALUES (@id, @hall, @name, @tokenHash, @createdAt, @seenAt, @revokedAt)`);
  const revokeClient = run(
    'UPDATE api_clients SET revoked_at = ? WHERE id = ? AND hall = ? AND revoked_at IS NULL',
  );
  const seeClient = run('UPDATE api_clients SET seen_at = ? WHERE id = ? AND hall = ?');
  const putPrinter = run(
    'INSERT OR REPLACE INTO printers (id, hall, name, url, profile) VALUES (?, ?, ?, ?, ?)',
  );
  const putPin = run('INSERT OR REPLACE INTO staff_pins (hall, device_id, pin_hash) VALUES (?, ?, ?)');
  const dropPin = run('DELETE FROM staff_pins WHERE hall = ? AND device_id = ?');
  const beat = run('INSERT OR REPLACE INTO heartbeats (hall, at, stopped) VALUES (?, ?, ?)');
  const putReliefPin = run('INSERT OR REPLACE INTO relief_pins (hall, person_id, pin_hash) VALUES (?, ?, ?)');
  const dropReliefPin = run('DELETE FROM relief_pins WHERE hall = ? AND person_id = ?');
  const raiseAlert = run('INSERT INTO alerts (id, hall, kind, details, raised_at) VALUES (?, ?, ?, ?, ?)');
  const resolveAlert = run(
    'UPDATE alerts SET resolved_at = ?, resolved_by = ? WHERE id = ? AND resolved_at IS NULL',
  );
  const keepPersonal = run(
    'INSERT INTO personal_data (id, hall, kind, text, created_at, lookup, keep_until) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const keepPersonalUntil = run('UPDATE personal_data SET keep_until = ? WHERE hall = ? AND id = ?');
  const erasePersonal = run('DELETE FROM personal_data WHERE hall = ? AND keep_until < ?');
  const forgetAnswered = run('DELETE FROM answered_keys WHERE hall = ? AND answered_at < ?');
  const keepHolder = run('INSERT INTO holders (hall, service_day, ticket_id, hash) VALUES (?, ?, ?, ?)');
  const forgetHolders = run('DELETE FROM holders WHERE hall = ? AND service_day < ?');
  const forgetSlips = run('DELETE FROM print_jobs WHERE hall = ? AND service_day < ?');
  const forgetNotes = run(
    "DELETE FROM personal_data WHERE hall = ? AND kind = 'slip-note' AND created_at < unixepoch(?) * 1000",
  );

  const person = (row: PersonRow) => ({
    ...row,
    hall,
    mustChange: row.mustChange ? 1 : 0,
    archived: row.archived ? 1 : 0,
  });
  const device = (row: DeviceRow) => ({ ...row, hall, speaks: row.speaks ? 1 : 0 });

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
      case 'add-client':
        return addClient.run({ ...write.client, hall });
      case 'revoke-client':
        return revokeClient(write.at, write.clientId, hall);
      case 'see-client':
        return seeClient(write.at, write.clientId, hall);
      case 'put-printer':
        return putPrinter(
          write.printer.id,
          hall,
          write.printer.name,
          write.printer.url,
          write.printer.profile,
        );
      case 'set-staff-pin':
        return write.pinHash === null
          ? dropPin(hall, write.deviceId)
          : putPin(hall, write.deviceId, write.pinHash);
      case 'beat':
        return beat(hall, write.at, write.stopped ? 1 : 0);
      case 'set-relief-pin':
        return write.pinHash === null
          ? dropReliefPin(hall, write.personId)
          : putReliefPin(hall, write.personId, write.pinHash);
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
        return keepPersonal(
          write.id,
          hall,
          write.of,
          write.text,
          write.at,
          write.lookup ?? null,
          write.keepUntil ?? null,
        );
      case 'keep-personal-until':
        return keepPersonalUntil(write.keepUntil, hall, write.id);
      case 'erase-personal':
        return erasePersonal(hall, write.before);
      case 'keep-holder':
        return keepHolder(hall, write.serviceDay, write.ticketId, write.hash);
      case 'forget-holders':
        return forgetHolders(hall, write.before);
      case 'forget-answered':
        return forgetAnswered(hall, write.before);
      case 'forget-slips':
        forgetSlips(hall, write.before);
        return forgetNotes(hall, write.before);
      default:
        return write satisfies never;
    }
  };
}
