import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/src/store/sqlite-open.ts';

const MIGRATIONS = new URL('../../server/src/store/migrations/', import.meta.url);

describe('opening the database', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiaohao-store-'));
    path = join(folder, 'hall.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const schemaOf = (db: Database.Database) =>
    db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  const latest = readdirSync(MIGRATIONS).length;

  it('runs each migration once, whether the file is new, old or as it should be', () => {
    const fresh = openDatabase(path);
    const schema = schemaOf(fresh);
    expect(fresh.pragma('user_version', { simple: true })).toBe(latest);
    fresh.prepare("INSERT INTO printers VALUES ('p', 'main', '1', 'virtual:', '{}')").run();
    fresh.close();
    const again = openDatabase(path);
    expect(schemaOf(again)).toEqual(schema);
    expect(again.prepare('SELECT id FROM printers').pluck().all()).toEqual(['p']);
    again.close();
  });

  it('makes what is committed survive the loss of power', () => {
    const db = openDatabase(path);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  it('refuses a file of a later version, and leaves it alone', () => {
    openDatabase(path).close();
    const later = new Database(path);
    later.pragma(`user_version = ${latest + 1}`);
    later.close();
    expect(() => openDatabase(path)).toThrow(/newer/);
    const still = new Database(path, { readonly: true });
    expect(still.pragma('user_version', { simple: true })).toBe(latest + 1);
    still.close();
  });

  it('refuses a file that is no database', () => {
    writeFileSync(path, 'not a database, and much longer than the hundred bytes of a header\n'.repeat(20));
    expect(() => openDatabase(path)).toThrow(/not a database/);
  });

  it('keeps the slips of the version that knew tickets only', () => {
    const old = new Database(path);
    for (const [index, name] of readdirSync(MIGRATIONS).sort().slice(0, 2).entries()) {
      old.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
      old.pragma(`user_version = ${index + 1}`);
    }
    old
      .prepare(
        "INSERT INTO print_jobs VALUES ('j', 'main', 't', 'd', 'p', 'k', 2, '{}', 'failed', 'paper-out', 1, 5, 6)",
      )
      .run();
    old.close();
    const db = openDatabase(path);
    expect(db.prepare('SELECT * FROM print_jobs').all()).toEqual([
      {
        id: 'j',
        hall: 'main',
        kind: 'ticket',
        ticket_id: 't',
        service_day: 'd',
        printer_id: 'p',
        device_id: 'k',
        copy: 2,
        content: '{}',
        state: 'failed',
        reason: 'paper-out',
        attempts: 1,
        created_at: 5,
        changed_at: 6,
      },
    ]);
    db.close();
  });

  it('finds what is open without reading all that ever was', () => {
    const db = openDatabase(path);
    const plan = (sql: string) =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; ');
    const queued = "SELECT * FROM print_jobs WHERE hall = 'm' AND printer_id = 'p' AND state = 'queued'";
    expect(plan(`${queued} ORDER BY created_at, id LIMIT 1`)).toBe(
      'SEARCH print_jobs USING INDEX print_jobs_queued (hall=? AND printer_id=?)',
    );
    const open =
      "SELECT DISTINCT service_day FROM turns WHERE hall = 'm' AND state <> 'ended' ORDER BY service_day";
    expect(plan(open)).toContain('INDEX turns_open (hall=?)');
    const slips = "SELECT * FROM print_jobs WHERE hall = 'm' AND service_day = 'd' ORDER BY created_at, copy";
    expect(plan(slips)).toBe('SEARCH print_jobs USING INDEX print_jobs_by_day (hall=? AND service_day=?)');
    db.close();
  });
});
