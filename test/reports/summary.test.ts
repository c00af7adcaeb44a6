import type { ReportFilter } from '@jiaohao/server/src/store/report-queries.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createHallOfTurns,
  DAY,
  type HallOfTurns,
  MINUTE,
  NEXT_DAY,
  NINE,
  queriesOf,
  WHOLE_DAY,
} from './hall-of-turns.ts';

let hall: HallOfTurns;
let queries: ReturnType<typeof queriesOf>;
const total = (changes: Partial<ReportFilter> = {}) =>
  queries.summary({ ...WHOLE_DAY, ...changes }, 'hall').total;

beforeEach(() => {
  hall = createHallOfTurns();
  queries = queriesOf(hall);
});
afterEach(() => {
  queries.close();
  hall.remove();
});

test('a day without a ticket has counts of zero and no shares', () => {
  expect(total()).toMatchObject({
    issued: 0,
    served: 0,
    waitMs: { count: 0, mean: null, p50: null, p90: null, max: null },
    serviceLevel: null,
    noShowRate: null,
    cancelRate: null,
    withinStandard: null,
    participation: null,
    satisfaction: null,
    meanLevel: null,
    levels: [0, 0, 0, 0, 0],
  });
});

test('outcomes are counted of the served, a refusal among them', () => {
  for (const outcome of ['done', 'done', 'refused', 'referred', 'materials-missing', 'accepted'])
    hall.serve(NINE, 1, 3, { outcome });
  hall.add({ state: 'ended', ending: 'cancelled', ended_at: NINE + MINUTE });
  const counted = { done: 2, accepted: 1, 'materials-missing': 1, refused: 1, referred: 1 };
  expect(total().outcomes).toEqual(counted);
  const { groups } = queries.summary(WHOLE_DAY, 'clerk');
  expect(groups.find(({ key }) => key === 'wang')?.kpis.outcomes).toEqual(counted);
});

test('waits of the served: mean, and percentiles that interpolate between two of them', () => {
  for (const wait of [1, 2, 4, 8]) hall.serve(NINE, wait, 3);
  // Sorted 1 2 4 8: P50 lies half-way between 2 and 4; P90 at rank 0.9 × 3 = 2.7, so 4 + 0.7 × (8 − 4).
  const { waitMs } = total();
  expect(waitMs.count).toBe(4);
  expect(waitMs.mean).toBe(3.75 * MINUTE);
  expect(waitMs.p50).toBe(3 * MINUTE);
  expect(waitMs.p90).toBeCloseTo(6.8 * MINUTE, 3);
  expect(waitMs.max).toBe(8 * MINUTE);
});

test('waits and handling times that an outage met are counted, and told apart', () => {
  hall.serve(NINE, 10, 3);
  hall.serve(NINE, 20, 3, { met_outage: 'wait' });
  hall.serve(NINE, 30, 9, { met_outage: 'wait,handling' });
  hall.serve(NINE, 1, 4, { met_outage: 'walk,aside' });
  // Not served: in no wait, so in no part of one.
  hall.add({ state: 'ended', ending: 'expired', ended_at: NINE + 90 * MINUTE, met_outage: 'wait' });
  const { waitMs, handlingMs, metOutage } = total();
  expect([waitMs.count, handlingMs.count, metOutage]).toEqual([4, 4, { waits: 2, handlings: 1 }]);
  expect(waitMs.mean).toBe(15.25 * MINUTE);
  expect(queries.page(WHOLE_DAY, 10, null)[2]).toMatchObject({ metOutage: ['wait', 'handling'] });
});

test('a wait ends at the call that was answered, not at the first', () => {
  hall.serve(NINE, 20, 5, { first_called_at: NINE + 4 * MINUTE, calls: 2 });
  expect(total().waitMs.mean).toBe(20 * MINUTE);
  const [row] = queries.page(WHOLE_DAY, 10, null);
  expect(row).toMatchObject({ waitMs: 20 * MINUTE, waitToFirstCallMs: 4 * MINUTE });
});

test('handling is start → end less parked time where the hall presses start', () => {
  hall.serve(NINE, 5, 12, { presses_start: 1, started_at: NINE + 7 * MINUTE, parked_ms: 3 * MINUTE });
  // Called 9:05, started 9:07, ended 9:17, parked for 3 minutes.
  expect(total().handlingMs.mean).toBe(7 * MINUTE);
});

test('handling is call → end where the hall does not press start', () => {
  hall.serve(NINE, 5, 12, { presses_start: 0, started_at: NINE + 7 * MINUTE });
  expect(total().handlingMs.mean).toBe(12 * MINUTE);
});

