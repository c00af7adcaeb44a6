import { type Api, ApiError } from '@jiaohao/shared/client/api.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { signal } from '@preact/signals';

/** Who sits here. `unknown` until the hub has answered once. */
export type Session =
  | { kind: 'unknown' }
  | { kind: 'signed-out'; expired: boolean }
  | { kind: 'must-change-password'; me: WhoAmI }
  | { kind: 'signed-in'; me: WhoAmI };

const RETRY_MS = 1500;

/** A clerk's cookie session. Its functions reject with `ApiError`, apart from those that say otherwise. */
export function createSession(api: Api) {
  const session = signal<Session>({ kind: 'unknown' });

  const enter = (me: WhoAmI) => {
    session.value = { kind: me.mustChangePassword ? 'must-change-password' : 'signed-in', me };
  };

  const refresh = async (): Promise<void> => enter(await api.get<WhoAmI>('/api/session'));

  /** Finds out who is signed in, for as long as it takes the hub to answer. Never rejects. */
  async function begin(): Promise<void> {
    try {
      await refresh();
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'unreachable' && error.status < 500) {
        session.value = { kind: 'signed-out', expired: false };
      } else setTimeout(() => void begin(), RETRY_MS);
    }
  }

  return {
    session,
    begin,
    async signIn(username: string, password: string): Promise<void> {
      await api.post('/api/session', { username, password });
      await refresh();
    },
    async changePassword(current: string, next: string): Promise<void> {
      await api.post('/api/session/password', { current, next });
      await refresh();
    },
    async signOut(): Promise<void> {
      await api.delete('/api/session');
      session.value = { kind: 'signed-out', expired: false };
    },
    /** The hub no longer knows this session. */
    expired(): void {
      session.value = { kind: 'signed-out', expired: true };
    },
  };
}

export type SessionState = ReturnType<typeof createSession>;

/** Whether an error means that one has to sign in again. */
export const isExpired = (code: string | null): boolean =>
  code === 'not-signed-in' || code === 'session-expired';
