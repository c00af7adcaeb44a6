import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterOf, createScanCollector } from '../../shared/src/client/scan-collector.ts';

/** The key and the shift that a scanner sends for a character. */
function keyOf(character: string): { code: string; shift: boolean } {
  for (const code of CODES) {
    for (const shift of [false, true]) if (characterOf(code, shift) === character) return { code, shift };
  }
  throw new Error(`no key for ${character}`);
}
const CODES = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
  ...['Minus', 'Equal', 'Semicolon', 'Slash', 'Period', 'Comma'],
];

type Collector = ReturnType<typeof createScanCollector>;

/** Plays a text, one key each `everyMs`; answers with what the end key made of it. */
function play(collector: Collector, text: string, everyMs: number, end = 'Enter') {
  let at = 1000;
  for (const character of text) {
    const { code, shift } = keyOf(character);
    collector.press(code, shift, at);
    at += everyMs;
  }
  return collector.press(end, false, at);
}

describe('a scanner that plays a keyboard', () => {
  it.each(['JH:20261121:A012', 'http://hall.test:3000/t/AbC-_0123456789xyzQQQQ', '11010519491231002X'])(
    'is read: %s',
    (text) => {
      expect(play(createScanCollector(), text, 8)).toEqual({ kind: 'scan', text });
    },
  );

  it.each(['Enter', 'NumpadEnter', 'Tab'])('may end with %s', (end) => {
    expect(play(createScanCollector(), 'A0123', 20, end)).toEqual({ kind: 'scan', text: 'A0123' });
  });

  it('whatever it reads, at any speed of a scanner, comes out as it went in', () => {
    const text = fc.string({ minLength: 5, maxLength: 60, unit: fc.constantFrom(...'AZaz059:/-_.') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (sent, everyMs) => {
        expect(play(createScanCollector(), sent, everyMs)).toEqual({ kind: 'scan', text: sent });
      }),
    );
  });

  it('is believed without an end key only where the burst is long', () => {
    const collector = createScanCollector();
    const { code } = keyOf('7');
    for (let at = 0; at < 18; at++) collector.press(code, false, at);
    expect(collector.quiet()).toBe('7'.repeat(18));
    for (let at = 0; at < 6; at++) collector.press(code, false, 1000 + at);
    expect(collector.quiet()).toBeNull();
  });
});

describe('a person at a keyboard', () => {
  it('is never taken for a scanner, however much they type', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 51, max: 400 }), { minLength: 5 }), (gaps) => {
        const collector = createScanCollector();
        let at = 1000;
        for (const gap of gaps) {
          collector.press('Digit4', false, at);
          at += gap;
        }
        expect(collector.press('Enter', false, at)).toBeNull();
      }),
    );
  });

  it('may strike a few keys at once, and Enter right after', () => {
    expect(play(createScanCollector(), 'A12', 15)).toBeNull();
  });

  it('presses a button with the blank: it begins no scan', () => {
    const collector = createScanCollector();
    expect(collector.press('Space', false, 1000)).toBeNull();
    collector.press('KeyA', false, 2000);
    expect(collector.press('Space', false, 2010)).toMatchObject({ kind: 'character' });
  });

  it('ends a burst by pausing: what comes later begins anew', () => {
    const collector = createScanCollector();
    collector.press('KeyA', false, 1000);
    expect(collector.over(1050)).toBe(false);
    expect(collector.over(1051)).toBe(true);
    collector.press('KeyB', false, 1200);
    expect(collector.typed()).toBe('b');
  });
});
