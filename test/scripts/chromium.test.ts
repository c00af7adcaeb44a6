import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-chromium-'));
const mine = join(folder, 'my-browser');
writeFileSync(mine, '');
afterAll(() => rmSync(folder, { recursive: true }));

describe('findChromium', () => {
  it('takes the browser it is told to take', () => {
    expect(findChromium({ CHROMIUM_PATH: mine, PATH: '/usr/bin' })).toBe(mine);
  });
  it('takes no other when that one is not there', () => {
    expect(findChromium({ CHROMIUM_PATH: join(folder, 'gone'), PATH: '/usr/bin' })).toBeUndefined();
  });
  it('looks along the path', () => {
    writeFileSync(join(folder, 'google-chrome-stable'), '');
    const found = findChromium({ PATH: folder });
    // A machine may have Debian's own as well, which comes first.
    expect([
      join(folder, 'google-chrome-stable'),
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
    ]).toContain(found);
  });
});
