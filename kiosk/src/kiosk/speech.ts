import { effect } from '@preact/signals';
import type { KioskState } from './kiosk-state.ts';
import { clipsOf, promptClip } from './saying.ts';
import { createVoicePlayer } from './voice-player.ts';

/**
 * The kiosk's voice. It speaks while somebody has asked for it (`comfort.speech`), says a number where the hall
 * has every number said, and says one again at a touch. What is new on the screen cuts off what was being said.
 */
export function createSpeech(state: KioskState, token: () => string | null) {
  const player = createVoicePlayer(token);
  let before = '';

  const volume = () => state.menu.value?.kiosk.volume ?? 1;
  const say = (clips: string[]) => player.say(clips, volume());

  effect(() => {
    const clips = clipsOf(state);
    const wanted =
      state.comfort.speech.value || (state.menu.value?.kiosk.speakNumbers === true && isNumber(clips));
    const now = wanted ? clips.join() : '';
    if (now === before) return;
    const goesOn = before !== '' && now.startsWith(before);
    // Paper that failed while the number is being said: it is said after it.
    const added = goesOn ? clips.slice(before.split(',').length) : null;
    before = now;
    if (added) player.add(added, volume());
    else say(wanted ? clips : []);
  });

  let heard = state.hearAgain.value;
  effect(() => {
    if (state.hearAgain.value === heard) return;
    heard = state.hearAgain.value;
    say(clipsOf(state));
  });

  return {
    /** One sentence more, after what is being said. */
    add(prompt: string): void {
      const tag = state.spoken.value;
      if (tag !== null) player.add([promptClip(tag, prompt)], volume());
    },
    repeat: (): void => say(clipsOf(state)),
  };
}

export type Speech = ReturnType<typeof createSpeech>;

const isNumber = (clips: string[]): boolean => clips[0]?.startsWith('/api/voice/ticket/') === true;
