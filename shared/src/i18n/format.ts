/** Dates, numbers and plurals by `Intl`: nothing of it written by hand in a catalogue. */

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let made = cache.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language, options);
    cache.set(key, made);
  }
  return made;
}

/** `10:24` at `at` (UTC ms) in the hall's time zone. */
export function clockTime(at: number, timeZone: string, language: string): string {
  return formatter(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `11月21日星期六` / `Saturday 21 November`. */
export function longDate(at: number, timeZone: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return formatter(locale, { timeZone, month: 'long', day: 'numeric', weekday: 'long' }).format(at);
}

/** `2026/11/21 10:24` as the language writes it. */
export function dateTime(at: number, timeZone: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return formatter(locale, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** A running time: `04:18`, from an hour on `1:04:18`. Negative counts as zero. */
export function stopwatch(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Between the items of a list: `3、5、8`, `3, 5, 8`. */
export const listSeparator = (language: string): string => (/^(zh|ja)\b/.test(language) ? '、' : ', ');

/** Whole minutes, never less than zero. */
export const minutes = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

/**
 * The form of a word for a count: `plural('en', 1, { one: 'person', other: 'people' })`. Languages with more
 * forms give those that they have: zero, one, two, few, many.
 */
export function plural(
  language: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}

export const number = (value: number, language: string): string =>
  new Intl.NumberFormat(language).format(value);

export const percent = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
