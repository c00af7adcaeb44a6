import { BackIcon } from '@jiaohao/shared/ui/icons.tsx';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cardsOn, planGrid } from './card-grid.ts';
import type { KioskProps } from './kiosk-props.ts';

/** In rem, by which the whole kiosk scales with its screen. */
const GAP = 2.4;
const PAGER = 14;

interface CardPagesProps<T> extends KioskProps {
  items: readonly T[];
  columns: number;
  minRow: number;
  maxRow: number;
  label: string;
  card: (item: T, rowHeight: number) => ComponentChildren;
}

/** Cards that fill the room there is, on as many pages as they need. Sizes in rem. */
export function CardPages<T>({
  items,
  columns,
  minRow,
  maxRow,
  label,
  card,
  state,
  actions,
}: CardPagesProps<T>) {
  const room = useRef<HTMLDivElement>(null);
  const height = useHeightInRem(room);
  const plan = planGrid(items.length, { height, columns, minRow, maxRow, gap: GAP, pager: PAGER });
  const page = Math.min(state.page.value, plan.pages - 1);
  return (
    <div class="cards" ref={room}>
      <ul
        class="grid"
        aria-label={label}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridAutoRows: `${plan.rowHeight}rem`,
          gridGap: `${GAP}rem`,
        }}
      >
        {height > 0 && cardsOn(items, page, plan).map((item) => card(item, plan.rowHeight))}
      </ul>
      {plan.pages > 1 && (
        <Pager page={page} pages={plan.pages} turnTo={actions.turnTo} texts={state.t.value} />
      )}
    </div>
  );
}

function Pager({
  page,
  pages,
  turnTo,
  texts,
}: {
  page: number;
  pages: number;
  turnTo: (page: number) => void;
  texts: KioskProps['state']['t']['value'];
}) {
  return (
    <div class="pager">
      <button type="button" class="plain" disabled={page === 0} onClick={() => turnTo(page - 1)}>
        <BackIcon /> {texts.previousPage}
      </button>
      <p aria-live="polite">{texts.pageOf({ page: page + 1, pages })}</p>
      <button type="button" class="plain next" disabled={page === pages - 1} onClick={() => turnTo(page + 1)}>
        {texts.nextPage} <BackIcon />
      </button>
    </div>
  );
}

function useHeightInRem(room: { current: HTMLElement | null }): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setHeight(element.clientHeight / rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return height;
}
