import { columnsOf, printable, STAND_IN } from '@jiaohao/server/src/printing/charset.ts';
import { encodeSlip } from '@jiaohao/server/src/printing/encoder.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { wrap } from '@jiaohao/server/src/printing/wrap.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

/** The bytes between `ESC @ FS &` and the line feed. */
function bytesOf(text: string, encoding: 'gb18030' | 'gbk') {
  const line = { kind: 'text', text, align: 'left', width: 1, height: 1, bold: false } as const;
  return encodeSlip([line], printerProfile({ encoding })).subarray(4, -1);
}

describe('printable text', () => {
  it('is left as it is where the printer knows every character', () => {
    const text = '请到 3 号窗口（A岗）办理：社会保险，10～15 分钟。Ａ①㎡';
    expect(printable(text, 'gb18030')).toEqual({ text, replaced: [] });
  });

  it('is one line without control or invisible characters', () => {
    expect(printable('社\u200b保\r\n登\t记\u0007\u202e', 'gb18030').text).toBe('社保  登 记');
  });

  it('names what it replaced', () => {
    expect(printable('𠮷野家', 'gb18030')).toEqual({ text: `${STAND_IN}野家`, replaced: ['𠮷'] });
    expect(printable('社保', 'cp437')).toEqual({ text: '??', replaced: ['社', '保'] });
  });

  it.each(['gb18030', 'gbk'] as const)(
    'in %s is ASCII and two-byte characters only, and reads back',
    (encoding) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const fitted = printable(text, encoding);
          const bytes = bytesOf(fitted.text, encoding);
          expect(new TextDecoder('gb18030').decode(bytes)).toBe(fitted.text);
          expect(bytes.length).toBe(columnsOf(fitted.text, encoding));
          expect(fitted.text).not.toMatch(/\p{C}/u);
          const standIns = fitted.text.split(STAND_IN).length - 1;
          expect(standIns).toBeGreaterThanOrEqual(fitted.replaced.length);
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe('wrapping', () => {
  it.each([
    ['过号后请到导办台报到，将重新安排。', 16, ['过号后请到导办台', '报到，将重新安', '排。']],
    ['请持（身份证）办理', 6, ['请持', '（身份', '证）办', '理']],
    ['Your own page, on A4', 8, ['Your own', 'page, on', 'A4']],
    ['incomprehensibilities', 8, ['incompre', 'hensibil', 'ities']],
    ['', 8, ['']],
  ])('breaks %s at %d columns', (text, columns, lines) => {
    expect(wrap(text, columns, 'gb18030')).toEqual(lines);
  });

  it('loses nothing but blanks, and keeps within the columns', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 48 }), (any, columns) => {
        const { text } = printable(any, 'gb18030');
        const lines = wrap(text, columns, 'gb18030');
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(columnsOf(line, 'gb18030')).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 500 },
    );
  });
});
