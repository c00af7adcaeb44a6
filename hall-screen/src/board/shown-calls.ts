import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';

/** Calls beside the current one. */
export const RECENT_CALLS = 8;

export interface ShownCalls {
  /** The big one: what is being spoken, else the newest. */
  current: CallEntry | null;
  /** The others, newest first, at most {@link RECENT_CALLS}. */
  recent: CallEntry[];
}

/** A board's calls with those pushed since it was made on top; one entry a ticket, newest first. */
export function withPushed(board: Pick<Board, 'calls' | 'now'>, pushed: readonly CallEntry[]): CallEntry[] {
  const newer = pushed.filter((call) => call.at > board.now && !board.calls.some(({ id }) => id === call.id));
  const all = [...newer, ...board.calls].sort((a, b) => b.at - a.at);
  return all.filter((call, index) => all.findIndex(({ number }) => number === call.number) === index);
}

/** While a backlog is spoken, oldest first, the list changes in one place a time: nothing jumps. */
export function shownCalls(calls: readonly CallEntry[], speaking: CallEntry | null): ShownCalls {
  const current = speaking ?? calls[0] ?? null;
  const others = calls.filter(({ number }) => number !== current?.number);
  return { current, recent: others.slice(0, RECENT_CALLS) };
}
