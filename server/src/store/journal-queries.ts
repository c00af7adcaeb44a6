import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { Decision, EmergencyStep, OutagesReport } from '@jiaohao/shared/contract/reports.ts';
import Database from 'better-sqlite3';
import type { DayEvent } from '../domain/event.ts';
import type { CounterStay, DayFacts } from '../domain/past-gaps.ts';
import { indexSettings, type Settings } from '../domain/settings.ts';

/**
 * What reports read from the journal itself: what a person decided, and what held when. A read-only
 * connection of its own, as that of report-queries.ts.
 */

export interface Period {
  from: string;
  to: string;
  now: number;
}

/** A person's decision about somebody's place, as the log has it. */
export interface DecisionRow {
  at: number;
  serviceDay: string;
  number: string | null;
  what: Decision;
  byId: string;
  byName: string | null;
  byRole: string;
  settingsVersion: number;
  data: Record<string, unknown>;
  /** Of a move, what was written about it; of a number written by hand, what stood on it. While it is kept. */
  words: string | null;
}

/** One step of an emergency, as the log has it. */
export interface EmergencyRow {
  at: number;
  serviceDay: string;
  what: EmergencyStep;
  kind: string | null;
  byId: string;
  byName: string | null;
  byRole: string;
  settingsVersion: number;
  note: string | null;
}

type OutageRow = OutagesReport['rows'][number];
type OutageData = Extract<DayEvent, { type: 'outage-recorded' }>['data'];

/**
 * Everything that did not go by the rules because a person said so. Not in it: what follows from a rule
 * though somebody pressed a key (a missed number that goes back by itself, the way back of a transfer), and
 * the move that only carries out a change of service.
 */
const DECISIONS = `
  SELECT j.occurred_at AS at, substr(j.stream, 5) AS serviceDay, j.by_id AS byId, substr(j.by_kind, 8) AS byRole,
    p.name AS byName, j.settings_version AS settingsVersion, j.data AS data, x.text AS words,
    coalesce(t.number, j.data ->> 'number') AS number,
    CASE j.type
      WHEN 'priority-changed' THEN iif(j.data ->> 'priority' IS NULL, 'priority-taken-back', 'priority-given')
      WHEN 'turn-called' THEN 'chosen'
      WHEN 'turn-moved' THEN iif(j.data ->> 'first', 'put-first', 'moved')
      WHEN 'turn-queued' THEN 'put-first'
      WHEN 'service-changed' THEN 'service-changed'
      WHEN 'turn-returned' THEN 'returned'
      WHEN 'turn-undone' THEN 'undone'
      ELSE CASE
        WHEN j.data ->> 'origin' IN ('walk-in', 'paper') THEN j.data ->> 'origin'
        WHEN j.data ->> 'override' IS NULL THEN 'priority-given'
        ELSE 'against-hours' END
    END AS what
  FROM journal j
  LEFT JOIN turns t ON t.turn_id = j.data ->> 'turnId'
  LEFT JOIN people p ON p.id = j.by_id
  LEFT JOIN personal_data x ON x.id = CASE j.type
    WHEN 'turn-moved' THEN j.data ->> 'reason' WHEN 'ticket-issued' THEN j.data ->> '$.paper.markId' END
  WHERE j.hall = $hall AND j.stream >= 'day:' || $from AND j.stream < 'day:' || $to
    AND j.by_kind LIKE 'person:%'
    AND CASE j.type
      WHEN 'priority-changed' THEN 1
      WHEN 'service-changed' THEN 1
      WHEN 'turn-undone' THEN 1
      WHEN 'turn-called' THEN j.data ->> 'why' = 'chosen'
        AND NOT (coalesce(j.data ->> 'here', 0) AND t.origin IS 'walk-in')
      WHEN 'turn-moved' THEN j.data ->> 'reason' IS NOT NULL
      WHEN 'turn-queued' THEN j.data ->> 'first' AND j.data ->> 'turnId' NOT LIKE '%:back'
      WHEN 'turn-returned' THEN NOT EXISTS (
        SELECT 1 FROM journal m WHERE m.hall = j.hall AND m.stream = j.stream AND m.seq = j.seq - 1
          AND m.type = 'turn-missed' AND m.command_id = j.command_id)
      WHEN 'ticket-issued' THEN j.data ->> 'origin' IN ('walk-in', 'paper') OR j.data ->> 'override' IS NOT NULL
        OR (j.data ->> 'priority' IS NOT NULL AND j.data -> 'appointment' IS NULL)
      ELSE 0
    END`;

/**
 * Begun again while it is on, an emergency has got another message, or, under the id that it has, a note. One that
 * went past the end of a day goes on in the next: a week before the period says what its first step followed.
 */
const EMERGENCY_STEPS = `
  SELECT j.occurred_at AS at, substr(j.stream, 5) AS serviceDay, j.by_id AS byId,
    substr(j.by_kind, 8) AS byRole, p.name AS byName, j.settings_version AS settingsVersion, x.text AS note,
    CASE
      WHEN j.type = 'emergency-ended' THEN 'ended'
      WHEN j.before_type IS NOT 'emergency-begun' THEN 'begun'
      WHEN j.before_data ->> 'emergencyId' = j.data ->> 'emergencyId' THEN 'noted'
      ELSE 'message-changed'
    END AS what,
    coalesce(j.data ->> 'kind', j.before_data ->> 'kind') AS kind
  FROM (
    SELECT *, lag(type) OVER steps AS before_type, lag(data) OVER steps AS before_data FROM journal
    WHERE hall = $hall AND stream >= 'day:' || date($from, '-7 days') AND stream < 'day:' || $to
      AND type IN ('emergency-begun', 'emergency-ended')
    WINDOW steps AS (ORDER BY position)
  ) j
  LEFT JOIN people p ON p.id = j.by_id
  LEFT JOIN personal_data x ON x.id = j.data ->> 'noteId'
  WHERE j.stream >= 'day:' || $from`;

