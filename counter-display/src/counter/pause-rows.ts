import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Desk, Panel, Wish } from './panel.ts';

/** A line of the pause panel; its number key grants the wish. */
export interface PauseRow {
  id: string;
  /** Null: closing the counter. */
  name: Localized | null;
  wish: Wish;
}

/** As many as the digits reach. */
const MOST_ROWS = 9;

/**
 * The hall's reasons, then closing where that is possible. With a customer in hand a pause sets them
 * aside first, and asks for what reason, unless the two lists know the same one or there is only one.
 */
export function pauseRows(
  { reason }: Extract<Panel, { kind: 'pause' }>,
  { view, can }: Pick<Desk, 'view' | 'can'>,
): PauseRow[] {
  const { pauseReasons, parkReasons } = view.rules;
  const pause = (id: string, parking?: string): Wish => ({
    kind: 'command',
    command: { name: 'pause', reason: id, ...(parking !== undefined && { parking }) },
  });
  if (reason !== undefined)
    return parkReasons.slice(0, MOST_ROWS).map(({ id, name }) => ({ id, name, wish: pause(reason, id) }));

  const wishOf = (id: string): Wish => {
    if (!view.ticket) return pause(id);
    const same = parkReasons.find((each) => each.id === id) ?? (parkReasons[1] ? undefined : parkReasons[0]);
    return same ? pause(id, same.id) : { kind: 'panel', panel: { kind: 'pause', reason: id } };
  };
  const rows: PauseRow[] = can.has('pause')
    ? pauseReasons.slice(0, MOST_ROWS - 1).map(({ id, name }) => ({ id, name, wish: wishOf(id) }))
    : [];
  if (can.has('close'))
    rows.push({ id: 'close', name: null, wish: { kind: 'command', command: { name: 'close' } } });
  return rows;
}
