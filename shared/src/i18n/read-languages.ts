import { readdir } from 'node:fs/promises';
import type { LanguageFile } from './language-file.ts';
import { learn } from './library.ts';

/** Where a language is added: one file each, named by its tag. */
export const LANGUAGES_FOLDER = new URL('./languages/', import.meta.url);

const FILE = /^([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.ts$/;

export interface ReadLanguages {
  learnt: string[];
  /** What is wrong with the files, a line each; a language with missing texts speaks English in their place. */
  problems: string[];
}

/** Reads every language of `folder` and learns it. A file that cannot be read is told of and left out. */
export async function readLanguages(folder = LANGUAGES_FOLDER): Promise<ReadLanguages> {
  const read: ReadLanguages = { learnt: [], problems: [] };
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  if (files.length === 0) return read;
  // All areas of all languages: only where there is something to hold them against.
  const { problemsOfLanguage } = await import('./check-language.ts');
  for (const name of files) {
    const tag = FILE.exec(name)?.[1];
    const tell = (problem: string) => void read.problems.push(`${name}: ${problem}`);
    if (tag === undefined) {
      tell('the name is no language tag such as ja.ts or pt-BR.ts');
      continue;
    }
    try {
      const { language } = (await import(new URL(name, folder).href)) as { language?: LanguageFile };
      problemsOfLanguage(language, tag).forEach(tell);
      if (language?.tag !== tag || !language.name) continue;
      learn(language);
      read.learnt.push(tag);
    } catch (error) {
      tell(`cannot be read: ${(error as Error).message}`);
    }
  }
  return read;
}
