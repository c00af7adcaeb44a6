import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/project.ts';
import { type Figure, figure } from './figure.ts';

const LONGEST_MS = 60_000;
const LIMIT = 'bare server process';

/** From the start of the process until it answers: on an empty data folder, and on one with a day in it. */
export async function benchStarting(folder: string, dayFolder: string, rounds: number): Promise<Figure[]> {
  const empty: number[] = [];
  const full: number[] = [];
  const bare: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const fresh = join(folder, `start-${round}`);
    mkdirSync(fresh);
    empty.push(
      await untilAnswer('server/src/main.ts', { DATA_DIR: fresh, ADMIN_PASSWORD: 'bench-password' }),
    );
    full.push(await untilAnswer('server/src/main.ts', { DATA_DIR: dayFolder }));
    bare.push(await untilAnswer('test/bench/processes/bare-start.ts', {}));
  }
  return [
    figure('cold start, empty data folder', 'ms', empty, { [LIMIT]: bare }),
    figure('cold start, a day of 2,000 tickets', 'ms', full, { [LIMIT]: bare }),
  ];
}

async function untilAnswer(script: string, env: Record<string, string>): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [join(ROOT, script)], {
    env: { ...process.env, LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (performance.now() - begun < LONGEST_MS) {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}`);
      if (await answers(port)) return performance.now() - begun;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`${script} did not answer within ${LONGEST_MS} ms`);
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
