import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHallTime } from '@jiaohao/server/src/reports/hall-time.ts';
import { openReportQueries, type ReportFilter } from '@jiaohao/server/src/store/report-queries.ts';
import Database from 'better-sqlite3';

/** A real database of the hub's schema, filled by hand: what the reports' figures are checked against. */

const MIGRATIONS = new URL('../../server/src/store/migrations/', import.meta.url);

export const MINUTE = 60_000;
export const HALL = 'hall';
export const TIME_ZONE = 'Asia/Shanghai';
export const DAY = '2026-11-21';
export const NEXT_DAY = '2026-11-22';
/** 09:00 in the hall. */
export const NINE = Date.parse('2026-11-21T01:00:00Z');

/** All of the day, as it is asked for at 11:00. */
export const WHOLE_DAY: ReportFilter = {
  from: DAY,
  to: NEXT_DAY,
  service: null,
  clerk: null,
  counter: null,
  now: NINE + 120 * MINUTE,
};

export interface TurnFields {
  turn_id: string;
  hall: string;
  service_day: string;
  ticket_id: string;
  number: string;
  service_id: string;
  service_name: string;
  priority: string | null;
  origin: string;
  state: string;
  ending: string | null;
  outcome: string | null;
  queued_at: number;
  order_at: number;
  first_called_at: number | null;
  called_at: number | null;
  started_at: number | null;
  ended_at: number | null;
  parked_ms: number;
  calls: number;
  no_show: number;
  counter_id: string | null;
  counter_number: number | null;
  clerk_id: string | null;
  first_clerk_id: string | null;
  details: string | null;
  met_outage: string | null;
  target_wait_ms: number;
  standard_ms: number;
  presses_start: number;
  asked: number;
  rating: number | null;
  doubtful: number;
  settings_version: number;
}

export function createHallOfTurns() {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-reports-'));
  const databasePath = join(folder, 'hall.db');
  const database = new Database(databasePath);
  database.pragma('journal_mode = WAL');
  for (const file of readdirSync(MIGRATIONS).sort())
    database.exec(readFileSync(new URL(file, MIGRATIONS), 'utf8'));
  let turns = 0;

  function add(fields: Partial<TurnFields>): void {
    turns++;
    const queuedAt = fields.queued_at ?? NINE;
    const turn: TurnFields = {
      turn_id: `turn-${String(turns).padStart(4, '0')}`,
      hall: HALL,
      service_day: DAY,
      ticket_id: `ticket-${turns}`,
      number: `A${String(turns).padStart(3, '0')}`,
      service_id: 'cards',
      service_name: JSON.stringify({ 'zh-CN': '社保卡', en: 'Cards' }),
      priority: null,
      origin: 'kiosk',
      state: 'waiting',
      ending: null,
      outcome: null,
      queued_at: queuedAt,
      order_at: queuedAt,
      first_called_at: null,
      called_at: null,
      started_at: null,
      ended_at: null,
      parked_ms: 0,
      calls: 0,
      no_show: 0,
      counter_id: null,
      counter_number: null,
      clerk_id: null,
      first_clerk_id: null,
      details: null,
      met_outage: null,
      target_wait_ms: 10 * MINUTE,
      standard_ms: 5 * MINUTE,
      presses_start: 0,
      asked: 0,
      rating: null,
      doubtful: 0,
      settings_version: 1,
      ...fields,
    };
    const names = Object.keys(turn);
    database
      .prepare(
        `INSERT INTO turns (${names.join(', ')}) VALUES (${names.map((name) => `$${name}`).join(', ')})`,
      )
      .run(turn);
  }

  return {
    databasePath,
    database,
    add,

    /** As it was made: for the next test, without another file and another worker to read it. */
    clear(): void {
      for (const table of ['presses', 'turns', 'people', 'journal']) database.exec(`DELETE FROM ${table}`);
      turns = 0;
    },

    /** A served turn: queued at `at`, called after `waitMinutes`, finished after `handlingMinutes`. */
    serve(at: number, waitMinutes: number, handlingMinutes: number, fields: Partial<TurnFields> = {}): void {
      const calledAt = Math.round(at + waitMinutes * MINUTE);
      add({
        queued_at: at,
        first_called_at: calledAt,
        called_at: calledAt,
        started_at: calledAt,
        ended_at: Math.round(calledAt + handlingMinutes * MINUTE),
        state: 'ended',
        ending: 'served',
        outcome: 'done',
        calls: 1,
        counter_id: 'c1',
        counter_number: 1,
        clerk_id: 'wang',
        ...fields,
      });
    },

    /** The press that counts on the turn added last, chosen from the list of that version of the settings. */
    press(level: number, reasons: string[], version: number | null): void {
      database
        .prepare(
          `INSERT INTO presses (id, hall, service_day, turn_id, level, reasons, source, pressed_at, effective, reasons_version)
           SELECT 'press of ' || turn_id, hall, service_day, turn_id, $level, $reasons, 'pad', 0, 1, $version
           FROM turns ORDER BY rowid DESC LIMIT 1`,
        )
        .run({ level, reasons: JSON.stringify(reasons), version });
    },

    /** A version of the settings in the journal, with these words for the lowest level. */
    settings(version: number, reasons: { id: string; name: Record<string, string> }[]): void {
      const data = { version, document: { rules: { ratingReasons: { '1': reasons } } } };
      database
        .prepare(
          `INSERT INTO journal (hall, stream, seq, position, id, type, version, occurred_at, by_kind, command_id, settings_version, data)
           VALUES (?, 'settings', ?, ?, ?, 'settings-changed', 1, 0, 'hub', 'c', ?, ?)`,
        )
        .run(HALL, version, version, `settings ${version}`, version, JSON.stringify(data));
    },

    addClerk(id: string, name: string): void {
      database
        .prepare(
          `INSERT INTO people (id, hall, username, name, role, created_at) VALUES (?, ?, ?, ?, 'clerk', 0)`,
        )
        .run(id, HALL, id, name);
    },

    /** `count` served turns at once, ten seconds apart, waits of 0–59 minutes. */
    addMany(count: number): void {
      database
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count)
           INSERT INTO turns (turn_id, hall, service_day, ticket_id, number, service_id, service_name, origin,
             state, ending, outcome, queued_at, order_at, first_called_at, called_at, started_at, ended_at, calls,
             counter_id, counter_number, clerk_id, target_wait_ms, standard_ms, presses_start, settings_version)
           SELECT 'many-' || i, $hall, $day, 'ticket-' || i, 'B' || i, 'cards', '{"zh-CN":"社保卡"}', 'kiosk',
             'ended', 'served', 'done', $nine + i * 10, $nine + i * 10, $nine + i * 10 + (i % 60) * 60000,
             $nine + i * 10 + (i % 60) * 60000, NULL, $nine + i * 10 + (i % 60) * 60000 + 1000, 1,
             'c1', 1, 'wang', 600000, 300000, 0, 1 FROM n`,
        )
        .run({ count, hall: HALL, day: DAY, nine: NINE });
    },

    remove(): void {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type HallOfTurns = ReturnType<typeof createHallOfTurns>;

export const queriesOf = ({ databasePath }: HallOfTurns) =>
  openReportQueries({ databasePath, hall: HALL, hourOf: createHallTime(TIME_ZONE).hour });
