import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets, loadKey, normalisePairingCode } from '../../server/src/operations/secrets.ts';

describe("the hub's key", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiaohao-key-'));
    path = join(folder, 'hub.key');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner only', () => {
    const key = loadKey(path);
    expect(key).toHaveLength(32);
    expect(loadKey(path)).toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is made anew where power went while it was being made', () => {
    writeFileSync(`${path}.new`, 'half a k');
    expect(loadKey(path)).toHaveLength(32);
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('is never replaced where it is damaged: every slip and device depends on it', () => {
    writeFileSync(path, 'abc');
    expect(() => loadKey(path)).toThrow(/damaged/);
    expect(readFileSync(path, 'utf8')).toBe('abc');
  });

  it('makes codes that can be read aloud, and typed back in any way', () => {
    const { pairingCode } = createSecrets(loadKey(path));
    for (let nonce = 0; nonce < 100; nonce += 1) {
      const code = pairingCode(String(nonce));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
      expect(normalisePairingCode(typed)).toBe(code);
    }
  });
});
