import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface RawCommits {
  /** Of each row. */
  bytes: number;
  perCommit: number;
  commits: number;
}

/**
 * Rows made durable per second by better-sqlite3 with nothing around it, in the hub's own mode (WAL,
 * `synchronous=FULL`) on the hub's own disk.
 */
export function rawCommits(folder: string, { bytes, perCommit, commits }: RawCommits): number {
  const path = join(folder, `raw-${randomUUID()}.db`);
  const db = new Database(path);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT NOT NULL)');
    const insert = db.prepare('INSERT INTO rows (data) VALUES (?)');
    const data = randomBytes(Math.ceil(bytes / 2)).toString('hex');
    const commit = db.transaction(() => {
      for (let row = 0; row < perCommit; row++) insert.run(data);
    });
    const begun = performance.now();
    for (let each = 0; each < commits; each++) commit.immediate();
    return ((perCommit * commits) / (performance.now() - begun)) * 1000;
  } finally {
    db.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  }
}
