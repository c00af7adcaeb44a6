import type { VoiceRules } from '@jiaohao/shared/contract/hall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareWhenCalm } from '../../server/src/voice/prepare-when-calm.ts';

const rules = {} as VoiceRules;

describe('clips made ahead', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('wait until no call has come for a moment, then are all made', () => {
    const made: string[] = [];
    const clips = prepareWhenCalm({ prepare: (number) => void made.push(number) });
    for (const number of ['A001', 'A002', 'A003']) {
      clips.prepare(number, 1, rules);
      vi.advanceTimersByTime(200);
    }
    expect(made).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(made).toEqual(['A001', 'A002', 'A003']);
  });

  it('are the latest of a long burst, and none once the hub stops', () => {
    const made: string[] = [];
    const clips = prepareWhenCalm({ prepare: (number) => void made.push(number) });
    for (let count = 0; count < 100; count += 1) clips.prepare(`A${count}`, 1, rules);
    vi.advanceTimersByTime(1000);
    expect(made).toHaveLength(24);
    expect(made.at(-1)).toBe('A99');
    clips.prepare('B001', 1, rules);
    clips.stop();
    vi.advanceTimersByTime(1000);
    expect(made).toHaveLength(24);
  });
});
