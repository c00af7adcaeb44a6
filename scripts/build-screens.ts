import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/project.ts';
import { APPS, type App } from './lib/screens.ts';
import { stampOf } from './lib/stamp.ts';

export interface BuildOptions {
  /** Build even what is current. */
  force?: boolean;
  log?: (line: string) => void;
}

/**
 * Builds the screens into `<app>/dist`, each with a `build.json` `{build}` that names what it was
 * built from. An app whose `dist` is current is left alone, so a second start is quick and needs
 * no network; Vite is not even loaded then.
 *
 * @throws Error when a source does not compile, after the other apps are built; the `dist` that was there stays.
 */
export async function buildScreens({ force = false, log = () => {} }: BuildOptions = {}): Promise<void> {
  const failures: string[] = [];
  for (const app of APPS) {
    const stamp = stampOf(app);
    if (!force && builtFrom(app) === stamp) continue;
    try {
      await buildApp(app, stamp, log);
    } catch (error) {
      failures.push(`${app}: ${(error as Error).message}`);
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

function builtFrom(app: App): string | undefined {
  const file = join(ROOT, app, 'dist/build.json');
  if (!existsSync(file)) return undefined;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { build?: string }).build;
  } catch {
    // Half-written by a build that was cut off: as good as none.
    return undefined;
  }
}

async function buildApp(app: App, stamp: string, log: (line: string) => void): Promise<void> {
  const { entriesOf, screenConfig } = await import('./lib/screen-config.ts');
  const { found, missing } = entriesOf(app);
  if (missing.length > 0) log(`${app}: no ${missing.join(', ')} yet, left out`);
  if (found.length === 0) return;

  const begun = performance.now();
  const { build } = await import('vite');
  // Inside node_modules: ignored by git, and on the same disk, so that the finished build moves in as one.
  const scratch = join(ROOT, app, `node_modules/.screens-${process.pid}`);
  try {
    await build(screenConfig(app, join(scratch, 'new')));
    writeFileSync(join(scratch, 'new/build.json'), `${JSON.stringify({ build: stamp })}\n`);
    moveIn(scratch, join(ROOT, app, 'dist'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  log(`${app}: built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/**
 * A hub that serves `dist` meanwhile meets the old build or the new one, never half of each. Where
 * another process builds at the same time, the first to finish wins; both built the same sources.
 */
function moveIn(scratch: string, dist: string): void {
  try {
    if (existsSync(dist)) renameSync(dist, join(scratch, 'old'));
    renameSync(join(scratch, 'new'), dist);
  } catch (error) {
    if (!existsSync(join(dist, 'build.json'))) throw error;
  }
}

if (import.meta.main) {
  try {
    await buildScreens({ force: process.argv.includes('--force'), log: (line) => console.log(line) });
  } catch (error) {
    console.error(`The screens do not build.\n${(error as Error).message}`);
    process.exitCode = 1;
  }
}
