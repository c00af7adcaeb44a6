import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenConfig } from '../../scripts/lib/screen-config.ts';
import { INVENTED, inventedFolder, MARK } from '../support/invented-language.ts';
import { importsAtOnce, importsOf, parse } from './support/script.ts';

/** A language that somebody dropped in, in the scripts of a screen. */

interface Chunk {
  fileName: string;
  code: string;
}

const SOURCE = fileURLToPath(new URL('../../shared/src/client/languages.ts', import.meta.url));
const folder = inventedFolder();
let chunks: Chunk[];

beforeAll(async () => {
  const { build } = await import('vite');
  const config = screenConfig('hall-screen', '/nowhere');
  const fromElsewhere = {
    name: 'languages-from-elsewhere',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (id !== SOURCE) return;
      const there = relative(dirname(SOURCE), fileURLToPath(folder.url));
      return code.replace('../i18n/languages/*.ts', `${there}/*.ts`);
    },
  };
  const made = await build({
    ...config,
    plugins: [...(config.plugins ?? []), fromElsewhere],
    build: { ...config.build, write: false },
  });
  const { output } = [made].flat()[0] as { output: (Partial<Chunk> & { fileName: string })[] };
  chunks = output.filter((one): one is Chunk => one.code !== undefined);
});
afterAll(() => folder.remove());

describe('a language that was added', () => {
  const find = (name: string) => chunks.find(({ fileName }) => fileName.includes(`/${name}-`))!;

  it('is a chunk of its own, which the screen fetches when its hall speaks it and not before', () => {
    const [hall, language] = [find('hall'), find(INVENTED)];
    expect(language.code).toContain(MARK);
    expect(hall.code).not.toContain(MARK);
    const there = `./${language.fileName.split('/').at(-1)}`;
    expect(importsOf(parse(hall.code))).toContain(there);
    expect(importsAtOnce(parse(hall.code))).not.toContain(there);
  });

  it('is written in the language of Chrome 80', () => {
    expect(() => parse(find(INVENTED).code)).not.toThrow();
  });
});
