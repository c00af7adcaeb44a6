import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { guide as guideEn } from '@jiaohao/shared/i18n/en/guide.ts';
import { slip as slipEn } from '@jiaohao/shared/i18n/en/slip.ts';
import { nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { addedLanguages, inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { type GuideWords, guide as guideZh } from '@jiaohao/shared/i18n/zh-CN/guide.ts';
import { type SlipWords, slip as slipZh } from '@jiaohao/shared/i18n/zh-CN/slip.ts';
import { isCodePage, printable } from './charset.ts';
import type { PrinterProfile } from './printer-profile.ts';

const slipWords = inEveryLanguage(
  { ...slipZh, guide: guideZh },
  { ...slipEn, guide: guideEn },
  ({ slip, guide }) => ({ ...slip, guide }),
);

/** A slip's own words, how to choose among the hall's, and how to write in that language. */
export interface SlipLanguage {
  words: SlipWords & { guide: GuideWords };
  /** The hall's text in the nearest language it has. */
  pick(text: Localized): string;
  time(at: number, timeZone: string): string;
  /** Weekday, day and month. */
  day(at: number, timeZone: string): string;
  /** Hours and minutes alone. */
  hour(at: number, timeZone: string): string;
}

/**
 * Chinese of every kind reads the zh-CN words, a language that was added its own; any other reads English,
 * and so does one whose letters the printer does not have: a code page cannot print Chinese at all.
 */
export function slipLanguage(
  language: string,
  printer: PrinterProfile,
  profile: HallProfile = 'government',
): SlipLanguage {
  const tag = printableLanguage(language, printer);
  const chinese = tag === 'zh-CN';
  // Where its words are English, so are the hall's, unless the hall has its own in the language asked for.
  const asked = chinese || !(isCodePage(printer.encoding) && /^zh\b/i.test(language)) ? language : 'en';
  const locale = tag === 'en' ? 'en-GB' : tag;
  return {
    words: slipWords(tag, profile),
    pick(text) {
      const said = words(text, hasOwn(text, asked) ? asked : tag);
      return chinese ? said : halfWidth(said);
    },
    time: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
      }).format(at),
    day: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(
        at,
      ),
    hour: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(at),
  };
}

function printableLanguage(language: string, { encoding }: PrinterProfile): string {
  if (/^zh\b/i.test(language)) return isCodePage(encoding) ? 'en' : 'zh-CN';
  const added = addedLanguages().length > 0 ? nearestLanguage(language, ['en', ...addedLanguages()]) : 'en';
  // Unknown languages come back as the first of all, which is Chinese.
  const tag = added === 'zh-CN' ? 'en' : added;
  return printable(slipWords(tag).yourNumber, encoding).replaced.length === 0 ? tag : 'en';
}

const hasOwn = (text: Localized, language: string): boolean =>
  Object.keys(text).some((tag) => text[tag] && tag.split('-')[0] === language.split('-')[0]);

/** Typographic marks of Western text are two columns wide in GB and tear words apart: use ASCII. */
function halfWidth(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/…/g, '...');
}
