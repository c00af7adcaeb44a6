import { allAwaySince, postsOf } from './coverage.ts';
import { linesOf, waitingCount } from './queues.ts';
import type { Settings } from './settings.ts';
import { type DayState, turnOf } from './state.ts';

const MINUTE = 60_000;
/** Where a hall does not say after how long it wants to be told. */
const ALERT_MINUTES = 5;

/** A service that nobody serves although it is open (空岗): neither a main nor a backup counter is working. */
export interface Gap {
  serviceId: string;
  since: number;
  waiting: number;
  /** From when on the hall manager should see to it; null while nobody waits. */
  alertAt: number | null;
  main: readonly string[];
  backup: readonly string[];
}

/**
 * The gaps there are now (A、B岗零缺位). They count within opening hours; where there are none, only while
 * somebody waits: nobody can say then that the hall should be open. What was is worked out in reports.
 */
export function gapsNow(state: DayState, settings: Settings, now: number): Gap[] {
  if (!state.started || state.ended) return [];
  return settings.services.flatMap((service) => {
    const { id: serviceId } = service;
    if (service.archived) return [];
    const main = postsOf(settings, serviceId, 'main');
    const backup = postsOf(settings, serviceId, 'backup');
    const away = allAwaySince(state, [...main, ...backup]);
    const open = away === null ? null : openSince(settings, serviceId, now);
    if (away === null || open === null) return [];
    const waits = oldestQueuedAt(state, serviceId);
    const limited = settings.opening.isLimited(serviceId);
    if (!limited && waits === null) return [];
    const since = Math.max(away, open, limited || waits === null ? away : waits);
    const waiting = waitingCount(state.queues, serviceId);
    const patience = (settings.rules.gapAlertMinutes ?? ALERT_MINUTES) * MINUTE;
    const alertAt = waits === null ? null : Math.max(since, waits) + patience;
    return [{ serviceId, since, waiting, alertAt, main, backup }];
  });
}

/** When the stretch of opening hours began that is on; null where none is. */
function openSince(settings: Settings, serviceId: string, now: number): number | null {
  for (const { from, to } of settings.opening.runs(serviceId, now)) {
    if (from > now) return null;
    if (now < to) return from;
  }
  return null;
}

function oldestQueuedAt(state: DayState, serviceId: string): number | null {
  let oldest: number | null = null;
  for (const { places } of linesOf(state.queues, serviceId)) {
    for (const { turnId } of places) {
      const { queuedAt } = turnOf(state, turnId);
      if (oldest === null || queuedAt < oldest) oldest = queuedAt;
    }
  }
  return oldest;
}
