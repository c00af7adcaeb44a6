import type { Board } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { listSeparator } from '@jiaohao/shared/i18n/format.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { textsOf } from '../texts.ts';

/** Why counters pause: one notice a sentence, with the counters it is said of. A pause that gives no sentence is among the numbers beside. */
export function pauseNotices(
  { counters }: Pick<Board, 'counters'>,
  languages: readonly Language[],
): Localized[] {
  const said = new Map<string, { sentence: Localized; numbers: number[] }>();
  for (const { number, state, pauseReason: sentence } of counters) {
    if (state !== 'paused' || !sentence) continue;
    const key = JSON.stringify(sentence);
    const one = said.get(key) ?? { sentence, numbers: [] };
    one.numbers.push(number);
    said.set(key, one);
  }
  return [...said.values()].map(({ sentence, numbers }) =>
    inEach(languages, (language) => {
      const counters = numbers.join(listSeparator(language));
      return textsOf(language).pausedAt({
        counters,
        count: numbers.length,
        sentence: words(sentence, language),
      });
    }),
  );
}

/** The services that no counter serves at the moment; null where all are served, or the hall is not at work at all. */
export function unservedNotice(
  { waiting }: Pick<Board, 'waiting'>,
  languages: readonly Language[],
): Localized | null {
  const unserved = waiting.filter(({ state }) => state !== 'open');
  if (unserved.length === 0 || unserved.length === waiting.length) return null;
  return inEach(languages, (language) => {
    const services = unserved.map(({ name }) => words(name, language)).join(listSeparator(language));
    return textsOf(language).unserved({ services });
  });
}

const inEach = (languages: readonly Language[], say: (language: Language) => string): Localized =>
  Object.fromEntries(languages.map((language) => [language, say(language)]));
