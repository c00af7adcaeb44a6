import type {
  CoverageReport,
  EmergenciesReport,
  ExceptionsReport,
} from '@jiaohao/shared/contract/reports.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { emergencyMessages } from '../domain/emergency-messages.ts';
import { type PastGap, type Post, pastGaps } from '../domain/past-gaps.ts';
import type { Settings } from '../domain/settings.ts';
import type { DecisionRow, JournalQueries, Period } from '../store/journal-queries.ts';
import { inAllLanguages } from './wording.ts';

type Exception = ExceptionsReport['rows'][number];
type Covered = CoverageReport['rows'][number];

/** Gaps that a page shows; as many days as anybody asks for hold more only where nobody worked at all. */
export const ROWS_AT_MOST = 5000;

/** Who put whom where and why (排队例外), in the words that held when it was decided. */
export function exceptionRows(
  queries: JournalQueries,
  period: Period,
  limit: number,
  profile: HallProfile,
): Exception[] {
  return queries.decisions(period, limit).map((row) => {
    const settings = queries.settingsOf(row.settingsVersion);
    const { at, serviceDay, number, what, byId, byName, byRole, words, data } = row;
    const reasonId = what.startsWith('priority-') ? data['reason'] : undefined;
    return {
      at,
      serviceDay,
      number,
      what,
      about: settings && aboutOf(row, settings, profile),
      byId,
      byName,
      byRole,
      reason: settings?.priorityReasons.find(({ id }) => id === reasonId)?.name ?? null,
      words,
    };
  });
}

function aboutOf({ what, data }: DecisionRow, settings: Settings, profile: HallProfile): Localized | null {
  const text = (key: string): string | null => {
    const value = data[key];
    return typeof value === 'string' ? value : null;
  };
  const counter = (id: string | null): Localized | null => {
    const number = id === null ? undefined : settings.counterById.get(id)?.number;
    return number === undefined
      ? null
      : inAllLanguages((say) => say.counterName({ number: `${number}` }), profile);
  };
  switch (what) {
    case 'priority-given':
    case 'priority-taken-back':
      return settings.priorityById.get(text('priority') ?? text('from') ?? '')?.name ?? null;
    case 'chosen':
    case 'undone':
      return counter(text('counterId'));
    case 'put-first':
    case 'moved':
      return counter(text('forCounter'));
    case 'service-changed':
    case 'walk-in':
    case 'against-hours':
    case 'paper':
      return settings.serviceById.get(text('serviceId') ?? '')?.name ?? null;
    default:
      return null;
  }
}

/** What was done about emergencies, by whom, and what they wrote; the kind in the words that held then. */
export const emergencyRows = (
  queries: JournalQueries,
  period: Period,
  limit: number,
): EmergenciesReport['rows'] =>
  queries.emergencySteps(period, limit).map(({ kind, settingsVersion, ...row }) => {
    const settings = queries.settingsOf(settingsVersion);
    const message = settings && emergencyMessages(settings).find(({ id }) => id === kind);
    return { ...row, kind: message?.name ?? null };
  });

/** Each gap with its posts, by the service day. */
export function coverageRows(queries: JournalQueries, period: Period): Covered[] {
  const names = queries.namesOf();
  const named = ({ clerkId, ...post }: Post) => ({
    ...post,
    clerkName: clerkId === null ? null : (names.get(clerkId) ?? null),
  });
  const rows: Covered[] = [];
  for (const { serviceDay, facts } of queries.days(period)) {
    for (const { main, backup, ...gap } of pastGaps(facts) satisfies PastGap[])
      rows.push({ serviceDay, ...gap, main: main.map(named), backup: backup.map(named) });
    if (rows.length >= ROWS_AT_MOST) break;
  }
  return rows;
}
