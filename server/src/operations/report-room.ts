import type { Operations } from '../operations.ts';
import { createReports, type Reports } from '../reports/reports.ts';

interface Deps {
  databasePath: string;
  hall: string;
  operations: Operations;
  log: Parameters<typeof createReports>[0]['log'];
}

/** The reports, by the hall's time zone as it is now: a change of it takes another worker. */
export function createReportRoom({ databasePath, hall, operations, log }: Deps): Reports {
  let zone = operations.settings().hall.timeZone;
  let reports = createReports({ databasePath, hall, timeZone: zone, log });

  function current(): Reports {
    const { timeZone } = operations.settings().hall;
    if (timeZone !== zone) {
      reports.close().catch((error: unknown) => log.error({ err: error }, 'a report worker did not end'));
      zone = timeZone;
      reports = createReports({ databasePath, hall, timeZone, log });
    }
    return reports;
  }

  return {
    turns: (...asked) => current().turns(...asked),
    summary: (...asked) => current().summary(...asked),
    waits: (...asked) => current().waits(...asked),
    csv: (...asked) => current().csv(...asked),
    xlsx: (...asked) => current().xlsx(...asked),
    close: () => reports.close(),
  };
}
