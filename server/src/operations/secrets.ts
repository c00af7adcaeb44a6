import { createHmac, createSecretKey, hash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Letters that nobody mixes up when reading a code aloud (Crockford's base 32). */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How the tokens of other systems begin: whoever finds one in a file knows what it is. */
const CLIENT_TOKEN = 'jiaohao_';

/**
 * Tokens and codes. They are derived from the hub's key, which lies in a file outside the database and
 * its backups; the database holds hashes only. So an answer can be given again without keeping the
 * secret, and a stolen database opens nothing.
 */
export function createSecrets(key: Buffer) {
  // Made once: from bytes, each code would cost ten times as much.
  const secret = createSecretKey(key);
  const derive = (purpose: string, id: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${id}`).digest();

  return {
    /** 128 bits: opens the phone page of one ticket. */
    slipToken: (ticketId: string): string => derive('slip', ticketId).subarray(0, 16).toString('base64url'),
    /** 256 bits. `pairing` is new with each pairing. */
    deviceToken: (deviceId: string, pairing: string): string =>
      derive('device', `${deviceId}\n${pairing}`).toString('base64url'),
    /** 256 bits, and told from a device's by how it begins. `nonce` is new with each client. */
    clientToken: (clientId: string, nonce: string): string =>
      CLIENT_TOKEN + derive('api-client', `${clientId}\n${nonce}`).toString('base64url'),
    /** 256 bits. */
    sessionToken: (sessionId: string): string => derive('session', sessionId).toString('base64url'),
    /** 40 bits, read aloud as `K7QF-3M9T`; good for 15 minutes and once. */
    pairingCode(nonce: string): string {
      const bytes = derive('pairing', nonce);
      let bits = bytes.readUIntBE(0, 5);
      let code = '';
      for (let index = 0; index < 8; index++) {
        code = CODE_LETTERS[bits % 32] + code;
        bits = Math.floor(bits / 32);
      }
      return `${code.slice(0, 4)}-${code.slice(4)}`;
    },
    /** Seven digits; `attempt` is 0 unless somebody else's appointment has them already. */
    appointmentDigits: (appointmentId: string, attempt: number): string =>
      String(derive('appointment', `${appointmentId}\n${attempt}`).readUIntBE(0, 6) % 10_000_000).padStart(
        7,
        '0',
      ),
    /** What is kept of a token. Tokens are random enough that no salt or slow hash is needed. */
    hash: (token: string): string => hash('sha256', token, 'base64url'),
    /**
     * What is kept of something that could be guessed (a pairing code, a body with a password): without
     * the hub's key nobody can try guesses against it.
     */
    keyedHash: (text: string): string => derive('kept', text).toString('base64url'),
  };
}

export type Secrets = ReturnType<typeof createSecrets>;

export const isClientToken = (token: string): boolean => token.startsWith(CLIENT_TOKEN);

/** How people type a pairing code: any case, with or without dash, O for 0, I or L for 1. */
export function normalisePairingCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

/** The key file is there and holds no key. */
export class DamagedKey extends Error {
  override name = 'DamagedKey';
}

/** The hub's key, made on the first start; readable by its owner only. */
export function loadKey(path: string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    // Whole or not at all: half a key, left by a power cut, would open nothing for ever.
    const fresh = `${path}.new`;
    writeFileSync(fresh, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
    renameSync(fresh, path);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== 32)
    throw new DamagedKey(
      `${path}: 密钥文件已损坏，应为 64 位十六进制数 / the key file is damaged, it should hold 64 hexadecimal digits`,
    );
  return key;
}
