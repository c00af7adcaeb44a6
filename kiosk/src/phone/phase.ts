import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';

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

export function phaseOf(view: Pick<PhoneView, 'status' | 'ending' | 'ahead' | 'rating'>): Phase {
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

function ended({ ending, rating }: Pick<PhoneView, 'ending' | 'rating'>): Phase {
  if (ending === 'cancelled' || ending === 'expired') return ending;
  if (rating === 'open') return 'rate';
  return rating === 'done' ? 'thanks' : 'served';
}

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
