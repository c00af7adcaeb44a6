import type { GroupBy } from '@jiaohao/shared/contract/reports.ts';

/**
 * What the report page is asked for. People say the last day that they want (`last`, inclusive); the
 * hub's periods are half open, and the translation stands here alone.
 */
export interface Filter {
  from: string;
  last: string;
  service: string;
  clerk: string;
  counter: string;
  groupBy: ReportGroup;
}

export const GROUPS = ['service', 'clerk', 'counter', 'day', 'hour'] as const satisfies readonly GroupBy[];
export type ReportGroup = (typeof GROUPS)[number];

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Calendar arithmetic in UTC: a date has no zone. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const isDate = (text: string | null): text is string =>
  text !== null && DATE.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The page's address → what it asks; whatever is missing or wrong is today, or everything. */
export function readFilter(params: URLSearchParams, today: string): Filter {
  const from = params.get('from');
  const last = params.get('last');
  const group = params.get('group');
  return {
    from: isDate(from) ? from : today,
    last: isDate(last) ? last : today,
    service: params.get('service') ?? '',
    clerk: params.get('clerk') ?? '',
    counter: params.get('counter') ?? '',
    groupBy: GROUPS.find((one) => one === group) ?? 'service',
  };
}

/** What it asks → the page's address. */
export function filterParams({ groupBy, ...filter }: Filter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) params.set(name, value);
  params.set('group', groupBy);
  return params;
}

/** The hub's query: `from=…&to=…` half open, and the filters that are set. */
export function reportQuery({ from, last, service, clerk, counter }: Filter): string {
  const query = new URLSearchParams({ from, to: plusDays(last, 1) });
  for (const [name, value] of Object.entries({ service, clerk, counter })) if (value) query.set(name, value);
  return query.toString();
}

export const isBackwards = ({ from, last }: Filter): boolean => last < from;

export const QUICK = ['today', 'yesterday', 'week', 'month'] as const;
export type Quick = (typeof QUICK)[number];

/** The usual periods, seen from `today`; a week is the seven days that end with it. */
export function quickDates(quick: Quick, today: string): Pick<Filter, 'from' | 'last'> {
  switch (quick) {
    case 'today':
      return { from: today, last: today };
    case 'yesterday':
      return { from: plusDays(today, -1), last: plusDays(today, -1) };
    case 'week':
      return { from: plusDays(today, -6), last: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, last: today };
    default:
      return quick satisfies never;
  }
}
