import type { GroupBy, Kpis, TurnRow } from '@jiaohao/shared/contract/reports.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import Database from 'better-sqlite3';
import { createDetailWords, type DetailWords } from './detail-words.ts';
import { createReasonWords, type ReasonWords } from './reason-words.ts';

/**
 * Every question that reports ask of the read models, in SQL (definitions: docs/kpi.md). It opens a
 * read-only connection of its own; a writer elsewhere never waits for it, nor it for the writer.
 */

/** What a report is about: service days `[from, to)`, each of the others null for "all". */
export interface ReportFilter {
  from: string;
  to: string;
  service: string | null;
  clerk: string | null;
  counter: string | null;
  /** The hub's clock when it was asked (UTC ms): waits so far end here, and later turns are not in it. */
  now: number;
}

/** A row with what an export needs beyond the contract's. */
export type ReportRow = TurnRow & { noShow: boolean };

export interface SummaryGroup {
  key: string;
  /** Of the service or the clerk; null where the key says it all. */
  label: Localized | null;
  kpis: Kpis;
}

/** Waits by the quarter hour in which people took their number. */
export interface WaitPoint {
  at: number;
  count: number;
  meanMs: number | null;
  p90Ms: number | null;
  maxMs: number | null;
  stillWaiting: number;
}

export const BUCKET_MS = 15 * 60_000;

/** Where the next page goes on; null at the start. */
export interface PageMark {
  serviceDay: string;
  queuedAt: number;
  turnId: string;
}

const filterFrom = (start: string) => `
  t.hall = $hall AND ${start} AND t.service_day < $to
  AND t.state <> 'planned' AND t.queued_at <= $now
  AND ($service IS NULL OR t.service_id = $service)
  AND ($clerk IS NULL OR t.clerk_id = $clerk)
  AND ($counter IS NULL OR t.counter_id = $counter)`;

const FILTER = filterFrom('t.service_day >= $from');
/**
 * What comes after a page's last row. As a row value it is looked up in the index of (hall, day, queued
 * at), so the hundredth page costs what the first does; the mark's day is never before `$from`.
 */
const AFTER_MARK = filterFrom('(t.service_day, t.queued_at, t.turn_id) > ($day, $at, $id)');

/** One turn with the times that the definitions speak of; null where it did not come to that. */
const turnsWhere = (filter: string) => `
  SELECT t.*,
    CASE WHEN t.ending = 'served' AND t.origin <> 'walk-in' THEN t.called_at - t.queued_at END AS wait_ms,
    CASE WHEN t.ending = 'served' AND t.origin <> 'walk-in' THEN t.first_called_at - t.queued_at END AS wait_to_first_call_ms,
    CASE WHEN t.ending = 'served' THEN
      t.ended_at - (CASE t.presses_start WHEN 1 THEN t.started_at ELSE t.called_at END) - t.parked_ms
    END AS handling_ms,
    CASE WHEN t.origin <> 'walk-in' THEN coalesce(t.called_at, t.first_called_at) - t.queued_at END AS until_call_ms,
    CASE
      WHEN t.ending IN ('cancelled', 'expired') THEN t.ended_at - t.queued_at
      WHEN t.state = 'waiting' THEN $now - t.queued_at
    END AS waited_in_vain_ms,
    (t.ending = 'served' AND t.rating IS NOT NULL) AS pressed,
    (t.ending = 'served' AND (t.asked = 1 OR t.rating IS NOT NULL)) AS invited
  FROM turns t
  WHERE ${filter}`;
const TURN = turnsWhere(FILTER);

const spread = (column: string, name: string) => `
  count(${column}) AS ${name}_count, avg(${column}) AS ${name}_mean, max(${column}) AS ${name}_max,
  percentile_cont(${column}, 0.5) AS ${name}_p50, percentile_cont(${column}, 0.9) AS ${name}_p90`;

const OUTCOMES = ['done', 'accepted', 'materials-missing', 'refused', 'referred'] as const;

