import { randomUUID } from 'node:crypto';
import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { AppointmentBook } from './domain/appointments/book.ts';
import type { AppointmentEvent } from './domain/appointments/event.ts';
import type { Command } from './domain/command.ts';
import { decide } from './domain/decide.ts';
import { nextDueAt } from './domain/due.ts';
import { DomainError } from './domain/errors.ts';
import {
  type Actor,
  type DayEvent,
  dayStream,
  type Envelope,
  SETTINGS_STREAM,
  type SettingsEvent,
} from './domain/event.ts';
import { evolve } from './domain/evolve.ts';
import type { Hall } from './domain/hall.ts';
import { addDays } from './domain/service-day.ts';
import { indexSettings, type Settings } from './domain/settings.ts';
import type { DayState, Ticket } from './domain/state.ts';
import { ANSWERS_KEPT_MS, createAnswers, type RequestKey } from './operations/answers.ts';
import { createAppointmentBooks } from './operations/appointment-books.ts';
import { type AppointmentStep, bookSteps, closeBooks } from './operations/appointment-steps.ts';
import { type Batch, type Cause, createBatch } from './operations/batch.ts';
import { dayAfter, rollDays } from './operations/day-roll.ts';
import { createDays } from './operations/days.ts';
import { createHeartbeat, lastSeen } from './operations/heartbeat.ts';
import { type Clock, createHubClock, type Suspicion } from './operations/hub-clock.ts';
import { outageAlert } from './operations/outage-alert.ts';
import { routeCommand } from './operations/route-command.ts';
import { createWriter } from './operations/writer.ts';
import type { PrintJobRow, Store, Write } from './store/port.ts';

/** What a command decided on, for the one who answers it: the draft that is about to be committed. */
export interface Decided {
  hall: Hall;
  settings: Settings;
  now: number;
  /** This command's own events. */
  events: readonly DayEvent[];
}

export interface ExecuteOptions<T> {
  key?: RequestKey;
  /** Names the ticket that the command is about, when its day may be over. */
  ticketId?: string;
  /** The answer, made from the draft. Plain JSON without secrets: it is kept for a request that comes again. */
  answer(decided: Decided): T;
  /** Slips that leave with the same commit. */
  printJobs?(decided: Decided): PrintJobRow[];
  writes?: readonly Write[];
  /**
   * Completes the command with what only the writer's queue knows: the day it falls in, and what those
   * before it in the same commit are about to write. Its writes leave with the command's events.
   */
  inQueue?(at: { today: string; pending: readonly Write[] }): { command: Command; writes: readonly Write[] };
}

/** What was committed, for those who tell others: boards, printers, voice. */
export interface Committed {
  envelopes: readonly Envelope<DayEvent>[];
  settingsChanged: boolean;
  printJobs: readonly PrintJobRow[];
  writes: readonly Write[];
}

/** What is written beside the journal, and what is answered when it has been. */
export interface SideWork<T> {
  writes?: readonly Write[];
  printJobs?: readonly PrintJobRow[];
  answer: T;
}

/** What a command about appointments decided on. */
export interface Appointed extends Omit<Decided, 'events'> {
  events: readonly AppointmentEvent[];
  /** The draft of a day's appointments. */
  book(date: string): AppointmentBook;
}

export interface AppointOptions<T> extends Omit<ExecuteOptions<T>, 'answer' | 'printJobs' | 'ticketId'> {
  answer(appointed: Appointed): T;
  printJobs?(appointed: Appointed): PrintJobRow[];
}

interface OperationsDeps {
  store: Store;
  clock: Clock;
  /** How often overdue things are looked for, ms. */
  tickMs?: number;
  onError(error: unknown): void;
}

/** Ended days kept at hand for phones that still show a ticket of theirs. */
const DAYS_KEPT = 4;
/** Slips are work, not history: a week later nobody prints them any more. */
const SLIPS_KEPT_DAYS = 7;
const TICK_MS = 1000;

