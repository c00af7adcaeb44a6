import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import preact from '@preact/preset-vite';
import type { InlineConfig, Plugin } from 'vite';
import { ROOT } from './project.ts';
import { type App, oldestChrome, pagesOf } from './screens.ts';

/** The pages of an app that are there: an app still being written may lack some. */
export function entriesOf(app: App): { found: string[]; missing: string[] } {
  const pages = pagesOf(app).map(([page]) => page);
  const found = pages.filter((page) => existsSync(join(ROOT, app, page)));
  return { found, missing: pages.filter((page) => !found.includes(page)) };
}

/**
 * Vite's configuration for one app, written into `outDir`. The hub serves what comes out under
 * `/app/<app>/`, with a content security policy that allows no inline script and no `data:` script.
 */
export function screenConfig(app: App, outDir: string): InlineConfig {
  const target = `chrome${oldestChrome(app)}`;
  return {
    configFile: false,
    envDir: false,
    root: join(ROOT, app),
    base: `/app/${app}/`,
    publicDir: join(ROOT, 'shared/public'),
    logLevel: 'warn',
    plugins: [preact({ reactAliasesEnabled: false }), bootGuard(app)],
    build: {
      outDir,
      emptyOutDir: true,
      target,
      cssTarget: target,
      // A part that is fetched later brings no list of what it needs: its imports say so.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { input: entriesOf(app).found.map((page) => join(ROOT, app, page)) },
    },
  };
}

/** Every page gets shared/public/boot.js before all else, whether it names it or not. */
function bootGuard(app: App): Plugin {
  return {
    name: 'jiaohao:boot-guard',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => {
        const [, chrome] = pagesOf(app).find(([page]) => basename(filename) === page)!;
        const attrs = { src: '/boot.js', 'data-chrome': String(chrome) };
        return {
          html: html.replace(/<script[^>]*\/boot\.js"[^>]*><\/script>\s*/, ''),
          tags: [{ tag: 'script', attrs, injectTo: 'head-prepend' }],
        };
      },
    },
  };
}
