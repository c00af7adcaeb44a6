import { buildHub } from '../../../server/src/app.ts';
import { serve } from './serve.ts';

/** The hub, as `server/src/main.ts` runs it, on the data folder that it is told. */
const [dataDir = '', adminPassword = '', hallFile] = process.argv.slice(2);
const hub = await buildHub({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  logLevel: 'error',
  publicUrl: undefined,
  seeds: { adminPassword, printerUrl: 'virtual:', hallFile },
});
const url = await hub.server.listen({ port: 0, host: '127.0.0.1' });
serve({ url }, async () => ({}), hub.close);
