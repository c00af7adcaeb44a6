import { networkInterfaces } from 'node:os';
import { buildHub } from './app.ts';
import { readConfig } from './config.ts';
import { startFailure } from './start-failure.ts';
import { printWelcome } from './welcome.ts';

/** The only file that touches the process: environment, signals, exit codes. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const hub = await buildHub(config);
  await hub.server.listen({ port: config.port, host: config.host });
  await printWelcome(hub, config, networkInterfaces(), (line) => process.stdout.write(`${line}\n`));

  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      hub.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