/**
 * The one shell around the domain: load → decide → commit → publish. Readers see committed state only.
 * @throws when the store holds no settings: a hall is seeded before it is opened
 */
export async function createOperations({ store, clock, tickMs = TICK_MS, onError }: OperationsDeps) {
  const hubClock = createHubClock(clock, await store.lastEventAt());
  for (const alert of await store.openAlerts()) {
    if (alert.kind === 'clock-jump') hubClock.distrust(Number(alert.details.offByMs ?? 0));
  }
  const heartbeat = createHeartbeat(store, hubClock.now, onError);
  const days = createDays(store);
  const books = createAppointmentBooks(store);
  const answers = createAnswers(store);
  const listeners: ((committed: Committed) => void)[] = [];
  let settings = await loadSettings(store);
  let version = hubClock.now();
  /** The doubt about the clock that managers have been told of. */
  let reported: Suspicion | null = null;
  let prunedAt = hubClock.now();
  /** How long the hub was away, until the journal knows. A clock that is not believed does not tell. */
  let away = hubClock.suspicion() ? null : await lastSeen(store);

  for (const date of await store.unfinishedDays()) await days.load(date);
  // The day in which the hub stopped may not have been ended yet: the first tick sees to it.
  const opening = (await store.latestDay()) ?? dayAfter(null, settings, hubClock.now()).date;
  await days.load(opening);
  days.begin(opening);
  await books.begin(opening);

  const drop = () => {
    days.drop();
    books.drop();
  };
  const writer = createWriter({ answers, newBatch, commit, drop, reload, onError });
  const timer = setInterval(() => {
    if (isDue()) tick().catch((error) => onError(error));
    void heartbeat.beatIfDue();
  }, tickMs);
  timer.unref();

  /** Decides a command on the draft of one day and folds what it decided. */
  function step(batch: Batch, day: DayState, command: Command, cause: Cause): DayEvent[] {
    const seqBefore = day.seq;
    const events = decide(day, { id: cause.commandId, by: cause.by, command }, settings, batch.at);
    for (const event of events) {
      const envelope = batch.envelope(dayStream(day.date), seqBefore, cause, event);
      evolve(day, envelope);
      batch.add(day, envelope);
    }
    return events;
  }

  async function newBatch(): Promise<Batch> {
    const now = hubClock.now();
    const batch = createBatch(store.hall, now, settings.version);
    const suspicion = hubClock.suspicion();
    batch.suspicion = suspicion;
    if (suspicion && suspicion !== reported) {
      const known = (await store.openAlerts()).some((alert) => alert.kind === 'clock-jump');
      if (known) reported = suspicion;
      else {
        const alert = { id: randomUUID(), kind: 'clock-jump', details: { ...suspicion }, raisedAt: now };
        batch.writes.push({ kind: 'raise-alert', alert });
      }
    }
    // A jump of the clock never ends a day.
    if (!suspicion) {
      const cause: Cause = { by: { kind: 'hub' }, commandId: randomUUID() };
      const gone: DayEvent[] = [];
      const tellAway = (): void => {
        if (away === null) return;
        const command = { type: 'record-outage', outageId: randomUUID(), ...away, to: now } as const;
        gone.push(...step(batch, days.draft().today, command, cause));
      };
      // Before the day ends that it may have ended in, and again for what was missed of the one that is on.
      tellAway();
      const started = await rollDays(days, settings, now, (day, command) => step(batch, day, command, cause));
      if (started) {
        tellAway();
        batch.writes.push({ kind: 'forget-slips', before: addDays(started, -SLIPS_KEPT_DAYS) });
        batch.writes.push({ kind: 'forget-holders', before: started });
        batch.writes.push({ kind: 'erase-personal', before: started });
        await books.begin(started);
        await closeBooks({ store, books, settings, batch, today: started, cause });
      }
      batch.writes.push(...outageAlert(gone, now));
      // What fell due meanwhile comes before whatever is asked now.
      const { today } = days.draft();
      if (nextDueAt(today) <= now) step(batch, today, { type: 'tick' }, cause);
    }
    if (now - prunedAt > 3600_000) {
      prunedAt = now;
      batch.writes.push({ kind: 'forget-answered', before: now - ANSWERS_KEPT_MS });
    }
    return batch;
  }

  const isDue = (): boolean => {
    const now = hubClock.now();
    const suspicion = hubClock.suspicion();
    if (suspicion) return suspicion !== reported;
    const { today } = days.committed();
    return !today.started || now >= today.endsAt || now >= nextDueAt(today);
  };

  async function commit(batch: Batch): Promise<void> {
    await store.commit(batch.commit(days.draftDay));
    // The journal knows: told once, however often a start breaks.
    if (!batch.suspicion) away = null;
    days.accept(batch.envelopes);
    books.accept(batch.appointments);
    days.prune(DAYS_KEPT);
    // What this batch saw, not what the clock says by now: a jump since then is yet to be reported.
    if (batch.suspicion) reported = batch.suspicion;
    const changed = batch.newSettings();
    if (changed) settings = indexSettings(changed.version, changed.document);
    version += 1;
    const { envelopes, printJobs, writes } = batch;
    tell({ envelopes, settingsChanged: changed !== null, printJobs, writes });
  }

  function tell(committed: Committed): void {
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        onError(error);
      }
    }
  }

  async function reload(): Promise<void> {
    settings = await loadSettings(store);
    await Promise.all([days.reload(), books.reload()]);
  }

  /** Decides, commits, answers. Rejects with DomainError (nothing changed) or StoreUnavailable (nothing changed). */
  function execute<T>(by: Actor, command: Command, options: ExecuteOptions<T>): Promise<T> {
    let ticketDay: string | undefined;
    return writer.submit<T>({
      key: options.key,
      prepare: async () => {
        if (command.type === 'issue' && hubClock.suspicion()) throw new DomainError('issuing-held');
        if (options.ticketId === undefined) return;
        const place = await store.ticketById(options.ticketId);
        ticketDay = place?.serviceDay;
        if (ticketDay !== undefined) await days.load(ticketDay);
      },
      decide(batch) {
        const mark = batch.envelopes.length;
        const cause: Cause = { by, commandId: randomUUID() };
        const events: DayEvent[] = [];
        try {
          const today = days.draft().today.date;
          const whole = options.inQueue?.({ today, pending: batch.writes }) ?? { command, writes: [] };
          for (const { date, command: each } of routeCommand(
            days.draft(),
            whole.command,
            ticketDay,
            days.draftDays(),
          )) {
            events.push(...step(batch, days.draftDay(date), each, cause));
          }
          const decided: Decided = { hall: days.draft(), settings, now: batch.at, events };
          batch.printJobs.push(...(options.printJobs?.(decided) ?? []));
          if (events.length > 0) batch.writes.push(...(options.writes ?? []), ...whole.writes);
          return options.answer(decided);
        } catch (error) {
          // A refusal of the first step has touched nothing; anything else may have.
          const untouched = error instanceof DomainError && batch.envelopes.length === mark;
          if (!untouched) days.rewind(batch.envelopes.slice(0, mark));
          throw error;
        }
      },
    });
  }

  /**
   * The same for appointments: the steps are decided in order, each on the book of its day, and stand in
   * one append; a check-in takes its number in the same one.
   */
  function appoint<T>(by: Actor, steps: readonly AppointmentStep[], options: AppointOptions<T>): Promise<T> {
    return writer.submit<T>({
      key: options.key,
      prepare: async () => {
        const checksIn = steps.some(({ command }) => command.type === 'check-in');
        if (checksIn && hubClock.suspicion()) throw new DomainError('issuing-held');
        for (const { date } of steps) await books.load(date);
      },
      decide(batch) {
        const mark = batch.mark();
        const cause: Cause = { by, commandId: randomUUID() };
        try {
          const { today } = days.draft();
          const events = bookSteps({ books, settings, batch, cause }, steps, (date, command) => {
            if (date !== today.date) throw new DomainError('appointment-early');
            return step(batch, today, command, cause);
          });
          const appointed: Appointed = {
            hall: days.draft(),
            settings,
            now: batch.at,
            events,
            book: books.draft,
          };
          batch.printJobs.push(...(options.printJobs?.(appointed) ?? []));
          if (options.writes && events.length > 0) batch.writes.push(...options.writes);
          return options.answer(appointed);
        } catch (error) {
          // The writer forgets what this one added to the batch; here the drafts do. A refusal that came
          // first has touched neither.
          const added =
            batch.envelopes.length - mark.envelopes + batch.appointments.length - mark.appointments;
          if (added > 0 || !(error instanceof DomainError)) {
            days.rewind(batch.envelopes.slice(0, mark.envelopes));
            books.rewind(batch.appointments.slice(0, mark.appointments));
          }
          throw error;
        }
      },
    });
  }

  /** Writes beside the journal (people, devices, sessions, alerts, papers that are no ticket's) in the same queue, so that checks hold. */
  function write<T>(work: (now: number) => Promise<SideWork<T>>, key?: RequestKey): Promise<T> {
    let prepared: SideWork<T>;
    return writer.submit<T>({
      key,
      alone: true,
      prepare: async () => {
        prepared = await work(hubClock.now());
      },
      decide(batch) {
        batch.writes.push(...(prepared.writes ?? []));
        batch.printJobs.push(...(prepared.printJobs ?? []));
        return prepared.answer;
      },
    });
  }

  function tick(): Promise<unknown> {
    return writer.submit({ decide: () => null });
  }

  /**
   * Puts another version of the settings in force.
   * @throws DomainError `stale-settings` when somebody changed them since `expectedVersion`
   */
  async function changeSettings(by: Actor, expectedVersion: number, document: HallSettings): Promise<number> {
    return writer.submit<number>({
      alone: true,
      decide(batch) {
        if (settings.version !== expectedVersion) throw new DomainError('stale-settings');
        const version = expectedVersion + 1;
        const cause = { by, commandId: randomUUID() };
        batch.changeSettings(cause, { type: 'settings-changed', data: { version, document } });
        return version;
      },
    });
  }

  await tick();
  await heartbeat.beat();

  return {
    execute,
    appoint,
    write,
    changeSettings,
    hall: (): Hall => days.committed(),
    /** The appointments of the day that is on, as committed. */
    appointmentsToday: books.today,
    /** The appointments of a service day, as committed. */
    async appointments(date: string): Promise<AppointmentBook> {
      await books.load(date);
      return books.committed(date);
    },
    settings: (): Settings => settings,
    now: hubClock.now,
    /** Grows with every commit: what a snapshot's `version` is. */
    version: () => version,
    issuing: () => hubClock.suspicion() === null,
    clockSuspicion: hubClock.suspicion,
    /** A manager says that the machine's clock is right: issuing goes on. */
    confirmClock(): void {
      hubClock.confirm();
      version += 1;
      // Screens learn at once that numbers are given again.
      tell({ envelopes: [], settingsChanged: false, printJobs: [], writes: [] });
    },
    /** A ticket and the day it stands in, however old. */
    async findTicket(ticketId: string): Promise<{ day: DayState; ticket: Ticket } | null> {
      const place = await store.ticketById(ticketId);
      if (!place) return null;
      await days.load(place.serviceDay);
      const day = days.committedDay(place.serviceDay);
      const ticket = day?.tickets.get(ticketId);
      return day && ticket ? { day, ticket } : null;
    },
    onCommitted(listener: (committed: Committed) => void): void {
      listeners.push(listener);
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await writer.stop();
      await heartbeat.stop();
    },
  };
}

export type Operations = Awaited<ReturnType<typeof createOperations>>;

async function loadSettings(store: Store): Promise<Settings> {
  const events = (await store.readStream(SETTINGS_STREAM)) as Envelope<SettingsEvent>[];
  const latest = events[events.length - 1];
  if (!latest) throw new Error('this hall has no settings yet');
  return indexSettings(latest.event.data.version, latest.event.data.document);
}
