import { spoken as en } from '@jiaohao/shared/i18n/en/spoken.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { spoken as zh } from '@jiaohao/shared/i18n/zh-CN/spoken.ts';
import { hanziCardinal, type SpokenLanguage, spokenNumber } from './announcement.ts';

/** More people than this ahead of somebody are not counted out to them. */
export const MOST_AHEAD = 999;

const spokenWords = inEveryLanguage(zh, en, ({ spoken }) => spoken);
const wordsIn = (language: SpokenLanguage) => spokenWords(language === 'zh' ? 'zh-CN' : language);

export type KioskPrompt = keyof typeof zh.kiosk;
export const KIOSK_PROMPTS = Object.keys(zh.kiosk) as KioskPrompt[];

/** A sentence about what the kiosk's screen shows now. */
export const kioskPrompt = (prompt: KioskPrompt, language: SpokenLanguage): string =>
  wordsIn(language).kiosk[prompt];

/**
 * The number somebody has just taken, and how many stand before them.
 * @throws RangeError when the number is no ticket number or `ahead` is not 0 to {@link MOST_AHEAD}
 */
export function spokenTicket(ticket: {
  number: string;
  ahead: number;
  language: SpokenLanguage;
  one: '一' | '幺';
}): string {
  const { number, ahead, language, one } = ticket;
  if (!Number.isInteger(ahead) || ahead < 0 || ahead > MOST_AHEAD)
    throw new RangeError(`not a count of people: ${ahead}`);
  const count = language === 'zh' ? hanziCount(ahead) : String(ahead);
  return wordsIn(language).ticket({
    number: spokenNumber(number, language, one),
    ahead: ahead === 0 ? null : count,
  });
}

/** People are counted 两人, where a counter's number is 二号. */
const hanziCount = (n: number): string => (n === 2 ? '两' : hanziCardinal(n));