const AGGREGATES = `
  count(DISTINCT ticket_id) AS issued,
  count(DISTINCT ticket_id) FILTER (WHERE origin = 'paper') AS paper,
  count(*) FILTER (WHERE ending = 'served') AS served,
  count(called_at) AS called,
  count(until_call_ms) AS waited_and_called,
  count(*) FILTER (WHERE state = 'waiting') AS waiting,
  count(*) FILTER (WHERE ending = 'expired' AND no_show = 1) AS no_shows,
  count(*) FILTER (WHERE ending = 'cancelled') AS cancelled,
  count(*) FILTER (WHERE ending = 'expired') AS expired,
  count(waited_in_vain_ms) AS vain_count, avg(waited_in_vain_ms) AS vain_mean, max(waited_in_vain_ms) AS vain_max,
  ${spread('wait_ms', 'wait')},
  ${spread('handling_ms', 'handling')},
  count(*) FILTER (WHERE until_call_ms <= target_wait_ms) AS in_target,
  count(*) FILTER (WHERE until_call_ms IS NULL AND ending IN ('cancelled', 'expired')
                     AND ended_at - queued_at > target_wait_ms) AS lost_late,
  count(*) FILTER (WHERE handling_ms <= standard_ms) AS in_standard,
  count(*) FILTER (WHERE invited) AS asked,
  count(*) FILTER (WHERE pressed) AS pressed,
  count(*) FILTER (WHERE pressed AND rating >= 3) AS satisfied,
  avg(rating) FILTER (WHERE pressed) AS mean_level,
  coalesce(sum(doubtful), 0) AS doubtful,
  count(wait_ms) FILTER (WHERE instr(met_outage, 'wait') > 0) AS waits_met,
  count(handling_ms) FILTER (WHERE instr(met_outage, 'handling') > 0) AS handlings_met,
  ${OUTCOMES.map((outcome) => `count(*) FILTER (WHERE ending = 'served' AND outcome = '${outcome}') AS "${outcome}"`).join(', ')},
  ${[1, 2, 3, 4, 5].map((level) => `count(*) FILTER (WHERE pressed AND rating = ${level}) AS level_${level}`).join(', ')}`;

/** How each grouping names its groups, and in which order: the busiest first, or as people count. '' is "none yet". */
const GROUP_KEYS: Record<Exclude<GroupBy, 'hall'>, { key: string; order: string }> = {
  service: { key: 'service_id', order: 'issued DESC, group_key' },
  clerk: { key: `coalesce(clerk_id, '')`, order: `group_key = '', served DESC, group_key` },
  counter: { key: `coalesce(counter_number, '')`, order: `group_key = '', group_key + 0` },
  day: { key: 'service_day', order: 'group_key' },
  hour: { key: 'hall_hour(queued_at)', order: 'group_key' },
};

const COLUMNS = `
  t.turn_id AS turnId, t.service_day AS serviceDay, t.number, t.service_id AS serviceId,
  t.service_name AS serviceName, t.counter_id AS counterId, t.counter_number AS counterNumber,
  t.clerk_id AS clerkId, p.name AS clerkName, t.priority, t.state, t.ending, t.outcome,
  t.queued_at AS queuedAt, t.first_called_at AS firstCalledAt, t.called_at AS calledAt,
  t.started_at AS startedAt, t.ended_at AS endedAt, t.calls, t.wait_ms AS waitMs,
  t.wait_to_first_call_ms AS waitToFirstCallMs, t.handling_ms AS handlingMs,
  t.target_wait_ms AS targetWaitMs, t.standard_ms AS standardMs, t.rating, t.invited AS asked,
  (t.ending IS 'expired' AND t.no_show = 1) AS noShow, t.doubtful,
  e.reasons, e.reasons_version AS reasonsVersion, t.details AS outcomeDetails,
  t.first_clerk_id AS firstClerkId, f.name AS firstClerkName, t.met_outage AS metOutage,
  t.origin = 'paper' AS paper`;

/** The press that counts, where there is one. */
const EFFECTIVE = `LEFT JOIN presses e ON e.turn_id = t.turn_id AND e.effective = 1`;

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

type Figures = Record<string, number>;

