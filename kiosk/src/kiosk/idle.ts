/** Nobody is hurried while choosing: a minute without a touch, then a question with a countdown. */
export const CHOOSING_MS = 60_000;
export const WARNING_MS = 15_000;
/** Long enough to take a slip; the button closes it sooner. */
export const RESULT_WITH_PAPER_MS = 20_000;
/** Long enough to find a phone and photograph the number. */
export const RESULT_WITHOUT_PAPER_MS = 60_000;

export type Patience = { kind: 'fine' } | { kind: 'warning'; secondsLeft: number } | { kind: 'over' };

/** What a kiosk does after `quietMs` without a touch while someone chooses. */
export function patience(quietMs: number): Patience {
  if (quietMs < CHOOSING_MS) return { kind: 'fine' };
  const left = CHOOSING_MS + WARNING_MS - quietMs;
  return left > 0 ? { kind: 'warning', secondsLeft: Math.ceil(left / 1000) } : { kind: 'over' };
}

/** Seconds that a result stays, `quietMs` after the last touch or news of its slip; 0: time to close. */
export function resultSecondsLeft(quietMs: number, paperCame: boolean): number {
  const stays = paperCame ? RESULT_WITH_PAPER_MS : RESULT_WITHOUT_PAPER_MS;
  return Math.max(0, Math.ceil((stays - Math.max(0, quietMs)) / 1000));
}
