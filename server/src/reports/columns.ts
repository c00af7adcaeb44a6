import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { listSeparator } from '@jiaohao/shared/i18n/format.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { ReportRow } from '../store/report-queries.ts';
import { outcomeWords, reportWords } from './wording.ts';

/** Names of the priority classes, which rows hold by id. */
export type PriorityNames = Record<string, Localized>;

/**
 * A column of an export. What it holds decides how each format writes it: `at` is an instant (UTC ms),
 * `date` a `YYYY-MM-DD`, `number` a plain number, `text` words that may come from anybody.
 */
export type Column = { header: string; width: number } & (
  | { holds: 'text'; value(row: ReportRow): string | null }
  | { holds: 'date'; value(row: ReportRow): string }
  | { holds: 'number' | 'at'; value(row: ReportRow): number | null }
);

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

/** The columns of the turns report, in their order. Durations are in seconds. */
export function reportColumns(
  language: Language,
  priorities: PriorityNames,
  profile?: HallProfile,
): Column[] {
  const say = reportWords(language, profile);
  const outcomes = outcomeWords(language);
  const h = say.columns;
  const yesNo = (is: boolean) => (is ? say.yes : say.no);
  return [
    { header: h.serviceDay, width: 12, holds: 'date', value: (row) => row.serviceDay },
    { header: h.number, width: 9, holds: 'text', value: (row) => row.number },
    { header: h.service, width: 24, holds: 'text', value: (row) => words(row.serviceName, language) },
    { header: h.counter, width: 8, holds: 'number', value: (row) => row.counterNumber },
    { header: h.clerk, width: 14, holds: 'text', value: (row) => row.clerkName ?? row.clerkId },
    {
      header: h.priority,
      width: 12,
      holds: 'text',
      value: ({ priority }) => priority && (words(priorities[priority], language) || priority),
    },
    {
      header: h.state,
      width: 12,
      holds: 'text',
      value: (row) => say.states[(row.ending ?? row.state) as keyof typeof say.states] ?? row.state,
    },
    { header: h.outcome, width: 16, holds: 'text', value: (row) => row.outcome && outcomes[row.outcome] },
    { header: h.queuedAt, width: 20, holds: 'at', value: (row) => row.queuedAt },
    { header: h.firstCalledAt, width: 20, holds: 'at', value: (row) => row.firstCalledAt },
    { header: h.calledAt, width: 20, holds: 'at', value: (row) => row.calledAt },
    { header: h.startedAt, width: 20, holds: 'at', value: (row) => row.startedAt },
    { header: h.endedAt, width: 20, holds: 'at', value: (row) => row.endedAt },
    { header: h.calls, width: 9, holds: 'number', value: (row) => row.calls },
    { header: h.wait, width: 15, holds: 'number', value: (row) => seconds(row.waitMs) },
    { header: h.waitToFirstCall, width: 20, holds: 'number', value: (row) => seconds(row.waitToFirstCallMs) },
    { header: h.handling, width: 15, holds: 'number', value: (row) => seconds(row.handlingMs) },
    { header: h.targetWait, width: 15, holds: 'number', value: (row) => seconds(row.targetWaitMs) },
    { header: h.standard, width: 15, holds: 'number', value: (row) => seconds(row.standardMs) },
    { header: h.noShow, width: 10, holds: 'text', value: (row) => yesNo(row.noShow) },
    { header: h.asked, width: 12, holds: 'text', value: (row) => yesNo(row.asked) },
    { header: h.rating, width: 16, holds: 'number', value: (row) => row.rating },
    {
      header: h.reasons,
      width: 30,
      holds: 'text',
      value: ({ reasons }) =>
        reasons.map((reason) => words(reason, language)).join(listSeparator(language)) || null,
    },
    { header: h.doubtful, width: 14, holds: 'number', value: (row) => row.doubtful },
    {
      header: h.outcomeDetails,
      width: 30,
      holds: 'text',
      value: ({ outcomeDetails }) =>
        outcomeDetails.map((detail) => words(detail, language)).join(listSeparator(language)) || null,
    },
    {
      header: h.firstClerk,
      width: 14,
      holds: 'text',
      value: (row) => row.firstClerkName ?? row.firstClerkId,
    },
    { header: h.paper, width: 12, holds: 'text', value: (row) => yesNo(row.paper) },
    {
      header: h.metOutage,
      width: 20,
      holds: 'text',
      value: ({ metOutage }) =>
        metOutage.map((part) => say.outageParts[part]).join(listSeparator(language)) || null,
    },
  ];
}
