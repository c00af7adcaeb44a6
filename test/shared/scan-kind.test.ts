import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanOf } from '../../shared/src/client/scan-kind.ts';
import { isIdCardNumber } from '../../shared/src/contract/id-card-number.ts';

describe('what a scanned text is', () => {
  it.each([
    'JH:20261121:A012',
    ']Q3JH:20261121:A012',
    'JH:20261121:A012*',
    'jh:20261121:a012',
    'JH:20261121:AB1000',
  ])('a slip’s code, whatever the scanner puts around it: %s', (text) => {
    expect(scanOf(text)).toMatchObject({ kind: 'slip', code: expect.stringMatching(/^JH:20261121:A/i) });
  });

  it('the link of a slip, at whatever address it was printed', () => {
    expect(scanOf('http://10.0.0.5:3000/t/AbC-_0123456789xyzQQQQ')).toEqual({
      kind: 'slip',
      code: '/t/AbC-_0123456789xyzQQQQ',
    });
    expect(scanOf('http://10.0.0.5:3000/t/tooshort').kind).toBe('other');
  });

  it('the number of an identity card, whatever the reader puts around it', () => {
    for (const text of ['11010519491231002X', '11010519491231002x', '#11010519491231002X#']) {
      expect(scanOf(text)).toEqual({ kind: 'id-card', number: '11010519491231002X' });
    }
  });

  it('the code of an appointment, by its check digit', () => {
    for (const text of ['JHA:00005724', '00005724']) {
      expect(scanOf(text)).toEqual({ kind: 'appointment', code: '00005724' });
    }
    expect(scanOf('00005725').kind).toBe('other');
  });

  it('anything else, as it is', () => {
    expect(scanOf(' 6901234567892 ')).toEqual({ kind: 'other', code: '6901234567892' });
    expect(scanOf('110105194912310021').kind).toBe('other');
  });
});

describe('the check character of an identity card', () => {
  it('no date that there is not, no number that is too short', () => {
    for (const text of ['11010519490231002X', '1101051949123100', '11010519491331002X'])
      expect(isIdCardNumber(text)).toBe(false);
  });

  it('finds every single wrong digit', () => {
    const right = '11010519491231002X';
    fc.assert(
      fc.property(fc.nat(16), fc.nat(9), (place, digit) => {
        const wrong = right.slice(0, place) + digit + right.slice(place + 1);
        expect(isIdCardNumber(wrong)).toBe(wrong === right);
      }),
    );
  });
});
