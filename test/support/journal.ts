import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { DayEvent, Envelope } from '../../server/src/domain/event.ts';
import { evolve } from '../../server/src/domain/evolve.ts';
import type { Hall } from '../../server/src/domain/hall.ts';
import { type DayState, emptyDay } from '../../server/src/domain/state.ts';
import { envelopeOf } from '../../server/src/store/sqlite-rows.ts';

type Row = Record<string, unknown>;

/** Reads a hub's database beside it, on a connection of its own. */
export function readRows(path: string, sql: string, ...values: unknown[]): Row[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).all(...values) as Row[];
  } finally {
    db.close();
  }
}

/** The journal in the order in which it was written. */
export const journalOf = (path: string): Envelope[] =>
  readRows(path, 'SELECT * FROM journal ORDER BY position').map(envelopeOf);

/** The days as their streams alone make them. */
export function replayed(path: string): Map<string, DayState> {
  const days = new Map<string, DayState>();
  for (const envelope of journalOf(path) as Envelope<DayEvent>[]) {
    if (!envelope.stream.startsWith('day:')) continue;
    const date = envelope.stream.slice('day:'.length);
    let day = days.get(date);
    if (!day) {
      day = emptyDay(date);
      days.set(date, day);
    }
    evolve(day, envelope);
  }
  return days;
}

/** What is true of every journal: no gap in positions or streams, time never runs backwards, no number twice. */
export function checkJournal(path: string): void {
  const positions = readRows(path, 'SELECT position FROM journal ORDER BY position');
  expect(positions.every(({ position }, index) => position === index + 1)).toBe(true);
  const seqs = new Map<string, number>();
  let latest = 0;
  const numbers = new Set<string>();
  for (const { stream, seq, occurredAt, event } of journalOf(path)) {
    expect(seq, `the next of ${stream}`).toBe((seqs.get(stream) ?? 0) + 1);
    seqs.set(stream, seq);
    expect(occurredAt).toBeGreaterThanOrEqual(latest);
    latest = occurredAt;
    if (event.type !== 'ticket-issued') continue;
    const number = `${stream} ${event.data.number}`;
    expect(numbers.has(number), `${number} was given twice`).toBe(false);
    numbers.add(number);
  }
}

/** The journal is well formed and makes, read back, exactly the days that the hub has at hand. */
export function checkHub(path: string, { today, lingering }: Hall): void {
  checkJournal(path);
  const days = replayed(path);
  for (const day of [today, ...lingering]) expect(days.get(day.date)).toEqual(day);
}

const READ_MODELS = {
  tickets: 'ticket_id',
  turns: 'turn_id',
  counter_intervals: 'id',
  presses: 'id',
};

/** Every row of every read model, in an order of its own. */
export const readModels = (path: string): Record<string, Row[]> =>
  Object.fromEntries(
    Object.entries(READ_MODELS).map(([table, id]) => [
      table,
      readRows(path, `SELECT * FROM ${table} ORDER BY ${id}`),
    ]),
  );
