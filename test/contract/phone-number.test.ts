import { maskPhone, parsePhone } from '@jiaohao/shared/contract/phone-number.ts';
import { describe, expect, it } from 'vitest';

describe('a phone number', () => {
  it.each(['13800138000', '+86 138 0013 8000', '0086-138-0013-8000', '１３８００１３８０００'])(
    '%s is one and the same',
    (typed) => {
      expect(parsePhone(typed)).toBe('13800138000');
    },
  );

  it.each([
    ['(0571) 8888 6666', '057188886666'],
    ['+44 20 7946 0958', '442079460958'],
  ])('%s is another', (typed, digits) => {
    expect(parsePhone(typed)).toBe(digits);
  });

  it.each(['', '1234', 'abc', '1380013800x', '1'.repeat(16)])('%j is none', (typed) => {
    expect(parsePhone(typed)).toBeNull();
  });

  it('is shown so that its owner knows it, and nobody else does', () => {
    expect(['13800131234', '057188886666', '12345678', '12345'].map(maskPhone)).toEqual([
      '138****1234',
      '057*****6666',
      '******78',
      '***45',
    ]);
  });
});
