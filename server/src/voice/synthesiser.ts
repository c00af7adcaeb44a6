import type { SpokenLanguage } from './announcement.ts';

export interface Delivery {
  /** Words per minute, in espeak's unit; about 160 is a calm hall voice. */
  rate: number;
}

/**
 * What turns a sentence into sound. Loudness is no business of it: a clip is made at full level
 * once, and the screen that plays it turns it down, so a change of volume needs no new clip.
 */
export interface Synthesiser {
  /** Names the voice in the cache's keys: another engine, another clip. */
  readonly name: string;
  /** Whether asking it makes sense at all (the engine is installed). */
  available(): boolean;
  /** A whole WAV file. @throws SynthesisError when no sound can be had; never hangs. */
  synthesise(text: string, language: SpokenLanguage, delivery: Delivery): Promise<Buffer>;
  close(): void;
}

export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

/** Stands where no engine is installed: the hall works by chime and big text. */
export function noSynthesiser(): Synthesiser {
  return {
    name: 'none',
    available: () => false,
    synthesise: () => Promise.reject(new SynthesisError('no voice engine is installed')),
    close() {},
  };
}
