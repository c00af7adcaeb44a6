import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { knownLanguages } from '@jiaohao/shared/i18n/language.ts';
import { LANGUAGES_FOLDER, readLanguages } from '@jiaohao/shared/i18n/read-languages.ts';
import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';
import { dayOfCounter } from './domain/hall.ts';
import { counterOf } from './domain/state.ts';
import { isInZone, zoneOf } from './domain/zones.ts';
import { inviteFirstDevices, type PairingInvitation } from './first-devices.ts';
import { SESSION_COOKIE } from './http/access.ts';
import { createMembership } from './http/membership.ts';
import { createServer, installRoutes } from './http/server.ts';
import type { App } from './http/typed.ts';
import { createAbsences } from './operations/absence.ts';
import { createAddresses } from './operations/addresses.ts';
import { createAlerts } from './operations/alerts.ts';
import { callsIn } from './operations/announced.ts';
import { createAppointmentDesk } from './operations/appointment-desk.ts';
import { buildOf } from './operations/build-id.ts';
import { createDirectory } from './operations/directory.ts';
import { createHolders } from './operations/holders.ts';
import { type Clock, systemClock } from './operations/hub-clock.ts';
import type { PasswordCost } from './operations/passwords.ts';
import { createPrincipals } from './operations/principal.ts';
import { createPrintRoom } from './operations/print-room.ts';
import { createReasonLists } from './operations/reason-lists.ts';
import { createReportRoom } from './operations/report-room.ts';
import { createSecrets, loadKey } from './operations/secrets.ts';
import { createSnapshots } from './operations/snapshots.ts';
import { ANNOUNCEMENTS, createTextsAtHand, HANDOVER_NOTES, inLanguages } from './operations/texts-at-hand.ts';
import { createOperations, type Operations } from './operations.ts';
import type { SpoolerTimes } from './printing/spooler-options.ts';
import { createPresence } from './realtime/presence.ts';
import { createSockets } from './realtime/sockets.ts';
import { type Seeded, seedHall } from './seed.ts';
import type { Store } from './store/port.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import { spokenLanguages } from './voice/announcement.ts';
import { prepareWhenCalm } from './voice/prepare-when-calm.ts';
import type { Synthesiser } from './voice/synthesiser.ts';
import { createVoice } from './voice/voice.ts';

