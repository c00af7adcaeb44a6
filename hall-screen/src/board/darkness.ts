import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';

/** After the last call the screen stays lit so long: people are on their way. */
const LIT_AFTER_CALL_MS = 5 * 60_000;

/**
 * Whether the screen may rest: the hall is closed by its hours, nobody waits or is being served, and the last
 * call is a while ago. A hall without opening hours has no night.
 */
export function isDark(
  board: Pick<Board, 'open' | 'waiting' | 'counters'> | null,
  latest: Pick<CallEntry, 'at'> | null,
  now: number,
): boolean {
  const { open, waiting = [], counters = [] } = board ?? {};
  if (open?.state !== 'closed' || (open.opensAt !== null && now >= open.opensAt)) return false;
  if (latest && now - latest.at < LIT_AFTER_CALL_MS) return false;
  return waiting.every((service) => service.waiting === 0) && counters.every(({ ticket }) => ticket === null);
}