const OUTAGES = `
  SELECT substr(j.stream, 5) AS serviceDay, j.data AS data FROM journal j
  WHERE j.hall = $hall AND j.stream >= 'day:' || $from AND j.stream < 'day:' || $to AND j.type = 'outage-recorded'`;

export type JournalQueries = ReturnType<typeof openJournalQueries>;

export function openJournalQueries({ databasePath, hall }: { databasePath: string; hall: string }) {
  const database = new Database(databasePath, { readonly: true, fileMustExist: true });
  const bind = ({ from, to }: Period) => ({ hall, from, to });
  const indexed = new Map<number, Settings>();

  /** The settings of a version; what was worked out stays, versions never change. */
  function settingsOf(version: number): Settings | null {
    const known = indexed.get(version);
    if (known) return known;
    const json = database
      .prepare(
        "SELECT data -> 'document' FROM journal WHERE hall = ? AND stream = 'settings' AND data ->> 'version' = ?",
      )
      .pluck()
      .get(hall, version) as string | undefined;
    if (json === undefined) return null;
    const settings = indexSettings(version, JSON.parse(json) as HallSettings);
    indexed.set(version, settings);
    return settings;
  }

  /** In force at `from`, and those that came before `to`. */
  function versionsBetween(from: number, to: number): DayFacts['versions'] {
    const rows = database
      .prepare(
        `SELECT data ->> 'version' AS version, occurred_at AS at FROM journal
         WHERE hall = $hall AND stream = 'settings' AND occurred_at < $to
           AND seq >= coalesce((SELECT max(seq) FROM journal
             WHERE hall = $hall AND stream = 'settings' AND occurred_at <= $from), 0)
         ORDER BY seq`,
      )
      .all({ hall, from, to }) as { version: number; at: number }[];
    return rows.flatMap(({ version, at }, index) => {
      const settings = settingsOf(version);
      return settings ? [{ at: index === 0 ? Math.min(at, from) : at, settings }] : [];
    });
  }

  return {
    settingsOf,
    countDecisions: (period: Period): number =>
      database.prepare(`SELECT count(*) FROM (${DECISIONS})`).pluck().get(bind(period)) as number,

    /** Newest first: what happened just now is asked about most. */
    decisions(period: Period, limit: number): DecisionRow[] {
      const rows = database
        .prepare(`${DECISIONS} ORDER BY j.position DESC LIMIT $limit`)
        .all({ ...bind(period), limit }) as (Omit<DecisionRow, 'data'> & { data: string })[];
      return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> }));
    },

    countEmergencySteps: (period: Period): number =>
      database.prepare(`SELECT count(*) FROM (${EMERGENCY_STEPS})`).pluck().get(bind(period)) as number,

    /** Newest first. */
    emergencySteps: (period: Period, limit: number): EmergencyRow[] =>
      database
        .prepare(`${EMERGENCY_STEPS} ORDER BY j.position DESC LIMIT $limit`)
        .all({ ...bind(period), limit }) as EmergencyRow[],

    countOutages: (period: Period): number =>
      database.prepare(`SELECT count(*) FROM (${OUTAGES})`).pluck().get(bind(period)) as number,

    /** Newest first. */
    outages(period: Period, limit: number): OutageRow[] {
      const rows = database
        .prepare(`${OUTAGES} ORDER BY j.position DESC LIMIT $limit`)
        .all({ ...bind(period), limit }) as { serviceDay: string; data: string }[];
      return rows.map(({ serviceDay, data }) => {
        const { from, to, planned = false, met } = JSON.parse(data) as OutageData;
        return { serviceDay, from, to, planned, ...met };
      });
    },

    /** What each day of the period that began holds for its gaps, oldest first. */
    *days(period: Period): Generator<{ serviceDay: string; facts: DayFacts }> {
      const days = database
        .prepare(
          `SELECT substr(stream, 5) AS date, occurred_at AS began, data ->> 'startsAt' AS startsAt,
             data ->> 'endsAt' AS endsAt
           FROM journal WHERE hall = $hall AND stream >= 'day:' || $from AND stream < 'day:' || $to
             AND seq = 1 AND type = 'day-started' ORDER BY stream`,
        )
        .all(bind(period)) as { date: string; began: number; startsAt: number; endsAt: number }[];
      for (const { date, began, startsAt, endsAt } of days) {
        const to = Math.min(endsAt, period.now);
        const stays = database
          .prepare(
            `SELECT counter_id AS counterId, clerk_id AS clerkId, kind, started_at AS "from",
               coalesce(ended_at, 9e15) AS "to"
             FROM counter_intervals WHERE hall = ? AND service_day = ? ORDER BY started_at`,
          )
          .all(hall, date) as CounterStay[];
        const waits = database
          .prepare(
            `SELECT service_id AS serviceId, queued_at AS "from",
               coalesce(first_called_at, ended_at, iif(state = 'ended', queued_at, 9e15)) AS "to"
             FROM turns WHERE hall = ? AND service_day = ? AND origin <> 'walk-in'`,
          )
          .all(hall, date) as DayFacts['waits'];
        // A day's first event comes with the first tick after it began.
        const from = began - startsAt < 60_000 ? startsAt : began;
        yield {
          serviceDay: date,
          facts: { from, to, startsAt, versions: versionsBetween(from, to), stays, waits },
        };
      }
    },

    namesOf(): Map<string, string> {
      const rows = database.prepare('SELECT id, name FROM people WHERE hall = ?').all(hall) as {
        id: string;
        name: string;
      }[];
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    close(): void {
      database.close();
    },
  };
}
