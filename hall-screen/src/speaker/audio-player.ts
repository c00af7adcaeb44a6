import { type Signal, signal } from '@preact/signals';
import { chime } from './chime.ts';
import type { Player } from './speaker.ts';

/**
 * 'on': can be heard. 'locked': the browser wants a touch or a key first. 'none': this machine cannot.
 * 'silent': not meant to (another screen of the zone speaks).
 */
export type Sound = 'on' | 'locked' | 'none' | 'silent';

export interface AudioPlayer extends Player<AudioBuffer> {
  sound: Signal<Sound>;
  close(): void;
}

const LOAD_MS = 8000;

/** The one `AudioContext` of the page. `fetchClip` brings a clip's bytes. */
export function createAudioPlayer(
  silent: boolean,
  fetchClip: (url: string) => Promise<ArrayBuffer>,
): AudioPlayer {
  const context = silent || typeof AudioContext === 'undefined' ? null : new AudioContext();
  const sound = signal<Sound>(silent ? 'silent' : context ? 'locked' : 'none');
  const output = context?.createGain();
  if (context && output) {
    output.connect(context.destination);
    const look = () => {
      sound.value = context.state === 'running' ? 'on' : 'locked';
    };
    context.addEventListener('statechange', look);
    look();
    // Listened to for good: a box that loses its audio device locks the context again.
    const unlock = () => {
      if (context.state !== 'running') context.resume().catch(() => undefined);
    };
    for (const gesture of ['pointerdown', 'keydown', 'click'] as const) {
      document.addEventListener(gesture, unlock, true);
    }
    unlock();
  }
  let playing: AudioBufferSourceNode | null = null;

  function open(): { context: AudioContext; output: GainNode } {
    if (!context || !output) throw new Error('no sound on this machine');
    return { context, output };
  }

  return {
    sound,
    audible: () => sound.value === 'on',
    async chime(volume) {
      const to = open();
      to.output.gain.value = volume;
      await chime(to.context, to.output);
    },
    async load(url) {
      const bytes = await fetchClip(url);
      return await open().context.decodeAudioData(bytes);
    },
    async play(clip, volume) {
      const to = open();
      to.output.gain.value = volume;
      const source = to.context.createBufferSource();
      source.buffer = clip;
      source.connect(to.output);
      playing = source;
      await new Promise((resolve) => {
        source.onended = resolve;
        source.start();
      });
    },
    close() {
      context?.close().catch(() => undefined);
    },
    hush() {
      playing?.stop();
      playing = null;
    },
  };
}

/** A clip's bytes, fetched with the device's token. */
export async function fetchClip(url: string, token: string | null): Promise<ArrayBuffer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), LOAD_MS);
  try {
    const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
    const answer = await fetch(url, { headers, signal: abort.signal });
    if (!answer.ok) throw new Error(`clip ${url}: ${answer.status}`);
    return await answer.arrayBuffer();
  } finally {
    clearTimeout(timer);
  }
}
