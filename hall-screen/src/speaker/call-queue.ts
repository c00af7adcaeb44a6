import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';

/** A call that is older than this when it is first seen was missed while the hub was away: shown, not spoken. */
export const SHELF_LIFE_MS = 30_000;

/** Which calls this screen has dealt with, across reloads. */
export interface Heard {
  has(id: string): boolean;
  add(id: string): void;
}

/**
 * The calls that wait to be spoken, oldest first. A call enters at most once, whether it came as a
 * `call` or in a board, and never leaves but by its turn: however long the others take, none is dropped.
 */
export class CallQueue {
  readonly #heard: Heard;
  #waiting: CallEntry[] = [];

  constructor(heard: Heard) {
    this.#heard = heard;
  }

  get waiting(): readonly CallEntry[] {
    return this.#waiting;
  }

  /**
   * Takes in the calls of a board or a single one, in any order; `now` is the hub's time. A re-call of a
   * ticket that still waits takes the place of the call before it. Answers whether the queue changed.
   */
  offer(calls: readonly CallEntry[], now: number): boolean {
    let changed = false;
    for (const call of [...calls].sort((a, b) => a.at - b.at)) {
      if (this.#heard.has(call.id) || this.#waiting.some(({ id }) => id === call.id)) continue;
      if (now - call.at > SHELF_LIFE_MS) {
        this.#heard.add(call.id);
        continue;
      }
      changed = this.#enter(call) || changed;
    }
    return changed;
  }

  /** The next to speak, or undefined. From here on it counts as spoken: a crash in the middle repeats nothing. */
  take(): CallEntry | undefined {
    const call = this.#waiting.shift();
    if (call) this.#heard.add(call.id);
    return call;
  }

  #enter(call: CallEntry): boolean {
    const before = this.#waiting.find(({ number }) => number === call.number);
    if (!before) {
      this.#waiting.push(call);
      return true;
    }
    if (before.at > call.at) return false;
    this.#heard.add(before.id);
    this.#waiting = this.#waiting.map((waiting) => (waiting === before ? call : waiting));
    return true;
  }
}