/** What a test may hand in instead of the real thing. */
export interface HubPorts {
  clock?: Clock;
  logger?: FastifyServerOptions['logger'];
  synthesiser?: Synthesiser;
  printTimes?: Partial<SpoolerTimes>;
  /** Of the first admin's password: tests need not pay for it at every start. */
  passwordCost?: PasswordCost;
  /** How long a socket may leave a ping unanswered. */
  pongWithinMs?: number;
  /** Opens the store in another way, to make it fail. */
  openStore?: typeof openSqliteStore;
  /** Folder that holds each app's `dist`. */
  screensRoot?: string;
  /** Folder of the languages beside the two built in. */
  languages?: URL;
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
/** How often it is looked for clerks who have vanished. */
const LOOK_EVERY_MS = 5000;
const REPOSITORY = join(import.meta.dirname, '../..');

/** Puts the hub together; it listens when the caller says so. Reads as a table of contents. */
export async function buildHub(config: Config, ports: HubPorts = {}): Promise<RunningHub> {
  const { clock = systemClock, screensRoot = REPOSITORY, openStore = openSqliteStore } = ports;
  const { languages = LANGUAGES_FOLDER } = ports;
  mkdirSync(config.dataDir, { recursive: true });
  const databasePath = join(config.dataDir, 'jiaohao.db');
  const server = createServer(ports.logger ?? { level: config.logLevel });
  const { log } = server;
  const onError = (error: unknown) => log.error({ err: error }, 'something failed beside a request');

  for (const problem of (await readLanguages(languages)).problems) log.warn({ problem }, 'a language file');
  const store = openStore(databasePath, HALL);
  const seeded = await seedHall(store, config.seeds, clock.now(), ports.passwordCost);
  const secrets = createSecrets(loadKey(join(config.dataDir, 'hub.key')));
  const operations = await createOperations({ store, clock, onError });
  for (const language of operations.settings().hall.languages)
    if (!knownLanguages().includes(language))
      log.warn({ language }, 'the hall speaks a language without texts');
  const directory = await createDirectory(store);
  const alerts = await createAlerts(store, operations.now);
  const handoverTexts = await createTextsAtHand(store, operations.hall, HANDOVER_NOTES);
  const announcementTexts = await createTextsAtHand(store, operations.hall, ANNOUNCEMENTS);
  const presence = createPresence();
  const voice = createVoice({ dataDir: config.dataDir, log, synthesiser: ports.synthesiser });
  const clips = prepareWhenCalm(voice);
  const reports = createReportRoom({
    databasePath,
    hall: HALL,
    operations,
    languages: languages.href,
    log,
  });
  const seen = (what: Parameters<Parameters<typeof createPrincipals>[0]['seen']>[0]) =>
    void operations.write(async () => ({ writes: [what], answer: null })).catch(onError);
  const principals = createPrincipals({
    store,
    secrets,
    directory,
    now: operations.now,
    holds: (personId, counterId) =>
      counterOf(dayOfCounter(operations.hall(), counterId), counterId).open?.clerkId === personId,
    seen,
  });

  const appointmentDesk = createAppointmentDesk({ store, operations, secrets });
  const printRoom = await createPrintRoom({
    store,
    operations,
    presence,
    secrets,
    publicUrl: config.publicUrl,
    appointmentCode: appointmentDesk.codeOnPaper,
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
  const namedPrinter = (deviceId: string | null) =>
    deviceId === null ? null : (directory.device(deviceId)?.printerId ?? null);
  const printerOf = (deviceId: string | null) => printRoom.printerFor(namedPrinter(deviceId));

  const snapshots = createSnapshots({
    operations,
    directory,
    presence,
    build: buildOf(screensRoot),
    audio: (number, counter) => voice.urls(number, counter, operations.settings().version),
    question: () => voice.questionUrls(operations.settings().version),
    speaks: () => (voice.available() ? spokenLanguages() : []),
    printOf: printRoom.printOf,
    noteText: handoverTexts.textOf,
    wordsOf: inLanguages(announcementTexts.textOf),
    announcedAudio: voice.announcementUrls,
    troubleOf(deviceId) {
      const printerId = directory.device(deviceId)?.kind === 'kiosk' ? printerOf(deviceId) : undefined;
      const health = printerId === undefined ? undefined : printRoom.health(printerId);
      return health?.state === 'trouble' ? health.reason : null;
    },
    alerts: alerts.all,
  });

  const sockets = createSockets(server.server, {
    presence,
    authenticate: createMembership({
      store,
      secrets,
      principals,
      publicUrl: config.publicUrl,
      cookieOf: (header) => server.parseCookie(header)[SESSION_COOKIE],
    }),
    onShowing: (deviceId, ticketId) => {
      if (ticketId === null) return;
      // A kiosk that lost the hub while its slip printed has missed the news.
      sockets.slip(deviceId, { ticketId, print: printRoom.printOf(ticketId) });
      printRoom.shown(ticketId).catch(onError);
    },
    onPresence: () => {
      // Who is back is missed no longer.
      absences.check();
      sockets.changed();
    },
    onError,
    pongWithinMs: ports.pongWithinMs,
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

  const absences = createAbsences({
    hall: operations.hall,
    settings: operations.settings,
    now: operations.now,
    isWatched: presence.isWatched,
    trouble: (counterId, details) => alerts.trouble('clerk-absent', counterId, details),
  });
  const looking = setInterval(() => {
    if (absences.check()) sockets.changed();
  }, LOOK_EVERY_MS);
  looking.unref();

  // Commit, then tell.
  operations.onCommitted(directory.follow);
  operations.onCommitted(alerts.follow);
  operations.onCommitted(handoverTexts.follow);
  operations.onCommitted(announcementTexts.follow);
  operations.onCommitted((committed) => {
    absences.follow(committed);
    absences.check();
    for (const { entry, counterId } of callsIn(committed, operations, voice)) {
      sockets.call(entry, (zoneId) => isInZone(zoneOf(operations.settings(), zoneId), counterId));
      clips.prepare(entry.number, entry.counter, operations.settings().rules.voice);
    }
    sockets.changed();
  });

  await installRoutes(server, {
    config,
    operations,
    store,
    secrets,
    principals,
    directory,
    addresses: createAddresses(operations.now),
    reasonLists: createReasonLists(store, operations.settings),
    presence,
    snapshots,
    reports,
    appointmentDesk,
    voice,
    holders: await createHolders({ dataDir: config.dataDir, store, operations }),
    printing: {
      ...printRoom,
      printerFor: printerOf,
      printerAt: (counterId) =>
        printRoom.printerFor(operations.settings().counterById.get(counterId)?.printerId ?? null),
      ownPrinterOf: (deviceId) => printRoom.ownPrinter(namedPrinter(deviceId)),
    },
    sockets,
    alerts: alerts.all,
    screensRoot,
  });
  // Sockets first: a server does not close while they are open.
  server.addHook('preClose', async () => sockets.close());
  server.addHook('onReady', async () => printRoom.start());
  server.addHook('onClose', async () => {
    clearInterval(looking);
    await printRoom.stop();
    await operations.stop();
    clips.stop();
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
