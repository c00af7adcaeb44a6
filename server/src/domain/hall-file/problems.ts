import { hallFile as en } from '@jiaohao/shared/i18n/en/hall-file.ts';
import type { Language } from '@jiaohao/shared/i18n/language.ts';
import { inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { hallFile as zh } from '@jiaohao/shared/i18n/zh-CN/hall-file.ts';
import type { SyntaxFault } from './json-syntax.ts';

/** Forms a text in a hall file may have to take; the catalogue has an example of each. */
export type Form = 'id' | 'letter' | 'time' | 'date' | 'username' | 'other';
export type Kind = 'text' | 'number' | 'whole-number' | 'yes-no' | 'list' | 'object' | 'other';

/**
 * One thing wrong with a hall's settings. `where` is a path such as `services[3].letter`, or
 * `line:column` for a fault of syntax, or empty for the file as a whole.
 */
export type Problem = { where: string } & (
  | { kind: 'syntax'; fault: SyntaxFault; found: string }
  | { kind: 'not-utf8' }
  | { kind: 'repeated-field' }
  | { kind: 'missing'; expected: Kind }
  | { kind: 'unknown-field'; meant?: string; known: string[] }
  | { kind: 'wrong-kind'; expected: Kind }
  | { kind: 'wrong-form'; form: Form; found: string }
  | { kind: 'not-one-of'; found: string; allowed: string[]; meant?: string }
  | { kind: 'too-small'; least: number; exclusive: boolean }
  | { kind: 'too-large'; most: number }
  | { kind: 'too-short'; least: number }
  | { kind: 'too-long'; most: number }
  | { kind: 'too-few'; least: number }
  | { kind: 'too-many'; most: number }
  | { kind: 'duplicate'; value: string; first: string }
  | { kind: 'unknown-id'; found: string; meant?: string; known: string[] }
  | { kind: 'group-archived'; group: string }
  | { kind: 'range-backwards'; first: number }
  | { kind: 'ranges-overlap'; letter: string; other: string; from: number; to: number | null }
  | { kind: 'no-main-counter'; service: string }
  | { kind: 'unknown-time-zone'; found: string; meant?: string }
  | { kind: 'unknown-language'; found: string; meant?: string }
  | { kind: 'language-not-there'; found: string; known: string[] }
  | { kind: 'text-missing'; language: string; meant?: string }
  | { kind: 'share-above-one'; of: number }
  | { kind: 'placeholder-missing'; placeholder: string }
  | { kind: 'placeholder-unknown'; found: string; meant?: string }
  | { kind: 'second-enquiries'; first: string }
  | { kind: 'closes-before-opening'; from: string }
  | { kind: 'times-overlap'; other: string }
  | { kind: 'no-such-date'; found: string }
  | { kind: 'ends-before-beginning'; begins: string }
  | { kind: 'like-and-intervals' }
  | { kind: 'other'; message: string }
);

type Sentences = { [K in Problem['kind']]: (problem: Extract<Problem, { kind: K }>) => string };

const say = inEveryLanguage<{ problems: Sentences; place(place: { where: string }): string }>(
  zh,
  en,
  ({ hallFile }) => hallFile,
);

/** One line: where, what is wrong, what would be right. */
export function describeProblem(problem: Problem, language: Language): string {
  // The table holds a sentence per kind; TypeScript cannot follow that pairing through an index.
  const { place, problems } = say(language);
  const sentence = problems[problem.kind] as (problem: Problem) => string;
  return place(problem) + sentence(problem);
}
