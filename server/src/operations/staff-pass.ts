import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

/** How long the staff's menu of a kiosk can be used before the number is asked for again. */
export const STAFF_PASS_MS = 10 * 60_000;

/** What is kept of a kiosk's number: keyed, because ten thousand guesses are few. */
export const pinHash = (secrets: Pick<Secrets, 'keyedHash'>, deviceId: string, pin: string): string =>
  secrets.keyedHash(`staff-pin\n${deviceId}\n${pin}`);

/** Opens the staff's menu of one kiosk until `until`. It says itself until when, so nothing is kept. */
export const staffPass = (secrets: Pick<Secrets, 'keyedHash'>, deviceId: string, until: number): string =>
  `${until}.${secrets.keyedHash(`staff-pass\n${deviceId}\n${until}`)}`;

export function passIsGood(
  secrets: Pick<Secrets, 'keyedHash'>,
  deviceId: string,
  pass: string | undefined,
  now: number,
): boolean {
  const until = Number(/^(\d{1,15})\./.exec(pass ?? '')?.[1] ?? Number.NaN);
  return until >= now && pass !== undefined && same(pass, staffPass(secrets, deviceId, until));
}

/** Whether two texts are the same, in the same time whether or not they are. */
export function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
