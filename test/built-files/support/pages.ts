import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildScreens } from '../../../scripts/build-screens.ts';
import { ROOT } from '../../../scripts/lib/project.ts';
import { APPS, type App, pagesOf } from '../../../scripts/lib/screens.ts';
import { importsAtOnce, importsOf, parse } from './script.ts';

export interface BuiltFile {
  /** As the hub serves it: `/app/kiosk/assets/kiosk-x.js`. */
  url: string;
  text: string;
}

export interface BuiltPage {
  app: App;
  name: string;
  html: string;
  /** All that the page may load, chunks of chunks included, each once. */
  scripts: BuiltFile[];
  /** Of those, what it must have before it can show anything. */
  first: BuiltFile[];
  styles: BuiltFile[];
}

/** Every page, as it was built last. */
export const builtPages = (): BuiltPage[] =>
  APPS.flatMap((app) => pagesOf(app).map(([page]) => readPage(app, page)));

/**
 * The pages that must run on Chrome-80-era WebViews, as they were built last. Builds what was never built.
 */
export async function oldBrowserPages(): Promise<BuiltPage[]> {
  const pages = APPS.flatMap((app) => pagesOf(app).map(([page, chrome]) => ({ app, page, chrome })));
  const old = pages.filter(({ chrome }) => chrome === 80);
  if (old.some(({ app }) => !existsSync(join(ROOT, app, 'dist/build.json')))) await buildScreens();
  return old.map(({ app, page }) => readPage(app, page));
}

/** @throws where the page was not built */
function readPage(app: App, name: string): BuiltPage {
  const html = readFileSync(join(ROOT, app, 'dist', name), 'utf8');
  const read = (url: string): BuiltFile => {
    const inside = url.replace(`/app/${app}/`, '');
    return { url, text: readFileSync(join(ROOT, app, 'dist', inside), 'utf8') };
  };
  const hrefs = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1]!);
  const follow = (url: string, imports: typeof importsOf, into: Map<string, BuiltFile>): void => {
    if (into.has(url)) return;
    const file = read(url);
    into.set(url, file);
    for (const source of imports(parse(file.text, 'latest')))
      follow(new URL(source, `http://hub${url}`).pathname, imports, into);
  };
  const scripts = new Map<string, BuiltFile>();
  const first = new Map<string, BuiltFile>();
  for (const url of hrefs(/<script\b[^>]*\bsrc="([^"]+)"/g)) {
    follow(url, importsOf, scripts);
    follow(url, importsAtOnce, first);
  }
  return {
    app,
    name,
    html,
    scripts: [...scripts.values()],
    first: [...first.values()],
    styles: hrefs(/<link\b[^>]*\bhref="([^"]+\.css)"/g).map(read),
  };
}
