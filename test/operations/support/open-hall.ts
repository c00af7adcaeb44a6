import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { Command } from '../../../server/src/domain/command.ts';
import type { Actor, DayEvent, Envelope } from '../../../server/src/domain/event.ts';
import { dayOfCounter } from '../../../server/src/domain/hall.ts';
import { counterOf } from '../../../server/src/domain/state.ts';
import type { RequestKey } from '../../../server/src/operations/answers.ts';
import { createOperations, type Operations } from '../../../server/src/operations.ts';
import type { Commit, Store } from '../../../server/src/store/port.ts';
import { openSqliteStore } from '../../../server/src/store/sqlite-store.ts';
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts';
import { NINE } from '../../support/given.ts';
import { clerk, KIOSK } from '../../support/given-steps.ts';
import { clerkOf, hallDocument } from '../../support/hall.ts';

/** Operations on a real database with the test hall in it (test/support/hall.ts) and a clock that the test moves. */
export interface OpenHall {
  readonly operations: Operations;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly path: string;
  /** What went wrong beside a request. */
  readonly errors: unknown[];
  /** Commits since the hall was opened, failed ones too. */
  readonly commits: Commit[];
  run(command: Command, by?: Actor, key?: RequestKey): Promise<DayEvent[]>;
  issue(serviceId: string): Promise<{ ticketId: string; turnId: string; number: string }>;
  open(counterId: string): Promise<DayEvent[]>;
  callNext(counterId: string, finish?: boolean): Promise<DayEvent[]>;
  finish(counterId: string): Promise<DayEvent[]>;
  /** What the hub's timer does: nothing, at the time that it is. */
  tick(): Promise<unknown>;
  /** The number in hand at a counter, whichever day it stands in; null where there is none. */
  inHand(counterId: string): string | null;
  journal(date: string): Promise<Envelope<DayEvent>[]>;
  /** The hub goes and comes back on the same file, `offMs` later. */
  restart(offMs?: number): Promise<void>;
  /** The same without a farewell: what is on the disk is what was committed. */
  kill(offMs?: number): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  at?: number;
  edit?(document: HallSettings): void;
  /** Puts something between the hub and its store. */
  wrap?(store: Store): Store;
}

export async function openHall({
  at = NINE,
  edit,
  wrap = (store) => store,
}: Options = {}): Promise<OpenHall> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-hall-'));
  const path = join(folder, 'hall.db');
  const errors: unknown[] = [];
  const commits: Commit[] = [];
  const clock = fakeClock(at);
  let dead = false;
  let store = openSqliteStore(path, 'main');
  await seed(store, at, edit);
  let operations = await start();

  async function start(): Promise<Operations> {
    const counted: Store = {
      ...store,
      commit: async (commit) => {
        // A dead hub writes nothing.
        if (dead) return;
        commits.push(commit);
        return store.commit(commit);
      },
    };
    return createOperations({
      store: wrap(counted),
      clock,
      tickMs: 2 ** 30, // the test ticks
      onError: (error) => errors.push(error),
    });
  }

  async function stop(): Promise<void> {
    await operations.stop();
    await store.close();
  }

  async function comeBack(offMs: number): Promise<void> {
    await stop();
    dead = false;
    clock.pass(offMs);
    store = openSqliteStore(path, 'main');
    operations = await start();
  }

  const run = (command: Command, by: Actor = KIOSK, key?: RequestKey) =>
    operations.execute<DayEvent[]>(by, command, { key, answer: ({ events }) => [...events] });
  const at1 = (counterId: string) => clerk(clerkOf(counterId));

  return {
    get operations() {
      return operations;
    },
    get store() {
      return store;
    },
    clock,
    path,
    errors,
    commits,
    run,
    async issue(serviceId) {
      const ids = { ticketId: randomUUID(), turnId: randomUUID(), tokenHash: randomUUID() };
      const [event] = await run({
        type: 'issue',
        ...ids,
        serviceId,
        priority: null,
        language: 'en',
        origin: 'kiosk',
      });
      if (event?.type !== 'ticket-issued') throw new Error('an issue gives a ticket');
      return { ...ids, number: event.data.number };
    },
    open: (counterId) =>
      run({ type: 'open-counter', counterId, clerkId: clerkOf(counterId) }, at1(counterId)),
    callNext: (counterId, finish = false) =>
      run(
        {
          type: 'call-next',
          counterId,
          callId: randomUUID(),
          finish: finish ? { outcome: 'done', asked: true } : undefined,
        },
        at1(counterId),
      ),
    finish: (counterId) => run({ type: 'finish', counterId, outcome: 'done', asked: true }, at1(counterId)),
    tick: () => operations.write(async () => ({ writes: [], answer: null })),
    inHand(counterId) {
      const day = dayOfCounter(operations.hall(), counterId);
      const turnId = counterOf(day, counterId).open?.turnId;
      const turn = turnId == null ? undefined : day.turns.get(turnId);
      return (turn && day.tickets.get(turn.ticketId)?.number) ?? null;
    },
    journal: async (date) => (await store.readStream(`day:${date}`)) as Envelope<DayEvent>[],
    restart: (offMs = 0) => comeBack(offMs),
    async kill(offMs = 0) {
      dead = true;
      await comeBack(offMs);
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function seed(store: Store, at: number, edit: Options['edit']): Promise<void> {
  const document = hallDocument();
  edit?.(document);
  await store.commit({
    appends: [
      {
        stream: 'settings',
        expectedSeq: 0,
        events: [
          {
            id: randomUUID(),
            hall: store.hall,
            stream: 'settings',
            seq: 1,
            version: 1,
            occurredAt: at,
            by: { kind: 'hub' },
            commandId: randomUUID(),
            settingsVersion: 1,
            event: { type: 'settings-changed', data: { version: 1, document } },
          },
        ],
      },
    ],
  });
}
