import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type {
  Board,
  CallEntry,
  CounterView,
  HallView,
  SlipUpdate,
} from '@jiaohao/shared/contract/screens.ts';
import type { ClientToServer, ServerToClient } from '@jiaohao/shared/contract/sockets.ts';
import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { Server, type Socket } from 'socket.io';
import { padView, terminalView } from '../domain/views/counter-view.ts';
import type { Presence } from './presence.ts';
import { createSpeakers } from './speakers.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** Who a socket belongs to, and so which rooms it may enter. */
export type Member =
  | {
      kind: 'device';
      deviceId: string;
      device: 'kiosk' | 'hall-screen' | 'counter-pad';
      counterId: string | null;
      /** Of a hall screen. */
      screen: { zoneId: string | null; speaks: boolean; overscan: number | null } | null;
    }
  | { kind: 'person'; personId: string; sessionHash: string; mayServe: boolean; mayWatchHall: boolean }
  | { kind: 'slip'; ticketId: string };

/** Snapshots of committed state, made when they are sent. */
export interface LiveSource {
  hello(): { build: string; now: number };
  /** `zoneId` null: of the whole hall. */
  board(zoneId: string | null): Board;
  counter(counterId: string): CounterView | null;
  hall(): HallView;
  phone(ticketId: string): Promise<PhoneView | null>;
}

export interface SocketsDeps {
  source: LiveSource;
  presence: Presence;
  /** @throws an error with a `code` when there is no such member, or the page that asks is foreign */
  authenticate(
    credentials: { token?: string; ticket?: string; cookie?: string },
    request: IncomingMessage,
  ): Promise<Member>;
  /** A kiosk began to show a ticket. */
  onShowing(deviceId: string, ticketId: string | null): void;
  /** A machine came or went, or a clerk's page stands at a counter. */
  onPresence(): void;
  onError(error: unknown): void;
  /** How long a socket may leave a ping unanswered; `PONG_WITHIN_MS` unless set. */
  pongWithinMs?: number;
}

/** With a ping each second: a lost hub or screen is noticed within 2.5 s. */
export const PONG_WITHIN_MS = 1500;

type HubSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { member: Member }>;

/** The two sides of a counter see different things of it. */
type Audience = 'terminal' | 'pad';
const roomOf = (audience: Audience, counterId: string): string => `counter:${audience}:${counterId}`;

/** Rooms by zone; without one, of the whole hall. */
const BOARDS = 'boards:';
const SCREENS = 'screens:';
const zoneIn = (room: string, kind: string): string | null => room.slice(kind.length) || null;

const BOARD_EVERY_MS = 250;
/** Boards are many times the size of a call: they let the call that changed them reach every screen first. */
const AFTER_THE_CALL_MS = 50;
const PHONE_EVERY_MS = 1000;
/** Time passes on screens too: late marks, estimates and countdowns are refreshed this often. */
const REFRESH_EVERY_MS = 10_000;

/**
 * The realtime side: sockets push snapshots, commands go over HTTP. A lost hub is noticed within 2.5 s
 * (ping each second, 1.5 s for the answer), well under the three seconds that a screen may take to say so.
 */
