import type { PrintState } from '@jiaohao/shared/contract/ticket.ts';
import { describe, expect, it } from 'vitest';
import { needsScreen, paperOf, SLOW_AFTER_MS } from '../../kiosk/src/kiosk/paper.ts';

describe('what is said about a slip', () => {
  it('promises paper only when it was printed on paper', () => {
    const states: PrintState[] = ['none', 'queued', 'printing', 'unknown', 'failed'];
    for (const state of states) expect(paperOf({ state, copy: 0 }, 60_000).kind).not.toBe('take');
    expect(paperOf({ state: 'printed', copy: 0 }, 0)).toEqual({ kind: 'take' });
    expect(paperOf({ state: 'printed', copy: 0, virtual: true }, 0)).toEqual({ kind: 'picture' });
  });

  it('shows number and code on the screen whenever paper is not certain', () => {
    expect(needsScreen(paperOf({ state: 'failed', reason: 'paper-out', copy: 0 }, 0))).toBe(true);
    expect(needsScreen(paperOf({ state: 'unknown', copy: 0 }, 0))).toBe(true);
    expect(needsScreen(paperOf({ state: 'none', copy: 0 }, 0))).toBe(true);
    expect(needsScreen(paperOf({ state: 'printed', copy: 0 }, 0))).toBe(false);
  });

  it('does not wait for ever on a slip that it hears no more of', () => {
    expect(paperOf({ state: 'printing', copy: 0 }, SLOW_AFTER_MS - 1)).toEqual({ kind: 'coming' });
    expect(needsScreen(paperOf({ state: 'printing', copy: 0 }, SLOW_AFTER_MS))).toBe(true);
  });

  it('keeps the reason', () => {
    expect(paperOf({ state: 'failed', reason: 'cover-open', copy: 0 }, 0)).toEqual({
      kind: 'none',
      reason: 'cover-open',
    });
  });
});
