import { type Api, ApiError, createApi } from '@jiaohao/shared/client/api.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { signal } from '@preact/signals';
import { language } from './language.ts';

/** Who sits here. `unknown` until the hub has answered once. */
export type Session =
  | { kind: 'unknown' }
  | { kind: 'signed-out'; expired: boolean }
  | { kind: 'must-change-password'; me: WhoAmI }
  | { kind: 'signed-in'; me: WhoAmI };

export const session = signal<Session>({ kind: 'unknown' });

const RETRY_MS = 1500;
const ENDED: readonly string[] = ['not-signed-in', 'session-expired'];

const plain = createApi({ language: () => language.value });
/** A year's report may take the hub its whole time limit (15 s). */
const patient = createApi({ language: () => language.value, timeoutMs: 20_000 });

/** What the hub refused something with: a session that has ended leads back to the sign-in page. */
export function heedRefusal(code: string): void {
  if (ENDED.includes(code) && session.value.kind !== 'signed-out') {
    session.value = { kind: 'signed-out', expired: true };
  }
}

function watching<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    if (error instanceof ApiError) heedRefusal(error.code);
    throw error;
  });
}

/** The hub, spoken to as the person signed in here. Rejects with `ApiError` only. */
export const hub: Api = {
  get: (path) => watching(plain.get(path)),
  post: (path, body, options) => watching(plain.post(path, body, options)),
  put: (path, body) => watching(plain.put(path, body)),
  delete: (path) => watching(plain.delete(path)),
};

/** A report of the hub. Rejects with `ApiError` only. */
export const getReport = <T>(path: string): Promise<T> => watching(patient.get<T>(path));

function enter(me: WhoAmI): void {
  session.value = { kind: me.mustChangePassword ? 'must-change-password' : 'signed-in', me };
}

/** Finds out who is signed in, for as long as it takes the hub to answer. Never rejects. */
export async function begin(): Promise<void> {
  try {
    enter(await plain.get<WhoAmI>('/api/session'));
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'unreachable' && error.status < 500) {
      session.value = { kind: 'signed-out', expired: false };
    } else setTimeout(() => void begin(), RETRY_MS);
  }
}

export async function signIn(username: string, password: string): Promise<void> {
  await plain.post('/api/session', { username, password });
  enter(await plain.get<WhoAmI>('/api/session'));
}

export async function changePassword(current: string, next: string): Promise<void> {
  await plain.post('/api/session/password', { current, next });
  enter(await plain.get<WhoAmI>('/api/session'));
}

export async function signOut(): Promise<void> {
  await plain.delete('/api/session');
  session.value = { kind: 'signed-out', expired: false };
}
