import type {
  CoverageReport,
  EmergenciesReport,
  ExceptionsReport,
  GroupBy,
  OutagesReport,
  ReasonsReport,
  SummaryReport,
  TurnsReport,
  WaitsReport,
} from '@jiaohao/shared/contract/reports.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import type { ReportFilter } from '../store/report-queries.ts';
import type { PriorityNames } from './columns.ts';

/** What the hub and the report worker say to each other. */

export interface WorkerSettings {
  databasePath: string;
  hall: string;
  timeZone: string;
  profile?: HallProfile;
  /** The folder of the languages that were added, as a URL. */
  languages?: string;
}

export type ExportFormat = 'csv' | 'xlsx';

/** What is read from the journal itself. */
export type JournalReport = 'exceptions' | 'coverage' | 'outages' | 'emergencies';

export type Question =
  | { kind: 'turns'; filter: ReportFilter; limit: number; language: Language }
  | { kind: 'summary'; filter: ReportFilter; groupBy: GroupBy; language: Language }
  | { kind: 'waits'; filter: ReportFilter }
  | { kind: JournalReport; filter: ReportFilter; limit: number }
  | { kind: 'journal-csv'; of: JournalReport; filter: ReportFilter; language: Language }
  | { kind: 'reasons'; filter: ReportFilter }
  | {
      kind: 'export';
      format: ExportFormat;
      filter: ReportFilter;
      language: Language;
      priorities: PriorityNames;
    };

/** `more` asks an export for its next piece; `stop` drops it. An export sends nothing unasked. */
export type ToWorker = { id: number } & (
  | { ask: 'question'; question: Question }
  | { ask: 'more' }
  | { ask: 'stop' }
);

/** A file that is made whole: its rows are few. */
export interface FileAnswer {
  bytes: Uint8Array;
}

export type Answer =
  | TurnsReport
  | SummaryReport
  | WaitsReport
  | ExceptionsReport
  | CoverageReport
  | OutagesReport
  | EmergenciesReport
  | ReasonsReport
  | FileAnswer;

export type FromWorker = { id: number } & (
  | { tell: 'answer'; answer: Answer }
  | { tell: 'piece'; bytes: Uint8Array }
  | { tell: 'end' }
  | { tell: 'failed'; message: string }
);