test('service level counts those who left or expired after the target against the hall', () => {
  hall.serve(NINE, 10, 3); // at the target: within it
  hall.serve(NINE, 11, 3); // late
  hall.add({ state: 'ended', ending: 'cancelled', ended_at: NINE + 9 * MINUTE }); // left in time: not counted
  hall.add({ state: 'ended', ending: 'cancelled', ended_at: NINE + 15 * MINUTE }); // left too late
  hall.add({ state: 'ended', ending: 'expired', ended_at: NINE + 90 * MINUTE }); // never called
  hall.add({ queued_at: NINE }); // still waiting: nothing is decided yet
  expect(total().serviceLevel).toBeCloseTo(1 / 4, 10);
});

test('a no-show was called once and is not counted again when it expires', () => {
  hall.serve(NINE, 5, 3);
  hall.add({
    state: 'ended',
    ending: 'expired',
    no_show: 1,
    first_called_at: NINE + 4 * MINUTE,
    called_at: NINE + 4 * MINUTE,
    ended_at: NINE + 100 * MINUTE,
  });
  expect(total()).toMatchObject({ called: 2, noShows: 1, noShowRate: 0.5, serviceLevel: 1, expired: 1 });
  expect(total().waitMs.count).toBe(1);
});

test('someone who missed a call, came back and was served is no no-show', () => {
  hall.serve(NINE, 30, 3, { first_called_at: NINE + 5 * MINUTE, calls: 2, no_show: 0 });
  hall.add({ state: 'missed', no_show: 1, first_called_at: NINE + MINUTE, called_at: NINE + MINUTE });
  expect(total()).toMatchObject({ called: 2, noShows: 0, noShowRate: 0 });
});

test('the not served: cancelled, expired and waiting, with how long so far', () => {
  hall.add({ state: 'ended', ending: 'cancelled', ended_at: NINE + 10 * MINUTE });
  hall.add({ state: 'ended', ending: 'expired', ended_at: NINE + 50 * MINUTE });
  hall.add({ queued_at: NINE + 30 * MINUTE }); // now is 11:00: 90 minutes so far
  expect(total().notServed).toEqual({ count: 3, meanMs: 50 * MINUTE, maxMs: 90 * MINUTE });
  expect(total()).toMatchObject({ waiting: 1, cancelled: 1, expired: 1, cancelRate: 1 / 3 });
});

test('a ticket with two turns was issued once', () => {
  hall.serve(NINE, 5, 3, { ticket_id: 'one', ending: 'transferred' });
  hall.serve(NINE + 8 * MINUTE, 5, 3, { ticket_id: 'one' });
  hall.add({ ticket_id: 'one', state: 'planned' });
  expect(total()).toMatchObject({ issued: 1, served: 1, called: 2 });
});

test('within standard time: the limit itself is within', () => {
  hall.serve(NINE, 1, 5);
  hall.serve(NINE, 1, 4);
  hall.serve(NINE, 1, 5.1);
  expect(total().withinStandard).toBeCloseTo(2 / 3, 10);
});

test('ratings: asked, pressed and satisfied are apart, and silence is never satisfaction', () => {
  for (const level of [5, 4, 3, 2]) hall.serve(NINE, 1, 1, { asked: 1, rating: level });
  hall.serve(NINE, 1, 1, { asked: 0, rating: 1 }); // a press implies that it was asked
  hall.serve(NINE, 1, 1, { asked: 1 }); // asked, not pressed
  hall.serve(NINE, 1, 1); // not asked
  expect(total()).toMatchObject({
    served: 7,
    asked: 6,
    pressed: 5,
    participation: 5 / 6,
    satisfaction: 3 / 5,
    meanLevel: 3,
    levels: [1, 1, 1, 1, 1],
  });
});

test('periods are half open', () => {
  hall.serve(NINE, 1, 1, { service_day: '2026-11-20' });
  hall.serve(NINE, 2, 1, { service_day: DAY });
  hall.serve(NINE, 3, 1, { service_day: NEXT_DAY });
  expect(total().served).toBe(1);
  expect(total({ from: '2026-11-20' }).served).toBe(2);
  expect(queries.count({ ...WHOLE_DAY, from: '2026-11-20', to: '2026-11-23' })).toBe(3);
});

