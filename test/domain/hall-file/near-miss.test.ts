import { describe, expect, it } from 'vitest';
import { nearMiss } from '../../../server/src/domain/hall-file/near-miss.ts';

describe('nearMiss', () => {
  it.each([
    ['a letter left out', 'penson', 'pension'],
    ['two letters swapped', 'pesnion', 'pension'],
    ['a dash left out', 'socialcard', 'social-card'],
    ['capitals', 'PENSION', 'pension'],
  ])('knows %s', (_name, written, meant) => {
    expect(nearMiss(written, ['tax-filing', 'social-card', 'pension'])).toBe(meant);
  });
  it('takes the nearest of several', () => {
    expect(nearMiss('counter-12', ['counter-1', 'counter-13', 'counter-12x'])).toBe('counter-1');
  });
  it('keeps silent where nothing is near', () => {
    expect(nearMiss('passport', ['tax-filing', 'pension'])).toBeUndefined();
    expect(nearMiss('', ['pension'])).toBeUndefined();
  });
});
