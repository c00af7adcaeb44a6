import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';
import { addedLanguage, addedLanguages } from '@jiaohao/shared/i18n/library.ts';

/**
 * The languages that are spoken: `zh` is standard Mandarin (普通话), `en` English; a language that was
 * added is named by its tag, and spoken where its file names a voice.
 */
export type SpokenLanguage = string;

/** The spoken language of a tag in the hall's rules: `zh` for `zh-CN`, an added one itself; undefined: not spoken. */
export function spokenLanguage(tag: string): SpokenLanguage | undefined {
  if (addedLanguage(tag)) return addedLanguage(tag)?.voice && tag;
  const base = tag.toLowerCase().split('-')[0];
  return base === 'zh' || base === 'en' ? base : undefined;
}

/** All that can be spoken. */
export const spokenLanguages = (): SpokenLanguage[] => [
  'zh',
  'en',
  ...addedLanguages().filter((tag) => addedLanguage(tag)?.voice),
];

export interface Announcement {
  /** A ticket's number, such as `A001` or `AB1000`. */
  number: string;
  /** The counter's display number, 1 to 999. */
  counter: number;
  language: SpokenLanguage;
  rules: Pick<VoiceRules, 'templates' | 'one'>;
}

const CHINESE = '请{number}号到{counter}号窗口办理';
const ENGLISH_VOICE = {
  template: 'Number {number}. Please go to counter {counter}.',
  digits: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;

const HANZI = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/**
 * The sentence to synthesise, with every digit already in words: an engine left to itself reads
 * `B102号` as "一百二". In Mandarin a counter is a cardinal (十二号窗口), a ticket's digits go one by one.
 *
 * @throws RangeError when the number is no ticket number or the counter is not 1 to 999.
 */
export function announcement({ number, counter, language, rules }: Announcement): string {
  if (!Number.isInteger(counter) || counter < 1 || counter > 999) {
    throw new RangeError(`not a counter number: ${counter}`);
  }
  const spoken = {
    number: spokenNumber(number, language, rules.one),
    counter: language === 'zh' ? hanziCardinal(counter) : String(counter),
  };
  const voice = addedLanguage(language)?.voice ?? ENGLISH_VOICE;
  const template =
    language === 'zh' ? (rules.templates['zh-CN'] ?? CHINESE) : (rules.templates[language] ?? voice.template);
  return template.replace(/\{(number|counter)\}/g, (_, what: 'number' | 'counter') => spoken[what]);
}

/**
 * A ticket's number in words, digit by digit.
 * @throws RangeError for what is no ticket number
 */
export function spokenNumber(number: string, language: SpokenLanguage, one: '一' | '幺'): string {
  const parts = /^([A-Z]{1,2})([0-9]{1,6})$/.exec(number);
  if (!parts) throw new RangeError(`not a ticket number: ${JSON.stringify(number)}`);
  const letters = [...parts[1]!];
  const digits = [...parts[2]!].map(Number);
  const voice = addedLanguage(language)?.voice ?? ENGLISH_VOICE;
  return language === 'zh' ? hanziNumber(letters, digits, one) : spelledNumber(letters, digits, voice.digits);
}

/** `A零零一`. Two letters are kept apart, or the engine would read `AB` as a word. */
function hanziNumber(letters: string[], digits: number[], one: '一' | '幺'): string {
  return letters.join('、') + digits.map((digit) => (digit === 1 ? one : HANZI[digit])).join('');
}

/** `A, zero, zero, one`. */
function spelledNumber(letters: string[], digits: number[], words: readonly string[]): string {
  return [...letters, ...digits.map((digit) => words[digit])].join(', ');
}

/** A whole number from 1 to 999 as it is counted: 十, 十二, 二十, 一百零一, 一百一十; 2 is 二, not 两. */
export function hanziCardinal(n: number): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor(n / 10) % 10;
  const ones = n % 10;
  const head = hundreds > 0 ? `${HANZI[hundreds]}百` : '';
  const tail = ones > 0 ? HANZI[ones] : '';
  if (tens === 0) return head + (head && tail ? '零' : '') + tail;
  return `${head}${tens === 1 && !head ? '' : HANZI[tens]}十${tail}`;
}
