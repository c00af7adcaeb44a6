import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CallQueue } from '../../hall-screen/src/speaker/call-queue.ts';
import { rememberedCalls } from '../../hall-screen/src/speaker/heard.ts';
import { createSpeaker, type Player, type SpeakerState } from '../../hall-screen/src/speaker/speaker.ts';
import { callOf } from './support/call-entry.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const never = () => new Promise<never>(() => {});

/** A hall screen's speaker with a player that takes 1.5 s for a chime and 4 s for a clip, and keeps a diary. */
function stage(player: Partial<Player<string>> = {}) {
  const diary: string[] = [];
  const states: SpeakerState[] = [];
  const speaker = createSpeaker<string>({
    queue: new CallQueue(rememberedCalls({ read: () => null, write() {} })),
    now: () => Date.now(),
    changed: (state) => states.push(state),
    player: {
      audible: () => true,
      async chime() {
        diary.push('chime');
        await after(1500);
      },
      load: async (url) => url,
      async play(clip) {
        diary.push(clip);
        await after(4000);
      },
      hush() {},
      ...player,
    },
  });
  speaker.useVoice({
    order: [
      { language: 'zh-CN', times: 2 },
      { language: 'en', times: 1 },
    ],
    volume: 1,
  });
  return { speaker, diary, states };
}
const spokenNumbers = (states: SpeakerState[]) => [
  ...new Set(states.flatMap(({ speaking }) => (speaking ? [speaking.number] : []))),
];

it('speaks a call as chime, Mandarin twice, English', async () => {
  const { speaker, diary } = stage();
  speaker.offer([callOf('A001', Date.now())]);
  await vi.runAllTimersAsync();
  expect(diary).toEqual(['chime', '/zh/A001/3.wav', '/zh/A001/3.wav', '/en/A001/3.wav']);
  expect(speaker.idle()).toBe(true);
});

it('speaks one call at a time, and says which, and which wait', async () => {
  const { speaker, states } = stage();
  speaker.offer([callOf('A001', Date.now()), callOf('B001', Date.now() + 1)]);
  expect(states.at(-1)?.speaking?.number).toBe('A001');
  expect(states.at(-1)?.waiting.map(({ number }) => number)).toEqual(['B001']);
  await vi.runAllTimersAsync();
  expect(spokenNumbers(states)).toEqual(['A001', 'B001']);
  expect(states.at(-1)).toEqual({ speaking: null, waiting: [] });
});

it('speaks every one of twelve counters that call at once, in less than half the time', async () => {
  const { speaker, diary, states } = stage();
  const begun = Date.now();
  speaker.offer(Array.from({ length: 12 }, (_, n) => callOf(`A${100 + n}`, begun + n)));
  await vi.runAllTimersAsync();
  expect(spokenNumbers(states)).toHaveLength(12);
  for (let n = 0; n < 12; n++) expect(diary).toContain(`/zh/A${100 + n}/3.wav`);
  expect(Date.now() - begun).toBeLessThan((12 * 14_000) / 2 + 14_000);
});

it('shortens the call being spoken when others come meanwhile', async () => {
  const { speaker, diary } = stage();
  speaker.offer([callOf('A001', Date.now())]);
  await vi.advanceTimersByTimeAsync(3000);
  speaker.offer([callOf('B001', Date.now()), callOf('C001', Date.now() + 1)]);
  await vi.advanceTimersByTimeAsync(8000);
  expect(diary.filter((said) => said === '/zh/A001/3.wav')).toHaveLength(1);
});

it('chimes and goes on when clips cannot be had', async () => {
  const { speaker, diary, states } = stage({ load: () => Promise.reject(new Error('503')) });
  speaker.offer([callOf('A001', Date.now()), callOf('B001', Date.now() + 1)]);
  await vi.runAllTimersAsync();
  expect(diary).toEqual(['chime', 'chime']);
  expect(spokenNumbers(states)).toEqual(['A001', 'B001']);
});

it('asks once more for a clip whose first fetch failed', async () => {
  let tries = 0;
  const { speaker, diary } = stage({
    load: async (url) => {
      if (url.startsWith('/zh') && tries++ === 0) throw new Error('the hub was away');
      return url;
    },
  });
  speaker.offer([callOf('A001', Date.now())]);
  await vi.runAllTimersAsync();
  expect(diary).toContain('/zh/A001/3.wav');
});

it.each([
  ['a clip never loads', { load: never }],
  ['a sound never ends', { play: never }],
  ['the chime never ends', { chime: never }],
  ['all of it fails', { chime: () => Promise.reject(new Error()), play: () => Promise.reject(new Error()) }],
])('comes to the next call though %s', async (_, player) => {
  const { speaker, states } = stage(player);
  const begun = Date.now();
  speaker.offer([callOf('A001', Date.now()), callOf('B001', Date.now() + 1)]);
  await vi.runAllTimersAsync();
  expect(spokenNumbers(states)).toEqual(['A001', 'B001']);
  expect(Date.now() - begun).toBeLessThan(150_000);
});

it('shows each call for a while where nothing can be heard, and fetches nothing', async () => {
  const loaded: string[] = [];
  const { speaker, diary, states } = stage({
    audible: () => false,
    load: async (url) => {
      loaded.push(url);
      return url;
    },
  });
  speaker.offer([callOf('A001', Date.now()), callOf('B001', Date.now() + 1)]);
  await vi.advanceTimersByTimeAsync(2500);
  expect(states.at(-1)?.speaking?.number).toBe('A001');
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)?.speaking?.number).toBe('B001');
  await vi.runAllTimersAsync();
  expect([diary, loaded]).toEqual([[], []]);
});

it('fetches the clips of the calls that wait while another is spoken, each once', async () => {
  const loaded: string[] = [];
  const { speaker } = stage({
    load: async (url) => {
      loaded.push(url);
      return url;
    },
  });
  speaker.offer([callOf('A001', Date.now()), callOf('B001', Date.now() + 1)]);
  await vi.advanceTimersByTimeAsync(10);
  expect(loaded.sort()).toEqual(['/en/A001/3.wav', '/en/B001/3.wav', '/zh/A001/3.wav', '/zh/B001/3.wav']);
  await vi.runAllTimersAsync();
  expect(loaded).toHaveLength(4);
});
