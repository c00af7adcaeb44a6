import type { ReasonsReport } from '@jiaohao/shared/contract/reports.ts';
import type { ReportFilter, ReportQueries } from '../store/report-queries.ts';
import { statedFilter } from './query.ts';

const LEVELS = [5, 4, 3, 2, 1];

type Reason = ReasonsReport['levels'][number]['reasons'][number];

/** The reasons of each level. One that was reworded stands apart from what it said before; mere changes of other settings part nothing. */
export function reasonsReport(queries: ReportQueries, filter: ReportFilter): ReasonsReport {
  const { levels } = queries.summary(filter, 'hall').total;
  const explained = queries.explained(filter);
  const chosen = queries.reasons(filter);
  return {
    filter: statedFilter(filter),
    levels: LEVELS.map((level) => {
      const merged = new Map<string, Reason>();
      for (const { id, name, count } of chosen.filter((each) => each.level === level)) {
        const key = JSON.stringify([id, name]);
        const before = merged.get(key);
        merged.set(key, { id, name, count: (before?.count ?? 0) + count });
      }
      return {
        level,
        pressed: levels[level - 1] ?? 0,
        explained: explained.get(level) ?? 0,
        reasons: [...merged.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
      };
    }),
  };
}
