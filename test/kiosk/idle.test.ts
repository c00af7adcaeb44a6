import { describe, expect, it } from 'vitest';
import { patience, resultSecondsLeft } from '../../kiosk/src/kiosk/idle.ts';

describe('a kiosk that nobody touches', () => {
  it('leaves someone who is choosing alone for a minute', () => {
    expect(patience(59_999)).toEqual({ kind: 'fine' });
  });

  it('then asks, counting down fifteen seconds', () => {
    expect(patience(60_000)).toEqual({ kind: 'warning', secondsLeft: 15 });
    expect(patience(74_001)).toEqual({ kind: 'warning', secondsLeft: 1 });
  });

  it('then goes back to the start', () => {
    expect(patience(75_000)).toEqual({ kind: 'over' });
  });

  it('closes a result after twenty seconds, after sixty where no paper came', () => {
    expect(resultSecondsLeft(-40, true)).toBe(20);
    expect(resultSecondsLeft(0, true)).toBe(20);
    expect(resultSecondsLeft(20_000, true)).toBe(0);
    expect(resultSecondsLeft(20_000, false)).toBe(40);
    expect(resultSecondsLeft(61_000, false)).toBe(0);
  });
});
