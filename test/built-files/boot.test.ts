import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.ts';

const BOOT = readFileSync(new URL('../../shared/public/boot.js', import.meta.url));
const HTML = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title>
<script src="/boot.js" data-chrome="80"></script><script type="module" src="/main.js"></script></head><body></body></html>`;
const STARTS = 'document.documentElement.dataset.booted = "";';
/** Longer than the guard waits for the module. */
const PATIENCE_MS = 15_000;

let browser: Browser;
let server: Server;
let page: Page;
/** What the hub answers for the page's module; undefined: 503. */
let module: string | undefined;

beforeAll(async () => {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  browser = await chromium.launch({ executablePath: findChromium(), args });
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = createServer((request, response) => {
    // As strict as the hub: what the guard does must work under its policy.
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    const isScript = request.url !== '/';
    response.setHeader(
      'Content-Type',
      isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    const body = request.url === '/boot.js' ? BOOT : isScript ? module : HTML;
    response.statusCode = body === undefined ? 503 : 200;
    response.end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  page = await browser.newPage();
  await page.clock.install();
});
afterEach(async () => {
  await page.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const open = () => page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
const alert = () => page.getByRole('alert');

describe('a page on a browser too old for it', () => {
  it('says so in both languages when the browser knows no modules', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'));
    module = '';
    await open();
    expect(await alert().textContent()).toMatch(/浏览器版本过低.*Chrome 80.*too old/s);
  });
  it('says so when the browser does not know the language of its script', async () => {
    module = 'const a = #%;';
    await open();
    expect(await alert().textContent()).toContain('浏览器版本过低');
  });
});

describe('a page whose script does not start', () => {
  it('says that it tries again, and comes back by itself', async () => {
    module = undefined;
    await open();
    await page.clock.fastForward(PATIENCE_MS);
    expect(await alert().textContent()).toMatch(/正在重试.*Trying again/s);
    module = STARTS;
    await page.clock.fastForward(PATIENCE_MS);
    await page.waitForSelector('html[data-booted]');
    expect(await alert().count()).toBe(0);
  });
  it('waits with reloading until the hub answers', async () => {
    module = undefined;
    await open();
    await page.clock.fastForward(PATIENCE_MS);
    await page.route('**/*', (route) => route.abort());
    await page.clock.fastForward(PATIENCE_MS);
    await page.clock.fastForward(PATIENCE_MS);
    expect(await alert().textContent()).toContain('正在重试');
    expect(page.url()).toMatch(/^http:/);
  });
});

it('a page that starts shows nothing of this', async () => {
  module = STARTS;
  await open();
  await page.waitForSelector('html[data-booted]');
  await page.clock.fastForward(PATIENCE_MS);
  expect(await alert().count()).toBe(0);
});
