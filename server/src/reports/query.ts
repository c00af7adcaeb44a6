import type { ReportQuery } from '@jiaohao/shared/contract/reports.ts';
import { DomainError } from '../domain/errors.ts';
import type { ReportFilter } from '../store/report-queries.ts';

const DAY_MS = 86_400_000;

/** `days` after a local date; dates without a clock, so no zone and no daylight saving can shift them. */
function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `2026-02-30` has the form of a date and is none. */
const isDate = (date: string): boolean =>
  !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && plusDays(date, 0) === date;

/**
 * A request's query with its dates filled in: none is today; only `from` is from then to today
 * inclusive; only `to` is the one day before it.
 * @param today the hall's current service day
 * @param now the hub's clock, UTC ms
 * @throws DomainError `malformed` for a date that is none, or a period that holds no day
 */
export function resolveReportQuery(query: ReportQuery, today: string, now: number): ReportFilter {
  for (const name of ['from', 'to'] as const) {
    const date = query[name];
    if (date !== undefined && !isDate(date)) throw new DomainError('malformed', { field: name });
  }
  const tomorrow = plusDays(today, 1);
  const from = query.from ?? (query.to === undefined ? today : plusDays(query.to, -1));
  const to = query.to ?? (from < tomorrow ? tomorrow : plusDays(from, 1));
  if (from >= to) throw new DomainError('malformed', { field: 'to' });
  return {
    from,
    to,
    service: query.service ?? null,
    clerk: query.clerk ?? null,
    counter: query.counter ?? null,
    now,
  };
}

/** What the answer repeats of its question. */
export const statedFilter = ({ from, to, service, clerk, counter }: ReportFilter) => ({
  from,
  to,
  service,
  clerk,
  counter,
});

/** `waits-2026-11-21.csv`, or with the last day that is in it `waits-2026-11-01-to-2026-11-21.xlsx`. */
export function reportFileName(
  { from, to }: ReportFilter,
  extension: 'csv' | 'xlsx',
  what = 'waits',
): string {
  const last = plusDays(to, -1);
  return `${what}-${from}${last === from ? '' : `-to-${last}`}.${extension}`;
}

/** The last service day in the period: how people say "until". */
export const lastDay = ({ to }: ReportFilter): string => plusDays(to, -1);