export function createSockets(http: HttpServer, deps: SocketsDeps) {
  const { source, presence } = deps;
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, { member: Member }>(http, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: 1000,
    pingTimeout: deps.pongWithinMs ?? PONG_WITHIN_MS,
    connectTimeout: 5000,
    maxHttpBufferSize: 32_768,
    perMessageDeflate: false,
  });

  const board = createThrottle(
    BOARD_EVERY_MS,
    () => {
      for (const room of roomsOf(BOARDS)) io.to(room).emit('board', source.board(zoneIn(room, BOARDS)));
    },
    AFTER_THE_CALL_MS,
  );
  const hall = createThrottle(BOARD_EVERY_MS, () => {
    if (hasAny('hall')) io.to('hall').emit('hall', source.hall());
  });
  const phones = createThrottle(PHONE_EVERY_MS, () => {
    for (const room of io.sockets.adapter.rooms.keys())
      if (room.startsWith('ticket:')) void pushPhone(room.slice(7));
  });
  const counters = new Map<string, Throttle>();

  const speakers = createSpeakers((socketId, speaks) => {
    const socket = io.sockets.sockets.get(socketId);
    if (!socket) return;
    const { member } = socket.data;
    const overscan = member.kind === 'device' ? (member.screen?.overscan ?? null) : null;
    socket.emit('screen', { speaks, overscan });
    deps.onPresence();
  });
  const roomsOf = (kind: string): string[] =>
    [...io.sockets.adapter.rooms.keys()].filter((room) => room.startsWith(kind));

  const hasAny = (room: string): boolean => (io.sockets.adapter.rooms.get(room)?.size ?? 0) > 0;

  function pushCounter(counterId: string): void {
    let throttle = counters.get(counterId);
    if (!throttle) {
      throttle = createThrottle(BOARD_EVERY_MS, () => {
        const view = source.counter(counterId);
        if (!view) return;
        io.to(roomOf('terminal', counterId)).emit('counter', terminalView(view));
        io.to(roomOf('pad', counterId)).emit('counter', padView(view));
      });
      counters.set(counterId, throttle);
    }
    throttle.ask();
  }

  async function pushPhone(ticketId: string): Promise<void> {
    try {
      const view = await source.phone(ticketId);
      if (view) io.to(`ticket:${ticketId}`).emit('ticket', view);
    } catch (error) {
      deps.onError(error);
    }
  }

  function changed(): void {
    board.ask();
    hall.ask();
    phones.ask();
    countersChanged();
  }

  function countersChanged(): void {
    const watched = new Set<string>();
    for (const room of io.sockets.adapter.rooms.keys()) {
      const counterId = /^counter:(?:terminal|pad):(.+)$/.exec(room)?.[1];
      if (counterId !== undefined) watched.add(counterId);
    }
    for (const counterId of watched) pushCounter(counterId);
  }

  io.use((socket, next) => {
    const { token, ticket } = socket.handshake.auth as { token?: unknown; ticket?: unknown };
    deps
      .authenticate(
        {
          token: typeof token === 'string' ? token : undefined,
          ticket: typeof ticket === 'string' ? ticket : undefined,
          cookie: socket.handshake.headers.cookie,
        },
        socket.request,
      )
      .then(
        (member) => {
          socket.data.member = member;
          next();
        },
        (error: { code?: unknown }) => {
          const code = typeof error.code === 'string' ? error.code : 'internal';
          next(Object.assign(new Error(code), { data: { code } }));
        },
      );
  });

  io.on('connection', (socket) => {
    const { member } = socket.data;
    socket.emit('hello', source.hello());
    if (member.kind === 'device') welcomeDevice(socket, member);
    else if (member.kind === 'person') welcomePerson(socket, member);
    else welcomeSlip(socket, member.ticketId);
  });

  function welcomeDevice(
    socket: HubSocket,
    { deviceId, device, counterId, screen }: Extract<Member, { kind: 'device' }>,
  ): void {
    void socket.join(`device:${deviceId}`);
    presence.join(deviceId, socket.id, device === 'counter-pad' ? counterId : null);
    deps.onPresence();
    socket.on('disconnect', () => {
      presence.leave(deviceId, socket.id);
      deps.onPresence();
    });
    if (device === 'counter-pad') {
      if (counterId !== null) watch(socket, counterId, 'pad');
      return;
    }
    const zoneId = screen?.zoneId ?? null;
    void socket.join(BOARDS + (zoneId ?? ''));
    if (screen) welcomeScreen(socket, deviceId, screen);
    socket.emit('board', source.board(zoneId));
    if (!screen) {
      let shown: string | null = null;
      socket.on('showing', (ticketId) => {
        if (ticketId !== null && typeof ticketId !== 'string') return;
        // Only what is new is answered: an answer must never lead to the same question again.
        if (ticketId === shown) return;
        shown = ticketId;
        presence.show(deviceId, ticketId);
        deps.onShowing(deviceId, ticketId);
      });
    }
  }

  function welcomeScreen(
    socket: HubSocket,
    deviceId: string,
    { zoneId, speaks, overscan }: NonNullable<Extract<Member, { kind: 'device' }>['screen']>,
  ): void {
    void socket.join(SCREENS + (zoneId ?? ''));
    const zone = zoneId ?? '';
    // Told before the first board, whose calls it would else begin to speak.
    socket.emit('screen', { speaks: speaks && speakers.join(zone, socket.id), overscan });
    socket.on('disconnect', () => speakers.leave(zone, socket.id));
    socket.on('speech', (report) => {
      if (!isSpeechReport(report) || !speaks) return;
      // Opened not to be heard: as if it were not there.
      if (report.silent) speakers.leave(zone, socket.id);
      else speakers.heard(zone, socket.id, report.sound);
      presence.report(deviceId, { ...report, zoneId, voice: speakers.isVoice(zone, socket.id) });
      // How far the voice has come is shown to clerks only.
      countersChanged();
    });
  }

  function welcomePerson(socket: HubSocket, member: Extract<Member, { kind: 'person' }>): void {
    void socket.join([`session:${member.sessionHash}`, `person:${member.personId}`]);
    if (member.mayWatchHall) {
      void socket.join('hall');
      socket.emit('hall', source.hall());
    }
    if (!member.mayServe) return;
    socket.on('watch', (counterId) => {
      if (typeof counterId !== 'string') return;
      presence.watch(socket.id, counterId, member.personId);
      watch(socket, counterId, 'terminal');
      deps.onPresence();
    });
    socket.on('disconnect', () => presence.unwatch(socket.id));
  }

  function welcomeSlip(socket: HubSocket, ticketId: string): void {
    void socket.join(`ticket:${ticketId}`);
    source.phone(ticketId).then((view) => {
      if (view) socket.emit('ticket', view);
    }, deps.onError);
  }

  /** One counter at a time: the page follows its clerk. */
  function watch(socket: HubSocket, counterId: string, audience: Audience): void {
    for (const room of socket.rooms) if (room.startsWith('counter:')) void socket.leave(room);
    const view = source.counter(counterId);
    if (!view) return;
    void socket.join(roomOf(audience, counterId));
    socket.emit('counter', audience === 'pad' ? padView(view) : terminalView(view));
  }

  const refresh = setInterval(changed, REFRESH_EVERY_MS);
  refresh.unref();

  return {
    /** Something was committed: whoever shows it is told, bursts together. */
    changed,
    /** At once, to every hall screen that `concerns` says; it is asked by the screen's zone. */
    call(entry: CallEntry, concerns: (zoneId: string | null) => boolean): void {
      const rooms = roomsOf(SCREENS).filter((room) => concerns(zoneIn(room, SCREENS)));
      if (rooms.length > 0) io.to(rooms).emit('call', entry);
    },
    /** To the kiosk that took the ticket. */
    slip(deviceId: string, update: SlipUpdate): void {
      io.to(`device:${deviceId}`).emit('slip', update);
    },
    /** To the kiosk that asked for it. */
    helpComes(deviceId: string): void {
      io.to(`device:${deviceId}`).emit('help', { at: source.hello().now });
    },
    dropDevice: (deviceId: string): void => void io.in(`device:${deviceId}`).disconnectSockets(true),
    dropSession: (sessionHash: string): void => void io.in(`session:${sessionHash}`).disconnectSockets(true),
    dropPerson: (personId: string): void => void io.in(`person:${personId}`).disconnectSockets(true),
    connections: (): number => io.engine.clientsCount,
    close(): void {
      clearInterval(refresh);
      for (const throttle of [board, hall, phones, ...counters.values()]) throttle.stop();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

function isSpeechReport(
  report: unknown,
): report is { speaking: string | null; queued: string[]; sound: boolean; silent?: boolean } {
  const { speaking, queued, sound, silent } = (report ?? {}) as Record<string, unknown>;
  return (
    (speaking === null || typeof speaking === 'string') &&
    Array.isArray(queued) &&
    queued.length <= 200 &&
    queued.every((id) => typeof id === 'string') &&
    typeof sound === 'boolean' &&
    (silent === undefined || typeof silent === 'boolean')
  );
}
