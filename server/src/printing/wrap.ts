import { columnsOf } from './charset.ts';
import type { PrinterEncoding } from './printer-profile.ts';

/** Marks that never begin a line, and marks that never end one. */
const CLOSING = /^[，。、；：！？）》」』】〉”’…～,.;:!?)\]}%]$/u;
const OPENING = /^[（《「『【〈“‘([{]$/u;

/**
 * Breaks printable text into lines of at most `columns` display columns: between words, and between
 * any two Hanzi, but no line begins with a closing mark or ends with an opening one. A word longer
 * than a line is broken where the line ends. At least one line, which may be empty.
 */
export function wrap(text: string, columns: number, encoding: PrinterEncoding): string[] {
  const width = (piece: string) => columnsOf(piece, encoding);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, encoding)) {
    if (width(line) + width(piece.trimEnd()) <= columns) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    const word = piece.trimEnd();
    for (const char of word) {
      if (line !== '' && width(line) + width(char) > columns) {
        lines.push(line);
        line = '';
      }
      line += char;
    }
    line += piece.slice(word.length);
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What must stay together: a word with its spaces, a Hanzi with the marks that cling to it. */
function pieces(text: string, encoding: PrinterEncoding): string[] {
  const out: string[] = [];
  let previous = '';
  for (const char of text) {
    const wide = columnsOf(char, encoding) === 2;
    const wideBefore = columnsOf(previous, encoding) === 2;
    const clings =
      previous !== '' &&
      (char === ' ' ||
        CLOSING.test(char) ||
        OPENING.test(previous) ||
        (!wide && !wideBefore && previous !== ' '));
    if (clings) out.push(`${out.pop() ?? ''}${char}`);
    else out.push(char);
    previous = char;
  }
  return out;
}
