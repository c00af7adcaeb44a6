import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ClipCache } from '../../server/src/voice/clip-cache.ts';
import { wavOf } from '../support/wav-of.ts';
import { silentLog } from './silent-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaohao-clips-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A maker that counts how often it was asked. */
function maker(clip = wavOf(100)) {
  const make = async () => {
    make.times++;
    return clip;
  };
  make.times = 0;
  return make;
}

const cache = (limitBytes?: number) =>
  new ClipCache({ folder: join(folder, 'voice'), log: silentLog, limitBytes });
const files = () => readdir(join(folder, 'voice'));

it('makes a clip once and finds it again, also after a restart', async () => {
  const make = maker();
  const first = await cache().get('ab', make);
  const second = await cache().get('ab', make);
  expect(second.equals(first)).toBe(true);
  expect(make.times).toBe(1);
});

it('makes one clip for all that ask for it at the same time', async () => {
  const make = maker();
  const shared = cache();
  const clips = await Promise.all(Array.from({ length: 20 }, () => shared.get('ab', make)));
  expect(new Set(clips.map((clip) => clip.toString('hex'))).size).toBe(1);
  expect(make.times).toBe(1);
});

it('keeps nothing of a failure: the next to ask tries again', async () => {
  const shared = cache();
  await expect(shared.get('ab', () => Promise.reject(new Error('no sound')))).rejects.toThrow('no sound');
  const make = maker();
  await shared.get('ab', make);
  expect(make.times).toBe(1);
});

it.each([
  ['empty', (path: string) => truncate(path, 0)],
  ['cut off', (path: string) => truncate(path, 60)],
  ['something else', (path: string) => writeFile(path, 'not a sound at all, but long enough to be one')],
])('makes a clip again whose file is %s', async (_, damage) => {
  const shared = cache();
  const good = await shared.get('ab', maker());
  await damage(join(folder, 'voice', 'ab.wav'));
  const make = maker();
  expect((await shared.get('ab', make)).equals(good)).toBe(true);
  expect(make.times).toBe(1);
  expect((await readFile(join(folder, 'voice', 'ab.wav'))).equals(good)).toBe(true);
});

it('drops the clips heard longest ago when they grow too many', async () => {
  const { length } = wavOf(100);
  const shared = cache(length * 2);
  await shared.get('aa', maker());
  await shared.get('bb', maker());
  const longAgo = new Date(Date.now() - 60_000);
  for (const name of ['aa.wav', 'bb.wav']) await utimes(join(folder, 'voice', name), longAgo, longAgo);
  const restarted = cache(length * 2);
  await restarted.get('aa', maker());
  await restarted.get('cc', maker());
  expect((await files()).sort()).toEqual(['aa.wav', 'cc.wav']);
});

it('sweeps away what a crash left half-written', async () => {
  const shared = cache();
  await shared.get('aa', maker());
  await writeFile(join(folder, 'voice', 'bb.wav.12345678.tmp'), 'half');
  await cache().get('cc', maker());
  expect((await files()).sort()).toEqual(['aa.wav', 'cc.wav']);
});

it('still gives the clip when it cannot be kept', async () => {
  await writeFile(join(folder, 'voice'), 'a file where the folder should be');
  const make = maker();
  expect((await cache().get('ab', make)).equals(wavOf(100))).toBe(true);
  expect((await stat(join(folder, 'voice'))).isFile()).toBe(true);
});
