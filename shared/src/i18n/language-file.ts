import type { zhCN } from './areas-zh.ts';
import type { CatalogueOf } from './catalogue-of.ts';
import type { Glossary } from './profiles.ts';

/** All that the product says, area by area. */
export type Areas = CatalogueOf<typeof zhCN>;

/**
 * One more language, whole: `languages/ja.ts` exports it as `language`. A key that is missing does not
 * compile, and `pnpm check:languages` names it. How to write one: docs/languages.md.
 */
export interface LanguageFile extends Areas {
  /** BCP 47, as the file is named: `ja`, `pt-BR`. `Intl` writes its dates and numbers by it. */
  tag: string;
  /** The language's name in itself, for the button that switches: `日本語`. */
  name: string;
  /** How calls are spoken in it; without, they are not. */
  voice?: LanguageVoice;
  /** Words that a bank has its own for; see profiles.ts. */
  bank?: Glossary;
}

export interface LanguageVoice {
  /** The engine's name of the voice, such as `fr` or `es-419`. */
  engine: string;
  /** What is said where the hall wrote no template of its own. `{number}` and `{counter}` stand for the two. */
  template: string;
  /** The words for 0 to 9: a ticket's digits are said one by one. */
  digits: readonly [string, string, string, string, string, string, string, string, string, string];
}
