import type { Synthesiser } from '../../server/src/voice/synthesiser.ts';
import { wavOf } from './wav-of.ts';

/** What it was asked to say, in which voice. */
export type Heard = [voice: string, text: string];

/**
 * A voice engine that costs nothing: a tone of `samples` samples for any sentence. The real one takes a
 * quarter of a second of a core for each clip, from whatever else a test is waiting for.
 */
export function voiceStandIn(heard: Heard[] = [], samples = 100): Synthesiser {
  return {
    name: 'stand-in',
    available: () => true,
    async synthesise(text, voice) {
      heard.push([voice, text]);
      return wavOf(samples);
    },
    close() {},
  };
}
