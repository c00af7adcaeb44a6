import { type Signal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient, SocketAuth } from '../contract/sockets.ts';
import { sync } from './hub-clock.ts';

/** 'lost' is said to people; 'connecting' (the first seconds of a page) is not. */
export type Connection = 'connecting' | 'online' | 'lost';

export interface Live {
  connection: Signal<Connection>;
  /** Why the hub refused this socket (`device-revoked`, `session-expired`, …), or null. */
  refused: Signal<string | null>;
  socket: Socket<ServerToClient, ClientToServer>;
  stop(): void;
}

/** How long a page that was never online stays 'connecting' before it says 'lost'. */
const FIRST_PATIENCE_MS = 2500;

/**
 * One socket to the hub that comes back by itself, for years. The hub pings each second and the
 * client gives up after 2.5 s of silence, so a lost hub is seen within 3 s; it tries again at least
 * every second, so a hub that returns is seen within 3 s too.
 *
 * When the hub's build changes the page reloads itself (see `reloadWhen` to hold that back while
 * someone is in the middle of something).
 */
export function connectLive(
  auth: () => SocketAuth,
  { reloadWhen = () => true }: { reloadWhen?: () => boolean } = {},
): Live {
  const connection = signal<Connection>('connecting');
  const refused = signal<string | null>(null);
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket'],
    auth: (give) => give(auth()),
    reconnectionDelay: 250,
    reconnectionDelayMax: 1000,
    randomizationFactor: 0.3,
    timeout: 2000,
  });
  let stopped = false;
  const reconnectIn = (ms: number) =>
    setTimeout(() => {
      if (!stopped) socket.connect();
    }, ms);
  const impatience = setTimeout(() => {
    if (connection.value === 'connecting') connection.value = 'lost';
  }, FIRST_PATIENCE_MS);

  let build: string | undefined;
  let reloadTimer: ReturnType<typeof setInterval> | undefined;
  socket.on('hello', (hello) => {
    sync(hello.now);
    build ??= hello.build;
    if (hello.build === build || reloadTimer !== undefined) return;
    reloadTimer = setInterval(() => {
      if (reloadWhen()) location.reload();
    }, 1000);
  });
  socket.on('connect', () => {
    refused.value = null;
    connection.value = 'online';
  });
  socket.on('disconnect', (reason) => {
    connection.value = 'lost';
    // The hub closed this socket on purpose (device revoked, signed out): socket.io does not come back by itself.
    if (reason === 'io server disconnect') reconnectIn(1000);
  });
  socket.on('connect_error', (error) => {
    const code = (error as Error & { data?: { code?: string } }).data?.code;
    if (code === undefined) return;
    refused.value = code;
    // A refusal by the hub also ends socket.io's own retries.
    reconnectIn(3000);
  });

  return {
    connection,
    refused,
    socket,
    stop() {
      stopped = true;
      clearTimeout(impatience);
      clearInterval(reloadTimer);
      socket.disconnect();
    },
  };
}
