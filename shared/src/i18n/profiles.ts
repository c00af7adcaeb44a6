/**
 * What kind of house the hall is in. A government hall and a bank say the same sentences with other words
 * for the same people and things. The catalogues are written for a government hall; a bank's words are laid over them.
 */
export type HallProfile = 'government' | 'bank';

/** Words and what a bank says for them, the longer before the shorter that it holds. */
export type Glossary = readonly (readonly [governments: string, banks: string])[];

/** By language. In languages that write capitals, a word at the beginning of a sentence is found too. */
export const BANK_WORDS: Readonly<Record<'zh-CN' | 'en', Glossary>> = {
  'zh-CN': [
    ['大厅值班长', '大堂经理'],
    ['值班长', '大堂经理'],
    ['窗口工作人员', '柜员'],
    ['办事群众', '客户'],
    ['群众', '客户'],
    ['业务日期', '营业日'],
  ],
  en: [
    ['hall manager', 'lobby manager'],
    ['duty manager', 'lobby manager'],
    ['clerk', 'teller'],
    ['service day', 'business day'],
  ],
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const reworded = (text: string, words: Glossary): string =>
  words.reduce((said, [from, to]) => said.split(from).join(to).split(capital(from)).join(capital(to)), text);

/** The same catalogue with `words` put in for those they stand for, in texts and in what functions answer. */
export function inWords<T>(texts: T, words: Glossary): T {
  const say = (text: unknown): unknown => {
    if (typeof text === 'string') return reworded(text, words);
    if (typeof text === 'function') return (...args: unknown[]) => say(text(...args));
    if (typeof text !== 'object' || text === null) return text;
    return Object.fromEntries(Object.entries(text).map(([key, inner]) => [key, say(inner)]));
  };
  return say(texts) as T;
}
