import type { Board } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { closedWords } from '@jiaohao/shared/i18n/closed-words.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { openingTexts } from '../texts.ts';

/** `午休中，13:30 恢复取号`, in each language; null while the hall is open, or has no hours. */
export function openWords(
  board: Pick<Board, 'open' | 'timeZone'>,
  languages: readonly Language[],
  now: number,
): Localized | null {
  const { open, timeZone } = board;
  if (!open || open.state === 'open') return null;
  const { opensAt, occasion } = open;
  const reason = open.state === 'break' ? 'break' : occasion ? 'closed-today' : 'after-closing';
  return Object.fromEntries(
    languages.map((language) => [
      language,
      closedWords({ reason, opensAt, occasion }, { now, timeZone, language }, openingTexts(language)),
    ]),
  );
}
