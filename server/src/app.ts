import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';
import { DomainError } from './domain/errors.ts';
import { callEntry } from './domain/views/board.ts';
import { inviteFirstDevices, type PairingInvitation } from './first-devices.ts';
import { SESSION_COOKIE } from './http/access.ts';
import { hostOf, originIsOurs } from './http/origin.ts';
import { createServer, installRoutes } from './http/server.ts';
import type { App } from './http/typed.ts';
import { createAlerts } from './operations/alerts.ts';
import { createDirectory } from './operations/directory.ts';
import { type Clock, systemClock } from './operations/hub-clock.ts';
import { createPrincipals } from './operations/principal.ts';
import { createPrintRoom } from './operations/print-room.ts';
import { createSecrets, loadKey } from './operations/secrets.ts';
import { createSnapshots } from './operations/snapshots.ts';
import { type Committed, createOperations, type Operations } from './operations.ts';
import type { SpoolerTimes } from './printing/spooler-options.ts';
import { createPresence } from './realtime/presence.ts';
import { createSockets, type Member } from './realtime/sockets.ts';
import { createReports } from './reports/reports.ts';
import { type Seeded, seedHall } from './seed.ts';
import type { Store } from './store/port.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Synthesiser } from './voice/synthesiser.ts';
import { createVoice } from './voice/voice.ts';

/** What a test may hand in instead of the real thing. */
export interface HubPorts {
  clock?: Clock;
  logger?: FastifyServerOptions['logger'];
  synthesiser?: Synthesiser;
  printTimes?: Partial<SpoolerTimes>;
  /** Opens the store in another way, to make it fail. */
  openStore?: typeof openSqliteStore;
  /** Folder that holds each app's `dist`. */
  screensRoot?: string;
}

export interface RunningHub {
  server: App;
  operations: Operations;
  store: Store;
  /** Set where this start filled an empty data folder. */
  seeded: Seeded | null;
  /** Fresh pairing codes for the devices that wait for theirs. */
  inviteFirstDevices(): Promise<PairingInvitation[]>;
  close(): Promise<void>;
}

const HALL = 'main';
const REPOSITORY = join(import.meta.dirname, '../..');

