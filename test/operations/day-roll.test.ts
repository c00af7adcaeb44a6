import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/src/store/port.ts';
import { DAY_ENDS_AT } from '../support/given.ts';
import { clerk, hallManager } from '../support/given-steps.ts';
import { clerkOf, hallDocument } from '../support/hall.ts';
import { checkHub, readRows } from '../support/journal.ts';
import { type OpenHall, openHall } from './support/open-hall.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the roll of the service day', () => {
  let hall: OpenHall;
  /** Set by a test to make the next commits fail. */
  let broken = false;
  /** Streams that were read. */
  const reads: string[] = [];

  beforeEach(async () => {
    broken = false;
    hall = await openHall({
      wrap: (store) => ({
        ...store,
        readStream: (stream) => {
          reads.push(stream);
          return store.readStream(stream);
        },
        commit: (commit) => (broken ? Promise.reject(new StoreUnavailable('full')) : store.commit(commit)),
      }),
    });
  });
  afterEach(async () => {
    if (!broken) checkHub(hall.path, hall.operations.hall());
    expect(hall.errors).toEqual([]);
    await hall.close();
  });

  const pass = async (ms: number) => {
    hall.clock.pass(ms);
    return hall.tick();
  };
  /** Night falls: it is a minute past the day's end. */
  const toNextDay = () => pass(DAY_ENDS_AT + MINUTE - hall.clock.now());
  const refused = (code: string) => expect.objectContaining({ code });
  const open = (counterId: string) => hall.operations.hall().today.counters.get(counterId)?.open ?? null;

  it('expires who still waits, at 03:00 sharp, and begins with A001 again', async () => {
    const waiting = await hall.issue('social');
    await toNextDay();
    const [yesterday, today] = [await hall.journal('2026-11-21'), hall.operations.hall().today];
    expect(yesterday.slice(-2).map(({ event }) => event)).toEqual([
      {
        type: 'turn-expired',
        data: { turnId: waiting.turnId, endedAt: DAY_ENDS_AT, ending: 'expired' },
      },
      { type: 'day-ended', data: {} },
    ]);
    expect(today.date).toBe('2026-11-22');
    expect((await hall.issue('social')).number).toBe('A001');
  });

  it('leaves an emergency on until somebody ends it: the new day holds its queue too', async () => {
    const begin = { type: 'begin-emergency', emergencyId: 'e1', kind: 'evacuation', noteId: null } as const;
    await hall.run(begin, hallManager);
    await toNextDay();
    expect(hall.operations.hall().today).toMatchObject({
      date: '2026-11-22',
      emergency: { id: 'e1', kind: 'evacuation' },
    });
    await expect(hall.issue('social')).rejects.toEqual(refused('emergency'));
  });

  it('holds who is still served from the day before while the emergency is on, and lets go of them with it', async () => {
    const begin = { type: 'begin-emergency', emergencyId: 'e1', kind: 'evacuation', noteId: null } as const;
    const undo = { type: 'undo', counterId: 'c1' } as const;
    const undone = () => hall.run(undo, clerk(clerkOf('c1')));
    const { number } = await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    await hall.run({ type: 'start-service', counterId: 'c1' }, clerk(clerkOf('c1')));
    await hall.run(begin, hallManager);
    await toNextDay();
    await hall.finish('c1');
    await expect(undone()).rejects.toEqual(refused('emergency'));
    await hall.run({ type: 'end-emergency', noteId: null }, hallManager);
    await undone();
    expect(hall.inHand('c1')).toBe(number);

    await hall.finish('c1');
    await hall.run({ ...begin, emergencyId: 'e2' }, hallManager);
    await expect(undone()).rejects.toEqual(refused('emergency'));
  });

  it('brings back by itself whoever was set aside for a while, and before anything that is asked then', async () => {
    await hall.open('c1');
    const { turnId } = await hall.issue('social');
    await hall.callNext('c1');
    await hall.run({ type: 'park', counterId: 'c1', reason: 'fetching', minutes: 10 }, clerk(clerkOf('c1')));
    hall.clock.pass(10 * MINUTE);
    await hall.callNext('c1');
    expect(hall.operations.hall().today.turns.get(turnId)).toMatchObject({
      phase: { state: 'called' },
      calls: 2,
    });
  });

  it('takes open and paused counters along, each with its clerk', async () => {
    await hall.open('c1');
    await hall.open('c2');
    await hall.run({ type: 'pause-counter', counterId: 'c2', reason: 'lunch' }, clerk(clerkOf('c2')));
    await toNextDay();
    expect(open('c1')).toMatchObject({ clerkId: clerkOf('c1'), pause: null });
    expect(open('c2')).toMatchObject({ clerkId: clerkOf('c2'), pause: { reason: 'lunch' } });
    const intervals = readRows(
      hall.path,
      'SELECT service_day, kind, ended_at FROM counter_intervals ORDER BY service_day, kind, counter_id',
    );
    expect(intervals).toEqual([
      { service_day: '2026-11-21', kind: 'open', ended_at: DAY_ENDS_AT },
      { service_day: '2026-11-21', kind: 'open', ended_at: DAY_ENDS_AT },
      { service_day: '2026-11-21', kind: 'paused', ended_at: DAY_ENDS_AT },
      { service_day: '2026-11-22', kind: 'open', ended_at: null },
      { service_day: '2026-11-22', kind: 'open', ended_at: null },
      { service_day: '2026-11-22', kind: 'paused', ended_at: null },
    ]);
  });

  it('takes a counter along whose called customer had not come yet', async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    await toNextDay();
    expect(hall.inHand('c1')).toBeNull();
    expect(open('c1')).toMatchObject({ clerkId: clerkOf('c1') });
  });

  it('leaves who is being served where they are; finished, the counter goes over to the new day', async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    await hall.run({ type: 'start-service', counterId: 'c1' }, clerk(clerkOf('c1')));
    await toNextDay();
    expect(hall.inHand('c1')).toBe('A001');
    await expect(hall.open('c1')).resolves.toEqual([]);
    await hall.finish('c1');
    expect(open('c1')).toMatchObject({ clerkId: clerkOf('c1'), turnId: null });
    expect(readRows(hall.path, 'SELECT service_day, ending, ended_at FROM turns')).toEqual([
      { service_day: '2026-11-21', ending: 'served', ended_at: hall.clock.now() },
    ]);
    // The counter was at work for yesterday until then.
    const opened = 'SELECT service_day, started_at, ended_at FROM counter_intervals ORDER BY service_day';
    expect(readRows(hall.path, opened)).toMatchObject([
      { service_day: '2026-11-21', ended_at: hall.clock.now() },
      { service_day: '2026-11-22', started_at: hall.clock.now(), ended_at: null },
    ]);
  });

  it("finishes yesterday's customer where their clerk opens another counter today; a closed day lets nobody come along", async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    const wang = clerk(clerkOf('c1'));
    await hall.run({ type: 'start-service', counterId: 'c1' }, wang);
    await toNextDay();
    const change = { type: 'open-counter', counterId: 'c2', clerkId: clerkOf('c1') } as const;
    await expect(hall.run(change, wang)).rejects.toMatchObject({
      code: 'clerk-elsewhere',
      details: { counter: 1, number: 'A001', state: 'serving' },
    });
    for (const leave of [
      { how: 'carry', callId: 'call' },
      { how: 'park', reason: 'fetching', minutes: null },
    ] as const)
      await expect(hall.run({ ...change, leave }, wang)).rejects.toEqual(refused('day-closed'));
    const leave = { how: 'finish', outcome: 'done', asked: false } as const;
    await hall.run({ ...change, leave }, wang);
    expect([open('c1'), open('c2')]).toMatchObject([null, { clerkId: clerkOf('c1'), turnId: null }]);
    expect(hall.operations.hall().lingering).toEqual([]);
  });

  it('closes a counter that came over from yesterday when its clerk opens another', async () => {
    await hall.open('c1');
    await toNextDay();
    await hall.run({ type: 'open-counter', counterId: 'c2', clerkId: clerkOf('c1') }, clerk(clerkOf('c1')));
    expect([open('c1'), open('c2')]).toMatchObject([null, { clerkId: clerkOf('c1') }]);
  });

  it("finishes yesterday's customer and calls today's first in one commit", async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    await hall.run({ type: 'start-service', counterId: 'c1' }, clerk(clerkOf('c1')));
    await toNextDay();
    const before = hall.commits.length;
    await expect(hall.callNext('c1')).rejects.toEqual(refused('ticket-in-hand'));
    // Nobody has come yet today: neither half happens.
    await expect(hall.callNext('c1', true)).rejects.toEqual(refused('queue-empty'));
    expect(hall.inHand('c1')).toBe('A001');
    await hall.issue('social');
    await hall.callNext('c1', true);
    expect(hall.commits.length - before).toBe(2);
    expect(hall.operations.hall().lingering).toEqual([]);
    expect(hall.operations.hall().today.turns.size).toBe(1);
    expect(open('c1')?.turnId).not.toBeNull();
  });

  it('counts a customer nobody finished until the next end as unfinished', async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    await hall.run({ type: 'start-service', counterId: 'c1' }, clerk(clerkOf('c1')));
    await toNextDay();
    await pass(DAY);
    expect(readRows(hall.path, 'SELECT ending, ended_at FROM turns')).toEqual([
      { ending: 'unfinished', ended_at: DAY_ENDS_AT + DAY },
    ]);
    expect(hall.operations.hall().lingering).toEqual([]);
    await hall.open('c1');
  });

  it('ends the day in which the hub stopped when it comes back days later, and no clerk is at work', async () => {
    await hall.issue('social');
    await hall.issue('social');
    await hall.open('c1');
    await hall.open('c2');
    await hall.callNext('c1');
    await hall.run({ type: 'start-service', counterId: 'c1' }, clerk(clerkOf('c1')));
    await hall.restart(3 * DAY);
    expect(hall.operations.hall().today.date).toBe('2026-11-24');
    expect(hall.operations.hall().today.counters.size).toBe(0);
    expect(readRows(hall.path, 'SELECT ending, ended_at FROM turns ORDER BY number')).toEqual([
      { ending: 'unfinished', ended_at: DAY_ENDS_AT + DAY },
      { ending: 'expired', ended_at: DAY_ENDS_AT },
    ]);
    expect(readRows(hall.path, 'SELECT * FROM counter_intervals WHERE ended_at IS NULL')).toEqual([]);
    expect(
      readRows(hall.path, "SELECT DISTINCT stream FROM journal WHERE stream <> 'settings'"),
    ).toHaveLength(2);
  });

  it('ends a day that the hub slept through although every turn in it had ended, and keeps its counters', async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    await hall.finish('c1');
    hall.clock.pass(DAY_ENDS_AT - 5 * MINUTE - hall.clock.now());
    await hall.restart(10 * MINUTE);
    expect((await hall.journal('2026-11-21')).at(-1)?.event.type).toBe('day-ended');
    expect(open('c1')).toMatchObject({ clerkId: clerkOf('c1') });
  });

  it('goes on in the same day after a restart, and does not begin it twice', async () => {
    await hall.issue('social');
    await hall.open('c1');
    await hall.restart(HOUR);
    expect((await hall.issue('social')).number).toBe('A002');
    await hall.callNext('c1');
    expect(hall.inHand('c1')).toBe('A001');
    const begun = (await hall.journal('2026-11-21')).filter(({ event }) => event.type === 'day-started');
    expect(begun).toHaveLength(1);
  });

  it('happens as a whole or not at all: a store that cannot commit at 03:00 leaves yesterday standing', async () => {
    await hall.issue('social');
    await hall.open('c1');
    broken = true;
    await expect(toNextDay()).rejects.toThrow(StoreUnavailable);
    await expect(hall.tick()).rejects.toThrow(StoreUnavailable);
    expect(hall.operations.hall().today).toMatchObject({ date: '2026-11-21', ended: false });
    broken = false;
    await pass(MINUTE);
    expect(hall.operations.hall().today.date).toBe('2026-11-22');
    // The failed tries have not lost the counter.
    expect(open('c1')).toMatchObject({ clerkId: clerkOf('c1') });
  });

  it('is not brought about by a clock that jumps; issuing waits for a manager, the rest goes on', async () => {
    await hall.issue('social');
    await hall.open('c1');
    hall.clock.set(hall.clock.now() + 2 * DAY);
    await hall.tick();
    expect(hall.operations.hall().today).toMatchObject({ date: '2026-11-21', ended: false });
    expect(hall.operations.issuing()).toBe(false);
    await expect(hall.issue('social')).rejects.toEqual(refused('issuing-held'));
    await hall.callNext('c1');
    await hall.finish('c1');
    for (let i = 0; i < 3; i += 1) await pass(MINUTE);
    expect(await hall.store.openAlerts()).toMatchObject([
      { kind: 'clock-jump', details: { kind: 'jumped', offByMs: 2 * DAY } },
    ]);
    // A restart forgets nothing of it, and asks nobody twice.
    await hall.restart(MINUTE);
    expect(hall.operations.hall().today).toMatchObject({ date: '2026-11-21', ended: false });
    await expect(hall.issue('social')).rejects.toEqual(refused('issuing-held'));
    const [alert] = await hall.store.openAlerts();
    expect(await hall.store.openAlerts()).toHaveLength(1);

    await resolve(alert?.id);
    await hall.tick();
    expect(hall.operations.hall().today.date).toBe('2026-11-23');
    expect((await hall.issue('social')).number).toBe('A001');
  });

  it('reports a second jump after the first was answered, once', async () => {
    for (const jump of [-HOUR, 2 * HOUR]) {
      hall.clock.set(hall.clock.now() + jump);
      await hall.tick();
      await hall.tick();
      const alerts = await hall.store.openAlerts();
      expect(alerts).toMatchObject([{ details: { offByMs: jump } }]);
      await resolve(alerts[0]?.id);
      expect((await hall.issue('social')).number).toMatch(/^A00[12]$/);
    }
  });

  it('reports a jump that comes while a commit is on its way', async () => {
    await hall.operations.write(async (now) => {
      hall.clock.set(hall.clock.now() + 2 * HOUR);
      hall.operations.now();
      return {
        writes: [{ kind: 'keep-personal', id: 'x', of: 'test', text: '', at: now }],
        answer: null,
      };
    });
    await hall.tick();
    expect(await hall.store.openAlerts()).toMatchObject([{ kind: 'clock-jump' }]);
  });

  it("keeps yesterday's tickets within reach of their holders, and a week of slips", async () => {
    const served = await hall.issue('social');
    await hall.open('c1');
    await hall.callNext('c1');
    hall.clock.pass(DAY_ENDS_AT - 2 * MINUTE - hall.clock.now());
    await hall.finish('c1');
    await toNextDay();
    const { ticketId } = served;
    const found = await hall.operations.findTicket(ticketId);
    expect(found?.ticket.number).toBe('A001');
    const rate = (level: number) =>
      hall.operations.execute(
        { kind: 'slip', id: ticketId },
        { type: 'rate', from: { source: 'phone', ticketId }, level, reasons: [], commentId: null },
        { ticketId, answer: () => null },
      );
    await rate(4);
    await hall.restart();
    // After the restart only the journal knows of it.
    await rate(1);
    expect(readRows(hall.path, 'SELECT service_day, rating FROM turns')).toEqual([
      { service_day: '2026-11-21', rating: 4 },
    ]);
    expect(readRows(hall.path, 'SELECT level, effective FROM presses ORDER BY level DESC')).toEqual([
      { level: 4, effective: 1 },
      { level: 1, effective: 0 },
    ]);
    await pass(25 * HOUR);
    await expect(rate(5)).rejects.toEqual(refused('rating-closed'));
  });

  it('lets go of days and slips that are long over', async () => {
    for (let day = 0; day < 10; day += 1) {
      const { ticketId, number } = await hall.issue('social');
      await hall.store.commit({ printJobs: [slip(`slip of day ${day}`, ticketId, hall)] });
      expect(number).toBe('A001');
      await pass(DAY);
    }
    const slips = readRows(hall.path, 'SELECT service_day FROM print_jobs ORDER BY service_day');
    expect(slips.map(({ service_day: day }) => day)).toEqual(
      [24, 25, 26, 27, 28, 29, 30].map((day) => `2026-11-${day}`),
    );
    expect(readRows(hall.path, 'SELECT * FROM turns')).toHaveLength(10);
  });

  it('reads an old day once for the phones that still ask for it, however often others commit', async () => {
    const old = await hall.issue('social');
    for (let day = 0; day < 6; day += 1) await pass(DAY);
    reads.length = 0;
    for (let ask = 0; ask < 5; ask += 1) {
      expect((await hall.operations.findTicket(old.ticketId))?.day.date).toBe('2026-11-21');
      await hall.issue('social');
    }
    expect(reads.filter((stream) => stream === 'day:2026-11-21')).toHaveLength(1);
  });

  it("begins the next date even where the day's start was moved to later in the meantime", async () => {
    const document = hallDocument();
    document.hall.dayStartsAt = '05:00';
    await hall.operations.changeSettings({ kind: 'hub' }, 1, document);
    await toNextDay();
    expect(hall.operations.hall().today).toMatchObject({
      date: '2026-11-22',
      startsAt: DAY_ENDS_AT,
      endsAt: DAY_ENDS_AT + 26 * HOUR,
    });
    expect((await hall.issue('social')).number).toBe('A001');
  });

  async function resolve(id: string | undefined): Promise<void> {
    await hall.operations.write(async (at) => ({
      writes: [{ kind: 'resolve-alert', id: id ?? '', at, by: null }],
      answer: null,
    }));
    hall.operations.confirmClock();
  }
});

function slip(id: string, ticketId: string, hall: OpenHall) {
  const at = hall.clock.now();
  const job = {
    id,
    kind: 'ticket',
    ticketId,
    serviceDay: hall.operations.hall().today.date,
    printerId: 'p',
    deviceId: null,
  };
  return {
    ...job,
    copy: 0,
    content: '{}',
    state: 'printed',
    reason: null,
    attempts: 1,
    createdAt: at,
    changedAt: at,
  } as const;
}
