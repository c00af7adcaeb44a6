import type { Localized } from '@jiaohao/shared/contract/text.ts';

/** What `GET /api/counters` tells a clerk about each counter in use. */
export interface CounterChoice {
  id: string;
  number: number;
  name?: Localized;
  state: 'open' | 'paused' | 'closed';
  clerkId: string | null;
  clerkName: string | null;
  /** Ids of what it serves. */
  services: readonly string[];
}

/** The counters whose number begins with what was typed, the exact one first. */
export function matching(counters: CounterChoice[], typed: string): CounterChoice[] {
  if (typed === '') return counters;
  const found = counters.filter((counter) => String(counter.number).startsWith(typed));
  return found.sort((a, b) => a.number - b.number);
}

/**
 * What Enter chooses: the number typed, or, with nothing typed, the counter that this person holds, else the one
 * last used on this machine if it is free.
 */
export function enterChooses(
  counters: CounterChoice[],
  typed: string,
  last: string | null,
  clerkId: string,
): CounterChoice | null {
  if (typed !== '') return counters.find((counter) => String(counter.number) === typed) ?? null;
  const held = heldBy(counters, clerkId);
  return held ?? counters.find((counter) => counter.id === last && counter.state === 'closed') ?? null;
}

/** The counter that somebody holds. */
export const heldBy = <T extends Pick<CounterChoice, 'clerkId'>>(
  counters: readonly T[],
  clerkId: string,
): T | null => counters.find((counter) => counter.clerkId === clerkId) ?? null;
