import { Temporal } from 'temporal-polyfill';

export type LocalTime = { at: number; date: string } | { problem: string };

/**
 * Reads times as the hall's clocks showed them, `2020-01-09T07:58:00`. A time that the zone's clocks
 * never showed, or showed twice, is a problem: a wait must not be an hour off in silence.
 * @throws RangeError for an unknown zone
 */
export function createLocalTimes(timeZone: string): (text: string) => LocalTime {
  new Intl.DateTimeFormat('en', { timeZone });

  return (text) => {
    const wrong = (why: string) => ({ problem: `is "${text}": ${why}` });
    if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(text))
      return wrong('a local time such as 2020-01-09T07:58:00 is wanted');
    let plain: Temporal.PlainDateTime;
    try {
      plain = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    } catch {
      return wrong('there is no such date or time');
    }
    try {
      const { epochMilliseconds } = plain.toZonedDateTime(timeZone, { disambiguation: 'reject' });
      return { at: epochMilliseconds, date: plain.toPlainDate().toString() };
    } catch {
      return wrong(`clocks in ${timeZone} were changed then, so it is no time or two`);
    }
  };
}
