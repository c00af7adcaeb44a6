import type { PhoneView, ServedTurn } from '@jiaohao/shared/contract/ticket.ts';

/** What the holder of a ticket is told now. */
export type Phase =
  | 'waiting'
  | 'next'
  | 'called'
  | 'serving'
  | 'parked'
  | 'missed'
  | 'rate'
  | 'thanks'
  | 'served'
  | 'cancelled'
  | 'expired';

export function phaseOf(view: Pick<PhoneView, 'status' | 'ending' | 'ahead' | 'served'>): Phase {
  switch (view.status) {
    case 'planned':
    case 'waiting':
      return view.ahead > 0 ? 'waiting' : 'next';
    case 'called':
    case 'serving':
    case 'parked':
    case 'missed':
      return view.status;
    case 'ended':
      return ended(view);
    default:
      return view.status satisfies never;
  }
}

function ended({ ending, served = [] }: Pick<PhoneView, 'ending' | 'served'>): Phase {
  if (ending === 'cancelled' || ending === 'expired') return ending;
  if (questionOf(served)) return 'rate';
  return served.some(({ rating }) => rating === 'done') ? 'thanks' : 'served';
}

/** Which service is asked about: one at a time, the newest first. */
export const questionOf = (served: readonly ServedTurn[]): ServedTurn | null =>
  [...served].reverse().find(({ rating }) => rating === 'open') ?? null;

/** What was had is asked about while nobody is called: in the place of what is over, or beneath the place in the queue. */
export function mayAsk(phase: Phase): boolean {
  return phase === 'waiting' || phase === 'next' || phase === 'parked' || isEnded(phase);
}

/** Served: there is nothing else to say, so what is asked takes its place. */
export const isServed = (phase: Phase): boolean =>
  phase === 'rate' || phase === 'thanks' || phase === 'served';

const isEnded = (phase: Phase): boolean => isServed(phase) || phase === 'cancelled' || phase === 'expired';

/** What goes before the number of people ahead: how this wait came about, where it is not the first. */
export function leadOf({
  status,
  came,
  forCounter,
}: Pick<PhoneView, 'status' | 'came' | 'forCounter'>): 'counter' | 'transferred' | 'follows' | null {
  if (status !== 'waiting') return null;
  if (came === 'follows') return 'follows';
  if (typeof forCounter === 'number') return 'counter';
  return came ?? null;
}

/** Nothing more will happen to this ticket. */
export const isOver = (phase: Phase): boolean =>
  phase === 'thanks' || phase === 'served' || phase === 'cancelled' || phase === 'expired';

/** The token in `/t/<token>`: the last part of the path. Empty where there is none. */
export const tokenIn = (path: string): string => /\/t\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
