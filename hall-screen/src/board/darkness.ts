import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';

/** After the last call the screen stays lit so long: people are on their way. */
const LIT_AFTER_CALL_MS = 5 * 60_000;

/** So long after the last call whoever still stands on the board has gone: a number or a counter was left as it was. */
const LEFT_BEHIND_MS = 60 * 60_000;

/**
 * Whether the screen may rest: the hall is closed by its hours, nobody is being served, nobody waits whom a
 * counter could still call, and the last call is a while ago. A hall without opening hours has no night.
 */
export function isDark(
  board: Pick<Board, 'open' | 'waiting' | 'counters'> | null,
  latest: Pick<CallEntry, 'at'> | null,
  now: number,
): boolean {
  const { open, waiting = [], counters = [] } = board ?? {};
  if (open?.state !== 'closed' || (open.opensAt !== null && now >= open.opensAt)) return false;
  if (latest && now - latest.at < LIT_AFTER_CALL_MS) return false;
  if (latest && now - latest.at >= LEFT_BEHIND_MS) return true;
  const nobodyWaits = waiting.every((service) => service.waiting === 0);
  const nobodyWorks = counters.every(({ state }) => state === 'closed');
  return (nobodyWaits || nobodyWorks) && counters.every(({ ticket }) => ticket === null);
}
