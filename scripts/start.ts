import { enableCompileCache } from 'node:module';
import { buildScreens } from './build-screens.ts';

// What was compiled once need not be again: a restart gives numbers sooner.
enableCompileCache();

/** `pnpm start`: the screens, where something changed, then the hub. */
try {
  await buildScreens({ log: (line) => process.stdout.write(`${line}\n`) });
} catch (error) {
  // A hub whose screens are yesterday's still gives numbers.
  process.stderr.write(`${(error as Error).message}\n`);
}
await import('../server/src/main.ts');
