import { io, type Socket } from 'socket.io-client';
import { Client } from 'undici';
import { serve } from './serve.ts';

export type ScreensQuestion =
  | { do: 'connect'; url: string; screens: number; token: string }
  | { do: 'call'; path: string; headers: Record<string, string>; body: unknown }
  | { do: 'leave' };

/** Ms from the POST until the last screen had the call; 0 for the others. */
export interface ScreensAnswer {
  lastMs: number;
}

/** Hall screens, and the one who calls: the same clock sees the POST leave and the last screen told. */
let sockets: Socket[] = [];
let client: Client | undefined;

async function answer(question: ScreensQuestion): Promise<ScreensAnswer> {
  if (question.do === 'connect') await connect(question);
  else if (question.do === 'call') return { lastMs: await call(question) };
  else await leave();
  return { lastMs: 0 };
}

async function connect({ url, screens, token }: Extract<ScreensQuestion, { do: 'connect' }>): Promise<void> {
  client = new Client(url);
  sockets = Array.from({ length: screens }, () =>
    io(url, { transports: ['websocket'], auth: { token }, forceNew: true, reconnectionDelayMax: 500 }),
  );
  await allConnected();
}

/** A machine under strain loses a screen now and then; as in a hall, it comes back before it counts. */
async function allConnected(): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!sockets.every((socket) => socket.connected)) {
    if (performance.now() > giveUpAt) throw new Error('not every screen could connect within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function call({ path, headers, body }: Extract<ScreensQuestion, { do: 'call' }>): Promise<number> {
  if (!client) throw new Error('no screens are connected');
  await allConnected();
  let left = sockets.length;
  const told = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${left} screens were not told within 10 s`)), 10_000);
    for (const socket of sockets) {
      socket.once('call', () => {
        left -= 1;
        if (left > 0) return;
        clearTimeout(late);
        resolve(performance.now());
      });
    }
  });
  const begun = performance.now();
  const answered = await client.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answered.body.text();
  if (answered.statusCode !== 200) throw new Error(`${path} answered ${answered.statusCode} ${text}`);
  return (await told) - begun;
}

async function leave(): Promise<void> {
  for (const socket of sockets) socket.disconnect();
  await client?.close();
  sockets = [];
}

serve({}, answer, leave);