/** Puts the hub together; it listens when the caller says so. Reads as a table of contents. */
export async function buildHub(config: Config, ports: HubPorts = {}): Promise<RunningHub> {
  const { clock = systemClock, screensRoot = REPOSITORY, openStore = openSqliteStore } = ports;
  mkdirSync(config.dataDir, { recursive: true });
  const databasePath = join(config.dataDir, 'jiaohao.db');
  const server = createServer(ports.logger ?? { level: config.logLevel });
  const { log } = server;
  const onError = (error: unknown) => log.error({ err: error }, 'something failed beside a request');

  const store = openStore(databasePath, HALL);
  const seeded = await seedHall(store, config.seeds, clock.now());
  const secrets = createSecrets(loadKey(join(config.dataDir, 'hub.key')));
  const operations = await createOperations({ store, clock, onError });
  const directory = await createDirectory(store);
  const alerts = await createAlerts(store, operations.now);
  const presence = createPresence();
  const voice = createVoice({ dataDir: config.dataDir, log, synthesiser: ports.synthesiser });
  const reports = createReports({
    databasePath,
    hall: HALL,
    timeZone: operations.settings().hall.timeZone,
    log,
  });
  const seen = (what: Parameters<Parameters<typeof createPrincipals>[0]['seen']>[0]) =>
    void operations.write(async () => ({ writes: [what], answer: null })).catch(onError);
  const principals = createPrincipals({ store, secrets, directory, now: operations.now, seen });

  const printRoom = await createPrintRoom({
    store,
    operations,
    presence,
    secrets,
    publicUrl: config.publicUrl,
    log,
    times: ports.printTimes,
    onSlip: (deviceId, ticketId, print) => sockets.slip(deviceId, { ticketId, print }),
    onHealth(printerId, health) {
      const reason =
        health.state === 'trouble' ? health.reason : health.state === 'near-end' ? 'near-end' : null;
      if (alerts.trouble('printer-trouble', printerId, reason === null ? null : { printerId, reason }))
        sockets.changed();
    },
  });
  const printerOf = (deviceId: string | null) =>
    printRoom.printerFor(deviceId === null ? null : (directory.device(deviceId)?.printerId ?? null));

  const snapshots = createSnapshots({
    operations,
    directory,
    presence,
    build: buildOf(screensRoot),
    audio: (number, counter) => voice.urls(number, counter, operations.settings().version),
    printOf: printRoom.printOf,
    troubleOf(deviceId) {
      const printerId = directory.device(deviceId)?.kind === 'kiosk' ? printerOf(deviceId) : undefined;
      const health = printerId === undefined ? undefined : printRoom.health(printerId);
      return health?.state === 'trouble' ? health.reason : null;
    },
    alerts: alerts.all,
  });

  const sockets = createSockets(server.server, {
    presence,
    authenticate: memberOf,
    onShowing: (deviceId, ticketId) => {
      if (ticketId === null) return;
      // A kiosk that lost the hub while its slip printed has missed the news.
      sockets.slip(deviceId, { ticketId, print: printRoom.printOf(ticketId) });
      printRoom.shown(ticketId).catch(onError);
    },
    onPresence: () => sockets.changed(),
    onError,
    source: {
      hello: () => ({ build: snapshots.build, now: operations.now() }),
      board: snapshots.board,
      counter: snapshots.counter,
      hall: snapshots.hall,
      async phone(ticketId) {
        const found = await operations.findTicket(ticketId);
        return found && snapshots.phone(found.day, found.ticket);
      },
    },
  });

  async function memberOf(
    { token, ticket, cookie }: { token?: string; ticket?: string; cookie?: string },
    request: IncomingMessage,
  ): Promise<Member> {
    const { origin } = request.headers;
    if (origin !== undefined && !originIsOurs(origin, hostOf(request), config.publicUrl)) {
      throw new DomainError('foreign-origin');
    }
    if (ticket !== undefined) {
      const place = await store.ticketByToken(secrets.hash(ticket));
      if (!place) throw new DomainError('unknown-ticket');
      return { kind: 'slip', ticketId: place.ticketId };
    }
    if (token !== undefined) {
      const principal = await principals.ofBearer(token);
      if (principal.kind !== 'device') throw new DomainError('not-signed-in');
      const { id, kind, counterId } = principal.device;
      return { kind: 'device', deviceId: id, device: kind, counterId };
    }
    // Browsers name the origin of a socket: one that brings only a cookie must come from our own pages.
    if (cookie !== undefined && origin === undefined) throw new DomainError('foreign-origin');
    const principal = await principals.ofCookie(server.parseCookie(cookie ?? '')[SESSION_COOKIE]);
    if (principal.kind !== 'person') throw new DomainError('not-signed-in');
    if (principal.person.mustChange) throw new DomainError('password-change-needed');
    const { id, role } = principal.person;
    return {
      kind: 'person',
      personId: id,
      sessionHash: principal.sessionHash,
      mayServe: role !== 'manager',
      mayWatchHall: role !== 'clerk',
    };
  }

  // Commit, then tell.
  operations.onCommitted(directory.follow);
  operations.onCommitted(alerts.follow);
  operations.onCommitted((committed) => {
    for (const entry of callsIn(committed)) sockets.call(entry);
    sockets.changed();
  });

  function callsIn({ envelopes }: Committed) {
    const { rules, version } = operations.settings();
    const { today } = operations.hall();
    const ids = envelopes.flatMap(({ event }) =>
      event.type === 'turn-called' || event.type === 'turn-recalled' ? [event.data.callId] : [],
    );
    const calls = today.calls.filter((call) => ids.includes(call.callId));
    return calls.map((call) => {
      const entry = callEntry(today, call, (number, counter) => voice.urls(number, counter, version));
      voice.prepare(entry.number, entry.counter, rules.voice);
      return entry;
    });
  }

  await installRoutes(server, {
    config,
    operations,
    store,
    secrets,
    principals,
    directory,
    presence,
    snapshots,
    reports,
    voice,
    printing: { ...printRoom, printerFor: printerOf },
    sockets,
    alerts: alerts.all,
    screensRoot,
  });
  // Sockets first: a server does not close while they are open.
  server.addHook('preClose', async () => sockets.close());
  server.addHook('onReady', async () => printRoom.start());
  server.addHook('onClose', async () => {
    await printRoom.stop();
    await operations.stop();
    voice.close();
    await reports.close();
    await store.close();
  });

  return {
    server,
    operations,
    store,
    seeded,
    inviteFirstDevices: () => inviteFirstDevices(store, operations, secrets),
    close: async () => void (await server.close()),
  };
}

/** Names what the screens were built from: a page whose hub has another build reloads itself. */
function buildOf(screensRoot: string): string {
  const hash = createHash('sha256');
  for (const app of ['kiosk', 'counter-display', 'hall-screen', 'manager']) {
    const path = join(screensRoot, app, 'dist/build.json');
    hash.update(existsSync(path) ? readFileSync(path) : app);
  }
  return hash.digest('base64url').slice(0, 12);
}
