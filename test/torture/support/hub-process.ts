import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));

/** The hub as it runs in a hall: a process of its own, started from `main.ts`. */
export interface HubProcess {
  readonly url: string;
  /** Resolves when it answers. @throws when it ends before that, with what it said */
  start(): Promise<void>;
  /** As the power does: no farewell. */
  kill(): Promise<void>;
  /** As an installer does. */
  stop(): Promise<void>;
}

export function hubProcess(port: number, env: Record<string, string>): HubProcess {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let said = '';

  async function answers(): Promise<boolean> {
    return fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  return {
    url,
    async start() {
      said = '';
      const started = spawn(process.execPath, [MAIN], {
        env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (bytes: Buffer) => {
          said += bytes.toString();
        });
      }
      while (!(await answers())) {
        if (started.exitCode !== null) throw new Error(`the hub ended by itself: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
