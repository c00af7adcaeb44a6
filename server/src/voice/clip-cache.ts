import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VoiceLog } from './voice-log.ts';
import { readWav } from './wav.ts';

interface ClipCacheOptions {
  /** A folder of its own; made when it is missing. */
  folder: string;
  log: VoiceLog;
  /** The clips heard longest ago go when all together are larger. */
  limitBytes?: number;
}

/** About a thousand sentences: every number of a busy week. */
const LIMIT_BYTES = 200 * 1024 * 1024;

interface Kept {
  size: number;
  usedAt: number;
}

/**
 * Clips on disk, each under the hash of all that decides how it sounds. A key asked for twice at
 * once is made once. What is on disk is checked before it is given: cut off or empty, it is made
 * again. A disk that is full or read-only costs speed, never the clip.
 */
export class ClipCache {
  readonly #folder: string;
  readonly #log: VoiceLog;
  readonly #limitBytes: number;
  readonly #pending = new Map<string, Promise<Buffer>>();
  #kept: Promise<Map<string, Kept>> | undefined;

  constructor({ folder, log, limitBytes = LIMIT_BYTES }: ClipCacheOptions) {
    this.#folder = folder;
    this.#log = log;
    this.#limitBytes = limitBytes;
  }

  /**
   * The clip of `key` (lower-case hex), from disk or made by `make`.
   * @throws what `make` throws; nothing is kept then, and the next to ask tries again.
   */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const twin = this.#pending.get(key);
    if (twin) return twin;
    const clip = this.#find(key, make).finally(() => this.#pending.delete(key));
    this.#pending.set(key, clip);
    return clip;
  }

  async #find(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const name = `${key}.wav`;
    const onDisk = await readFile(join(this.#folder, name)).catch(() => null);
    if (onDisk && readWav(onDisk)) {
      await this.#used(name).catch(() => undefined);
      return onDisk;
    }
    const clip = await make();
    await this.#keep(name, clip).catch((error: unknown) =>
      this.#log.warn({ error: String(error) }, 'a voice clip could not be kept on disk'),
    );
    return clip;
  }

  /** Written aside and renamed, so that nobody ever reads half a clip. */
  async #keep(name: string, clip: Buffer): Promise<void> {
    const kept = await this.#inventory();
    const aside = join(this.#folder, `${name}.${randomBytes(4).toString('hex')}.tmp`);
    try {
      await writeFile(aside, clip);
      await rename(aside, join(this.#folder, name));
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
    kept.set(name, { size: clip.length, usedAt: Date.now() });
    await this.#shrink(kept);
  }

  async #used(name: string): Promise<void> {
    const entry = (await this.#inventory()).get(name);
    const now = new Date();
    if (entry) entry.usedAt = now.getTime();
    // Kept on the file too, so that a restart still knows which clips are in use.
    await utimes(join(this.#folder, name), now, now);
  }

  async #shrink(kept: Map<string, Kept>): Promise<void> {
    let total = 0;
    for (const { size } of kept.values()) total += size;
    if (total <= this.#limitBytes) return;
    const oldestFirst = [...kept].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [name, { size }] of oldestFirst) {
      if (total <= this.#limitBytes) return;
      kept.delete(name);
      total -= size;
      await rm(join(this.#folder, name), { force: true });
    }
  }

  /** What is on disk, read once; what a crash left half-written is swept away. */
  #inventory(): Promise<Map<string, Kept>> {
    this.#kept ??= this.#readFolder().catch((error: unknown) => {
      this.#kept = undefined;
      throw error;
    });
    return this.#kept;
  }

  async #readFolder(): Promise<Map<string, Kept>> {
    await mkdir(this.#folder, { recursive: true });
    const kept = new Map<string, Kept>();
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (name.endsWith('.tmp')) await rm(path, { force: true });
      if (!name.endsWith('.wav')) continue;
      const { size, mtimeMs } = await stat(path);
      kept.set(name, { size, usedAt: mtimeMs });
    }
    return kept;
  }
}
