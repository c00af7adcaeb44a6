import { describe, expect, it } from 'vitest';
import { judge, shown, withKey } from '../../kiosk/src/kiosk/holder-entry.ts';

const type = (kind: 'phone' | 'id', keys: string) =>
  [...keys].reduce((typed, key) => withKey(kind, typed, key), '');

describe('a phone number or card that is typed', () => {
  it('takes as many digits as it has, and X only where a card ends with it', () => {
    expect(type('phone', '1380013800099')).toBe('13800138000');
    expect(type('phone', '0013X8')).toBe('138');
    expect(type('id', '011010519491231002X5')).toBe('11010519491231002X');
    expect(type('id', '1X1')).toBe('11');
  });

  it('is judged when it is whole', () => {
    expect([
      judge('phone', '1380013800'),
      judge('phone', '13800138000'),
      judge('phone', '12800138000'),
    ]).toEqual(['short', 'right', 'wrong']);
    expect([judge('id', '11010519491231002X'), judge('id', '110105194912310021')]).toEqual([
      'right',
      'wrong',
    ]);
  });

  it('shows the last four digits, never the whole', () => {
    expect(shown('phone', '')).toBe('___ ____ ____');
    expect(shown('phone', '13800')).toBe('*38 00__ ____');
    expect(shown('phone', '13800138000')).toBe('*** **** 8000');
    expect(shown('id', '11010519491231002X')).toBe('****** ******** 002X');
  });
});
