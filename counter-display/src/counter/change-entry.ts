import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Leaving } from './commands.ts';
import { ASKS_MORE } from './finish-details.ts';
import type { Stroke } from './keys.ts';
import { type ChangeEntry, type Desk, OUTCOMES, type Panel, type Wish } from './panel.ts';

export type ChangePanel = Extract<Panel, { kind: 'change' }>;

/** The ways to leave with somebody in hand, in the order of the digits. */
const WAYS = ['finish', 'park', 'carry'] as const;

/** One of them; its number key grants the wish. Null: not now. */
export interface ChangeRow {
  way: (typeof WAYS)[number];
  wish: Wish | null;
}

const step = ({ entry }: ChangePanel, next: ChangeEntry['step']): Wish => ({
  kind: 'panel',
  panel: { kind: 'change', entry: { ...entry, step: next } },
});
const leave = ({ entry: { to } }: ChangePanel, leaving: Leaving | null): Wish => ({
  kind: 'command',
  command: { name: 'change', to, leaving },
});

/** What can become of the customer in hand; none where nobody is. */
export function changeRows(panel: ChangePanel, { view, can }: Pick<Desk, 'view' | 'can'>): ChangeRow[] {
  const { ticket, rules, emergency } = view;
  if (!ticket) return [];
  const [only, ...others] = rules.parkReasons;
  const wishes: Record<ChangeRow['way'], Wish | null> = {
    finish: can.has('finish') ? step(panel, 'finish') : null,
    park: only && others.length === 0 ? leave(panel, { how: 'park', reason: only.id }) : step(panel, 'park'),
    // Nobody is called anywhere while the hall is held.
    carry: emergency && ticket.status === 'called' ? null : leave(panel, { how: 'carry' }),
  };
  return WAYS.map((way) => ({ way, wish: wishes[way] }));
}

/** Why the customer is set aside. */
export const changeParkRows = (
  panel: ChangePanel,
  { rules }: Pick<CounterView, 'rules'>,
): { id: string; name: Localized; wish: Wish }[] =>
  rules.parkReasons
    .slice(0, 9)
    .map(({ id, name }) => ({ id, name, wish: leave(panel, { how: 'park', reason: id }) }));

/** What Enter does. Null: there is something to choose first. */
export function changeGo(panel: ChangePanel, { view, outcome }: Pick<Desk, 'view' | 'outcome'>): Wish | null {
  switch (panel.entry.step) {
    case 'ask':
      return view.ticket ? null : leave(panel, null);
    case 'finish':
      return ASKS_MORE.has(outcome) ? step(panel, 'details') : leave(panel, { how: 'finish', outcome });
    case 'details':
      return leave(panel, { how: 'finish', outcome });
    case 'park':
      return null;
    default:
      return panel.entry.step satisfies never;
  }
}

/** The keys of the panel, but for those that lead back. */
export function changeWish(panel: ChangePanel, stroke: Stroke, desk: Desk): Wish | null {
  if (stroke.kind === 'enter') return changeGo(panel, desk);
  if (stroke.kind === 'add') return panel.entry.step === 'details' ? { kind: 'note' } : null;
  if (stroke.kind !== 'digit') return null;
  const index = Number(stroke.digit) - 1;
  switch (panel.entry.step) {
    case 'ask':
      return changeRows(panel, desk)[index]?.wish ?? null;
    case 'finish': {
      const outcome = OUTCOMES[index];
      return outcome ? { kind: 'outcome', outcome } : null;
    }
    case 'details': {
      const choice = desk.choices?.[index];
      return choice ? { kind: 'details', details: choice.after } : null;
    }
    case 'park':
      return changeParkRows(panel, desk.view)[index]?.wish ?? null;
    default:
      return panel.entry.step satisfies never;
  }
}

/** The question before this one; null: none. */
export function changeBack(panel: ChangePanel): Panel | null {
  const { step: at } = panel.entry;
  if (at === 'ask') return null;
  return { kind: 'change', entry: { ...panel.entry, step: at === 'details' ? 'finish' : 'ask' } };
}
