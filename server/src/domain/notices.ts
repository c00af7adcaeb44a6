import type { Notice } from '@jiaohao/shared/contract/hall.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { localDate, localTime } from './service-day.ts';
import type { Settings } from './settings.ts';

/** What the hall has to say at `now` (UTC ms), by its own clocks. */
export function noticesAt({ notices, hall }: Pick<Settings, 'notices' | 'hall'>, now: number): Localized[] {
  const clock = `${localDate(now, hall.timeZone)}T${localTime(now, hall.timeZone)}`;
  return notices.filter((notice) => !notice.archived && isValid(notice, clock)).map(({ text }) => text);
}

/** Wall clock times compare as texts. A date alone as `until` is its whole day. */
function isValid({ from, until }: Notice, clock: string): boolean {
  if (from !== undefined && clock < from) return false;
  if (until === undefined) return true;
  return until.includes('T') ? clock < until : clock.slice(0, until.length) <= until;
}
