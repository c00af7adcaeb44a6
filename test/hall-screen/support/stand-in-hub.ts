import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';
import type { ClientToServer, ServerToClient } from '@jiaohao/shared/contract/sockets.ts';
import { Server } from 'socket.io';
import { wavOf } from '../../support/wav-of.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const TOKEN = 'token-of-this-screen';

export type SpeechReport = Parameters<ClientToServer['speech']>[0];

export interface StandInHub {
  port: number;
  /** What the screen said of its voice, oldest first. */
  reports: SpeechReport[];
  /** Addresses of the clips that were fetched with the screen's token. */
  clips: string[];
  call(number: string, counter: number, more?: Partial<CallEntry>): CallEntry;
  show(changes: Partial<Board>): void;
  /** Whether this screen is the one of its zone that speaks. */
  order(speaks: boolean): void;
  close(): Promise<void>;
}

/** What a hall screen needs of a hub: its page, a board, calls, clips of 0.1 s; as quick as tests want it. */
export async function standInHub(pages: string, port = 0, calls: CallEntry[] = []): Promise<StandInHub> {
  const reports: SpeechReport[] = [];
  const clips: string[] = [];
  let shown: Partial<Board> = {};
  let lastId = Date.now();
  let known = calls;

  const http = createServer((request, response) => answer(request, response));
  const io = new Server<ClientToServer, ServerToClient>(http, {
    transports: ['websocket'],
    pingInterval: 1000,
    pingTimeout: 1500,
  });
  const board = (): Board => ({ ...emptyBoard(), calls: known, ...shown, now: Date.now() });
  io.on('connection', (socket) => {
    if (socket.handshake.auth['token'] !== TOKEN) return void socket.disconnect(true);
    socket.on('speech', (report) => reports.push(report));
    socket.emit('hello', { build: 'one', now: Date.now() });
    socket.emit('board', board());
  });

  function answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(url, 'http://hub');
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; connect-src 'self' ws:; img-src 'self' data:",
    );
    if (pathname.startsWith('/api/voice/')) {
      if (headers.authorization === `Bearer ${TOKEN}`) clips.push(pathname);
      else response.statusCode = 401;
      response.end(wavOf(2205));
      return;
    }
    const file = pathname === '/hall' ? 'hall.html' : pathname.replace('/app/hall-screen/', '');
    try {
      const body = readFileSync(join(pages, file));
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  }

  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    port: (http.address() as AddressInfo).port,
    reports,
    clips,
    call(number, counter, more = {}) {
      const audio = {
        zh: `/api/voice/zh/${number}/${counter}.wav`,
        en: `/api/voice/en/${number}/${counter}.wav`,
      };
      const id = `call-${++lastId}`;
      const entry = { id, turnId: number, number, counter, at: Date.now(), recall: false, audio, ...more };
      known = [entry, ...known.filter((call) => call.number !== number)].slice(0, 12);
      io.emit('call', entry);
      io.emit('board', board());
      return entry;
    },
    show(changes) {
      shown = changes;
      io.emit('board', board());
    },
    order(speaks) {
      io.emit('screen', { speaks, overscan: null });
    },
    async close() {
      await io.close();
    },
  };
}

/** What the browser of a paired screen keeps: its token. */
export const pairedWith = (origin: string) => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: 'jiaohao.hall-screen.token', value: TOKEN }] }],
});

function emptyBoard(): Board {
  return {
    build: 'one',
    now: 0,
    version: 1,
    hallName: { 'zh-CN': '云溪镇便民服务中心', en: 'Yunxi Public Service Centre' },
    languages: ['zh-CN', 'en'],
    timeZone: 'Asia/Shanghai',
    complaintPhone: '12345',
    issuing: true,
    calls: [],
    waiting: [],
    counters: [],
    missed: [],
    missedRule: { 'zh-CN': '请告知工作人员', en: 'Tell any clerk' },
    notices: [{ 'zh-CN': '请留意叫号屏', en: 'Watch the screen' }],
    voice: {
      order: [
        { language: 'zh-CN', times: 1 },
        { language: 'en', times: 1 },
      ],
      volume: 1,
    },
  };
}
