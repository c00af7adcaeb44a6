import { clockTime } from '@jiaohao/shared/i18n/format.ts';

const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const locale = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** `11月24日` / `24 Nov` of a calendar date. */
export const dayOfMonth = (date: string, language: string): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(
    noon(date),
  );

/** `周二` / `Tue`. */
export const weekday = (date: string, language: string): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', weekday: 'short' }).format(noon(date));

/** `11月24日周二` / `Tue 24 Nov`. */
export const dayWords = (date: string, language: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(noon(date));

/** The date so many days on. */
export const shifted = (date: string, days: number): string =>
  new Date(noon(date) + days * 24 * 3600_000).toISOString().slice(0, 10);

/** `10:00–10:30`. */
export const slotTimes = (from: number, until: number, timeZone: string, language: string): string =>
  `${clockTime(from, timeZone, language)}–${clockTime(until, timeZone, language)}`;
