import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const OPENING_PATIENCE_MS = 5000;
const MIGRATIONS = new URL('./migrations/', import.meta.url);

/**
 * Opens the hub's database and brings it to the newest schema. WAL with `synchronous=FULL`: what is
 * committed survives power loss. While it opens it waits for whoever still holds the file (an earlier
 * run, a backup); from then on it never waits inside SQLite for a lock, which would stop the whole hub:
 * the store waits outside.
 * @throws when the file stays locked, is no database, or is newer than this version
 */
export function openDatabase(path: string): Database.Database {
  const db = new Database(path, { timeout: OPENING_PATIENCE_MS });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // A commit that is shared by a hundred tickets touches hundreds of pages: a checkpoint, which syncs both
    // files, comes once in 32 MiB of log rather than with every other commit.
    db.pragma('wal_autocheckpoint = 8000');
    db.pragma('cache_size = -65536');
    db.pragma('trusted_schema = OFF');
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  db.pragma('busy_timeout = 0');
  return db;
}

/** Made by a later version; opening it could harm it. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/** Runs the migrations that this file has not had, each in its own transaction. */
function migrate(db: Database.Database): void {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .sort();
  const done = db.pragma('user_version', { simple: true }) as number;
  if (done > files.length) {
    throw new NewerDatabase(
      `数据库版本（${done}）比本程序（${files.length}）新：请升级程序 / the database is newer (schema ${done}) than this version of Jiaohao (schema ${files.length}): upgrade it`,
    );
  }
  for (const [index, name] of files.entries()) {
    if (index < done) continue;
    const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8');
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}
