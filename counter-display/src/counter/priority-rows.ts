import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Desk, Panel, Wish } from './panel.ts';

/** A line of the panel; its number key grants the wish. */
export interface PriorityRow {
  id: string;
  /** Null: none of the classes any more. */
  name: Localized | null;
  wish: Wish;
}

type PriorityPanel = Extract<Panel, { kind: 'priority' }>;

/** As many as the digits reach. */
const MOST_ROWS = 9;

/**
 * First the class, taking back first where there is one to take back; then why, as the hall lists it:
 * every exception is logged with its reason.
 */
export function priorityRows(
  { entry: { choice, waits } }: PriorityPanel,
  { view, helps }: Pick<Desk, 'view'> & { helps: boolean },
): PriorityRow[] {
  const { priorityClasses = [], priorityReasons = [] } = view.rules;
  if (choice) {
    const when = choice.priority === null ? 'taken-back' : 'given';
    return priorityReasons
      .filter((reason) => reason.when === when)
      .slice(0, MOST_ROWS)
      .map(({ id, name }) => ({
        id,
        name,
        wish: { kind: 'command', command: { name: 'priority', reason: id, waits, ...choice } },
      }));
  }
  const current = view.ticket?.priority ?? null;
  const to = (priority: string | null): Wish => ({
    kind: 'panel',
    panel: { kind: 'priority', entry: { choice: { priority }, waits: false } },
  });
  const others = priorityClasses
    .filter(({ id, givenBy }) => id !== current && (helps || givenBy !== 'hall-manager'))
    .map(({ id, name }): PriorityRow => ({ id, name, wish: to(id) }));
  const none: PriorityRow[] = current === null ? [] : [{ id: 'none', name: null, wish: to(null) }];
  return [...none, ...others].slice(0, MOST_ROWS);
}

/** Whether the panel asks where the customer, who has lost the class, goes on: only then there is a choice. */
export const mayWait = ({ entry: { choice } }: PriorityPanel): boolean => choice?.priority === null;

/** `*`: they stay at the counter, or go back into line. */
export const toggledWait = (panel: PriorityPanel): Wish => ({
  kind: 'panel',
  panel: { kind: 'priority', entry: { ...panel.entry, waits: !panel.entry.waits } },
});
