import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TestHub } from '../../support/hub.ts';

/** Reads the hub's database beside it, as a curious person with the file would. */
function read<T>(hub: TestHub, work: (db: Database.Database) => T): T {
  const db = new Database(join(hub.dataDir, 'jiaohao.db'), { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

export interface JournalRow {
  position: number;
  type: string;
  by_kind: string;
  by_id: string | null;
  command_id: string;
  data: string;
}

export const journal = (hub: TestHub): JournalRow[] =>
  read(hub, (db) => db.prepare('SELECT * FROM journal ORDER BY position').all() as JournalRow[]);

/** What changes beside requests: when somebody was last seen, and how far a slip has come. */
const BESIDE: Record<string, string[]> = {
  sessions: ['seen_at'],
  devices: ['seen_at'],
  api_clients: ['seen_at'],
  heartbeats: ['at'],
  print_jobs: ['state', 'reason', 'attempts', 'changed_at'],
};

/** Everything that is kept, table by table, but for what changes beside requests. */
export function everythingKept(hub: TestHub): Record<string, unknown[]> {
  return read(hub, (db) => {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((table) => {
        const rows = db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
        const steady = ([column]: [string, unknown]) => BESIDE[table]?.includes(column) !== true;
        return [table, rows.map((row) => Object.fromEntries(Object.entries(row).filter(steady)))];
      }),
    );
  });
}

export const answeredKeys = (hub: TestHub): { actor: string; key: string; answer: string }[] =>
  read(
    hub,
    (db) =>
      db.prepare('SELECT actor, key, answer FROM answered_keys').all() as {
        actor: string;
        key: string;
        answer: string;
      }[],
  );
