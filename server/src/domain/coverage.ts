import type { Settings } from './settings.ts';
import { counterOf, type DayState } from './state.ts';

/** Whether a counter is open and not paused. */
export function isWorking(state: DayState, counterId: string): boolean {
  const { open } = counterOf(state, counterId);
  return open !== null && open.pause === null;
}

/** Since when a counter is closed or paused; null: it is working. One that did not open yet is away since the day began. */
export function awaySince(state: DayState, counterId: string): number | null {
  if (isWorking(state, counterId)) return null;
  return counterOf(state, counterId).awaySince ?? state.startsAt;
}

/** Counters in use that serve a service in this role. */
export const postsOf = (settings: Settings, serviceId: string, role: 'main' | 'backup'): readonly string[] =>
  settings.postsOf.get(serviceId)?.[role] ?? [];

/** Since when all of these are away; null: one of them is working. No counter at all: since the day began. */
export function allAwaySince(state: DayState, counterIds: readonly string[]): number | null {
  let since = state.startsAt;
  for (const counterId of counterIds) {
    const away = awaySince(state, counterId);
    if (away === null) return null;
    since = Math.max(since, away);
  }
  return since;
}
