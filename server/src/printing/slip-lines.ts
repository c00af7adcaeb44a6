import { columnsOf, printable } from './charset.ts';
import { PAPER, type PrinterProfile } from './printer-profile.ts';
import { wrap } from './wrap.ts';

export type Align = 'left' | 'center' | 'right';

/** One printed line of text, already short enough for the paper. Multiples are 1..8. */
export interface TextLine {
  kind: 'text';
  text: string;
  align: Align;
  width: number;
  height: number;
  bold: boolean;
}

/** A slip as its printer will be told it, from top to bottom. */
export type SlipLine =
  | TextLine
  | { kind: 'qr'; data: string; moduleDots: number }
  | { kind: 'feed'; lines: number }
  /** A gap finer than a line: 8 dots are a millimetre. At most 255. */
  | { kind: 'space'; dots: number }
  | { kind: 'rule' }
  | { kind: 'cut' };

export interface TextStyle {
  align?: Align;
  /** Wished multiples; never more than the printer's largest. */
  width?: number;
  height?: number;
  bold?: boolean;
  /** Put before the first line; the lines after it hang as far in. */
  bullet?: string;
  /** Columns left free at this size. */
  inset?: number;
}

/** Breaks a text into lines for this printer at the wished size. Empty text gives no line. */
export function textLines(text: string, profile: PrinterProfile, style: TextStyle = {}): TextLine[] {
  const { encoding } = profile;
  const width = Math.min(style.width ?? 1, profile.largestMultiple);
  const height = Math.min(style.height ?? 1, profile.largestMultiple);
  const fitted = printable(text, encoding).text.trim();
  if (fitted === '') return [];
  const bullet = style.bullet ? printable(style.bullet, encoding).text : '';
  const hang = ' '.repeat(columnsOf(bullet, encoding));
  const columns = Math.floor(PAPER[profile.paperMm].columns / width) - hang.length - (style.inset ?? 0);
  return wrap(fitted, columns, encoding).map((line, index) => ({
    kind: 'text',
    text: `${index === 0 ? bullet : hang}${line}`,
    align: style.align ?? 'left',
    width,
    height,
    bold: style.bold ?? false,
  }));
}

/**
 * A heading as large as wished; where it would take more than `most` lines, narrower, then smaller.
 * Its lines are made about equally long, so that no single Hanzi is left over.
 */
export function headingLines(
  text: string,
  profile: PrinterProfile,
  style: TextStyle & { width: number; height: number },
  most: number,
): TextLine[] {
  const lines = textLines(text, profile, style);
  if (lines.length > most && (style.width > 1 || style.height > 1)) {
    const smaller =
      style.width > 1
        ? { width: style.width - 1, height: Math.max(2, style.height - 1) }
        : { width: 1, height: 1 };
    return headingLines(text, profile, { ...style, ...smaller }, most);
  }
  let balanced = lines;
  for (let inset = 1; lines.length > 1; inset += 1) {
    const narrower = textLines(text, profile, { ...style, inset });
    if (narrower.length > lines.length) return balanced;
    balanced = narrower;
  }
  return balanced;
}
