import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildScreens } from './build-screens.ts';
import { canInstallChromium, findChromium, installChromium } from './lib/chromium.ts';
import { ROOT } from './lib/project.ts';
import { tally } from './lib/tally.ts';

/**
 * `pnpm test`: the screens are built, a browser is found, every test runs. Arguments go to vitest
 * (`pnpm test test/domain`). The last line is always `N passed, N failed`; the exit code is vitest's.
 * Writes into the project and the system's temporary folder only.
 */
async function main(): Promise<number> {
  const chromium = findChromium() ?? installed();
  if (!chromium) {
    console.error(
      'No Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.',
    );
    return 1;
  }
  try {
    await buildScreens({ log: (line) => console.log(line) });
  } catch (error) {
    console.error(`The screens do not build, so nothing was tested.\n${(error as Error).message}`);
    console.log('0 passed, 1 failed');
    return 1;
  }

  const scratch = mkdtempSync(join(tmpdir(), 'jiaohao-test-'));
  try {
    const report = join(scratch, 'report.json');
    const code = await vitest(report, { ...process.env, CHROMIUM_PATH: chromium });
    console.log(tally(report, code));
    return code;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function installed(): string | undefined {
  if (process.env.CHROMIUM_PATH || !canInstallChromium()) return undefined;
  console.log('No Chromium found: installing chromium and fonts-noto-cjk.');
  try {
    installChromium();
  } catch (error) {
    console.error(`apt-get failed: ${(error as Error).message}`);
  }
  return findChromium();
}

/** Runs vitest on this very node, whatever `node` the PATH has. Resolves with its exit code. */
function vitest(report: string, env: NodeJS.ProcessEnv): Promise<number> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [cli, 'run', ...reporters, ...process.argv.slice(2)], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
    // Ctrl-C reaches vitest by itself (one terminal); wait for it, so that the scratch folder is removed.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
  });
}

process.exitCode = await main();
