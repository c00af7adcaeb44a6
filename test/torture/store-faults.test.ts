import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/src/store/sqlite-open.ts';
import { createSqliteStore } from '../../server/src/store/sqlite-store.ts';
import { addPerson, type Caller, pairDevice, signIn, startHub, type TestHub } from '../support/hub.ts';
import { checkHub, readModels, readRows } from '../support/journal.ts';

const COUNTER = 'counter-1';
type ErrorAnswer = { error: { code: string; message: string } };

describe('a hub whose database fails', () => {
  let hub: TestHub;
  let kiosk: Caller;
  let clerk: Caller;
  /** The hub's own connection, for faults that no other process can cause. */
  let own: Database.Database;
  /** Somebody else at the same file: a backup, a scanner, a person with a tool. */
  let other: Database.Database;
  const path = () => join(hub.dataDir, 'jiaohao.db');

  beforeAll(async () => {
    hub = await startHub({
      openStore(file, hall) {
        own = openDatabase(file);
        return createSqliteStore(own, hall);
      },
    });
    const admin = await signIn(hub);
    kiosk = await pairDevice(hub, admin, 'kiosk');
    clerk = await addPerson(hub, admin, 'li');
    await clerk.post(`/api/counters/${COUNTER}/open`);
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    other = new Database(path());
  });
  afterEach(async () => {
    other.close();
    await clerk.post(`/api/counters/${COUNTER}/finish`, { outcome: 'done' });
    checkHub(path(), hub.operations.hall());
  });

  const issue = (headers?: Record<string, string>) =>
    kiosk.post<{ ticket: { number: string } } & ErrorAnswer>(
      '/api/tickets',
      { serviceId: 'social-card' },
      headers,
    );
  const callNext = () => clerk.post<ErrorAnswer>(`/api/counters/${COUNTER}/call-next`, {});
  /** All that the file holds of tickets and what became of them. */
  const kept = () => ({ models: readModels(path()), journal: readRows(path(), 'SELECT * FROM journal') });

  /** Everybody is told in plain words, nothing has happened, and everybody still sees what was before. */
  async function expectNothingDone(
    work: () => Promise<{ status: number; body: ErrorAnswer; headers: Headers }[]>,
  ) {
    const before = kept();
    const seen = structuredClone(hub.operations.hall());
    for (const { status, body, headers } of await work()) {
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('2');
      expect(body.error.code).toBe('store-unavailable');
      expect(body.error.message).toMatch(/\p{Script=Han}/u);
      expect(JSON.stringify(body)).not.toMatch(/sqlite|database|disk|\.db|stack/i);
    }
    expect(kept()).toEqual(before);
    expect(hub.operations.hall()).toEqual(seen);
  }

  /** Where all is well again nobody has to start anything anew, and the numbers go on. */
  async function expectRecovery(): Promise<void> {
    const expected = nextNumber();
    const next = await issue();
    expect(next.status).toBe(201);
    expect(next.body.ticket.number).toBe(expected);
    expect((await callNext()).status).toBe(200);
  }

  const nextNumber = () => `A${String(hub.operations.hall().today.tickets.size + 1).padStart(3, '0')}`;

  it('locked for a moment: the request waits, and then it is done', async () => {
    other.exec('BEGIN IMMEDIATE');
    const expected = nextNumber();
    const waiting = issue();
    await pause(300);
    expect(nextNumber()).toBe(expected);
    other.exec('ROLLBACK');
    expect(await waiting).toMatchObject({ status: 201, body: { ticket: { number: expected } } });
  });

  it('locked for long: 503 after a while, the hub answers everything else meanwhile, and goes on when it may', async () => {
    other.exec('BEGIN EXCLUSIVE');
    let answered = 0;
    let watching = true;
    const watch = (async () => {
      while (watching) {
        expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
        expect((await kiosk.get('/api/menu')).status).toBe(200);
        answered += 1;
        await pause(20);
      }
    })();
    const asked = performance.now();
    await expectNothingDone(() => Promise.all([issue(), callNext(), issue()]));
    expect(performance.now() - asked).toBeGreaterThan(1000);
    watching = false;
    await watch;
    // Had it waited inside SQLite, the loop would have stood still for as long as the requests: a question or two before.
    expect(answered).toBeGreaterThan(4);
    other.exec('ROLLBACK');
    await expectRecovery();
  });

  it('full: 503 at once, and on as soon as there is room', async () => {
    const pages = own.pragma('page_count', { simple: true }) as number;
    own.pragma('wal_checkpoint(TRUNCATE)');
    own.pragma(`max_page_count = ${pages}`);
    // What still fits into the pages that are there is served.
    while ((await issue()).status === 201);
    await expectNothingDone(() => Promise.all([issue(), issue()]));
    own.pragma('max_page_count = 1073741823');
    await expectRecovery();
  });

  it('read-only: 503, and on when it may be written again', async () => {
    own.pragma('query_only = ON');
    await expectNothingDone(() => Promise.all([issue(), callNext()]));
    own.pragma('query_only = OFF');
    await expectRecovery();
  });

  it('and a request that was told so may come again with the same key: it then happens, once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const expected = nextNumber();
    own.pragma('query_only = ON');
    expect((await issue(key)).status).toBe(503);
    own.pragma('query_only = OFF');
    const answers = [await issue(key), await issue(key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ body }) => body.ticket.number))).toEqual(new Set([expected]));
  });

  it('keeps people who only look: boards, menus, sessions and slips are read as ever', async () => {
    own.pragma('query_only = ON');
    const { body } = await kiosk.get<{ groups: unknown[] }>('/api/menu');
    expect(body.groups.length).toBeGreaterThan(0);
    expect((await kiosk.get('/api/board')).status).toBe(200);
    expect((await clerk.get('/api/session')).status).toBe(200);
    own.pragma('query_only = OFF');
  });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
