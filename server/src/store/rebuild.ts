import type { Database } from 'better-sqlite3';
import { emptyBook } from '../domain/appointments/book.ts';
import type { AppointmentEvent } from '../domain/appointments/event.ts';
import { evolveBook } from '../domain/appointments/evolve.ts';
import type { DayEvent, Envelope, HallEvent } from '../domain/event.ts';
import { evolve } from '../domain/evolve.ts';
import { emptyDay } from '../domain/state.ts';
import { createProjection } from './projection.ts';
import { openDatabase } from './sqlite-open.ts';
import { createReadModelWriter } from './sqlite-read-models.ts';
import { envelopeOf } from './sqlite-rows.ts';

const READ_MODELS = ['tickets', 'turns', 'counter_intervals', 'presses', 'appointments'];

/** What was read and written. */
export interface Rebuilt {
  days: number;
  events: number;
}

/**
 * Makes the read models anew from the journal: all of them in one transaction, or nothing changes. The
 * journal, people, devices, slips and personal data are not touched. A hub that runs on the same file
 * cannot commit meanwhile, so stop it first.
 * @throws when the file is locked, or the journal does not fold
 */
export function rebuildReadModels(path: string): Rebuilt {
  const db = openDatabase(path);
  try {
    return db.transaction(() => rebuild(db)).immediate();
  } finally {
    db.close();
  }
}

function rebuild(db: Database): Rebuilt {
  const halls = db.prepare('SELECT DISTINCT hall FROM journal').pluck().all() as string[];
  const done = { days: 0, events: 0 };
  for (const table of READ_MODELS) db.exec(`DELETE FROM ${table}`);
  for (const hall of halls) {
    const write = createReadModelWriter(db, hall);
    for (const stream of streamsOf(db, hall, 'day')) {
      const events = eventsOf<DayEvent>(db, hall, stream);
      const day = emptyDay(stream.slice('day:'.length));
      const projection = createProjection();
      for (const envelope of events) {
        evolve(day, envelope);
        projection.add(day, envelope);
      }
      write(projection.changes(() => day));
      done.days += 1;
      done.events += events.length;
    }
    for (const stream of streamsOf(db, hall, 'appointments')) {
      const events = eventsOf<AppointmentEvent>(db, hall, stream);
      const book = events.reduce(evolveBook, emptyBook(stream.slice('appointments:'.length)));
      const appointments = [...book.appointments.values()].map((appointment) => ({
        serviceDay: book.date,
        appointment,
      }));
      write({ tickets: [], turns: [], intervals: [], presses: [], gone: [], appointments });
      done.events += events.length;
    }
  }
  return done;
}

const streamsOf = (db: Database, hall: string, kind: string): string[] =>
  db
    .prepare(
      'SELECT DISTINCT stream FROM journal WHERE hall = ? AND stream >= ? AND stream < ? ORDER BY stream',
    )
    .pluck()
    .all(hall, `${kind}:`, `${kind};`) as string[];

function eventsOf<E extends HallEvent>(db: Database, hall: string, stream: string): Envelope<E>[] {
  const rows = db
    .prepare('SELECT * FROM journal WHERE hall = ? AND stream = ? ORDER BY seq')
    .all(hall, stream);
  return (rows as Record<string, unknown>[]).map(envelopeOf) as Envelope<E>[];
}
