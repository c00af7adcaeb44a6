import { afterEach, describe, expect, it } from 'vitest';
import { createHeartbeat } from '../../server/src/operations/heartbeat.ts';
import { StoreUnavailable } from '../../server/src/store/port.ts';
import { rebuildReadModels } from '../../server/src/store/rebuild.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { NINE } from '../support/given.ts';
import { checkHub, journalOf, readModels, readRows } from '../support/journal.ts';
import { type OpenHall, openHall } from './support/open-hall.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TWO = NINE + 5 * HOUR;

let hall: OpenHall;
afterEach(() => hall.close());

const outages = () =>
  journalOf(hall.path).flatMap(({ stream, by, event }) =>
    event.type === 'outage-recorded' ? [{ stream, by: by.kind, ...event.data }] : [],
  );
const alerts = async () => (await hall.store.openAlerts()).map(({ kind, details }) => ({ kind, ...details }));

/** A001 is at counter 1, A002 waits. */
async function busyHall(options: Parameters<typeof openHall>[0] = {}): Promise<void> {
  hall = await openHall({ at: TWO, ...options });
  await hall.open('c1');
  await hall.issue('social');
  await hall.issue('social');
  await hall.callNext('c1');
}

describe('a hub that was killed and comes back', () => {
  it('writes down from when to when it was away, whom it met, and tells staff', async () => {
    await busyHall();
    await hall.kill(7 * MINUTE);
    const met = { waiting: 1, called: 1, serving: 0, parked: 0 };
    expect(outages()).toEqual([
      {
        stream: 'day:2026-11-21',
        by: 'hub',
        outageId: expect.any(String),
        from: TWO,
        to: TWO + 7 * MINUTE,
        met,
      },
    ]);
    expect(await alerts()).toEqual([
      { kind: 'outage', from: TWO, to: TWO + 7 * MINUTE, planned: false, ...met },
    ]);
    expect(hall.inHand('c1')).toBe('A001');
    const marks = () => readRows(hall.path, 'SELECT number, met_outage FROM turns ORDER BY number');
    expect(marks()).toEqual([
      { number: 'A001', met_outage: 'walk' },
      { number: 'A002', met_outage: 'wait' },
    ]);
    checkHub(hall.path, hall.operations.hall());
    const before = readModels(hall.path);
    rebuildReadModels(hall.path);
    expect(readModels(hall.path)).toEqual(before);
  });

  it('tells it once, though its start breaks and is tried again, and is killed right after', async () => {
    let broken = false;
    await busyHall({
      wrap: (store) => ({
        ...store,
        commit: (commit) => (broken ? Promise.reject(new StoreUnavailable('full')) : store.commit(commit)),
      }),
    });
    broken = true;
    await expect(hall.kill(5 * MINUTE)).rejects.toThrow(StoreUnavailable);
    expect(outages()).toEqual([]);
    broken = false;
    await hall.kill(5 * MINUTE);
    await hall.kill(30_000);
    expect(outages()).toMatchObject([{ from: TWO, to: TWO + 10 * MINUTE }]);
    expect(await alerts()).toHaveLength(1);
  });

  it('knows from its last sign of life when it went, not from its last event', async () => {
    await busyHall();
    hall.clock.pass(10 * MINUTE);
    const heartbeat = createHeartbeat(hall.store, hall.operations.now, (error) => hall.errors.push(error));
    await heartbeat.beat();
    await hall.kill(3 * MINUTE);
    expect(outages()).toMatchObject([{ from: TWO + 10 * MINUTE, to: TWO + 13 * MINUTE }]);
  });

  it('says nothing where an older version left no sign, or the clock is not believed', async () => {
    await busyHall();
    hall.clock.set(TWO - HOUR);
    await hall.kill(10 * MINUTE);
    expect(outages()).toEqual([]);
    expect(await hall.store.openAlerts()).toMatchObject([{ kind: 'clock-jump' }]);
    await hall.close();

    let asked = 0;
    await busyHall({
      wrap: (store) => ({
        ...store,
        heartbeat: async () => {
          asked += 1;
          return null;
        },
      }),
    });
    await hall.kill(10 * MINUTE);
    expect([outages(), asked]).toEqual([[], 2]);
  });
});

describe('a hub that was stopped in order', () => {
  it('was restarted where it soon comes back; that is told apart', async () => {
    await busyHall();
    hall.clock.pass(10 * MINUTE);
    await hall.restart(4 * MINUTE);
    await hall.restart(50_000);
    expect(outages()).toMatchObject([{ from: TWO + 10 * MINUTE, planned: true }]);
    expect(await alerts()).toMatchObject([{ kind: 'outage', planned: true }]);
  });
});

describe('an outage of several days', () => {
  it('stands in the day in which it began and in the one it ended in, and is told as one', async () => {
    await busyHall({
      edit: (document) => {
        const day = [{ from: '09:00', to: '17:00' }];
        document.hours = { week: { saturday: day, sunday: day, monday: day } };
      },
    });
    await hall.kill(44 * HOUR);
    const monday = TWO + 44 * HOUR;
    expect(outages()).toMatchObject([
      { stream: 'day:2026-11-21', from: TWO, to: TWO + 3 * HOUR, met: { waiting: 1, called: 1 } },
      { stream: 'day:2026-11-23', from: NINE + 48 * HOUR, to: monday, met: { waiting: 0 } },
    ]);
    expect(await alerts()).toMatchObject([{ kind: 'outage', from: TWO, to: monday, waiting: 1 }]);
    // The turns of the first day were marked before its end let them expire.
    expect(readRows(hall.path, 'SELECT ending, met_outage FROM turns ORDER BY number')).toEqual([
      { ending: 'expired', met_outage: 'walk' },
      { ending: 'expired', met_outage: 'wait' },
    ]);
    checkHub(hall.path, hall.operations.hall());
  });
});

describe('the sign of life', () => {
  it('comes every twenty seconds, writes one row over and leaves journal and screens alone', async () => {
    await busyHall();
    const clock = fakeClock(TWO);
    const heartbeat = createHeartbeat(hall.store, clock.now, (error) => hall.errors.push(error));
    const before = { journal: journalOf(hall.path).length, version: hall.operations.version() };
    const rows: unknown[] = [];
    for (const ms of [19_999, 1, 19_999, 1]) {
      clock.pass(ms);
      await heartbeat.beatIfDue();
      rows.push(readRows(hall.path, 'SELECT at - ? AS at FROM heartbeats', TWO)[0]?.['at']);
    }
    expect(rows).toEqual([0, 20_000, 20_000, 40_000]);
    expect(readRows(hall.path, 'SELECT * FROM heartbeats')).toHaveLength(1);
    expect({ journal: journalOf(hall.path).length, version: hall.operations.version() }).toEqual(before);
  });

  it('that cannot be kept keeps nobody from anything', async () => {
    await busyHall();
    const failed: unknown[] = [];
    const commit = () => Promise.reject(new StoreUnavailable('full'));
    await createHeartbeat(
      { commit },
      () => TWO,
      (error) => failed.push(error),
    ).beat();
    expect(failed).toHaveLength(1);
  });
});
