import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { createReports, type Reports } from '@jiaohao/server/src/reports/reports.ts';
import type { ReportFilter } from '@jiaohao/server/src/store/report-queries.ts';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createHallOfTurns,
  DAY,
  HALL,
  type HallOfTurns,
  MINUTE,
  NEXT_DAY,
  NINE,
  TIME_ZONE,
  WHOLE_DAY,
} from './hall-of-turns.ts';

let hall: HallOfTurns;
let reports: Reports;
const errors: string[] = [];
const open = (databasePath: string, timeLimitMs?: number) =>
  createReports({
    databasePath,
    hall: HALL,
    timeZone: TIME_ZONE,
    log: { error: (_, message) => errors.push(message) },
    timeLimitMs,
  });
const filter: ReportFilter = { ...WHOLE_DAY, now: NINE + 24 * 60 * MINUTE };

/** What spreadsheets would run. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];

function openHall(): void {
  errors.length = 0;
  hall = createHallOfTurns();
  reports = open(hall.databasePath);
}
async function closeHall(): Promise<void> {
  await reports.close();
  hall.remove();
}

describe('the worker', () => {
  beforeEach(openHall);
  afterEach(closeHall);

  test('answers turns with their number, its filter and how no-shows were treated', async () => {
    for (let i = 0; i < 5; i++) hall.serve(NINE + i, i, 2);
    const report = await reports.turns(filter, { limit: 2, language: 'en' });
    expect(report.count).toBe(5);
    expect(report.rows.map((row) => row.number)).toEqual(['A001', 'A002']);
    expect(report.rows[1]).toMatchObject({ waitMs: MINUTE, handlingMs: 2 * MINUTE, asked: false });
    expect(report.filter).toEqual({ from: DAY, to: NEXT_DAY, service: null, clerk: null, counter: null });
    expect(report.noShows).toMatch(/^No-shows are left out/);
  });

  test('labels groups in both languages', async () => {
    hall.serve(NINE, 1, 1, { counter_number: 3 });
    hall.add({});
    const { groups } = await reports.summary(filter, 'counter', 'zh-CN');
    expect(groups.map(({ label }) => label)).toEqual([
      { 'zh-CN': '3 号窗口', en: 'Counter 3' },
      { 'zh-CN': '未叫号', en: 'Not called' },
    ]);
  });

  test('sees at once what the hub has committed', async () => {
    await reports.waits(filter);
    hall.serve(NINE, 1, 1);
    expect((await reports.waits(filter)).points).toHaveLength(1);
  });

  test('that breaks refuses what waited for it, and the next question finds another', async () => {
    hall.serve(NINE, 1, 1);
    hall.database.close();
    renameSync(hall.databasePath, `${hall.databasePath}.away`);
    await expect(reports.turns(filter, { limit: 1, language: 'en' })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    expect(errors).toContain('the report worker broke');
    renameSync(`${hall.databasePath}.away`, hall.databasePath);
    expect((await reports.turns(filter, { limit: 1, language: 'en' })).count).toBe(1);
  });

  test('that takes too long is replaced, and nobody waits for ever', async () => {
    const hasty = open(hall.databasePath, 1);
    const asked = [hasty.waits(filter), hasty.summary(filter, 'hour', 'en'), hasty.csv(filter, 'en')];
    for (const { status } of await Promise.allSettled(asked)) expect(status).toBe('rejected');
    expect(errors).toContain('a report took too long: the worker is replaced');
    await hasty.close();
  });

  test('that is closed refuses', async () => {
    await reports.close();
    await expect(reports.waits(filter)).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('CSV', () => {
  beforeAll(openHall);
  afterEach(() => hall.clear());
  afterAll(closeHall);

  const rowsOf = async (language: 'zh-CN' | 'en' = 'en') => {
    const bytes = await buffer(await reports.csv(filter, language));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
  };

  test('holds a row per turn with hall-local times and seconds', async () => {
    hall.addClerk('wang', '王敏');
    hall.serve(NINE, 12.5, 4, { rating: 5, asked: 1 });
    hall.add({ queued_at: NINE + MINUTE });
    const rows = await rowsOf();
    expect(rows[0]).toEqual({
      'Service day': DAY,
      Number: 'A001',
      Service: 'Cards',
      Counter: '1',
      Clerk: '王敏',
      Priority: '',
      State: 'Served',
      Outcome: 'Done',
      'Queued at': '2026-11-21 09:00:00',
      'First called at': '2026-11-21 09:12:30',
      'Called at': '2026-11-21 09:12:30',
      'Started at': '2026-11-21 09:12:30',
      'Ended at': '2026-11-21 09:16:30',
      Calls: '1',
      'Wait (s)': '750',
      'Wait to first call (s)': '750',
      'Handling (s)': '240',
      'Target wait (s)': '600',
      'Standard time (s)': '300',
      'No-show': 'No',
      'Asked to rate': 'Yes',
      'Rating (1–5)': '5',
      Reasons: '',
      'Doubtful presses': '0',
      'Outcome details': '',
      'First clerk': '',
      'Written by hand': 'No',
      'System outage': '',
    });
    expect(rows[1]).toMatchObject({ State: 'Waiting', 'Called at': '', 'Wait (s)': '', Counter: '' });
  });

  test('speaks the language that was asked for', async () => {
    hall.serve(NINE, 1, 1);
    expect((await rowsOf('zh-CN'))[0]).toMatchObject({
      业务: '社保卡',
      状态: '已办结',
      办理结果: '完成办理',
    });
  });

  test('says of which part of a turn the system was away', async () => {
    hall.serve(NINE, 1, 1);
    hall.serve(NINE + 1, 1, 1, { met_outage: 'wait,handling' });
    expect((await rowsOf('zh-CN')).map(({ 遇系统中断: met }) => met)).toEqual(['', '等候期间、办理期间']);
  });

  test('never starts a cell with a formula', async () => {
    for (const [index, name] of [...FORMULAS, '＝1'].entries()) {
      hall.addClerk(`clerk-${index}`, name);
      hall.serve(NINE + index, 1, 1, { clerk_id: `clerk-${index}` });
    }
    expect((await rowsOf()).map(({ Clerk }) => Clerk)).toEqual(
      [...FORMULAS, '＝1'].map((name) => `'${name}`),
    );
  });

  test('keeps quotes, commas and line breaks in their cell', async () => {
    hall.addClerk('wang', 'a"b,c\nd');
    hall.serve(NINE, 1, 1);
    expect((await rowsOf())[0]?.Clerk).toBe('a"b,c\nd');
  });

  test('of a hundred thousand turns comes whole, in order, and never holds the loop up', async () => {
    hall.addMany(100_000);
    const stream = await reports.csv(filter, 'en');
    // What this thread itself works in one go; waiting for a busy machine is not counted.
    let longestWorkMs = 0;
    let last = process.threadCpuUsage();
    const beat = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last);
      longestWorkMs = Math.max(longestWorkMs, (user + system) / 1000);
      last = process.threadCpuUsage();
    }, 1);
    let lines = 0;
    let largestPiece = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      largestPiece = Math.max(largestPiece, piece.length);
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
    }
    clearInterval(beat);
    expect(lines).toBe(100_001);
    expect(largestPiece).toBeLessThan(1024 * 1024);
    // Written in one go it would be seconds; a collection of garbage may fall into one piece.
    expect(longestWorkMs).toBeLessThan(150);
  }, 60_000);

  test('that nobody reads on stops, and does not stand in another’s way', async () => {
    hall.addMany(20_000);
    const abandoned = await reports.csv(filter, 'en');
    const idle = await reports.csv(filter, 'en');
    abandoned.destroy();
    expect((await reports.turns(filter, { limit: 1, language: 'en' })).count).toBe(20_000);
    expect(idle.readableLength).toBeLessThan(1024 * 1024);
    idle.destroy();
  });
});

describe('XLSX', () => {
  beforeAll(openHall);
  afterEach(() => hall.clear());
  afterAll(closeHall);

  const STATEMENT_ROWS = 4;
  /** Cells of the sheet by their reference: type attribute, style index and content. */
  async function sheetOf(language: 'zh-CN' | 'en' = 'en') {
    const files = unzipSync(await buffer(await reports.xlsx(filter, language)));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array);
    const styles = strFromU8(files['xl/styles.xml'] as Uint8Array);
    const cells = new Map<string, { type: string; style: number; content: string }>();
    for (const [, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const content = /<(?:t|v)(?: [^>]*)?>(.*?)<\/(?:t|v)>/s.exec(inner)?.[1] ?? '';
      cells.set(attribute('r'), { type: attribute('t'), style: Number(attribute('s')), content });
    }
    const formats = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
        id,
        code,
      ]),
    );
    const xfs = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/numFmtId="(\d+)"/g)].map(
      ([, id]) => formats.get(id ?? '') ?? id,
    );
    return { xml, cells, formatOf: (ref: string) => xfs[cells.get(ref)?.style ?? 0] };
  }
  const firstRow = STATEMENT_ROWS + 2;

  test('has real dates, numbers that are numbers, and text that is text', async () => {
    hall.addClerk('wang', '王敏');
    hall.serve(NINE, 12.5, 4);
    const { cells, formatOf } = await sheetOf();
    // 2026-11-21 is day 46347 of spreadsheets; 09:00 is 0.375 of it.
    expect(cells.get(`A${firstRow}`)).toMatchObject({ type: '', content: '46347' });
    expect(formatOf(`A${firstRow}`)).toBe('yyyy-mm-dd');
    expect(cells.get(`I${firstRow}`)).toMatchObject({ type: '', content: '46347.375' });
    expect(formatOf(`I${firstRow}`)).toBe('yyyy-mm-dd hh:mm:ss');
    expect(cells.get(`O${firstRow}`)).toMatchObject({ type: '', content: '750' });
    expect(cells.get(`E${firstRow}`)).toMatchObject({ type: 'inlineStr', content: '王敏' });
  });

  test('states its period, filter, count, no-shows and definitions above a frozen header', async () => {
    hall.serve(NINE, 1, 1);
    const { cells, xml } = await sheetOf();
    expect(cells.get('A1')?.content).toBe('Wait-time report · Service day: 2026-11-21');
    expect(cells.get('A2')?.content).toContain('Service: all; clerk: all; counter: all · 1 turn');
    expect(cells.get('A3')?.content).toMatch(/^No-shows are left out/);
    expect(cells.get('A4')?.content).toMatch(/^Mean wait: From joining the queue/);
    expect(cells.get(`A${STATEMENT_ROWS + 1}`)?.content).toBe('Service day');
    expect(xml).toContain(`ySplit="${STATEMENT_ROWS + 1}"`);
    expect(xml).toContain('state="frozen"');
  });

  test('says how many waits an outage met, where there were any', async () => {
    hall.serve(NINE, 1, 1, { met_outage: 'wait' });
    const { cells } = await sheetOf();
    expect(cells.get('A5')?.content).toMatch(/^System outages: 1 of the waits and 0 of the handling/);
    expect(cells.get('A6')?.content).toBe('Service day');
  });

  test('runs no formula', async () => {
    for (const [index, name] of FORMULAS.entries()) {
      hall.addClerk(`clerk-${index}`, name);
      hall.serve(NINE + index, 1, 1, { clerk_id: `clerk-${index}` });
    }
    const { cells, xml, formatOf } = await sheetOf();
    for (const index of FORMULAS.keys()) {
      expect(cells.get(`E${firstRow + index}`)?.type).toBe('inlineStr');
      expect(formatOf(`E${firstRow + index}`)).toBe('@');
    }
    expect(cells.get(`E${firstRow}`)?.content).toBe('=1+1');
    expect(xml).not.toContain('<f>');
  });

  test('holds all rows, and stays a sheet that opens whatever names hold', async () => {
    hall.addClerk('wang', `<b>&"' ${randomBytes(4).toString('hex')} \u0001`);
    hall.addMany(2500);
    const { cells, xml } = await sheetOf('zh-CN');
    expect(cells.get(`B${firstRow + 2499}`)?.content).toBe('B2499');
    expect(cells.has(`B${firstRow + 2500}`)).toBe(false);
    expect(xml).toContain('&lt;b&gt;&amp;');
    expect(xml).not.toContain('\u0001');
  });
});
