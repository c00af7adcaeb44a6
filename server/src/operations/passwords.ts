import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt, 32 MiB a guess (OWASP's N = 2^15, r = 8, p = 3 or more memory for less p). */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const MAX_MEMORY = 64 * 2 ** 20;
export type PasswordCost = typeof COST;
const LENGTH = 32;
export const SHORTEST_PASSWORD = 8;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, LENGTH, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$N$r$p$salt$key`, so that the cost can grow later. */
export async function hashPassword(password: string, cost: PasswordCost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { ...cost, maxmem: MAX_MEMORY });
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether this is the password. Takes as long for a person who is not there (`hash` null). */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? '').split('$');
  if (!salt || !key) {
    await derive(password, Buffer.alloc(16), { ...COST, maxmem: MAX_MEMORY });
    return false;
  }
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: MAX_MEMORY };
  return timingSafeEqual(
    await derive(password, Buffer.from(salt, 'base64'), options),
    Buffer.from(key, 'base64'),
  );
}
