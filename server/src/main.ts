import { networkInterfaces } from 'node:os';
import { buildHub } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { HallFileError } from './seed.ts';
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
  // An installer reads this: what is wrong and where, not a stack.
  const known =
    error instanceof ConfigError || error instanceof HallFileError || error.name === 'BadPrinterUrl';
  if (known) process.stderr.write(`${error.message}\n`);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    process.stderr.write(
      '端口已被占用，请用 PORT 换一个。 The port is in use: choose another one with PORT.\n',
    );
  } else process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
