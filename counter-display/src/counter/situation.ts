import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import type { TicketView, TurnView } from '@jiaohao/shared/contract/ticket.ts';

/** Where the counter stands, as this person sees it. */
export type Situation =
  | { kind: 'closed' }
  /** Somebody else holds it, and this person may not help there. */
  | { kind: 'taken'; by: string }
  | { kind: 'idle' }
  | { kind: 'called' | 'serving'; ticket: TicketView; turn: TurnView }
  | { kind: 'paused'; ticket: TicketView | null };

/** Hall managers and admins may help at a counter that a clerk holds. */
export const helps = (me: WhoAmI): boolean => me.role === 'hall-manager' || me.role === 'admin';

export function situationOf(view: CounterView, me: WhoAmI): Situation {
  if (view.state === 'closed') return { kind: 'closed' };
  if (view.clerk && view.clerk.id !== me.id && !helps(me)) return { kind: 'taken', by: view.clerk.name };
  if (view.state === 'paused') return { kind: 'paused', ticket: view.ticket };
  const turn = view.ticket?.turns.find(({ id }) => id === view.ticket?.turnId);
  if (!view.ticket || !turn) return { kind: 'idle' };
  return { kind: view.ticket.status === 'serving' ? 'serving' : 'called', ticket: view.ticket, turn };
}

/** Whose counter a hall manager is helping at; null at one's own. */
export function helpedClerk(view: CounterView, me: WhoAmI): string | null {
  if (view.state === 'closed' || !view.clerk || view.clerk.id === me.id || !helps(me)) return null;
  return view.clerk.name;
}

/** What somebody else did to a counter that was mine in the snapshot before. */
export function lostTo(before: CounterView | null, now: CounterView, me: WhoAmI): 'closed' | 'taken' | null {
  const wasMine = before !== null && before.state !== 'closed' && before.clerk?.id === me.id;
  if (!wasMine || now.clerk?.id === me.id) return null;
  return now.state === 'closed' ? 'closed' : 'taken';
}

/** A snapshot with the answer of one's own command in it, until the hub's next snapshot replaces it. */
export function withAnswer(view: CounterView, ticket: TicketView): CounterView {
  const inHand = ticket.status === 'called' || ticket.status === 'serving';
  return {
    ...view,
    ticket: inHand ? ticket : null,
    rating: inHand ? null : view.rating,
    undo: inHand ? null : view.undo,
  };
}
