import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names what the screens were built from: a page whose hub has another build reloads itself. */
export function buildOf(screensRoot: string): string {
  const hash = createHash('sha256');
  for (const app of ['kiosk', 'counter-display', 'hall-screen', 'manager']) {
    const path = join(screensRoot, app, 'dist/build.json');
    hash.update(existsSync(path) ? readFileSync(path) : app);
  }
  return hash.digest('base64url').slice(0, 12);
}
