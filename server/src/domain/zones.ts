import type { Zone } from '@jiaohao/shared/contract/hall.ts';
import type { Settings } from './settings.ts';

/** The zone with this id; null for the whole hall, also where a screen's zone is no longer there: it shows too much rather than nothing. */
export function zoneOf({ zones = [] }: Pick<Settings, 'zones'>, zoneId: string | null): Zone | null {
  return zoneId === null ? null : (zones.find(({ id }) => id === zoneId) ?? null);
}

/** Whether what happens at a counter concerns a zone. */
export const isInZone = (zone: Zone | null, counterId: string | null): boolean =>
  zone === null || (counterId !== null && zone.counters.includes(counterId));
