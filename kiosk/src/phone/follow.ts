import type { Connection, Live } from '@jiaohao/shared/client/live.ts';
import { effect, type Signal } from '@preact/signals';

const POLL_MS = 5000;
const FIRST_RETRY_MS = 1500;

interface FollowOptions {
  live: Pick<Live, 'connection'>;
  connection: Signal<Connection>;
  /** Answers whether the hub was reached. */
  refresh: () => Promise<boolean>;
  /** The page, which says when it is looked at again. */
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

/**
 * Keeps the page true over whatever the phone's network lets through: the socket where it works,
 * else a question every 5 s (some carriers block websockets). The connection is lost only when
 * neither gets through.
 *
 * @returns stop
 */
export function follow({ live, connection, refresh, page }: FollowOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let everReached = false;
  let hadSocket = false;

  async function poll(): Promise<void> {
    clearTimeout(timer);
    const reached = await refresh();
    if (stopped) return;
    everReached ||= reached;
    if (live.connection.value !== 'online') connection.value = reached ? 'online' : 'lost';
    if (live.connection.value === 'online' && everReached) return;
    // Another question may have been asked meanwhile: one of them goes on asking.
    clearTimeout(timer);
    timer = setTimeout(() => void poll(), reached || everReached ? POLL_MS : FIRST_RETRY_MS);
  }

  const stopWatching = effect(() => {
    if (live.connection.value === 'online') {
      hadSocket = true;
      connection.value = 'online';
      if (everReached) clearTimeout(timer);
    } else if (live.connection.value === 'lost') {
      // Said at once, and taken back if a question still gets through: silence may last long.
      if (hadSocket) connection.value = 'lost';
      void poll();
    }
  });
  // A phone that was in a pocket has missed everything: ask as soon as it is looked at.
  const looked = () => {
    if (page.visibilityState === 'visible') void poll();
  };
  page.addEventListener('visibilitychange', looked);
  void poll();

  return () => {
    stopped = true;
    clearTimeout(timer);
    stopWatching();
    page.removeEventListener('visibilitychange', looked);
  };
}
