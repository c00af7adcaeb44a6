import { createServer } from '../../../server/src/http/server.ts';
import 'better-sqlite3';
import 'socket.io';

/** The libraries that the hub cannot do without, loaded, and one route. */
const server = createServer(false);
server.get('/healthz', async () => ({ status: 'ok' }));
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit());
