import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.ts';

/** A name that is not loopback: pages get no secure context, as on a hall's LAN. */
export const HALL_NAME = 'hall.test';

const ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
  `--host-resolver-rules=MAP ${HALL_NAME} 127.0.0.1`,
];

export interface TestBrowser {
  /** A page of its own profile at this address; what goes wrong on it is kept in `troubles`. */
  open(url: string, width: number, height: number, options?: BrowserContextOptions): Promise<Page>;
  /** Uncaught errors and refused resources of all pages, with the page's path. */
  troubles: string[];
  close(): Promise<void>;
}

/** Real Chromium with a fresh profile. */
export async function startBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('no Chromium found: run the tests with `pnpm test`, which installs or names one');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: [...ARGS, ...sandbox] });
  const contexts: BrowserContext[] = [];
  const troubles: string[] = [];

  return {
    troubles,
    async open(url, width, height, options = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', ...options });
      contexts.push(context);
      const page = await context.newPage();
      const where = new URL(url).pathname.replace(/^\/t\/.*/, '/t/…');
      page.on('pageerror', (error) => troubles.push(`${where}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|Refused/.test(message.text())) {
          troubles.push(`${where}: ${message.text()}`);
        }
      });
      await page.goto(url);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}