test('filters by service, clerk and counter, alone and together', () => {
  hall.serve(NINE, 1, 1);
  hall.serve(NINE, 2, 1, { service_id: 'tax' });
  hall.serve(NINE, 3, 1, { service_id: 'tax', clerk_id: 'li', counter_id: 'c2', counter_number: 2 });
  expect(total({ service: 'tax' }).served).toBe(2);
  expect(total({ clerk: 'li' }).waitMs.mean).toBe(3 * MINUTE);
  expect(total({ counter: 'c1' }).served).toBe(2);
  expect(total({ service: 'tax', counter: 'c1' }).waitMs.mean).toBe(2 * MINUTE);
  expect(total({ service: "' OR 1=1 --" }).served).toBe(0);
});

test('another hall in the same database is not counted', () => {
  hall.serve(NINE, 1, 1, { hall: 'other' });
  expect(total().issued).toBe(0);
});

test('groups by counter in the order of their numbers, those never called last', () => {
  hall.serve(NINE, 1, 1, { counter_number: 10, counter_id: 'c10' });
  hall.serve(NINE, 2, 1, { counter_number: 2, counter_id: 'c2' });
  hall.add({});
  const { groups } = queries.summary(WHOLE_DAY, 'counter');
  expect(groups.map(({ key, kpis }) => [key, kpis.issued])).toEqual([
    ['2', 1],
    ['10', 1],
    ['', 1],
  ]);
});

test('groups by the hour of the hall, not of UTC', () => {
  hall.serve(NINE, 1, 1);
  hall.serve(NINE + 59 * MINUTE, 1, 1);
  hall.serve(NINE + 60 * MINUTE, 1, 1);
  const { groups } = queries.summary(WHOLE_DAY, 'hour');
  expect(groups.map(({ key, kpis }) => [key, kpis.served])).toEqual([
    ['09', 2],
    ['10', 1],
  ]);
});

test('a service renamed during the period keeps one line, under its latest name', () => {
  hall.serve(NINE, 1, 1, { service_name: '{"zh-CN":"旧名"}' });
  hall.serve(NINE + MINUTE, 1, 1, { service_name: '{"zh-CN":"新名"}' });
  const { groups } = queries.summary(WHOLE_DAY, 'service');
  expect(groups.map(({ label }) => label)).toEqual([{ 'zh-CN': '新名' }]);
});

test('groups of every kind add up to the total', () => {
  hall.addClerk('wang', '王敏');
  for (let i = 0; i < 20; i++) {
    hall.serve(NINE + i * 7 * MINUTE, i, 1, {
      service_id: i % 3 ? 'cards' : 'tax',
      clerk_id: i % 2 ? 'wang' : 'li',
    });
  }
  const { now } = { now: NINE + 600 * MINUTE };
  for (const groupBy of ['service', 'clerk', 'counter', 'day', 'hour'] as const) {
    const { groups } = queries.summary({ ...WHOLE_DAY, now }, groupBy);
    expect(groups.reduce((sum, { kpis }) => sum + kpis.served, 0)).toBe(20);
  }
  expect(
    queries.summary({ ...WHOLE_DAY, now }, 'clerk').groups.map(({ key, label }) => [key, label]),
  ).toEqual([
    ['li', null],
    ['wang', { 'zh-CN': '王敏', en: '王敏' }],
  ]);
});

test('waits by the quarter hour in which people queued', () => {
  hall.serve(NINE, 10, 1);
  hall.serve(NINE + 14 * MINUTE, 20, 1);
  hall.serve(NINE + 15 * MINUTE, 5, 1);
  hall.add({ queued_at: NINE + 16 * MINUTE });
  expect(queries.waits(WHOLE_DAY)).toEqual([
    { at: NINE, count: 2, meanMs: 15 * MINUTE, p90Ms: 19 * MINUTE, maxMs: 20 * MINUTE, stillWaiting: 0 },
    {
      at: NINE + 15 * MINUTE,
      count: 1,
      meanMs: 5 * MINUTE,
      p90Ms: 5 * MINUTE,
      maxMs: 5 * MINUTE,
      stillWaiting: 1,
    },
  ]);
});

test('pages neither repeat nor skip, also among those who queued in the same millisecond', () => {
  for (let i = 0; i < 25; i++) {
    hall.serve(NINE + Math.floor(i / 10), 1, 1, { service_day: i < 12 ? DAY : NEXT_DAY });
  }
  const twoDays = { ...WHOLE_DAY, to: '2026-11-23' };
  const seen: string[] = [];
  for (let after: ReturnType<typeof queries.page>[number] | null = null; ; ) {
    const rows = queries.page(twoDays, 4, after);
    seen.push(...rows.map((row) => row.turnId));
    after = rows.at(-1) ?? null;
    if (!after || rows.length < 4) break;
  }
  expect(seen).toEqual(queries.page(twoDays, 100, null).map((row) => row.turnId));
  expect(new Set(seen).size).toBe(25);
});
