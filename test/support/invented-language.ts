import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { en } from '@jiaohao/shared/i18n/areas-en.ts';
import type { LanguageFile } from '@jiaohao/shared/i18n/language-file.ts';

/** A language that nobody speaks: English, with a mark before every text. ISO 639 keeps `qaa` free for such. */
export const INVENTED = 'qaa';
export const MARK = 'Qa! ';

const ENGLISH = fileURLToPath(new URL('../../shared/src/i18n/areas-en.ts', import.meta.url));

/** A language file as a translator would drop it in. `edit` is code that may change `language` before it is exported. */
export function inventedFile(edit = ''): string {
  return `import { en } from ${JSON.stringify(ENGLISH)};
const mark = (text) =>
  typeof text === 'string' ? '${MARK}' + text
  : typeof text === 'function' ? (...args) => '${MARK}' + text(...args)
  : Object.fromEntries(Object.entries(text).map(([key, inner]) => [key, mark(inner)]));
export const language = {
  tag: '${INVENTED}',
  name: 'Qaa',
  voice: { engine: 'eo', template: 'Qa {number} al {counter}', digits: ['nul','unu','du','tri','kvar','kvin','ses','sep','ok','nau'] },
  bank: [['clerk', 'bankulo']],
  ...mark(en),
};
${edit}
`;
}

/** A folder of languages with the invented one in it. */
export function inventedFolder(edit?: string): { url: URL; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-languages-'));
  // A module, wherever it lies.
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, `${INVENTED}.ts`), inventedFile(edit));
  return {
    url: pathToFileURL(`${folder}/`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same, as a value. */
export const invented = (changes: Partial<LanguageFile> = {}): LanguageFile => ({
  tag: INVENTED,
  name: 'Qaa',
  ...(marked(en) as typeof en),
  ...changes,
});

function marked(text: unknown): unknown {
  if (typeof text === 'string') return MARK + text;
  if (typeof text === 'function') return (...args: unknown[]) => MARK + text(...args);
  return Object.fromEntries(Object.entries(text as object).map(([key, inner]) => [key, marked(inner)]));
}
