/** A hall screen that could be the voice of its zone. */
export interface Candidate {
  socketId: string;
  /** Null: it has not said yet whether it can be heard. */
  sound: boolean | null;
}

/**
 * Which screen of a zone speaks: one that can be heard, else one that may yet be. Who speaks goes on speaking as
 * long as nobody is better off, so that the voice does not wander.
 */
export function appoint(candidates: readonly Candidate[], incumbent: string | null): string | null {
  const best = Math.max(...candidates.map(worth));
  const able = candidates.filter((each) => worth(each) === best);
  return (able.find(({ socketId }) => socketId === incumbent) ?? able[0])?.socketId ?? null;
}

const worth = ({ sound }: Candidate): number => (sound === null ? 1 : sound ? 2 : 0);

/**
 * Keeps one voice in each zone, by socket: of two windows of one screen, one speaks as well. `tell` is called
 * whenever a socket's part changes.
 */
export function createSpeakers(tell: (socketId: string, speaks: boolean) => void) {
  const zones = new Map<string, { candidates: Candidate[]; voice: string | null }>();

  function settle(zone: string): void {
    const there = zones.get(zone);
    if (!there) return;
    const before = there.voice;
    there.voice = appoint(there.candidates, before);
    if (there.voice === before) return;
    // Silence first: for a moment nobody is better than two.
    if (before !== null) tell(before, false);
    if (there.voice !== null) tell(there.voice, true);
    if (there.candidates.length === 0) zones.delete(zone);
  }

  return {
    /** @returns whether it speaks from now on */
    join(zone: string, socketId: string): boolean {
      const there = zones.get(zone) ?? { candidates: [], voice: null };
      zones.set(zone, there);
      there.candidates.push({ socketId, sound: null });
      there.voice ??= socketId;
      return there.voice === socketId;
    },
    leave(zone: string, socketId: string): void {
      const there = zones.get(zone);
      if (!there) return;
      there.candidates = there.candidates.filter((each) => each.socketId !== socketId);
      settle(zone);
    },
    heard(zone: string, socketId: string, sound: boolean): void {
      const there = zones.get(zone);
      const candidate = there?.candidates.find((each) => each.socketId === socketId);
      if (!candidate || candidate.sound === sound) return;
      candidate.sound = sound;
      settle(zone);
    },
    isVoice: (zone: string, socketId: string): boolean => zones.get(zone)?.voice === socketId,
  };
}
