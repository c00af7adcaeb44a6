import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHub, type TestHub } from '../support/hub.ts';

/** The pages as they leave the hub: their headers, on a LAN without https. */

const FILES: Record<string, string[]> = {
  kiosk: ['kiosk.html', 'phone.html', 'assets/kiosk-4f2a.js'],
  'counter-display': ['counter.html', 'pad.html'],
  'hall-screen': ['hall.html'],
  manager: ['manager.html', 'home.html'],
};
const PAGES = ['/', '/kiosk', '/counter', '/pad', '/hall', '/manager', '/t/AAAAAAAAAAAAAAAAAAAAAA'];

let hub: TestHub;
const screensRoot = mkdtempSync(join(tmpdir(), 'jiaohao-screens-'));
beforeAll(async () => {
  for (const [app, files] of Object.entries(FILES)) {
    for (const file of files) {
      const path = join(screensRoot, app, 'dist', file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, `<!doctype html><title>${app} ${file}</title>`);
    }
  }
  hub = await startHub({ screensRoot });
});
afterAll(async () => {
  await hub.close();
  rmSync(screensRoot, { recursive: true, force: true });
});

describe.each(PAGES)('%s', (path) => {
  test('is a page that is never kept, names no referrer, and lets in nothing foreign', async () => {
    const { status, headers } = await fetch(hub.url + path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') as string;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https:|\*/);
  });
});

describe('over plain http', () => {
  test.each([...PAGES, '/app/kiosk/assets/kiosk-4f2a.js', '/api/docs/', '/api/openapi.json', '/nothing'])(
    '%s forces nobody to https',
    async (path) => {
      const { headers } = await fetch(hub.url + path);
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('content-security-policy') ?? '').not.toContain('upgrade-insecure-requests');
    },
  );
});

describe('files of the pages', () => {
  test('whose names carry a hash are kept, others are asked for again', async () => {
    const hashed = await fetch(`${hub.url}/app/kiosk/assets/kiosk-4f2a.js`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const page = await fetch(`${hub.url}/app/kiosk/kiosk.html`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    '/app/kiosk/../../../package.json',
    '/app/kiosk/%2e%2e/%2e%2e/package.json',
    '/app/kiosk/..%2f..%2fmanager/dist/home.html',
    '/app/kiosk/',
    '/app/nothing/x.js',
    '/kiosk/dist/kiosk.html',
  ])('%s is not one', async (path) => {
    const answer = await hub.server.inject({ url: path });
    expect([400, 403, 404]).toContain(answer.statusCode);
    expect(answer.json()).toMatchObject({
      error: { code: expect.stringMatching(/^(not-found|malformed|not-allowed)$/) },
    });
  });

  test('a hub whose screens are not built says so in plain words', async () => {
    const bare = await startHub({ screensRoot: join(screensRoot, 'nothing') });
    const answer = await fetch(`${bare.url}/kiosk`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toMatch(/pnpm build/);
    await bare.close();
  });
});
