import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/**
 * A TCP printer for tests: answers `DLE EOT n` and `GS r 1` as a real one does in each state, and
 * keeps the bytes of every slip it was sent.
 */
export type PrinterMode =
  | 'ok'
  | 'paper-near-end'
  | 'paper-out'
  | 'cover-open'
  | 'offline'
  | 'cutter-error'
  /** Fine until the slip comes, then the roll ends half way. */
  | 'paper-out-mid-job'
  /** Accepts and reads, never answers. */
  | 'silent'
  /** Accepts, never reads. */
  | 'stalled'
  /** Nothing listens. */
  | 'refuses'
  | 'resets-at-connect'
  /** Answers status, resets at the slip's first bytes. */
  | 'resets-mid-job'
  /** Answers that it is done only after `slowMs`. */
  | 'slow';

export interface PrinterStandIn {
  url: string;
  port: number;
  /** Slips that arrived, as bytes, without the questions around them. */
  jobs: Buffer[];
  connections(): number;
  /** Changes the state at once: `ok` after `paper-out` is a changed roll. */
  set(mode: PrinterMode): Promise<void>;
  close(): Promise<void>;
}

/** Replies to DLE EOT 1..4; 0x12 are the fixed bits. */
const REPLIES: Partial<Record<PrinterMode, readonly number[]>> = {
  'paper-near-end': [0x12, 0x12, 0x12, 0x1e],
  'paper-out': [0x1a, 0x32, 0x12, 0x72],
  'cover-open': [0x1a, 0x16, 0x12, 0x12],
  offline: [0x1a, 0x12, 0x12, 0x12],
  'cutter-error': [0x1a, 0x52, 0x1a, 0x12],
};
const FINE = [0x12, 0x12, 0x12, 0x12];

export async function startPrinterStandIn(
  first: PrinterMode = 'ok',
  { slowMs = 300 }: { slowMs?: number } = {},
): Promise<PrinterStandIn> {
  let mode = first;
  let midJobOut = false;
  let connections = 0;
  const jobs: Buffer[] = [];
  const sockets = new Set<Socket>();

  const serve = (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined); // resets are part of the play
    socket.on('close', () => sockets.delete(socket));
    if (mode === 'resets-at-connect') return void socket.resetAndDestroy();
    if (mode === 'stalled') return void socket.pause();
    let slip: number[] = [];
    let held: number[] = [];
    const keep = () => {
      if (slip.length > 0) jobs.push(Buffer.from(slip));
      slip = [];
    };
    const answer = (byte: number) => {
      if (mode !== 'silent' && socket.writable) socket.write(Uint8Array.of(byte));
    };
    socket.on('data', (bytes) => {
      const stream = [...held, ...bytes];
      held = [];
      for (let at = 0; at < stream.length; at += 1) {
        const [a, b, c] = stream.slice(at, at + 3);
        if ((a === 0x10 || a === 0x1d) && c === undefined) {
          held = stream.slice(at);
          return;
        }
        if (a === 0x10 && b === 0x04) {
          const now = midJobOut ? 'paper-out' : mode;
          answer((REPLIES[now] ?? FINE)[(c ?? 1) - 1] ?? 0x12);
          at += 2;
        } else if (a === 0x1d && b === 0x72 && c === 0x01) {
          keep();
          at += 2;
          if (mode === 'slow') setTimeout(answer, slowMs, 0);
          else if (!midJobOut) answer(mode === 'paper-near-end' ? 0x03 : 0x00);
        } else {
          if (mode === 'resets-mid-job') return void socket.resetAndDestroy();
          if (mode === 'paper-out-mid-job') midJobOut = true;
          slip.push(a ?? 0);
        }
      }
    });
    socket.on('end', () => {
      slip.push(...held);
      keep();
    });
  };

  let server: Server | undefined;
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const opened = createServer(serve);
      server = opened;
      opened.on('error', reject);
      opened.listen(port, '127.0.0.1', () => resolve((opened.address() as AddressInfo).port));
    });
  const unlisten = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      if (!server) return resolve();
      server.close(() => resolve());
      server = undefined;
    });

  const port = await listen(0);
  if (first === 'refuses') await unlisten();
  return {
    url: `tcp://127.0.0.1:${port}`,
    port,
    jobs,
    connections: () => connections,
    async set(next) {
      midJobOut = false;
      mode = next;
      if (next === 'refuses') await unlisten();
      else if (!server) await listen(port);
    },
    close: unlisten,
  };
}
