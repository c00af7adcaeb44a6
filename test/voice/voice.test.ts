import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SpokenLanguage } from '../../server/src/voice/announcement.ts';
import { noSynthesiser, SynthesisError, type Synthesiser } from '../../server/src/voice/synthesiser.ts';
import { createVoice } from '../../server/src/voice/voice.ts';
import { wavOf } from '../support/wav-of.ts';
import { silentLog } from './silent-log.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaohao-voice-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const rules: VoiceRules = {
  order: [
    { language: 'zh-CN', times: 2 },
    { language: 'en', times: 1 },
  ],
  templates: { 'zh-CN': '请{number}号到{counter}号窗口办理' },
  one: '一',
  rate: 160,
  volume: 1,
};

/** A voice engine that writes down what it was asked to say. */
function engine(clip: () => Promise<Buffer> = async () => wavOf(50)) {
  const said: { text: string; language: SpokenLanguage; rate: number }[] = [];
  const synthesiser: Synthesiser = {
    name: 'test',
    available: () => true,
    synthesise: (text, language, { rate }) => {
      said.push({ text, language, rate });
      return clip();
    },
    close() {},
  };
  return { said, synthesiser };
}

it('names a clip by a link that changes with the settings', () => {
  const voice = createVoice({ dataDir, log: silentLog, synthesiser: engine().synthesiser });
  expect(voice.urls('A001', 3, 7)).toEqual({
    zh: '/api/voice/zh/A001/3.wav?v=7',
    en: '/api/voice/en/A001/3.wav?v=7',
  });
});

it('has no links and prepares nothing where no engine is installed', async () => {
  const voice = createVoice({ dataDir, log: silentLog, synthesiser: noSynthesiser() });
  expect(voice.available()).toBe(false);
  expect(voice.urls('A001', 3, 7)).toEqual({ zh: null, en: null });
  voice.prepare('A001', 3, rules);
  await expect(voice.clip('zh', 'A001', 3, rules)).rejects.toBeInstanceOf(SynthesisError);
  expect(await readdir(dataDir)).toEqual([]);
});

it('makes the clips of a call ahead, each once, so that the screens find them ready', async () => {
  const { said, synthesiser } = engine();
  const voice = createVoice({ dataDir, log: silentLog, synthesiser });
  voice.prepare('A001', 3, rules);
  await voice.clip('zh', 'A001', 3, rules);
  await voice.clip('en', 'A001', 3, rules);
  expect(said).toEqual([
    { text: '请A零零一号到三号窗口办理', language: 'zh', rate: 160 },
    { text: 'Number A, zero, zero, one. Please go to counter 3.', language: 'en', rate: 160 },
  ]);
});

it('makes another clip for another rate, template or 幺, and the same for another volume', async () => {
  const { said, synthesiser } = engine();
  const voice = createVoice({ dataDir, log: silentLog, synthesiser });
  await voice.clip('zh', 'A001', 3, rules);
  await voice.clip('zh', 'A001', 3, { ...rules, volume: 0.5 });
  expect(said).toHaveLength(1);
  await voice.clip('zh', 'A001', 3, { ...rules, rate: 120 });
  await voice.clip('zh', 'A001', 3, { ...rules, one: '幺' });
  await voice.clip('zh', 'A001', 3, { ...rules, templates: { 'zh-CN': '{number}号' } });
  expect(said).toHaveLength(4);
});

it('keeps no clip without sound in it', async () => {
  const { said, synthesiser } = engine(async () => Buffer.alloc(0));
  const voice = createVoice({ dataDir, log: silentLog, synthesiser });
  await expect(voice.clip('zh', 'A001', 3, rules)).rejects.toBeInstanceOf(SynthesisError);
  await expect(voice.clip('zh', 'A001', 3, rules)).rejects.toBeInstanceOf(SynthesisError);
  expect(said).toHaveLength(2);
});

it('never throws when preparing fails', async () => {
  const { said, synthesiser } = engine(() => Promise.reject(new SynthesisError('broken')));
  const voice = createVoice({ dataDir, log: silentLog, synthesiser });
  expect(() => voice.prepare('A001', 3, rules)).not.toThrow();
  expect(() => voice.prepare('not a number', 3, rules)).not.toThrow();
  await expect.poll(() => said.length).toBe(2);
});
