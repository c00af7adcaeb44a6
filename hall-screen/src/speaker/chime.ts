/** Two falling notes, E5 and C5, each dying away; speech follows once they have. */
const NOTES = [
  { hertz: 659.25, atSeconds: 0 },
  { hertz: 523.25, atSeconds: 0.45 },
];
const ATTACK_SECONDS = 0.015;
const DECAY_SECONDS = 1.1;
/** When speech may begin, after the first note. */
const CHIME_SECONDS = 1.5;
const LEVEL = 0.5;

/** Plays the chime into `output`; resolves when speech may begin. */
export function chime(context: AudioContext, output: AudioNode): Promise<void> {
  const begin = context.currentTime;
  for (const { hertz, atSeconds } of NOTES) {
    const at = begin + atSeconds;
    const note = context.createOscillator();
    const level = context.createGain();
    note.frequency.value = hertz;
    level.gain.setValueAtTime(0.0001, at);
    level.gain.exponentialRampToValueAtTime(LEVEL, at + ATTACK_SECONDS);
    level.gain.exponentialRampToValueAtTime(0.0001, at + DECAY_SECONDS);
    note.connect(level).connect(output);
    note.start(at);
    note.stop(at + DECAY_SECONDS);
  }
  return new Promise((resolve) => setTimeout(resolve, CHIME_SECONDS * 1000));
}
