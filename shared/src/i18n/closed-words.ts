import type { ServiceClosed } from '../contract/hours.ts';
import type { CatalogueOf } from './catalogue-of.ts';
import { clockTime } from './format.ts';
import { words } from './words.ts';
import type { opening as zh } from './zh-CN/opening.ts';

type Texts = CatalogueOf<typeof zh>;

interface Place {
  now: number;
  timeZone: string;
  language: string;
}

/** `午休中，13:30 恢复取号`: why no number can be had, and from when on one can. */
export function closedWords(closed: ServiceClosed, place: Place, texts: Texts): string {
  const { reason, opensAt } = closed;
  if (reason === 'held') return texts.held;
  if (opensAt === null) return withoutEnd(closed, place, texts);
  const { timeZone, language } = place;
  const when = openingTime(opensAt, place, texts);
  if (daysBetween(place.now, opensAt, timeZone) > 0) {
    return texts.andThen({ why: withoutEnd(closed, place, texts), when });
  }
  if (reason === 'quota-used' || reason === 'exhausted') return texts.usedForNow({ when });
  if (reason === 'last-number') return texts.lastOfInterval({ when });
  if (reason !== 'break') return texts.begins({ when });
  const hour = Number(clockTime(opensAt, timeZone, language).slice(0, 2));
  return hour >= 11 && hour < 16 ? texts.lunch({ when }) : texts.breakNow({ when });
}

function withoutEnd({ reason, occasion }: ServiceClosed, { language }: Place, texts: Texts): string {
  if (reason === 'quota-used' || reason === 'exhausted') return texts.usedToday;
  if (reason === 'closed-today') {
    return occasion ? texts.occasion({ occasion: words(occasion, language) }) : texts.notToday;
  }
  return reason === 'before-opening' ? texts.notYet : texts.overForToday;
}

/** `上午 9:00`, `13:30`, `明天 9:00`, `11月23日周一 9:00`: as short as it can be misread by nobody. */
function openingTime(at: number, { now, timeZone, language }: Place, texts: Texts): string {
  const clock = clockTime(at, timeZone, language);
  const time = clock.replace(/^0/, '');
  const days = daysBetween(now, at, timeZone);
  if (days === 0) return clock < '12' ? texts.morning({ time }) : time;
  if (days === 1) return texts.tomorrow({ time });
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(at);
  return texts.onDate({ date, time });
}

/** Calendar days from one moment to another, as the hall's calendar counts them. */
function daysBetween(from: number, to: number, timeZone: string): number {
  const date = (at: number) =>
    Date.parse(
      // Swedish dates are ISO dates.
      new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }).format(at),
    );
  return Math.round((date(to) - date(from)) / 86_400_000);
}
