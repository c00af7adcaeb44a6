import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SummaryReport } from '@jiaohao/shared/contract/reports.ts';
import { buildHub } from '../server/src/app.ts';
import { signIn } from './lib/hub-caller.ts';
import { type HallOfLog, hallOfLog } from './replay/hall-of-log.ts';
import { createMovingClock } from './replay/moving-clock.ts';
import { type Played, play } from './replay/play.ts';
import { type QueueLog, QueueLogError, readQueueLog } from './replay/queue-log.ts';
import { compareReports } from './replay/report.ts';
import { figuresOfLog } from './replay/wait-figures.ts';

const USAGE = `pnpm replay FILE.csv [--time-zone Europe/Warsaw]

Plays a recorded day on a hub of its own and compares the hub's wait report with the file.
FILE.csv: service_letter,service_name,ticket,issued_at,called_at (hall-local times, one day)`;

/** Of the public logs that this was first made for: the City of Warsaw's. */
const DEFAULT_ZONE = 'Europe/Warsaw';
const ADMIN_PASSWORD = 'replay-admin';

/** `pnpm replay`. Answers the exit code: 0 when the reports agree, 1 when they do not, 2 for bad input. */
export async function replay(args: string[], print: (line: string) => void): Promise<0 | 1 | 2> {
  let log: QueueLog;
  try {
    log = logOf(args);
  } catch (error) {
    if (error instanceof QueueLogError) for (const line of error.problems) print(line);
    else print((error as Error).message);
    return 2;
  }
  print(`${log.date}, ${log.timeZone}: ${log.tickets.length} tickets, ${log.services.length} services`);
  const begun = performance.now();
  const { played, report, hall } = await playOnHub(log);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  print(
    `issued ${played.issued}, called ${played.calledNext} as the next and ${played.calledByNumber} by number, in ${seconds} s`,
  );
  print('');

  const fromFile = figuresOfLog(log);
  const { lines, equal } = compareReports(
    log.services.map(({ name }, index) => ({
      letter: hall.definition.services[index]?.letter ?? '',
      name,
      hub: report.groups.find(({ key }) => key === `service-${index + 1}`)?.kpis.waitMs ?? NOTHING,
      file: fromFile[index] ?? NOTHING,
    })),
  );
  for (const line of lines) print(line);
  return equal ? 0 : 1;
}

const NOTHING = { count: 0, mean: null, p50: null, p90: null, max: null };

function logOf(args: string[]): QueueLog {
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { 'time-zone': { type: 'string', default: DEFAULT_ZONE } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  return readQueueLog(readFileSync(file, 'utf8'), values['time-zone']);
}

/** The whole day on a hub in this process, on a data folder that is thrown away, at the log's own time. */
async function playOnHub(log: QueueLog): Promise<{ played: Played; report: SummaryReport; hall: HallOfLog }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-replay-'));
  const hall = hallOfLog(log);
  const hallFile = join(dataDir, 'hall.json');
  writeFileSync(hallFile, JSON.stringify(hall.definition));
  const clock = createMovingClock(Math.min(...log.tickets.map(({ issuedAt }) => issuedAt)));
  const seeds = { adminPassword: ADMIN_PASSWORD, printerUrl: 'virtual:', hallFile };
  try {
    const hub = await buildHub(
      { port: 0, host: '127.0.0.1', dataDir, logLevel: 'silent', publicUrl: undefined, seeds },
      { clock, logger: false },
    );
    try {
      const url = await hub.server.listen({ port: 0, host: '127.0.0.1' });
      const { caller: admin } = await signIn(url, 'admin', ADMIN_PASSWORD);
      const played = await play(log, { url, clock, admin, hall });
      // A day may be longer than a session.
      const { caller: manager } = await signIn(url, 'admin', ADMIN_PASSWORD);
      const report = await manager.get<SummaryReport>(
        `/api/reports/summary?groupBy=service&from=${log.date}`,
      );
      return { played, report, hall };
    } finally {
      await hub.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) process.exitCode = await replay(process.argv.slice(2), (line) => console.log(line));
