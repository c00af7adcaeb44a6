import { Readable } from 'node:stream';
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
import type { ReportFilter } from '../store/report-queries.ts';
import type { PriorityNames } from './columns.ts';
import type { ExportFormat, FileAnswer, JournalReport, Question, WorkerSettings } from './protocol.ts';
import { createReportWorker, type ReportLog } from './worker-client.ts';

interface ReportsOptions extends WorkerSettings {
  log: ReportLog;
  /** How long one answer, or one piece of an export, may take before the worker is replaced. */
  timeLimitMs?: number;
}

export interface Reports {
  turns(filter: ReportFilter, options: { limit: number; language: Language }): Promise<TurnsReport>;
  summary(filter: ReportFilter, groupBy: GroupBy, language: Language): Promise<SummaryReport>;
  waits(filter: ReportFilter): Promise<WaitsReport>;
  exceptions(filter: ReportFilter, limit: number): Promise<ExceptionsReport>;
  coverage(filter: ReportFilter, limit: number): Promise<CoverageReport>;
  outages(filter: ReportFilter, limit: number): Promise<OutagesReport>;
  emergencies(filter: ReportFilter, limit: number): Promise<EmergenciesReport>;
  /** A whole file of one of these. */
  journalCsv(of: JournalReport, filter: ReportFilter, language: Language): Promise<Uint8Array>;
  reasons(filter: ReportFilter): Promise<ReasonsReport>;
  csv(filter: ReportFilter, language: Language, priorities?: PriorityNames): Promise<Readable>;
  xlsx(filter: ReportFilter, language: Language, priorities?: PriorityNames): Promise<Readable>;
  close(): Promise<void>;
}

/**
 * Reports and exports, made in a worker thread: the loop that issues and calls never waits for them.
 * Everything rejects with DomainError `store-unavailable` where the worker failed, stopped or took
 * longer than the time limit; the next question finds a new one. An export is a stream that makes a
 * piece when one is read, so memory stays flat; one that breaks half-way is destroyed with the error.
 */
export function createReports({ log, timeLimitMs = 15_000, ...settings }: ReportsOptions): Reports {
  const worker = createReportWorker(settings, log, timeLimitMs);

  async function makeExport(question: Extract<Question, { kind: 'export' }>): Promise<Readable> {
    const pieces = worker.open(question);
    // The first piece before the answer's head goes out: what fails at once is an error, not a torn file.
    const first = await pieces.next();
    return Readable.from(
      (async function* () {
        try {
          if (first) yield first;
          for (let piece = await pieces.next(); piece; piece = await pieces.next()) yield piece;
        } finally {
          pieces.stop();
        }
      })(),
      { objectMode: false, highWaterMark: 256 * 1024 },
    );
  }

  const exportAs =
    (format: ExportFormat) =>
    (filter: ReportFilter, language: Language, priorities: PriorityNames = {}) =>
      makeExport({ kind: 'export', format, filter, language, priorities });

  return {
    turns: (filter, { limit, language }) => worker.ask({ kind: 'turns', filter, limit, language }),
    summary: (filter, groupBy, language) => worker.ask({ kind: 'summary', filter, groupBy, language }),
    waits: (filter) => worker.ask({ kind: 'waits', filter }),
    exceptions: (filter, limit) => worker.ask({ kind: 'exceptions', filter, limit }),
    coverage: (filter, limit) => worker.ask({ kind: 'coverage', filter, limit }),
    outages: (filter, limit) => worker.ask({ kind: 'outages', filter, limit }),
    emergencies: (filter, limit) => worker.ask({ kind: 'emergencies', filter, limit }),
    journalCsv: async (of, filter, language) =>
      (await worker.ask<FileAnswer>({ kind: 'journal-csv', of, filter, language })).bytes,
    reasons: (filter) => worker.ask({ kind: 'reasons', filter }),
    csv: exportAs('csv'),
    xlsx: exportAs('xlsx'),
    close: () => worker.close(),
  };
}
