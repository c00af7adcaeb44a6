import type { GroupBy } from '@jiaohao/shared/contract/reports.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import type { JournalQueries } from '../store/journal-queries.ts';
import {
  BUCKET_MS,
  type PageMark,
  type ReportFilter,
  type ReportQueries,
  type ReportRow,
  type SummaryGroup,
} from '../store/report-queries.ts';
import { reportColumns } from './columns.ts';
import { csvChunks } from './csv.ts';
import type { HallTime } from './hall-time.ts';
import { coverageRows, emergencyRows, exceptionRows } from './journal-answers.ts';
import { coverageCsv, emergenciesCsv, exceptionsCsv, outagesCsv } from './journal-csv.ts';
import type { Answer, Question } from './protocol.ts';
import { statedFilter } from './query.ts';
import { reasonsReport } from './reasons.ts';
import { reportStatement } from './statement.ts';
import { inAllLanguages, reportWords } from './wording.ts';
import { xlsxChunks } from './xlsx.ts';

/** Rows read at a time: some hundred kilobytes, some milliseconds. */
const PAGE_ROWS = 1000;
/** SQLite's word for no limit. */
const ALL = -1;

type Ask<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** Questions → answers, on one connection. Pure but for what the connection reads. */
export function createAnswers(
  queries: ReportQueries,
  journal: JournalQueries,
  hallTime: HallTime,
  profile: HallProfile = 'government',
) {
  function* pages(filter: ReportFilter): Generator<ReportRow[]> {
    for (let after: PageMark | null = null; ; ) {
      const rows = queries.page(filter, PAGE_ROWS, after);
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = last;
    }
  }

  function answer(question: Exclude<Question, Ask<'export'>>): Answer {
    const { filter } = question;
    switch (question.kind) {
      case 'turns':
        return {
          filter: statedFilter(filter),
          count: queries.count(filter),
          rows: queries.page(filter, question.limit, null).map(({ noShow, ...row }) => row),
          noShows: reportWords(question.language, profile).noShows,
        };
      case 'summary': {
        const { groupBy, language } = question;
        const { total, groups } = queries.summary(filter, groupBy);
        return {
          filter: statedFilter(filter),
          groupBy,
          total,
          groups: groups.map((group) => ({
            key: group.key,
            label: groupLabel(groupBy, group, profile),
            kpis: group.kpis,
          })),
          noShows: reportWords(language, profile).noShows,
          serviceLevelRule: reportWords(language, profile).serviceLevelRule,
        };
      }
      case 'exceptions': {
        const rows = exceptionRows(journal, filter, question.limit, profile);
        return { filter: periodOf(filter), count: journal.countDecisions(filter), rows };
      }
      case 'coverage': {
        const rows = coverageRows(journal, filter);
        return { filter: periodOf(filter), count: rows.length, rows: rows.slice(0, question.limit) };
      }
      case 'outages': {
        const rows = journal.outages(filter, question.limit);
        return { filter: periodOf(filter), count: journal.countOutages(filter), rows };
      }
      case 'emergencies': {
        const rows = emergencyRows(journal, filter, question.limit);
        return { filter: periodOf(filter), count: journal.countEmergencySteps(filter), rows };
      }
      case 'journal-csv': {
        return { bytes: journalCsv(question) };
      }
      case 'reasons':
        return reasonsReport(queries, filter);
      case 'waits':
        return { filter: statedFilter(filter), bucketMs: BUCKET_MS, points: queries.waits(filter) };
    }
  }

  function journalCsv({ of, filter, language }: Ask<'journal-csv'>): Uint8Array {
    if (of === 'exceptions')
      return exceptionsCsv(exceptionRows(journal, filter, ALL, profile), hallTime, language, profile);
    if (of === 'outages') return outagesCsv(journal.outages(filter, ALL), hallTime, language, profile);
    if (of === 'emergencies')
      return emergenciesCsv(emergencyRows(journal, filter, ALL), hallTime, language, profile);
    return coverageCsv(coverageRows(journal, filter), hallTime, language, profile);
  }

  async function* makeExport({
    format,
    filter,
    language,
    priorities,
  }: Ask<'export'>): AsyncGenerator<Uint8Array> {
    const columns = reportColumns(language, priorities, profile);
    if (format === 'csv') {
      yield* csvChunks(pages(filter), columns, hallTime);
      return;
    }
    const [sample] = queries.page(filter, 1, null);
    yield* xlsxChunks(pages(filter), columns, hallTime, {
      sheet: reportWords(language, profile).sheet,
      statement: reportStatement(filter, queries.summary(filter, 'hall').total, {
        count: queries.count(filter),
        sample,
        hallTime,
        language,
        profile,
      }),
    });
  }

  return { answer, export: makeExport };
}

function groupLabel(groupBy: GroupBy, { key, label }: SummaryGroup, profile: HallProfile): Localized {
  if (label) return label;
  if (key === '') return inAllLanguages((say) => say.nobodyYet, profile);
  if (groupBy === 'counter') return inAllLanguages((say) => say.counterName({ number: key }), profile);
  if (groupBy === 'hour') return inAllLanguages((say) => say.hourName({ hour: key }), profile);
  return inAllLanguages(() => key, profile);
}

const periodOf = ({ from, to }: ReportFilter) => ({ from, to });
