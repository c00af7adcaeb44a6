import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { headingLines, type SlipLine, type TextStyle, textLines } from './slip-lines.ts';
import { type SlipLanguage, slipLanguage } from './slip-words.ts';

/** What every kind of paper is written with: lines for one printer, in one language, from top to bottom. */
export interface Sheet extends SlipLanguage {
  lines: SlipLine[];
  put(...lines: SlipLine[]): void;
  text(of: string, style?: TextStyle): void;
  /** At most `most` lines; narrower, then smaller, where it would take more. */
  heading(of: string, width: number, most: number, bold?: boolean): void;
  space(dots: number): void;
  rule(): void;
}

/** In whose words a paper is: a language, and those of the hall's kind of house. */
export interface Wording {
  language: string;
  profile?: HallProfile;
}

export function startSheet({ language, profile: house }: Wording, profile: PrinterProfile): Sheet {
  const lines: SlipLine[] = [];
  const put = (...more: SlipLine[]) => void lines.push(...more);
  return {
    ...slipLanguage(language, profile, house),
    lines,
    put,
    text: (of, style) => put(...textLines(of, profile, style)),
    heading: (of, width, most, bold = true) =>
      put(...headingLines(of, profile, { width, height: width, bold, align: 'center' }, most)),
    space: (dots) => put({ kind: 'space', dots }),
    rule: () => put({ kind: 'rule' }),
  };
}

/** The hall's name, and in the largest letters what this paper is. */
export function headSheet(sheet: Sheet, hallName: Localized, title: string): void {
  sheet.text(sheet.pick(hallName), { align: 'center' });
  sheet.space(10);
  sheet.heading(title, 2, 2);
  sheet.space(12);
  sheet.rule();
}

export function section(sheet: Sheet, title: string): void {
  sheet.space(8);
  sheet.rule();
  sheet.space(6);
  sheet.text(title, { bold: true });
  sheet.space(6);
}

/** What to have ready, and which form to fill in where. */
export interface ToBring {
  bring: Localized[];
  form?: Localized;
  where?: Localized;
}

export function toBring({ words, pick, text, space }: Sheet, { bring, form, where }: ToBring): void {
  if (bring.length === 0 && !form) return;
  space(8);
  if (bring.length > 0) text(words.bring, { bold: true });
  for (const item of bring) text(pick(item), { bullet: words.bullet });
  if (form) text(words.guide.form, { bold: true });
  if (form) text(pick(form));
  if (form && where) text(pick(where));
}

/** Past the knife, and cut. */
export function endSheet(sheet: Sheet): SlipLine[] {
  sheet.put({ kind: 'feed', lines: 4 }, { kind: 'cut' });
  return sheet.lines;
}