function kpisFrom(f: Figures): Kpis {
  const n = (name: string) => f[name] ?? 0;
  const orNull = (name: string) => f[name] ?? null;
  const spreadOf = (name: string) => ({
    count: n(`${name}_count`),
    mean: orNull(`${name}_mean`),
    p50: orNull(`${name}_p50`),
    p90: orNull(`${name}_p90`),
    max: orNull(`${name}_max`),
  });
  return {
    issued: n('issued'),
    served: n('served'),
    outcomes: {
      done: n('done'),
      accepted: n('accepted'),
      'materials-missing': n('materials-missing'),
      refused: n('refused'),
      referred: n('referred'),
    },
    called: n('called'),
    waiting: n('waiting'),
    noShows: n('no_shows'),
    cancelled: n('cancelled'),
    expired: n('expired'),
    notServed: { count: n('vain_count'), meanMs: orNull('vain_mean'), maxMs: orNull('vain_max') },
    waitMs: spreadOf('wait'),
    handlingMs: spreadOf('handling'),
    serviceLevel: ratio(n('in_target'), n('waited_and_called') + n('lost_late')),
    noShowRate: ratio(n('no_shows'), n('called')),
    cancelRate: ratio(n('cancelled'), n('issued')),
    withinStandard: ratio(n('in_standard'), n('served')),
    asked: n('asked'),
    pressed: n('pressed'),
    participation: ratio(n('pressed'), n('asked')),
    satisfaction: ratio(n('satisfied'), n('pressed')),
    meanLevel: orNull('mean_level'),
    levels: [1, 2, 3, 4, 5].map((level) => n(`level_${level}`)),
    doubtful: n('doubtful'),
    paper: n('paper'),
    metOutage: { waits: n('waits_met'), handlings: n('handlings_met') },
  };
}

interface RawRow
  extends Omit<
    ReportRow,
    'serviceName' | 'asked' | 'noShow' | 'reasons' | 'outcomeDetails' | 'metOutage' | 'paper'
  > {
  /** Parts, separated by commas. */
  metOutage: string | null;
  outcomeDetails: string | null;
  serviceName: string;
  /** JSON array of ids. */
  reasons: string | null;
  reasonsVersion: number | null;
  asked: 0 | 1 | null;
  paper: 0 | 1;
  noShow: 0 | 1;
}

/** Rows as the contract has them. A page holds few different names: each is parsed once. */
function rowsFrom(raw: RawRow[], reasonWords: ReasonWords, detailWords: DetailWords): ReportRow[] {
  const names = new Map<string, Localized>();
  const nameOf = (json: string): Localized => {
    const name = names.get(json) ?? (JSON.parse(json) as Localized);
    names.set(json, name);
    return name;
  };
  return raw.map(({ reasonsVersion, ...row }) => ({
    ...row,
    reasons: idsIn(row.reasons).map((id) => reasonWords(reasonsVersion, row.rating ?? 0, id)),
    outcomeDetails: detailWords(row.outcomeDetails, row.serviceId),
    serviceName: nameOf(row.serviceName),
    asked: row.asked === 1,
    noShow: row.noShow === 1,
    paper: row.paper === 1,
    metOutage: (row.metOutage?.split(',') ?? []) as ReportRow['metOutage'],
  }));
}

const idsIn = (json: string | null): string[] => (json ? (JSON.parse(json) as string[]) : []);

export interface ReportQueriesOptions {
  databasePath: string;
  hall: string;
  /** The hall-local hour of an instant, `00`–`23`. */
  hourOf(at: number): string;
}

export type ReportQueries = ReturnType<typeof openReportQueries>;

