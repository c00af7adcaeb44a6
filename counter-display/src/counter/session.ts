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

  /** Whether it is still the same person: another tab may have signed out, or somebody else in. Never rejects. */
  async function recheck(): Promise<void> {
    const before = session.value;
    if (before.kind === 'unknown') return;
    try {
      const me = await api.get<WhoAmI>('/api/session');
      if (before.kind === 'signed-out' || before.me.id !== me.id) enter(me);
    } catch (error) {
      // A hub that is away says nothing about the session.
      if (before.kind !== 'signed-out' && error instanceof ApiError && isExpired(error.code)) expired();
    }
  }

  /** The hub no longer knows this session. */
  function expired(): void {
    session.value = { kind: 'signed-out', expired: true };
  }

  return {
    session,
    begin,
    recheck,
    expired,
    /** The browser's session is this person's now. */
    become: enter,
    async signIn(username: string, password: string): Promise<void> {
      await api.post('/api/session', { username, password });
      await refresh();
    },
    async changePassword(current: string, next: string): Promise<void> {
      await api.post('/api/session/password', { current, next });
      await refresh();
    },
    /** The PIN by which one takes over a counter. */
    async setReliefPin(current: string, pin: string): Promise<void> {
      enter(await api.put<WhoAmI>('/api/session/relief-pin', { current, pin }));
    },
    async signOut(): Promise<void> {
      await api.delete('/api/session').catch((error: unknown) => {
        // Over already: a session by PIN ends with its counter.
        if (!(error instanceof ApiError) || !isExpired(error.code)) throw error;
      });
      session.value = { kind: 'signed-out', expired: false };
    },
  };
}

export type SessionState = ReturnType<typeof createSession>;

/** Whether an error means that one has to sign in again. */
export const isExpired = (code: string | null): boolean =>
  code === 'not-signed-in' || code === 'session-expired';
