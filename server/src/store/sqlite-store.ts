import Database from 'better-sqlite3';
import { SETTINGS_STREAM } from '../domain/event.ts';
import { type Commit, SequenceConflict, type Store, StoreUnavailable } from './port.ts';
import { openDatabase } from './sqlite-open.ts';
import {
  alertOf,
  apiClientOf,
  deviceOf,
  envelopeOf,
  personOf,
  printJobOf,
  sessionOf,
} from './sqlite-rows.ts';
import { createWriter } from './sqlite-write.ts';

type Raw = Record<string, unknown>;

/** How long a commit waits for a lock that another process holds before it gives up. */
const BUSY_PATIENCE_MS = 1500;
const BUSY_STEP_MS = 15;

/** Result codes that pass by themselves or by somebody's hand: the caller gets 503 and may try again. */
const TRANSIENT = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|NOMEM|INTERRUPT|PROTOCOL)/;

/**
 * The embedded store: one SQLite file in the data folder, one hall.
 * @throws when the file cannot be opened at all, or is newer than this version
 */
export function openSqliteStore(path: string, hall: string): Store {
  return createSqliteStore(openDatabase(path), hall);
}

/** The store on a connection that is open already. */
export function createSqliteStore(db: Database.Database, hall: string): Store {
  const write = createWriter(db, hall);
  const all = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: unknown[]) => patiently(() => statement.all(...values) as Raw[]);
  };
  const one = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: unknown[]) => patiently(() => statement.get(...values) as Raw | undefined);
  };
  const maybe = <T>(row: Raw | undefined, of: (row: Raw) => T): T | null => (row ? of(row) : null);
  const place = (row: Raw) => ({ ticketId: row.ticket_id as string, serviceDay: row.service_day as string });

  const readStream = all('SELECT * FROM journal WHERE hall = ? AND stream = ? ORDER BY seq');
  const streams = all(
    'SELECT DISTINCT stream FROM journal WHERE hall = ? AND stream >= ? AND stream < ? || char(0x10ffff) ORDER BY stream',
  );
  const lastEvent = one(
    'SELECT occurred_at FROM journal WHERE hall = ? AND stream <> ? ORDER BY position DESC LIMIT 1',
  );
  const unfinished = all(
    "SELECT DISTINCT service_day FROM turns WHERE hall = ? AND state <> 'ended' ORDER BY service_day",
  );
  const latestDay = one(
    "SELECT max(stream) AS stream FROM journal WHERE hall = ? AND stream >= 'day:' AND stream < 'day;'",
  );
  const answered = one('SELECT * FROM answered_keys WHERE hall = ? AND actor = ? AND key = ?');
  const ticketById = one('SELECT ticket_id, service_day FROM tickets WHERE hall = ? AND ticket_id = ?');
  const ticketByToken = one('SELECT ticket_id, service_day FROM tickets WHERE hall = ? AND token_hash = ?');
  const printJob = one('SELECT * FROM print_jobs WHERE hall = ? AND id = ?');
  const latestJob = one(
    "SELECT * FROM print_jobs WHERE hall = ? AND ticket_id = ? AND kind = 'ticket' ORDER BY created_at DESC, copy DESC LIMIT 1",
  );
  const jobsOf = all('SELECT * FROM print_jobs WHERE hall = ? AND ticket_id = ? ORDER BY created_at, copy');
  const jobsIn = all(`
    SELECT * FROM print_jobs WHERE hall = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`);
  const nextQueued = one(`
    SELECT * FROM print_jobs WHERE hall = ? AND printer_id = ? AND state = 'queued' ORDER BY created_at, id LIMIT 1`);
  const jobsOfDay = all(
    'SELECT * FROM print_jobs WHERE hall = ? AND service_day = ? ORDER BY created_at, copy',
  );
  const changeJob = db.prepare(`
    UPDATE print_jobs SET state = ?, reason = ?, changed_at = ?, attempts = attempts + (? = 'printing')
    WHERE hall = ? AND id = ? AND state = ? RETURNING *`);
  const people = all('SELECT * FROM people WHERE hall = ? ORDER BY created_at, id');
  const personByUsername = one('SELECT * FROM people WHERE hall = ? AND username = ?');
  const session = one(`
    SELECT sessions.* FROM sessions JOIN people ON people.id = person_id WHERE hall = ? AND token_hash = ?`);
  const devices = all('SELECT * FROM devices WHERE hall = ? ORDER BY created_at, id');
  const deviceByToken = one('SELECT * FROM devices WHERE hall = ? AND token_hash = ?');
  const deviceByPairing = one('SELECT * FROM devices WHERE hall = ? AND pairing_hash = ?');
  const apiClients = all('SELECT * FROM api_clients WHERE hall = ? ORDER BY created_at, id');
  const printers = all('SELECT * FROM printers WHERE hall = ? ORDER BY id');
  const openAlerts = all('SELECT * FROM alerts WHERE hall = ? AND resolved_at IS NULL ORDER BY raised_at');
  const heartbeat = one('SELECT at, stopped FROM heartbeats WHERE hall = ?');
  const holdersOf = all('SELECT ticket_id, hash FROM holders WHERE hall = ? AND service_day = ?');
  const personal = one('SELECT text FROM personal_data WHERE hall = ? AND id = ?');
  const personalOf = all(
    'SELECT id, text FROM personal_data WHERE hall = ? AND id IN (SELECT value FROM json_each(?))',
  );
  const personalByLookup = all('SELECT id FROM personal_data WHERE hall = ? AND lookup = ?');
  // One that was moved has a row in each of its days; the one it stands in is the latest that was written.
  const appointmentById = one(`
    SELECT appointment_id, service_day FROM appointments
    WHERE hall = ? AND appointment_id = ? AND state <> 'moved'`);
  const appointmentsByCode = all(`
    SELECT appointment_id, service_day FROM appointments
    WHERE hall = ? AND code_hash = ? AND state <> 'moved' ORDER BY service_day DESC`);
  const openAppointmentDays = all(`
    SELECT DISTINCT service_day FROM appointments
    WHERE hall = ? AND state = 'booked' AND service_day < ? ORDER BY service_day`);
  const staffPin = one('SELECT pin_hash FROM staff_pins WHERE hall = ? AND device_id = ?');
  const staffPins = all('SELECT device_id FROM staff_pins WHERE hall = ?');
  const reliefPin = one('SELECT pin_hash FROM relief_pins WHERE hall = ? AND person_id = ?');
  const reliefPins = all('SELECT person_id FROM relief_pins WHERE hall = ?');
  const appointmentPlace = (row: Raw) => ({
    appointmentId: row.appointment_id as string,
    serviceDay: row.service_day as string,
  });

  return {
    hall,
    commit: (commit: Commit) => patiently(() => write(commit)),
    readStream: async (stream) => (await readStream(hall, stream)).map(envelopeOf),
    streams: async (prefix) => (await streams(hall, prefix, prefix)).map((row) => row.stream as string),
    lastEventAt: async () =>
      ((await lastEvent(hall, SETTINGS_STREAM))?.occurred_at as number | undefined) ?? null,
    unfinishedDays: async () => (await unfinished(hall)).map((row) => row.service_day as string),
    latestDay: async () => ((await latestDay(hall))?.stream as string | null)?.slice('day:'.length) ?? null,
    answered: async (actor, key) =>
      maybe(await answered(hall, actor, key), (row) => ({
        actor,
        key,
        request: row.request as string,
        answer: row.answer as string,
        at: row.answered_at as number,
      })),
    ticketById: async (id) => maybe(await ticketById(hall, id), place),
    ticketByToken: async (hash) => maybe(await ticketByToken(hall, hash), place),
    printJob: async (id) => maybe(await printJob(hall, id), printJobOf),
    latestPrintJob: async (ticketId) => maybe(await latestJob(hall, ticketId), printJobOf),
    printJobsOf: async (ticketId) => (await jobsOf(hall, ticketId)).map(printJobOf),
    nextQueuedPrintJob: async (printerId) => maybe(await nextQueued(hall, printerId), printJobOf),
    printJobsOfDay: async (day) => (await jobsOfDay(hall, day)).map(printJobOf),
    printJobsIn: async (states) => (await jobsIn(hall, JSON.stringify(states))).map(printJobOf),
    changePrintJob: (id, from, to, reason, at) =>
      // `all` runs the statement to its end: with `get` a commit that fails there would go unnoticed.
      patiently(() =>
        maybe(changeJob.all(to, reason, at, to, hall, id, from)[0] as Raw | undefined, printJobOf),
      ),
    people: async () => (await people(hall)).map(personOf),
    personByUsername: async (username) => maybe(await personByUsername(hall, username), personOf),
    session: async (hash) => maybe(await session(hall, hash), sessionOf),
    devices: async () => (await devices(hall)).map(deviceOf),
    deviceByToken: async (hash) => maybe(await deviceByToken(hall, hash), deviceOf),
    deviceByPairing: async (hash) => maybe(await deviceByPairing(hall, hash), deviceOf),
    staffPin: async (deviceId) => ((await staffPin(hall, deviceId))?.pin_hash as string | undefined) ?? null,
    devicesWithPin: async () => (await staffPins(hall)).map((row) => row.device_id as string),
    apiClients: async () => (await apiClients(hall)).map(apiClientOf),
    reliefPin: async (personId) =>
      ((await reliefPin(hall, personId))?.pin_hash as string | undefined) ?? null,
    peopleWithReliefPin: async () => (await reliefPins(hall)).map((row) => row.person_id as string),
    printers: async () =>
      (await printers(hall)).map((row) => ({
        id: row.id as string,
        name: row.name as string,
        url: row.url as string,
        profile: row.profile as string,
      })),
    openAlerts: async () => (await openAlerts(hall)).map(alertOf),
    heartbeat: async () =>
      maybe(await heartbeat(hall), ({ at, stopped }) => ({ at: at as number, stopped: stopped === 1 })),
    holdersOf: async (serviceDay) =>
      (await holdersOf(hall, serviceDay)).map((row) => ({
        ticketId: row.ticket_id as string,
        hash: row.hash as string,
      })),
    personal: async (id) => ((await personal(hall, id))?.text as string | undefined) ?? null,
    personalOf: async (ids) =>
      new Map(
        (await personalOf(hall, JSON.stringify(ids))).map((row) => [row.id as string, row.text as string]),
      ),
    personalByLookup: async (lookup) => (await personalByLookup(hall, lookup)).map((row) => row.id as string),
    appointmentById: async (id) => maybe(await appointmentById(hall, id), appointmentPlace),
    appointmentsByCode: async (codeHash) => (await appointmentsByCode(hall, codeHash)).map(appointmentPlace),
    openAppointmentDays: async (before) =>
      (await openAppointmentDays(hall, before)).map((row) => row.service_day as string),
    close: async () => {
      db.close();
    },
  };
}

/** Runs a statement; a lock is waited for outside SQLite, so that the hub goes on meanwhile. */
async function patiently<T>(work: () => T): Promise<T> {
  const giveUpAt = performance.now() + BUSY_PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (error instanceof SequenceConflict) throw error;
      if (!(error instanceof Database.SqliteError) || !TRANSIENT.test(error.code)) throw error;
      const locked = error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED');
      if (!locked || performance.now() >= giveUpAt) throw new StoreUnavailable(error.code);
      await new Promise((resolve) => setTimeout(resolve, BUSY_STEP_MS));
    }
  }
}