export function openReportQueries({ databasePath, hall, hourOf }: ReportQueriesOptions) {
  const database = new Database(databasePath, { readonly: true, fileMustExist: true });
  database.function('hall_hour', { deterministic: true }, (at) => hourOf(Number(at)));
  const reasonWords = createReasonWords(database, hall);
  const detailWords = createDetailWords(database, hall);
  const bind = ({ from, to, service, clerk, counter, now }: ReportFilter) => ({
    hall,
    from,
    to,
    service,
    clerk,
    counter,
    now,
  });

  /** Names as they stood last in the period: a service renamed on the way keeps one line. */
  function labels(groupBy: GroupBy, filter: ReportFilter): Map<string, Localized> {
    if (groupBy === 'service') {
      const rows = database
        .prepare(
          `SELECT t.service_id AS key, t.service_name AS name, max(t.queued_at) FROM turns t WHERE ${FILTER} GROUP BY 1`,
        )
        .all(bind(filter)) as { key: string; name: string }[];
      return new Map(rows.map(({ key, name }) => [key, JSON.parse(name) as Localized]));
    }
    if (groupBy === 'clerk') {
      const rows = database.prepare('SELECT id, name FROM people WHERE hall = ?').all(hall) as {
        id: string;
        name: string;
      }[];
      return new Map(rows.map(({ id, name }) => [id, { 'zh-CN': name, en: name }]));
    }
    return new Map();
  }

  return {
    count(filter: ReportFilter): number {
      const row = database.prepare(`SELECT count(*) AS n FROM turns t WHERE ${FILTER}`).get(bind(filter));
      return (row as { n: number }).n;
    },

    /**
     * Rows in the order people queued, `limit` at a time. An export goes page by page instead of
     * holding a cursor open: a slow download must not keep the write-ahead log from being folded in.
     * Turns are never removed and never change their place, so pages neither repeat nor skip.
     */
    page(filter: ReportFilter, limit: number, after: PageMark | null): ReportRow[] {
      const rows = database
        .prepare(
          `SELECT ${COLUMNS} FROM (${turnsWhere(after ? AFTER_MARK : FILTER)}
             ORDER BY t.service_day, t.queued_at, t.turn_id LIMIT $limit) t
           LEFT JOIN people p ON p.id = t.clerk_id LEFT JOIN people f ON f.id = t.first_clerk_id ${EFFECTIVE}
           ORDER BY t.service_day, t.queued_at, t.turn_id`,
        )
        .all({
          ...bind(filter),
          limit,
          ...(after && { day: after.serviceDay, at: after.queuedAt, id: after.turnId }),
        });
      return rowsFrom(rows as RawRow[], reasonWords, detailWords);
    },

    summary(filter: ReportFilter, groupBy: GroupBy): { total: Kpis; groups: SummaryGroup[] } {
      // One read transaction: the groups add up to the total, whatever is written meanwhile.
      return database.transaction(() => {
        const total = kpisFrom(
          database.prepare(`SELECT ${AGGREGATES} FROM (${TURN})`).get(bind(filter)) as Figures,
        );
        if (groupBy === 'hall') return { total, groups: [] };
        const { key, order } = GROUP_KEYS[groupBy];
        const names = labels(groupBy, filter);
        const rows = database
          .prepare(
            `SELECT ${key} AS group_key, ${AGGREGATES} FROM (${TURN}) GROUP BY group_key ORDER BY ${order}`,
          )
          .all(bind(filter)) as (Figures & { group_key: unknown })[];
        const groups = rows.map((row) => {
          const name = String(row.group_key);
          return { key: name, label: names.get(name) ?? null, kpis: kpisFrom(row) };
        });
        return { total, groups };
      })();
    },

    /** What was said with the ratings that count: level, reason, how often. */
    reasons(filter: ReportFilter): { level: number; name: Localized; id: string; count: number }[] {
      const rows = database
        .prepare(
          `SELECT t.rating AS level, r.value AS id, e.reasons_version AS version, count(*) AS count
           FROM (${TURN}) t ${EFFECTIVE}, json_each(e.reasons) r
           WHERE t.pressed GROUP BY 1, 2, 3`,
        )
        .all(bind(filter)) as { level: number; id: string; version: number | null; count: number }[];
      return rows.map(({ version, ...row }) => ({ ...row, name: reasonWords(version, row.level, row.id) }));
    },

    /** How many ratings of each level came with a reason. */
    explained(filter: ReportFilter): Map<number, number> {
      const rows = database
        .prepare(
          `SELECT t.rating AS level, count(*) AS count FROM (${TURN}) t ${EFFECTIVE}
           WHERE t.pressed AND e.reasons <> '[]' GROUP BY 1`,
        )
        .all(bind(filter)) as { level: number; count: number }[];
      return new Map(rows.map(({ level, count }) => [level, count]));
    },

    waits(filter: ReportFilter): WaitPoint[] {
      return database
        .prepare(
          `SELECT queued_at - queued_at % ${BUCKET_MS} AS at, count(wait_ms) AS count, avg(wait_ms) AS meanMs,
             percentile_cont(wait_ms, 0.9) AS p90Ms, max(wait_ms) AS maxMs,
             count(*) FILTER (WHERE state = 'waiting') AS stillWaiting
           FROM (${TURN}) GROUP BY 1 ORDER BY 1`,
        )
        .all(bind(filter)) as WaitPoint[];
    },

    close(): void {
      database.close();
    },
  };
}
