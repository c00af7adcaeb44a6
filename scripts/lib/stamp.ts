import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.ts';
import type { App } from './screens.ts';

const NOT_SOURCES = new Set(['node_modules', 'dist']);

function* filesUnder(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (NOT_SOURCES.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/**
 * A hash of all that decides what an app's build looks like: its sources, what it shares, the
 * locked dependencies and the way it is built. Equal hash, equal build.
 */
export function stampOf(app: App): string {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(join(ROOT, app)),
    ...filesUnder(join(ROOT, 'shared/src')),
    ...filesUnder(join(ROOT, 'shared/public')),
    join(ROOT, 'pnpm-lock.yaml'),
    join(ROOT, 'scripts/lib/screen-config.ts'),
    join(ROOT, 'scripts/lib/screens.ts'),
  ];
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(ROOT.length)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
