import type { Announced, EmergencyView } from '@jiaohao/shared/contract/announcements.ts';
import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';
import { SHELF_LIFE_MS } from './call-queue.ts';

/** Silence from one saying of an emergency's words to the next: staff have to be heard as well. */
export const AGAIN_MS = 12_000;

interface Words {
  id: string;
  audio: CallEntry['audio'];
}

/** What waits to be said beside calls. Each announcement is said as often as asked; an emergency until it is over. */
export class Announcements {
  #waiting: Words[] = [];
  readonly #known = new Set<string>();
  #emergency: Words | null = null;
  #saidAt = 0;

  get urgent(): boolean {
    return this.#emergency !== null;
  }

  /** All that is announced now. What a screen first sees long after it was said is shown, not spoken. */
  offer(news: readonly Announced[], emergency: EmergencyView | undefined, now: number): void {
    if (emergency?.id !== this.#emergency?.id) this.#saidAt = 0;
    this.#emergency = emergency?.audio ? { id: emergency.id, audio: emergency.audio } : null;
    const shown = new Set(news.map(({ id }) => id));
    // Withdrawn before its turn.
    this.#waiting = this.#waiting.filter(({ id }) => shown.has(id));
    for (const { id, at, times, audio } of news) {
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      if (now - at > SHELF_LIFE_MS) continue;
      for (let said = 0; said < times; said++) this.#waiting.push({ id, audio });
    }
  }

  waits(now: number): boolean {
    return this.#emergency ? now - this.#saidAt >= AGAIN_MS : this.#waiting.length > 0;
  }

  take(now: number): Words | undefined {
    if (!this.waits(now)) return undefined;
    return this.#emergency ?? this.#waiting.shift();
  }

  /** An emergency's words have been said to the end. */
  said(now: number): void {
    this.#saidAt = now;
  }
}
