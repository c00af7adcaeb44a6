import { type LinkLost, type PrinterLink, TimeUp, within } from './link.ts';
import { kindOfReply } from './status.ts';

type Kind = 'real-time' | 'in-turn';

/** Sorts what a printer says into answers of either kind, in order; the rest is noise. */
export interface Replies {
  /** The next answer of this kind; undefined when none came within `ms`. Rejects with `LinkLost`. */
  next(kind: Kind, ms: number): Promise<number | undefined>;
  /** Forgets what was heard: a late answer to an earlier job is none to this one. */
  forget(): void;
}

export function repliesOf(link: PrinterLink): Replies {
  const come: Record<Kind, number[]> = { 'real-time': [], 'in-turn': [] };
  const waiting = new Set<() => void>();
  let lost: LinkLost | undefined;
  let automaticLeft = 0;
  const wake = () => {
    for (const go of waiting) go();
  };
  link.listen({
    bytes(bytes) {
      for (const byte of bytes) {
        if (automaticLeft > 0) {
          automaticLeft -= 1;
          continue;
        }
        const kind = kindOfReply(byte);
        if (kind === 'automatic') automaticLeft = 3;
        else if (kind !== 'other') come[kind].push(byte);
      }
      wake();
    },
    lost(why) {
      lost = why;
      wake();
    },
  });

  async function arrival(kind: Kind, cancelled: AbortSignal): Promise<number | undefined> {
    while (!cancelled.aborted) {
      const byte = come[kind].shift();
      if (byte !== undefined) return byte;
      if (lost) throw lost;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      await promise;
      waiting.delete(resolve);
    }
    return undefined;
  }

  return {
    forget() {
      come['real-time'].length = 0;
      come['in-turn'].length = 0;
    },
    async next(kind, ms) {
      const cancel = new AbortController();
      try {
        return await within(ms, arrival(kind, cancel.signal));
      } catch (error) {
        if (error instanceof TimeUp) return undefined;
        throw error;
      } finally {
        cancel.abort();
        wake();
      }
    },
  };
}
