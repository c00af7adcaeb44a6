import { describe, expect, it } from 'vitest';
import { cardsOn, planGrid } from '../../kiosk/src/kiosk/card-grid.ts';

const space = { height: 1000, columns: 2, minRow: 160, maxRow: 320, gap: 28, pager: 140 };

describe('the cards of a kiosk page', () => {
  it('one group is a card of ordinary height, not a whole wall', () => {
    expect(planGrid(1, space)).toEqual({ rows: 1, rowHeight: 320, perPage: 2, pages: 1 });
  });

  it('six groups stand on one page', () => {
    const plan = planGrid(6, space);
    expect(plan.pages).toBe(1);
    expect(plan.rows).toBe(3);
    expect(plan.rows * plan.rowHeight + 2 * space.gap).toBeLessThanOrEqual(space.height);
  });

  it('what does not fit goes to pages, and the pager has its room', () => {
    const plan = planGrid(20, space);
    expect(plan.pages).toBeGreaterThan(1);
    expect(plan.rowHeight).toBeGreaterThanOrEqual(space.minRow);
    expect(plan.rows * plan.rowHeight + (plan.rows - 1) * space.gap + space.pager).toBeLessThanOrEqual(
      space.height + 0.001,
    );
  });

  it('every card is on exactly one page', () => {
    const items = Array.from({ length: 23 }, (_, index) => index);
    for (const height of [200, 500, 1000]) {
      const plan = planGrid(items.length, { ...space, height });
      const shown = Array.from({ length: plan.pages }, (_, page) => cardsOn(items, page, plan)).flat();
      expect(shown).toEqual(items);
    }
  });

  it('a page that went away is the last one', () => {
    const plan = planGrid(20, space);
    expect(cardsOn([1, 2, 3], 9, { ...plan, pages: 1 })).toEqual([1, 2, 3]);
  });

  it('a space too low for one card still shows one row', () => {
    expect(planGrid(6, { ...space, height: 100 }).rows).toBe(1);
  });
});
