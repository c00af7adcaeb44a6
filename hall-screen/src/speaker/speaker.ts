import type { Announced, EmergencyView } from '@jiaohao/shared/contract/announcements.ts';
import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';
import { Announcements } from './announcements.ts';
import type { CallQueue } from './call-queue.ts';
import { script, worthSaying } from './script.ts';
import { within } from './within.ts';

/** What makes the sound. Its promises may hang or fail; the speaker goes on regardless. */
export interface Player<Clip> {
  /** Whether anything can be heard now. */
  audible(): boolean;
  /** Resolves when speech may follow. */
  chime(volume: number): Promise<unknown>;
  load(url: string): Promise<Clip>;
  /** Resolves when the clip has been heard to its end. */
  play(clip: Clip, volume: number): Promise<unknown>;
  /** Ends whatever still sounds. */
  hush(): void;
}

export interface SpeakerState {
  speaking: CallEntry | null;
  waiting: readonly CallEntry[];
}

interface SpeakerOptions<Clip> {
  queue: CallQueue;
  player: Player<Clip>;
  /** The hub's time. */
  now(): number;
  changed(state: SpeakerState): void;
}

const CHIME_MS = 4000;
/** A clip is fetched while others are spoken; at its turn it gets this much longer. */
const LOAD_MS = 2500;
/** No sentence is longer. */
const PLAY_MS = 15_000;
/** Words of the occasion are longer than a call, and nobody has made their clip ahead. */
const LOAD_ANNOUNCED_MS = 8000;
const PLAY_ANNOUNCED_MS = 60_000;
/** How long a call that cannot be heard stays the highlighted one. */
const SHOWN_MS = 6000;
const SHOWN_IN_BACKLOG_MS = 3000;
/** Silence after each saying. */
const BREATH_MS = 300;
/** For so many waiting calls clips are fetched ahead; more would only delay the next one's. */
const AHEAD = 3;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Speaks one call after the other: chime, then its sayings. Every step is watched, so a clip that never
 * loads or a sound that never ends costs seconds, not the calls behind it.
 */
export function createSpeaker<Clip>({ queue, player, now, changed }: SpeakerOptions<Clip>) {
  const announcements = new Announcements();
  let voice: Board['voice'] = { order: [], volume: 1 };
  let speaking: CallEntry | null = null;
  let running = false;
  const clips = new Map<string, Promise<Clip>>();

  const tell = () => changed({ speaking, waiting: queue.waiting });

  /** Fetches a clip once; a failed one is fetched again when it is asked for again. */
  function clip(url: string): Promise<Clip> {
    let loading = clips.get(url);
    if (!loading) {
      loading = player.load(url);
      clips.set(url, loading);
      loading.catch(() => clips.delete(url));
    }
    return loading;
  }

  /** Has the clips of the next calls ready by their turn, and lets go of all others. */
  function prefetch(): void {
    if (!player.audible()) return;
    const wanted = new Set<string>();
    const next = queue.waiting.slice(0, AHEAD);
    for (const call of speaking ? [speaking, ...next] : next) {
      for (const saying of script(call.audio, voice.order)) wanted.add(saying.url);
    }
    for (const url of clips.keys()) if (!wanted.has(url)) clips.delete(url);
    for (const url of wanted) clip(url).catch(() => undefined);
  }

  async function speak(call: CallEntry): Promise<void> {
    if (!player.audible()) {
      await pause(queue.waiting.length > 0 ? SHOWN_IN_BACKLOG_MS : SHOWN_MS);
      return;
    }
    await within(player.chime(voice.volume), CHIME_MS);
    let said = false;
    for (const saying of script(call.audio, voice.order)) {
      // Asked before each one: calls that came meanwhile shorten this one.
      if (!worthSaying(saying, queue.waiting.length) || !player.audible()) continue;
      const loaded = await within(clip(saying.url), LOAD_MS);
      if (loaded === undefined) continue;
      await within(player.play(loaded, voice.volume), PLAY_MS);
      player.hush();
      said = true;
      await pause(BREATH_MS);
    }
    if (!said) await pause(SHOWN_IN_BACKLOG_MS);
  }

  /** Once, in each language that is spoken. */
  async function announce(audio: CallEntry['audio']): Promise<void> {
    if (!player.audible()) return;
    await within(player.chime(voice.volume), CHIME_MS);
    const once = voice.order.map(({ language }) => ({ language, times: 1 }));
    for (const { url } of script(audio, once)) {
      const loaded = await within(clip(url), LOAD_ANNOUNCED_MS);
      if (loaded === undefined) continue;
      await within(player.play(loaded, voice.volume), PLAY_ANNOUNCED_MS);
      player.hush();
      await pause(BREATH_MS);
    }
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (;;) {
      // Nobody is to come to a counter while the hall is being cleared.
      const call = announcements.urgent ? undefined : queue.take();
      const words = call ? undefined : announcements.take(now());
      if (!call && !words) break;
      speaking = call ?? null;
      tell();
      prefetch();
      if (call) await speak(call);
      else if (words) {
        await announce(words.audio);
        announcements.said(now());
      }
    }
    speaking = null;
    running = false;
    tell();
  }

  return {
    /** Takes in the calls of a board, or one pushed call. */
    offer(calls: readonly CallEntry[]): void {
      if (!queue.offer(calls, now())) return;
      if (running) {
        tell();
        prefetch();
      } else void run();
    },
    /** Takes in what is announced beside calls. An emergency is said again and again while it lasts. */
    announce(news: readonly Announced[], emergency: EmergencyView | undefined): void {
      announcements.offer(news, emergency, now());
      if (!running && announcements.waits(now())) void run();
    },
    /** Time has passed: an emergency may be due to be said again, also while the hub is gone. */
    passTime(): void {
      if (!running && announcements.waits(now())) void run();
    },
    /** The hall's rules for speaking; they hold from the next saying on. */
    useVoice(rules: Board['voice']): void {
      voice = rules;
    },
    idle: () => !running,
  };
}
