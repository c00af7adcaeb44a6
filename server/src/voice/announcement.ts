import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';

/** The languages that are spoken; `zh` is standard Mandarin (普通话). */
export type SpokenLanguage = 'zh' | 'en';

export interface Announcement {
  /** A ticket's number, such as `A001` or `AB1000`. */
  number: string;
  /** The counter's display number, 1 to 999. */
  counter: number;
  language: SpokenLanguage;
  rules: Pick<VoiceRules, 'templates' | 'one'>;
}

const TAG: Record<SpokenLanguage, string> = { zh: 'zh-CN', en: 'en' };

const DEFAULT_TEMPLATES: Record<SpokenLanguage, string> = {
  zh: '请{number}号到{counter}号窗口办理',
  en: 'Number {number}. Please go to counter {counter}.',
};

const HANZI = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/**
 * The sentence to synthesise, with every digit already in words: an engine left to itself reads
 * `B102号` as "一百二". In Mandarin a counter is a cardinal (十二号窗口), a ticket's digits go one by one.
 *
 * @throws RangeError when the number is no ticket number or the counter is not 1 to 999.
 */
export function announcement({ number, counter, language, rules }: Announcement): string {
  const parts = /^([A-Z]{1,2})([0-9]{1,6})$/.exec(number);
  if (!parts) throw new RangeError(`not a ticket number: ${JSON.stringify(number)}`);
  if (!Number.isInteger(counter) || counter < 1 || counter > 999) {
    throw new RangeError(`not a counter number: ${counter}`);
  }
  const letters = [...parts[1]!];
  const digits = [...parts[2]!].map(Number);
  const spoken =
    language === 'zh'
      ? { number: hanziNumber(letters, digits, rules.one), counter: hanziCardinal(counter) }
      : { number: englishNumber(letters, digits), counter: String(counter) };
  const template = rules.templates[TAG[language]] ?? DEFAULT_TEMPLATES[language];
  return template.replace(/\{(number|counter)\}/g, (_, what: 'number' | 'counter') => spoken[what]);
}

/** `A零零一`. Two letters are kept apart, or the engine would read `AB` as a word. */
function hanziNumber(letters: string[], digits: number[], one: '一' | '幺'): string {
  return letters.join('、') + digits.map((digit) => (digit === 1 ? one : HANZI[digit])).join('');
}

/** `A, zero, zero, one`. */
function englishNumber(letters: string[], digits: number[]): string {
  return [...letters, ...digits.map((digit) => ENGLISH[digit])].join(', ');
}

/** A whole number from 1 to 999 as it is counted: 十, 十二, 二十, 一百零一, 一百一十; 2 is 二, not 两. */
function hanziCardinal(n: number): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor(n / 10) % 10;
  const ones = n % 10;
  const head = hundreds > 0 ? `${HANZI[hundreds]}百` : '';
  const tail = ones > 0 ? HANZI[ones] : '';
  if (tens === 0) return head + (head && tail ? '零' : '') + tail;
  return `${head}${tens === 1 && !head ? '' : HANZI[tens]}十${tail}`;
}
