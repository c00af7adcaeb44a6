import { io, type Socket } from 'socket.io-client';
import { serve } from './serve.ts';

export interface TerminalsQuestion {
  url: string;
  /** One page each: who is signed in, and the counter it stands at. */
  pages: { cookie: string; counterId: string }[];
}

/** Clerks' pages that get a snapshot after each move, as in a hall at work. */
let sockets: Socket[] = [];

async function watch({ url, pages }: TerminalsQuestion): Promise<{ watching: number }> {
  sockets = pages.map(({ cookie, counterId }) => {
    const socket = io(url, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin: url },
      forceNew: true,
    });
    socket.on('connect', () => socket.emit('watch', counterId));
    return socket;
  });
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          socket.once('counter', () => resolve());
          socket.once('connect_error', reject);
        }),
    ),
  );
  return { watching: sockets.length };
}

serve({}, watch, async () => {
  for (const socket of sockets) socket.disconnect();
});
