import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMenuFeed } from '../../kiosk/src/kiosk/menu-feed.ts';

describe('the menu feed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function feed(load: () => Promise<number>) {
    const menus: number[] = [];
    const errors: unknown[] = [];
    const made = createMenuFeed({
      load,
      onMenu: (menu) => menus.push(menu),
      onError: (error) => errors.push(error),
    });
    return { ...made, menus, errors };
  }

  it('loads at the start and then every fifteen seconds', async () => {
    let loads = 0;
    const { start, stop, menus } = feed(async () => ++loads);
    start();
    await vi.advanceTimersByTimeAsync(0);
    expect(menus).toEqual([1]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(menus).toEqual([1, 2]);
    stop();
  });

  it('turns a storm of nudges into one load a second', async () => {
    let loads = 0;
    const { start, stop, nudge } = feed(async () => ++loads);
    start();
    for (let ms = 0; ms < 5000; ms += 50) {
      nudge();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(loads).toBeGreaterThanOrEqual(5);
    expect(loads).toBeLessThanOrEqual(6);
    stop();
  });

  it('loads once more when nudged while it was loading', async () => {
    let loads = 0;
    const { start, stop, nudge } = feed(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ++loads;
    });
    start();
    await vi.advanceTimersByTimeAsync(100);
    nudge();
    await vi.advanceTimersByTimeAsync(1600);
    expect(loads).toBe(2);
    stop();
  });

  it('tries again soon after a failure, and says so', async () => {
    let loads = 0;
    const { start, stop, menus, errors } = feed(async () => {
      if (++loads === 1) throw new Error('gone');
      return loads;
    });
    start();
    await vi.advanceTimersByTimeAsync(2000);
    expect(errors).toHaveLength(1);
    expect(menus).toEqual([2]);
    stop();
  });

  it('is silent once stopped', async () => {
    let loads = 0;
    const { start, stop, nudge } = feed(async () => ++loads);
    start();
    await vi.advanceTimersByTimeAsync(0);
    stop();
    nudge();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(loads).toBe(1);
  });
});
