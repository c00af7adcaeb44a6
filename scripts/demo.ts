import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildHub } from '../server/src/app.ts';
import { readConfig } from '../server/src/config.ts';
import { printWelcome } from '../server/src/welcome.ts';
import { buildScreens } from './build-screens.ts';
import { openDemoHall } from './demo/hall.ts';
import { createLife } from './demo/life.ts';
import { signIn } from './lib/hub-caller.ts';

const USAGE = `pnpm demo [--speed 15] [--seed 1]

Runs the sample hall with simulated customers and clerks; one counter is left free for you.
--speed  how many times faster than in a real hall people come and are served
--seed   the same seed, the same customers and clerks

PORT, HOST, PUBLIC_URL, HALL_FILE and PRINTER_URL as for pnpm start. The data folder is thrown away at
the end, unless DATA_DIR names one; then ADMIN_PASSWORD must be that hall's.`;

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function demo({ speed, seed }: { speed: number; seed: number }): Promise<void> {
  const own = process.env['DATA_DIR'] === undefined;
  const dataDir = process.env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'jiaohao-demo-'));
  const adminPassword = process.env['ADMIN_PASSWORD'] ?? randomBytes(6).toString('hex');
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...process.env,
    DATA_DIR: dataDir,
    ADMIN_PASSWORD: adminPassword,
  });
  const life = createLife(speed, (line) => print(`demo: ${line}`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, life.end);

  try {
    await buildScreens({ log: print });
    const hub = await buildHub(config);
    try {
      await hub.server.listen({ port: config.port, host: config.host });
      await printWelcome(hub, config, networkInterfaces(), print);
      const address = hub.server.server.address() as { port: number };
      const url = `http://127.0.0.1:${address.port}`;
      const { caller: admin } = await signIn(url, 'admin', adminPassword);
      const hall = await openDemoHall(url, admin, life, seed);
      const { number } = hall.freeCounter;
      print(
        `  演示进行中，速度 ×${speed}。${number} 号窗口留给您：登录 ${hall.username}，密码 ${hall.password}`,
      );
      print(
        `  The demo runs at ${speed} ×. Counter ${number} is yours: sign in as ${hall.username}, password ${hall.password}`,
      );
      print(`  管理员 · Administrator: admin, ${adminPassword}`);
      print('  按 Ctrl-C 结束 · Ctrl-C ends it');
      await hall.done;
    } finally {
      life.end();
      await hub.close();
    }
  } finally {
    if (own) rmSync(dataDir, { recursive: true, force: true });
  }
}

function options(): { speed: number; seed: number } {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    options: {
      speed: { type: 'string', default: '15' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const speed = Number(values.speed);
  const seed = Number(values.seed);
  if (values.help) throw new Error(USAGE);
  if (!(speed >= 0.1 && speed <= 200))
    throw new Error(`--speed is "${values.speed}": a number from 0.1 to 200`);
  if (!Number.isInteger(seed)) throw new Error(`--seed is "${values.seed}": a whole number`);
  return { speed, seed };
}

try {
  await demo(options());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
