import type { Zone } from '@jiaohao/shared/contract/hall.ts';
import { noticeStateAt } from '@jiaohao/shared/contract/notice-state.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { localDate, localTime } from './service-day.ts';
import type { Settings } from './settings.ts';

/** What the hall has to say at `now` (UTC ms), by its own clocks, in a zone; a screen of the whole hall says it all. */
export function noticesAt(
  { notices, hall }: Pick<Settings, 'notices' | 'hall'>,
  now: number,
  zone: Zone | null = null,
): Localized[] {
  const clock = `${localDate(now, hall.timeZone)}T${localTime(now, hall.timeZone)}`;
  return notices
    .filter((notice) => noticeStateAt(notice, clock) === 'showing')
    .filter(({ zones }) => zone === null || zones === undefined || zones.includes(zone.id))
    .map(({ text }) => text);
}
