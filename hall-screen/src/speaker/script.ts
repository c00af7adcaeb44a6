import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';

/** One saying of a call: `repeat` 0 is the first time in its language; `second` marks a further language. */
export interface Saying {
  url: string;
  repeat: number;
  second: boolean;
}

/** From so many waiting calls on, nothing is said twice. */
export const DROP_REPEATS_AT = 2;
/** From so many on, only the first language is said. */
export const DROP_LANGUAGES_AT = 4;

/** All that would be said of a call if nobody waited, in order; a language without a clip is left out. */
export function script(audio: CallEntry['audio'], order: Board['voice']['order']): Saying[] {
  const sayings: Saying[] = [];
  let first: string | undefined;
  for (const { language, times } of order) {
    const url = audio[language] ?? audio[language.split('-')[0] ?? ''];
    if (!url) continue;
    first ??= language;
    for (let repeat = 0; repeat < times; repeat++) {
      sayings.push({ url, repeat, second: language !== first });
    }
  }
  return sayings;
}

/** The backlog rule: repeats go first, then further languages, never the call itself. */
export function worthSaying({ repeat, second }: Saying, waiting: number): boolean {
  if (repeat > 0 && waiting >= DROP_REPEATS_AT) return false;
  return !(second && waiting >= DROP_LANGUAGES_AT);
}
