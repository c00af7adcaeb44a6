import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';

/** What the footer shows at one time: a line in each language, or two lines of one of them. */
export type NoticePage = { language: Language; text: string }[];

/** About how wide a text is, in ems of its own size: Hanzi are one em, Latin letters about half. */
export function widthEm(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.52;
  return width;
}

/**
 * One notice as the footer shows it: both languages together where each fits its line of `lineEm`,
 * else one after the other in parts of two lines, broken where a sentence ends. Nothing is cut off.
 */
export function noticePages(notice: Localized, languages: readonly Language[], lineEm: number): NoticePage[] {
  const texts = languages.flatMap((language) => {
    const text = notice[language]?.trim();
    return text ? [{ language, text }] : [];
  });
  if (texts.length === 0) {
    const text = Object.values(notice)[0]?.trim();
    if (text && languages[0]) texts.push({ language: languages[0], text });
  }
  if (texts.length > 1 && texts.every(({ text }) => widthEm(text) <= lineEm)) return [texts];
  return texts.flatMap(({ language, text }) =>
    // Two lines are never quite filled: words are not broken.
    evenParts(text, lineEm * 1.85).map((part) => [{ language, text: part }]),
  );
}

/** As few parts as will do, as even as they can be: no last page with a lonely word. */
function evenParts(text: string, mostEm: number): string[] {
  const greedy = parts(text, mostEm);
  for (let limit = widthEm(text) / greedy.length; limit < mostEm; limit *= 1.05) {
    const even = parts(text, limit);
    if (even.length <= greedy.length) return even;
  }
  return greedy;
}

/** `text` in parts no wider than `mostEm`, ended where a clause ends, else a word, else anywhere. */
function parts(text: string, mostEm: number): string[] {
  const made: string[] = [];
  let part = '';
  for (const piece of pieces(text, mostEm, [CLAUSES, WORDS, LETTERS])) {
    if (part && widthEm(part + piece.trimEnd()) > mostEm) {
      made.push(part.trim());
      part = '';
    }
    part += piece;
  }
  if (part.trim()) made.push(part.trim());
  return made;
}

const CLAUSES = /[^。！？；，.!?;:,]*[。！？；，.!?;:,]*\s*/g;
const WORDS = /\S*\s*/g;
const LETTERS = /./gsu;

/** Cut as coarsely as lets every piece fit. */
function pieces(text: string, mostEm: number, [cut, ...finer]: RegExp[]): string[] {
  if (!cut || widthEm(text.trimEnd()) <= mostEm) return [text];
  return (text.match(cut) ?? []).flatMap((piece) => (piece ? pieces(piece, mostEm, finer) : []));
}
