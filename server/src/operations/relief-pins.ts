import { hashPassword, type PasswordCost, verifyPassword } from './passwords.ts';
import type { Secrets } from './secrets.ts';

type Hasher = Pick<Secrets, 'keyedHash'>;

/**
 * A PIN is so short that a slow hash alone would not keep it: ten thousand guesses are an afternoon. It is keyed
 * with the hub's key first, which is in no backup of the database.
 */
const keyed = (secrets: Hasher, personId: string, pin: string): string =>
  secrets.keyedHash(`relief-pin\n${personId}\n${pin}`);

export const hashReliefPin = (
  secrets: Hasher,
  personId: string,
  pin: string,
  cost?: PasswordCost,
): Promise<string> => hashPassword(keyed(secrets, personId, pin), cost);

export const verifyReliefPin = (
  secrets: Hasher,
  personId: string,
  pin: string,
  hash: string,
): Promise<boolean> => verifyPassword(keyed(secrets, personId, pin), hash);

/** What is tried first: one digit, digits in a row (0 stands after 9 too), a piece that repeats, one's own number. */
export function isWeakPin(pin: string, staffNumber: string | null): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] as number) + 10) % 10);
  const sameStep = steps.every((step) => step === steps[0]);
  const isRun = sameStep && [0, 1, 9].includes(steps[0] as number);
  const repeats = /^(\d{2,3})\1+$/.test(pin);
  return isRun || repeats || pin === staffNumber?.replace(/\D/g, '');
}
