import { profileOf } from '../domain/settings.ts';
import type { Operations } from '../operations.ts';
import { createReports, type Reports } from '../reports/reports.ts';

interface Deps {
  databasePath: string;
  hall: string;
  operations: Operations;
  /** The folder of the languages that were added, as a URL. */
  languages: string;
  log: Parameters<typeof createReports>[0]['log'];
}

/** The reports, by the hall's time zone and its words as they are now: a change of those takes another worker. */
export function createReportRoom({ databasePath, hall, operations, languages, log }: Deps): Reports {
  const now = () => {
    const settings = operations.settings();
    return { timeZone: settings.hall.timeZone, profile: profileOf(settings) };
  };
  let made = now();
  let reports = createReports({ databasePath, hall, languages, log, ...made });

  function current(): Reports {
    const wanted = now();
    if (wanted.timeZone !== made.timeZone || wanted.profile !== made.profile) {
      reports.close().catch((error: unknown) => log.error({ err: error }, 'a report worker did not end'));
      made = wanted;
      reports = createReports({ databasePath, hall, languages, log, ...made });
    }
    return reports;
  }

  return {
    turns: (...asked) => current().turns(...asked),
    summary: (...asked) => current().summary(...asked),
    waits: (...asked) => current().waits(...asked),
    exceptions: (...asked) => current().exceptions(...asked),
    coverage: (...asked) => current().coverage(...asked),
    outages: (...asked) => current().outages(...asked),
    emergencies: (...asked) => current().emergencies(...asked),
    journalCsv: (...asked) => current().journalCsv(...asked),
    reasons: (...asked) => current().reasons(...asked),
    csv: (...asked) => current().csv(...asked),
    xlsx: (...asked) => current().xlsx(...asked),
    close: () => reports.close(),
  };
}
