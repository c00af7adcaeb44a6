import type { ClientToServer, ServerToClient, SocketAuth } from '@jiaohao/shared/contract/sockets.ts';
import { io, type Socket } from 'socket.io-client';
import type { Caller } from '../../support/hub.ts';

/** A machine that runs three browsers beside this is slow; a hub that never tells is told apart all the same. */
const PATIENCE_MS = 20_000;

type Events = { [E in keyof ServerToClient]: Parameters<ServerToClient[E]>[0] };
export type Received = { [E in keyof Events]: Events[E][] };

/** A real socket to the hub that writes down everything it is sent. */
export interface Screen {
  socket: Socket<ServerToClient, ClientToServer>;
  received: Received;
  /** The newest of this event that `is` accepts, now or within `withinMs`. */
  sees<E extends keyof Events>(
    event: E,
    is?: (what: Events[E]) => boolean,
    withinMs?: number,
  ): Promise<Events[E]>;
  /** Why the hub refused it. */
  refusal(): Promise<string>;
  closed(withinMs?: number): Promise<string>;
  close(): void;
}

interface Options {
  auth?: SocketAuth | Record<string, unknown>;
  cookie?: string;
  /** Null: none at all, as programs that are no browser send it. */
  origin?: string | null;
}

export function openScreen(url: string, { auth = {}, cookie, origin = null }: Options = {}): Screen {
  const extraHeaders: Record<string, string> = {};
  if (cookie !== undefined) extraHeaders['cookie'] = cookie;
  if (origin !== null) extraHeaders['origin'] = origin;
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    auth: auth as Record<string, unknown>,
    extraHeaders,
    forceNew: true,
    reconnection: false,
  });
  const received: Received = {
    hello: [],
    board: [],
    call: [],
    screen: [],
    counter: [],
    hall: [],
    ticket: [],
    slip: [],
    help: [],
  };
  for (const event of Object.keys(received) as (keyof Received)[]) {
    socket.on(event, ((what: never) => void received[event].push(what)) as never);
  }
  const refused = new Promise<string>((resolve) => {
    socket.on('connect_error', (error) => {
      resolve((error as Error & { data?: { code?: string } }).data?.code ?? `no code: ${error.message}`);
    });
  });
  const gone = new Promise<string>((resolve) => {
    socket.on('disconnect', resolve);
  });

  return {
    socket,
    received,
    async sees(event, is = () => true, withinMs = PATIENCE_MS) {
      const find = () => received[event].findLast((what) => is(what as never));
      const until = performance.now() + withinMs;
      for (;;) {
        const found = find();
        if (found !== undefined) return found as never;
        if (performance.now() > until) throw new Error(`no such ${event} within ${withinMs} ms`);
        await pause(5);
      }
    },
    refusal: () => within(refused, PATIENCE_MS, 'the socket was not refused'),
    closed: (withinMs = PATIENCE_MS) => within(gone, withinMs, 'the socket was not closed'),
    close: () => void socket.disconnect(),
  };
}

/** The socket of somebody who calls over HTTP too. */
export const screenOf = (by: Caller, url: string): Screen =>
  by.token === undefined
    ? openScreen(url, { cookie: by.cookie, origin: url })
    : openScreen(url, { auth: { token: by.token } });

export const slipScreen = (url: string, ticket: string): Screen => openScreen(url, { auth: { ticket } });

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function within<T>(promise: Promise<T>, ms: number, otherwise: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
