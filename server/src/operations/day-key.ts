import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * A key that lives for one service day, in a file beside the hub's key: outside the database and its
 * backups. What was hashed with it is worth nothing to anybody once the day, and with it the key, is over.
 */
export function createDayKey(path: string) {
  let known: { date: string; key: Buffer } | null = read();

  function read(): { date: string; key: Buffer } | null {
    if (!existsSync(path)) return null;
    const [date, hex = ''] = readFileSync(path, 'utf8').trim().split(' ');
    const key = Buffer.from(hex, 'hex');
    // A damaged key is no loss worth a halt: the day counts anew from here.
    return date && key.length === 32 ? { date, key } : null;
  }

  /** Destroys the key of an earlier day. The file is written over before it goes. */
  function keepOnly(date: string): void {
    if ((known !== null && known.date >= date) || !existsSync(path)) return;
    writeFileSync(path, `${'0'.repeat(75)}\n`, { flush: true });
    rmSync(path);
    known = null;
  }

  function keyOf(date: string): Buffer {
    keepOnly(date);
    // A day that is over has no key any more: what is hashed for it is like nothing else.
    if (known !== null && date < known.date) return randomBytes(32);
    if (known === null) {
      known = { date, key: randomBytes(32) };
      const fresh = `${path}.new`;
      writeFileSync(fresh, `${date} ${known.key.toString('hex')}\n`, { mode: 0o600, flush: true });
      renameSync(fresh, path);
    }
    return known.key;
  }

  return {
    keepOnly,
    /** The same for the same text on one day; on another day, or with another hub, another. */
    hash: (date: string, text: string): string =>
      createHmac('sha256', keyOf(date)).update(text).digest('base64url'),
  };
}
