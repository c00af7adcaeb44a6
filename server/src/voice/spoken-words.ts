import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { hanziCardinal, type SpokenLanguage, spokenLanguage, spokenNumber } from './announcement.ts';

/**
 * A hall's own words in one spoken language, their numbers as people say them: ticket numbers digit by digit,
 * small ones counted, long ones (a phone's) digit by digit. Null where there are no words in it.
 */
export function spokenWords(words: Localized, language: SpokenLanguage, one: '一' | '幺'): string | null {
  const tag = Object.keys(words).find((each) => spokenLanguage(each) === language);
  const text = tag === undefined ? undefined : words[tag]?.trim();
  if (!text) return null;
  const ticketsSaid = text.replace(/(?<![A-Za-z])[A-Z]{1,2}\d{3,6}(?!\d)/g, (number) =>
    spokenNumber(number, language, one),
  );
  if (language !== 'zh') return ticketsSaid;
  return ticketsSaid.replace(/\d+/g, (digits) => {
    const value = Number(digits);
    const counted = digits.length <= 3 && String(value) === digits && value > 0;
    return counted ? hanziCardinal(value) : spokenNumber(`A${digits.slice(0, 6)}`, 'zh', one).slice(1);
  });
}
