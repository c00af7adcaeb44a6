import iconv from 'iconv-lite';
import type { PrinterEncoding } from './printer-profile.ts';

/**
 * What a printer's character set can show. Common Chinese printers know ASCII and the two-byte part
 * of GB18030 only; four-byte sequences come out as rubbish, so they never reach the paper.
 */

/** Printed where a character cannot be: 〓 is what Chinese typesetting puts for a missing glyph. */
export const STAND_IN = '〓';
const ASCII_STAND_IN = '?';

/** Near equals for what two-byte GB lacks; `NFKC` and unaccented letters are tried after these. */
const NEAR: Record<string, string> = {
  '¥': '￥',
  '•': '·',
  '‧': '·',
  '・': '·',
  '〜': '～',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '£': '￡',
  '¢': '￠',
};

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const WIDE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

export interface Printable {
  text: string;
  /** What the character set lacks and was replaced by a stand-in, in order. */
  replaced: string[];
}

/**
 * The text as this character set can print it, on one line: every kind of white space becomes a
 * space; control and invisible characters go (so that no name can smuggle in a printer command);
 * what cannot be encoded becomes its near equal, else a visible stand-in.
 */
export function printable(text: string, encoding: PrinterEncoding): Printable {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\p{Zs}\p{Zl}\p{Zp}]/gu, (space) => (space === '\u3000' ? space : ' '))
    .replace(/[\p{Cc}]/gu, '');
  const replaced: string[] = [];
  let out = '';
  for (const { segment } of graphemes.segment(plain)) out += fit(segment, encoding, replaced);
  return { text: out, replaced };
}

function fit(grapheme: string, encoding: PrinterEncoding, replaced: string[]): string {
  if (encodable(grapheme, encoding)) return grapheme;
  const visible = grapheme.replace(/\p{Cf}|[\ufe00-\ufe0f]/gu, '');
  if (visible === '') return '';
  for (const candidate of [
    visible,
    Array.from(visible, (char) => NEAR[char] ?? char).join(''),
    visible.normalize('NFKC'),
    visible.normalize('NFKD').replace(/\p{M}/gu, ''),
  ]) {
    if (candidate !== '' && encodable(candidate, encoding)) return candidate;
  }
  replaced.push(grapheme);
  return encodable(STAND_IN, encoding) ? STAND_IN : ASCII_STAND_IN;
}

function encodable(text: string, encoding: PrinterEncoding): boolean {
  for (const char of text) {
    if (/\p{C}/u.test(char)) return false; // control, format, private use, unassigned, lone surrogate
    if (char >= ' ' && char <= '~') continue;
    const bytes = iconv.encode(char, encoding);
    if (isGb(encoding) && bytes.length !== 2) return false;
    if (iconv.decode(bytes, encoding) !== char) return false;
  }
  return true;
}

export function isGb(encoding: PrinterEncoding): boolean {
  return encoding === 'gb18030' || encoding === 'gbk';
}

export function isCodePage(encoding: PrinterEncoding): boolean {
  return !isGb(encoding) && encoding !== 'utf-8';
}

/** Columns the text takes at single width: in GB every two-byte character takes two, Hanzi or not. */
export function columnsOf(text: string, encoding: PrinterEncoding): number {
  let columns = 0;
  for (const char of text) columns += columnsOfCharacter(char, encoding);
  return columns;
}

function columnsOfCharacter(char: string, encoding: PrinterEncoding): number {
  if (char <= '~' || isCodePage(encoding)) return 1;
  if (isGb(encoding)) return 2;
  return WIDE.test(char) ? 2 : 1;
}
