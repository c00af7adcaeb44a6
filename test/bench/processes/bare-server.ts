import { Server } from 'socket.io';
import { createServer } from '../../../server/src/http/server.ts';
import { serve } from './serve.ts';

/**
 * What the hub cannot be faster than: the same Fastify and the same socket.io with nothing behind them.
 * `POST /constant` answers as many bytes as an issued ticket has; `POST /broadcast` sends every screen
 * the bytes of a call, then answers.
 */
const [bytes = '0', call = '{}'] = process.argv.slice(2);
const constant = { filler: 'x'.repeat(Math.max(0, Number(bytes) - '{"filler":""}'.length)) };
const entry = JSON.parse(call) as unknown;

const server = createServer(false);
const io = new Server(server.server, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
});
io.on('connection', (socket) => void socket.join('screens'));
server.post('/constant', async (_request, reply) => reply.code(201).send(constant));
server.post('/broadcast', async () => {
  io.to('screens').emit('call', entry);
  return {};
});
const url = await server.listen({ port: 0, host: '127.0.0.1' });
serve(
  { url },
  async () => ({}),
  async () => {
    io.disconnectSockets(true);
    io.engine.close();
    await server.close();
  },
);
