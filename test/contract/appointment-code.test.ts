import {
  isAppointmentCode,
  parseAppointmentCode,
  scanOfAppointment,
  spacedCode,
  withCheckDigit,
} from '@jiaohao/shared/contract/appointment-code.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const digits = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));

describe('the code of an appointment', () => {
  it('has a check digit by Damm’s table', () => {
    // The example of the literature: 572 has the check digit 4.
    expect(withCheckDigit('0000572')).toBe('00005724');
  });

  it('tells every wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(7), fc.integer({ min: 1, max: 9 }), (seven, place, off) => {
        const code = withCheckDigit(seven);
        const wrong = String((Number(code[place]) + off) % 10);
        expect(isAppointmentCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('tells every swap of neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(6), (seven, place) => {
        const code = withCheckDigit(seven);
        const [a, b] = [code[place], code[place + 1]];
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2);
        expect(isAppointmentCode(swapped)).toBe(a === b);
      }),
    );
  });

  it('is read as people type it, and as it is scanned', () => {
    const code = withCheckDigit('4821093');
    for (const typed of [
      code,
      spacedCode(code),
      ` ${code} `,
      `${code.slice(0, 4)}-${code.slice(4)}`,
      scanOfAppointment(code),
    ]) {
      expect(parseAppointmentCode(typed)).toBe(code);
    }
  });

  it.each(['', '123', '123456789', 'A1234567', 'JH:20261121:A012', 'JHA:1'])('is not %j', (typed) => {
    expect(parseAppointmentCode(typed)).toBeNull();
  });
});
