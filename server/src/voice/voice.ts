import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';
import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';
import { pad as padEn } from '@jiaohao/shared/i18n/en/pad.ts';
import { addedLanguage, inEveryLanguage } from '@jiaohao/shared/i18n/library.ts';
import { pad as padZh } from '@jiaohao/shared/i18n/zh-CN/pad.ts';
import { announcement, type SpokenLanguage, spokenLanguage, spokenLanguages } from './announcement.ts';
import { ClipCache } from './clip-cache.ts';
import { installedSynthesiser } from './espeak-synthesiser.ts';
import { SynthesisError, type Synthesiser } from './synthesiser.ts';
import type { VoiceLog } from './voice-log.ts';
import { readWav } from './wav.ts';

export interface VoiceOptions {
  /** Clips are kept in `voice/` under it. */
  dataDir: string;
  log: VoiceLog;
  /** Absent: espeak-ng where it is installed, else none. */
  synthesiser?: Synthesiser;
}

export interface Voice {
  /** Whether calls can be spoken at all. */
  available(): boolean;
  /**
   * Where a hall screen fetches the clips of a call: `/api/voice/zh/A001/3.wav?v=7`. The
   * settings' version is in it because template, rate and 幺 change the sound: a URL names one clip for ever.
   */
  urls(number: string, counter: number, settingsVersion: number): CallEntry['audio'];
  /**
   * A call's clip, a whole WAV file, made now unless it is on disk.
   * @throws RangeError for what is no number or counter, SynthesisError when no sound can be had.
   */
  clip(language: SpokenLanguage, number: string, counter: number, rules: VoiceRules): Promise<Buffer>;
  /** The same for the question that a pad may speak: `/api/voice/question/zh.wav?v=7`. */
  questionUrls(settingsVersion: number): CallEntry['audio'];
  /** The same for what is announced to the whole hall: `/api/voice/announcement/<id>/zh`. */
  announcementUrls(id: string): CallEntry['audio'];
  /** @throws SynthesisError when no sound can be had. */
  question(language: SpokenLanguage, rules: Pick<VoiceRules, 'rate'>): Promise<Buffer>;
  /**
   * Any other sentence, its digits already in words.
   * @throws SynthesisError when no sound can be had
   */
  say(text: string, language: SpokenLanguage, rules: Pick<VoiceRules, 'rate'>): Promise<Buffer>;
  /** Has the clips of a call made ahead of the screens that will fetch them. Never waits, never throws. */
  prepare(number: string, counter: number, rules: VoiceRules): void;
  close(): void;
}

const questionIn = inEveryLanguage(padZh, padEn, ({ pad }) => pad);

export function createVoice({ dataDir, log, synthesiser = installedSynthesiser(log) }: VoiceOptions): Voice {
  const cache = new ClipCache({ folder: join(dataDir, 'voice'), log });

  async function clip(language: SpokenLanguage, number: string, counter: number, rules: VoiceRules) {
    return await spoken(language, announcement({ number, counter, language, rules }), rules);
  }

  async function spoken(language: SpokenLanguage, text: string, { rate }: Pick<VoiceRules, 'rate'>) {
    const key = createHash('sha256').update(JSON.stringify([synthesiser.name, language, rate, text]));
    return await cache.get(key.digest('hex'), async () => {
      const engine = addedLanguage(language)?.voice?.engine ?? language;
      const wav = await synthesiser.synthesise(text, engine, { rate });
      if (!readWav(wav)) throw new SynthesisError('the voice engine gave no sound');
      return wav;
    });
  }

  /** One after the other, as they are spoken: the first language is the one that a screen needs first. */
  async function prepareInOrder(number: string, counter: number, rules: VoiceRules): Promise<void> {
    for (const { language: tag } of rules.order) {
      const language = spokenLanguage(tag);
      if (!language) continue;
      try {
        await clip(language, number, counter, rules);
      } catch (error) {
        // A hub that is closing takes its engine with it.
        if (!synthesiser.available()) return;
        log.warn({ language, error: String(error) }, 'a call could not be put into sound');
      }
    }
  }

  function inAll(address: (language: SpokenLanguage) => string): CallEntry['audio'] {
    const url = (language: SpokenLanguage) => (synthesiser.available() ? address(language) : null);
    const all = spokenLanguages().map((language) => [language, url(language)]);
    return { zh: url('zh'), en: url('en'), ...Object.fromEntries(all) };
  }

  return {
    available: () => synthesiser.available(),
    urls(number, counter, settingsVersion) {
      return inAll((language) => `/api/voice/${language}/${number}/${counter}.wav?v=${settingsVersion}`);
    },
    clip,
    questionUrls(settingsVersion) {
      return inAll((language) => `/api/voice/question/${language}.wav?v=${settingsVersion}`);
    },
    announcementUrls: (id) => inAll((language) => `/api/voice/announcement/${id}/${language}`),
    question: (language, rules) => spoken(language, questionIn(language).ask, rules),
    say: (text, language, rules) => spoken(language, text, rules),
    prepare(number, counter, rules) {
      if (synthesiser.available()) void prepareInOrder(number, counter, rules);
    },
    close: () => synthesiser.close(),
  };
}
