import { reasonsReport } from '@jiaohao/server/src/reports/reasons.ts';
import type { ReportFilter } from '@jiaohao/server/src/store/report-queries.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHallOfTurns, type HallOfTurns, NINE, queriesOf, WHOLE_DAY } from './hall-of-turns.ts';

let hall: HallOfTurns;
let queries: ReturnType<typeof queriesOf>;
const slow = { 'zh-CN': '慢', en: 'Slow' };
const tooSlow = { 'zh-CN': '办理太慢', en: 'Much too slow' };

beforeEach(() => {
  hall = createHallOfTurns();
  hall.settings(1, [{ id: 'slow', name: slow }]);
  hall.settings(2, [{ id: 'slow', name: slow }]);
  hall.settings(3, [{ id: 'slow', name: tooSlow }]);
  queries = queriesOf(hall);
});
afterEach(() => {
  queries.close();
  hall.remove();
});

/** Somebody is served and presses the lowest level. */
function rate(reasons: string[], version: number | null, fields = {}): void {
  hall.serve(NINE, 1, 1, { asked: 1, rating: 1, ...fields });
  hall.press(1, reasons, version);
}
const lowest = (changes: Partial<ReportFilter> = {}) =>
  reasonsReport(queries, { ...WHOLE_DAY, ...changes }).levels.find(({ level }) => level === 1);

test('reasons are counted in the words that stood there; other words stand apart, other settings do not', () => {
  rate(['slow'], 1);
  rate(['slow'], 2);
  rate(['slow'], 3);
  rate([], 3);
  expect(lowest()).toEqual({
    level: 1,
    pressed: 4,
    explained: 3,
    reasons: [
      { id: 'slow', name: slow, count: 2 },
      { id: 'slow', name: tooSlow, count: 1 },
    ],
  });
  const [first] = queries.page(WHOLE_DAY, 1, null);
  expect(first).toMatchObject({ reasons: [slow], doubtful: 0 });
});

test('a filter holds for reasons too, and every level is there', () => {
  rate(['slow'], 1);
  rate(['slow'], 1, { service_id: 'tax' });
  expect(lowest({ service: 'tax' })?.reasons).toEqual([{ id: 'slow', name: slow, count: 1 }]);
  expect(reasonsReport(queries, WHOLE_DAY).levels.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
});

test('a reason that nobody has words for is said by its id', () => {
  rate(['noise'], null);
  expect(lowest()?.reasons).toEqual([{ id: 'noise', name: { 'zh-CN': 'noise', en: 'noise' }, count: 1 }]);
});

test('asked, pressed, not pressed and doubtful are told apart', () => {
  rate([], 1);
  hall.serve(NINE, 1, 1, { asked: 1, doubtful: 2 });
  hall.serve(NINE, 1, 1);
  const { served, asked, pressed, doubtful } = queries.summary(WHOLE_DAY, 'hall').total;
  expect({ served, asked, pressed, doubtful }).toEqual({ served: 3, asked: 2, pressed: 1, doubtful: 2 });
});
