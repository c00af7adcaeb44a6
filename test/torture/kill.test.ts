import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPOOLER_TIMES } from '../../server/src/printing/spooler-options.ts';
import { rebuildReadModels } from '../../server/src/store/rebuild.ts';
import { freePort } from '../support/free-port.ts';
import { ADMIN_PASSWORD, addPerson, pairDevice, signIn, startHub, type TestHub } from '../support/hub.ts';
import { checkHub, checkJournal, journalOf, readModels, readRows } from '../support/journal.ts';
import { type PrinterStandIn, startPrinterStandIn } from '../support/printer-stand-in.ts';
import { createLoad, type Desk } from './support/acked-load.ts';
import { type HubProcess, hubProcess } from './support/hub-process.ts';

const KILLS = Number(process.env.KILLS ?? 20);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const SERVICE = 'social-card';

type Ticket = { ticket: { id: string; number: string } };

describe(`a hub that is killed ${KILLS} times under load (SEED=${SEED})`, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-kill-'));
  const path = join(dataDir, 'jiaohao.db');
  let printer: PrinterStandIn;
  let hub: HubProcess;
  let load: ReturnType<typeof createLoad>;
  const acked = (what: string) => load.sent.filter((each) => each.what === what && each.ok);
  const bodies = <T>(what: string) => acked(what).map(({ body }) => body as T);

  beforeAll(async () => {
    const random = mulberry32(SEED);
    printer = await startPrinterStandIn();
    // Compiled code is kept from the first, orderly run, so that each start costs half.
    const cache = { NODE_COMPILE_CACHE: join(dataDir, 'compiled') };
    const env = { DATA_DIR: dataDir, PRINTER_URL: printer.url, ADMIN_PASSWORD, ...cache };
    hub = hubProcess(await freePort(), env);
    await hub.start();
    await hub.stop();
    await hub.start();
    const target = { url: hub.url } as TestHub;
    const admin = await signIn(target);
    const kiosk = await pairDevice(target, admin, 'kiosk');
    const desks: Desk[] = [];
    for (const [username, counterId] of [
      ['li', 'counter-1'],
      ['wang', 'counter-2'],
    ] as const) {
      const clerk = await addPerson(target, admin, username);
      await clerk.post(`/api/counters/${counterId}/open`);
      desks.push({ counterId, clerk, pad: await pairDevice(target, admin, 'counter-pad', counterId) });
    }
    load = createLoad(kiosk, desks, SERVICE);
    for (let kill = 0; kill < KILLS; kill += 1) {
      load.resume();
      // Somewhere after the first to fortieth answer, and in the middle of the next ones.
      const enough = answers() + 1 + Math.floor(random() * 40);
      while (answers() < enough) await pause(1);
      await pause(random() * 10);
      await hub.kill();
      load.hold();
      checkJournal(path);
      await hub.start();
    }
    load.resume();
    await load.end();
    await slipsAreOver();
    await hub.kill();
  }, 300_000);
  afterAll(async () => {
    await hub.kill();
    await printer.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const answers = () => load.sent.filter(({ status }) => status !== null).length;

  /** Every slip came to its end: it was printed, or it is known why not. */
  async function slipsAreOver(): Promise<void> {
    const open = "SELECT * FROM print_jobs WHERE state IN ('queued', 'printing')";
    while (readRows(path, open).length > 0) await pause(50);
  }

  it('meets people who are in the middle of everything', () => {
    for (const what of ['issue', 'call-next', 'start', 'finish', 'rating'])
      expect(acked(what).length, what).toBeGreaterThan(KILLS);
  });

  it('keeps every ticket it answered, each with a number of its own, gapless', () => {
    const rows = readRows(path, 'SELECT ticket_id, number FROM tickets ORDER BY length(number), number');
    const kept = new Map(rows.map(({ ticket_id: id, number }) => [id, number]));
    const answered = bodies<Ticket>('issue').map(({ ticket }) => ticket);
    for (const { id, number } of answered) expect(kept.get(id)).toBe(number);
    // Sent again with the same key, each wish had one effect.
    expect(kept.size).toBe(answered.length);
    expect([...kept.values()]).toEqual(answered.map((_, index) => `A${String(index + 1).padStart(3, '0')}`));
  });

  it.each([
    ['call-next', 'turn-called'],
    ['start', 'service-started'],
    ['finish', 'turn-finished'],
  ])('has done each answered %s, once', (what, type) => {
    const turns = new Map(
      readRows(path, 'SELECT turn_id, number FROM turns').map((row) => [row.turn_id, row.number]),
    );
    const done = journalOf(path).flatMap(({ event }) =>
      event.type === type && 'turnId' in event.data ? [turns.get(event.data.turnId)] : [],
    );
    expect(new Set(done).size).toBe(done.length);
    const answered = bodies<Ticket>(what).map(({ ticket }) => ticket.number);
    expect(done.sort()).toEqual(answered.sort());
  });

  it('has every answered press, once, on the turn it was answered for', () => {
    const presses = readRows(path, 'SELECT turn_id FROM presses').map((row) => row.turn_id);
    expect(presses.sort()).toEqual(
      bodies<{ turnId: string }>('rating')
        .map(({ turnId }) => turnId)
        .sort(),
    );
    // Some come within a second of the question: kept, not counted.
    expect(readRows(path, 'SELECT * FROM turns WHERE rating IS NOT NULL OR doubtful > 0')).toHaveLength(
      presses.length,
    );
  });

  it('prints each slip that was waiting, and none twice', () => {
    const papers = new Map<string, number>();
    for (const bytes of printer.jobs) {
      const number = /JH:\d{8}:([A-Z]\d+)/.exec(bytes.toString('latin1'))?.[1];
      if (number) papers.set(number, (papers.get(number) ?? 0) + 1);
    }
    const jobs = readRows(
      path,
      `SELECT turns.number, print_jobs.state, reason, changed_at - created_at AS age, ended_at <= changed_at AS left
       FROM print_jobs JOIN turns USING (ticket_id)`,
    ) as unknown as { number: string; state: string; reason: string; age: number; left: number | null }[];
    expect(jobs).toHaveLength(acked('issue').length);
    for (const { number, state, reason, age, left } of jobs) {
      const paper = papers.get(number) ?? 0;
      if (state === 'printed') expect(paper, `${number} is printed`).toBe(1);
      else if (state === 'unknown') expect(paper, `${number} is unknown`).toBeLessThanOrEqual(1);
      else {
        expect([state, reason, paper]).toEqual(['failed', 'gave-up', 0]);
        // Only for who was served meanwhile, or must be taken to have left without it.
        expect(left === 1 || age >= SPOOLER_TIMES.unseenMs, `${number} was given up after ${age} ms`).toBe(
          true,
        );
      }
    }
    expect(jobs.filter(({ state }) => state === 'printed').length).toBeGreaterThan(KILLS);
  });

  it('goes on from a journal without a gap, which makes the same hall and the same rows again', async () => {
    checkJournal(path);
    const before = readModels(path);
    rebuildReadModels(path);
    expect(readModels(path)).toEqual(before);
    const next = await startHub({ dataDir, keepData: true, listen: false });
    checkHub(path, next.operations.hall());
    await next.close();
  });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Random numbers from a seed, so that a failure can be run again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
