import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTransport } from '@jiaohao/server/src/printing/open-transport.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { createVirtualPrinter } from '@jiaohao/server/src/printing/virtual.ts';
import { afterEach, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-device-'));
const children: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const SLIP = Buffer.from('\x1b@A001\n');
/** Deadlines that a busy machine does not miss; a test of one of them shortens that one. */
const PATIENT = { connectMs: 10_000, statusMs: 5000, jobMs: 10_000 };
const transportTo = (path: string, settings: object, deadlines: Partial<typeof PATIENT> = {}) =>
  openTransport(`file:${path}`, printerProfile(settings), createVirtualPrinter(), {
    ...PATIENT,
    ...deadlines,
  });

function pipe(name: string): string {
  execFileSync('mkdir', ['-p', folder]);
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}

/** A terminal whose far end this test plays: a character device that can answer, as a printer is. */
async function terminal(answer: (bytes: Buffer, say: (bytes: Uint8Array) => void) => void): Promise<string> {
  const child = spawn('script', ['-qfc', 'stty raw -echo; tty; exec sleep 60', '/dev/null'], {
    stdio: 'pipe',
  });
  children.push(child);
  return new Promise((resolve) => {
    let path = '';
    child.stdout.on('data', (bytes: Buffer) => {
      if (path !== '') return answer(bytes, (reply) => void child.stdin.write(reply));
      path = bytes.toString().trim();
      resolve(path);
    });
  });
}

describe('a slip to a device file', () => {
  it('is printed when the device says so', async () => {
    const got: Buffer[] = [];
    const path = await terminal((bytes, say) => {
      got.push(bytes);
      const all = bytes.toString('latin1');
      for (const question of all.matchAll(/\x10\x04[\x01-\x04]|\x1dr\x01/g)) {
        say(Uint8Array.of(question[0].startsWith('\x10') ? 0x12 : 0x00));
      }
    });
    const result = await transportTo(path, {}).print({ jobId: 'j', bytes: SLIP });
    expect(result).toEqual({ state: 'printed', nearEnd: false });
    expect(Buffer.concat(got).includes(SLIP)).toBe(true);
  });

  it('is unknown when the device never answers', async () => {
    const path = await terminal(() => undefined);
    expect(await transportTo(path, {}, { statusMs: 300 }).print({ jobId: 'j', bytes: SLIP })).toMatchObject({
      state: 'unknown',
    });
  });

  it('is refused by a device that is out of paper, and nothing is sent', async () => {
    const got: Buffer[] = [];
    const path = await terminal((bytes, say) => {
      got.push(bytes);
      say(Uint8Array.of([0x1a, 0x32, 0x12, 0x72][(bytes.at(-1) ?? 1) - 1] ?? 0x12));
    });
    const result = await transportTo(path, {}).print({ jobId: 'j', bytes: SLIP });
    expect(result).toMatchObject({ state: 'failed', reason: 'paper-out' });
    expect(Buffer.concat(got).includes('A001')).toBe(false);
  });

  it('reaches a pipe whole, and is never called printed there', async () => {
    const path = pipe('lp0');
    const got: Buffer[] = [];
    const reader = spawn('cat', [path], { stdio: 'pipe' });
    children.push(reader);
    reader.stdout?.on('data', (bytes: Buffer) => got.push(bytes));
    const transport = transportTo(path, { status: false });
    await expect.poll(() => transport.check()).toEqual({ state: 'silent' }); // until the reader is there
    const again = spawn('cat', [path], { stdio: 'pipe' }); // `check` closed the pipe for the first
    children.push(again);
    again.stdout?.on('data', (bytes: Buffer) => got.push(bytes));
    await expect
      .poll(() => transport.print({ jobId: 'j', bytes: SLIP }))
      .toEqual({ state: 'unknown', reason: null });
    await expect.poll(() => Buffer.concat(got).toString()).toBe(SLIP.toString());
  });

  it('gives up on one that takes no more, at the deadline, while other files are read as ever', async () => {
    const path = pipe('full');
    children.push(spawn('sh', ['-c', `exec 3<"${path}"; exec sleep 60`]));
    const transport = transportTo(path, { status: false }, { jobMs: 600 });
    await expect.poll(() => transport.check()).toEqual({ state: 'silent' });
    const big = Buffer.alloc(1 << 20, 0x41);
    const stuck = Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((jobId) => transport.print({ jobId, bytes: big })),
    );
    let settled = false;
    void stuck.then(() => {
      settled = true;
    });
    const began = performance.now();
    readFileSync('/etc/hostname');
    await import('node:fs/promises').then((fs) => fs.readFile('/etc/hostname'));
    // Other files are read while all five are stuck, however slow the machine is.
    expect(settled).toBe(false);
    for (const result of await stuck) expect(result).toMatchObject({ state: 'unknown', reason: 'timeout' });
    expect(performance.now() - began).toBeLessThan(PATIENT.jobMs);
  });

  it.each(['/dev/usb/lp-none', '/proc'])('fails where %s cannot be opened', async (path) => {
    const result = await transportTo(path, {}).print({ jobId: 'j', bytes: SLIP });
    expect(result).toMatchObject({
      state: 'failed',
      reason: 'unreachable',
      detail: expect.stringContaining(path),
    });
  });

  it('is added to a plain file, which says nothing back', async () => {
    execFileSync('mkdir', ['-p', folder]);
    const path = join(folder, 'slips.bin');
    writeFileSync(path, 'before ');
    const result = await transportTo(path, {}, { statusMs: 300 }).print({ jobId: 'j', bytes: SLIP });
    expect(result.state).toBe('unknown');
    expect(readFileSync(path, 'latin1')).toContain('before ');
    expect(readFileSync(path, 'latin1')).toContain('A001');
  });
});
