import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { slip as en } from '@jiaohao/shared/i18n/en/slip.ts';
import { type SlipWords, slip as zhCN } from '@jiaohao/shared/i18n/zh-CN/slip.ts';
import { isCodePage } from './charset.ts';
import type { PrinterProfile } from './printer-profile.ts';

/** A slip's own words, how to choose among the hall's, and how to write in that language. */
export interface SlipLanguage {
  words: SlipWords;
  /** The hall's text in the nearest language it has. */
  pick(text: Localized): string;
  time(at: number, timeZone: string): string;
  /** Hours and minutes alone. */
  hour(at: number, timeZone: string): string;
}

/**
 * Chinese of every kind reads the zh-CN words; any other language without a catalogue reads English.
 * A printer that has only a code page cannot print Chinese at all: its slips are in English.
 */
export function slipLanguage(language: string, profile: PrinterProfile): SlipLanguage {
  const chinese = /^zh\b/i.test(language) && !isCodePage(profile.encoding);
  const wished = isCodePage(profile.encoding) && /^zh\b/i.test(language) ? 'en' : language;
  const nearest = [wished, wished.split('-')[0] ?? wished, chinese ? 'zh-CN' : 'en', 'zh-CN'];
  const locale = chinese ? 'zh-CN' : 'en-GB';
  return {
    words: chinese ? zhCN : en,
    pick: (text) => {
      const tag = nearest.find((candidate) => text[candidate]);
      const words = tag ? text[tag] : Object.values(text)[0];
      return chinese ? (words ?? '') : halfWidth(words ?? '');
    },
    time: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
      }).format(at),
    hour: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(at),
  };
}

/** Typographic marks of Western text are two columns wide in GB and tear words apart: use ASCII. */
function halfWidth(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/…/g, '...');
}
