import type { OpenInterval, SpecialDay, Weekday } from '@jiaohao/shared/contract/hours.ts';

export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** `09:00–12:00, 13:30–17:00`: as people read hours, and type them. Empty where it is closed. */
export const intervalsText = (intervals: readonly OpenInterval[] = []): string =>
  intervals.map(({ from, to }) => `${from}–${to}`).join(', ');

const INTERVAL = /^(\d{1,2}):(\d{2})[-–—~至到](\d{1,2}):(\d{2})$/;

/**
 * Hours that were typed: `9:00-12:00, 13:30-17:00`, in any width, with any dash, parted by blanks or commas.
 * Null where they cannot be meant; what overlaps is for the hub to refuse.
 */
export function parseIntervals(typed: string): OpenInterval[] | null {
  const parts = typed
    .normalize('NFKC')
    .replace(/\s*([-–—~至到])\s*/g, '$1')
    .split(/[\s,;、]+/)
    .filter((part) => part !== '');
  const intervals = parts.map((part) => {
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = INTERVAL.exec(part) ?? [];
    const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
    const to = `${toHour.padStart(2, '0')}:${toMinute}`;
    const isTime = /^([01]\d|2[0-3]):[0-5]\d$/;
    return isTime.test(from) && (isTime.test(to) || to === '24:00') && from < to ? { from, to } : null;
  });
  return intervals.every((interval) => interval !== null) ? intervals : null;
}

/** Special days that are not over on `today` (YYYY-MM-DD), the next one first. */
export const comingDays = (special: readonly SpecialDay[], today: string): SpecialDay[] =>
  special.filter(({ date, until = date }) => until >= today).sort((a, b) => (a.date < b.date ? -1 : 1));
