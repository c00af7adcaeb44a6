import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { EspeakSynthesiser, installedSynthesiser } from '../../server/src/voice/espeak-synthesiser.ts';
import { SynthesisError, type Synthesiser } from '../../server/src/voice/synthesiser.ts';
import { readWav } from '../../server/src/voice/wav.ts';
import { silentLog } from './silent-log.ts';

const open: Synthesiser[] = [];
afterEach(() => {
  for (const synthesiser of open.splice(0)) synthesiser.close();
});

const calm = { rate: 160 };
const kept = <S extends Synthesiser>(synthesiser: S): S => {
  open.push(synthesiser);
  return synthesiser;
};
const troubled = (timeoutMs = 5000) =>
  kept(
    new EspeakSynthesiser({
      log: silentLog,
      timeoutMs,
      program: new URL('./engines/troubled.ts', import.meta.url),
    }),
  );
const spoken = (synthesiser: Synthesiser, text: string) =>
  synthesiser.synthesise(text, 'zh', calm).then(String, (error: unknown) => error);

const installed = kept(installedSynthesiser(silentLog)).available();

it.runIf(installed)('speaks a sentence of some seconds that can be heard, in both languages', async () => {
  const engine = kept(new EspeakSynthesiser({ log: silentLog }));
  const clips = await Promise.all([
    engine.synthesise('请A零零一号到三号窗口办理', 'zh', calm),
    engine.synthesise('Number A, zero, zero, one. Please go to counter 3.', 'en', calm),
  ]);
  for (const clip of clips) {
    const wav = readWav(clip);
    expect(wav).toMatchObject({ channels: 1, sampleRate: 22_050 });
    const samples = new Int16Array(new Uint8Array(wav!.samples).buffer);
    const seconds = samples.length / 22_050;
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(8);
    const loudness = Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);
    expect(loudness).toBeGreaterThan(500);
  }
});

it.runIf(installed)('speaks more slowly when the hall asks for it', async () => {
  const engine = kept(new EspeakSynthesiser({ log: silentLog }));
  const text = '请A零零一号到三号窗口办理';
  const [slow, fast] = [
    await engine.synthesise(text, 'zh', { rate: 110 }),
    await engine.synthesise(text, 'zh', { rate: 200 }),
  ];
  expect(slow.length).toBeGreaterThan(fast.length * 1.4);
});

it.runIf(installed)('takes a text that looks like an option for a text', async () => {
  const engine = kept(new EspeakSynthesiser({ log: silentLog }));
  expect(readWav(await engine.synthesise('--version', 'en', calm))).not.toBeNull();
});

it.runIf(installed)('goes on after its process was killed in the middle of a sentence', async () => {
  const engine = kept(new EspeakSynthesiser({ log: silentLog }));
  const first = spoken(engine, '请A零零一号到三号窗口办理');
  const second = engine.synthesise('请A零零二号到四号窗口办理', 'zh', calm);
  process.kill(engine.pid!, 'SIGKILL');
  expect(await first).toBeInstanceOf(SynthesisError);
  expect(readWav(await second)).not.toBeNull();
});

it('answers each sentence with its own clip, in the order asked', async () => {
  const engine = troubled();
  const texts = Array.from({ length: 12 }, (_, n) => `sentence ${n}`);
  expect(await Promise.all(texts.map((text) => spoken(engine, text)))).toEqual(texts);
});

it('fails the sentence that hangs, within its time, and says the next one', async () => {
  // Long enough for the next process to start on a machine that is busy with other tests.
  const engine = troubled(4000);
  await spoken(engine, 'warm');
  const begun = performance.now();
  const hung = spoken(engine, 'hang');
  const next = spoken(engine, 'fine');
  expect(await hung).toMatchObject({ message: 'no answer within 4000 ms' });
  expect(performance.now() - begun).toBeLessThan(6000);
  expect(await next).toBe('fine');
});

it('rests after failing twice in a row, fails at once meanwhile, then comes back', async () => {
  const engine = troubled();
  expect(await spoken(engine, 'die')).toBeInstanceOf(SynthesisError);
  expect(await spoken(engine, 'die')).toBeInstanceOf(SynthesisError);
  expect(await spoken(engine, 'fine')).toMatchObject({ message: expect.stringContaining('rests') });
  await pause(1100);
  expect(await spoken(engine, 'fine')).toBe('fine');
  expect(await spoken(engine, 'die')).toBeInstanceOf(SynthesisError);
  expect(await spoken(engine, 'fine again')).toBe('fine again');
});

it('passes on what the engine says is wrong, and stays up', async () => {
  const engine = troubled();
  await spoken(engine, 'warm');
  const before = engine.pid;
  expect(await spoken(engine, 'refuse')).toMatchObject({ message: 'no such voice' });
  expect(await spoken(engine, 'fine')).toBe('fine');
  expect(engine.pid).toBe(before);
});

it('fails whatever still waits when it is closed, and leaves no process behind', async () => {
  const engine = troubled();
  await spoken(engine, 'warm');
  const { pid } = engine;
  const waiting = [spoken(engine, 'hang'), spoken(engine, 'fine')];
  engine.close();
  expect(await Promise.all(waiting)).toEqual([expect.any(SynthesisError), expect.any(SynthesisError)]);
  expect(engine.available()).toBe(false);
  await expect.poll(() => runs(pid!)).toBe(false);
});

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
