import { UnknownCommand } from '@jiaohao/server/src/printing/byte-reader.ts';
import { decodeSlip, slipText } from '@jiaohao/server/src/printing/decoder.ts';
import { encodeSlip } from '@jiaohao/server/src/printing/encoder.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { layoutSlip } from '@jiaohao/server/src/printing/slip.ts';
import type { SlipLine, TextLine } from '@jiaohao/server/src/printing/slip-lines.ts';
import fc from 'fast-check';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { slipContent } from './slip-content.ts';

const profile = printerProfile();
const line = (text: string, size = 1, align: TextLine['align'] = 'left'): SlipLine => ({
  kind: 'text',
  text,
  align,
  width: size,
  height: size,
  bold: false,
});
const readBack = (lines: SlipLine[], settings: object = {}) => {
  const printer = printerProfile(settings);
  return decodeSlip(encodeSlip(lines, printer), printer);
};

describe('slip bytes', () => {
  it('are those of the reference slip', () => {
    const bytes = encodeSlip(
      [
        line('便民服务中心', 2, 'center'),
        line('A001', 4, 'center'),
        line('前面等候 5 人', 1, 'center'),
        { kind: 'qr', data: 'https://example/t/abc', moduleDots: 6 },
        { kind: 'feed', lines: 4 },
        { kind: 'cut' },
      ],
      profile,
    );
    expect(bytes.length).toBe(118);
    expect(bytes.toString('hex')).toBe(
      [
        '1b40 1c26 1b6101 1d2111 b1e3c3f1b7fecef1d6d0d0c4 0a',
        '1d2133 41303031 0a 1d2100 c7b0c3e6b5c8baf2203520c8cb 0a',
        '1d286b0400 31413200 1d286b0300 314306 1d286b0300 314531',
        '1d286b1800 315030 68747470733a2f2f6578616d706c652f742f616263 1d286b0300 315130 0a',
        '1b6404 1d564200',
      ]
        .join('')
        .replaceAll(' ', ''),
    );
  });

  it('of two slips made one after the other keep their own numbers', () => {
    const first = encodeSlip(layoutSlip(slipContent({ number: 'A001' }), profile), profile);
    const second = encodeSlip(layoutSlip(slipContent({ number: 'A002' }), profile), profile);
    expect(slipText(decodeSlip(first, profile))).toContain('A001');
    expect(slipText(decodeSlip(second, profile))).toContain('A002');
    expect(slipText(decodeSlip(first, profile))).not.toContain('A002');
  });

  it('hold no command that a name brought along', () => {
    const evil = '社保\x1bp\x00\x19\xfa\x1dV\x00\x10\x04\x01\x1c.\x0c\x7f\x9b登记';
    const name = { 'zh-CN': evil, en: evil };
    const slip = readBack(layoutSlip(slipContent({ serviceName: name, hallName: name }), profile));
    expect(slip.lines.filter((each) => each.kind === 'cut')).toHaveLength(1);
    expect(slip.lines.at(-1)).toMatchObject({ kind: 'cut' });
    expect(slipText(slip).join('')).toContain('社保púV. 登记');
  });

  it('say ￥ for ¥, and a stand-in where two bytes cannot say it', () => {
    expect(slipText(readBack([line('¥5 𠮷祥 👨‍👩‍👧 ñ •')]))).toEqual(['￥5 〓祥 〓 n ·']);
  });

  it.each([
    [{ cut: 'full' }, { kind: 'cut', full: true }],
    [{ cut: 'partial' }, { kind: 'cut', full: false }],
    [{ cut: 'none' }, undefined],
  ])('cut as the printer is set: %o', (settings, cut) => {
    expect(
      readBack([line('A'), { kind: 'cut' }], settings).lines.find((each) => each.kind === 'cut'),
    ).toEqual(cut);
  });

  it('beep and repeat as the printer is set', () => {
    const slip = readBack([line('A001')], { beep: true, copies: 2 });
    expect(slipText(slip)).toEqual(['A001', 'A001']);
    expect(slip.lines.filter((each) => each.kind === 'beep')).toHaveLength(2);
  });

  it('draw the code as dots, its quiet zone with it, for a printer that has no codes of its own', () => {
    const data = 'http://10.0.0.5:3000/t/abcdefghijklmnopqrstuv';
    const slip = readBack([{ kind: 'qr', data, moduleDots: 6 }], { qr: 'raster' });
    const image = slip.lines.find((each) => each.kind === 'image');
    if (image?.kind !== 'image') throw new Error('no image');
    const pixels = new Uint8ClampedArray(image.widthDots * image.heightDots * 4);
    for (let at = 0; at < image.widthDots * image.heightDots; at += 1) {
      const dark = ((image.bits[at >> 3] ?? 0) << (at & 7)) & 0x80;
      pixels.set(dark ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4);
    }
    const read = jsqr as unknown as typeof jsqr.default;
    expect(read(pixels, image.widthDots, image.heightDots)?.data).toBe(data);
  });

  it.each([
    [{ encoding: 'utf-8' }, '社保 ñ'],
    [{ encoding: 'gbk' }, '社保 朱镕基'],
    [{ encoding: 'cp850' }, 'Café ñ'],
    [{ encoding: 'cp866', codePageNumber: 7 }, 'Очередь'],
  ])('read back under %o', (settings, text) => {
    expect(slipText(readBack([line(text)], settings))).toEqual([text]);
  });
});

describe('any text', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'社保登记，。A1 -’¥\x1b\x1d\x10\n'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const anyText = fc.string({ unit, maxLength: 24 });

  it.each(['gb18030', 'gbk', 'utf-8', 'cp437', 'windows-1252'] as const)(
    'becomes, in %s, bytes that our decoder accepts and a slip of one code and one cut',
    (encoding) => {
      fc.assert(
        fc.property(anyText, anyText, (name, rule) => {
          const printer = printerProfile({ encoding, paperMm: 58 });
          const content = slipContent({
            serviceName: { 'zh-CN': name },
            missedRule: { 'zh-CN': rule },
            language: 'en',
          });
          const { lines } = decodeSlip(encodeSlip(layoutSlip(content, printer), printer), printer);
          expect(lines.filter((each) => each.kind === 'qr')).toHaveLength(1);
          expect(lines.filter((each) => each.kind === 'cut')).toHaveLength(1);
          expect(lines.every((each) => each.kind !== 'text' || !each.wrapped)).toBe(true);
        }),
        { numRuns: 100 },
      );
    },
  );
});

describe('the decoder', () => {
  it.each(['1b70001964', '1d2802', '1f01', '41ff', '1b61'])('refuses %s rather than skip it', (hex) => {
    expect(() => decodeSlip(Buffer.from(`1b401c26${hex}`, 'hex'), profile)).toThrow(UnknownCommand);
  });

  it('breaks a line that is longer than the paper, as a printer does', () => {
    const { lines } = readBack([line('A'.repeat(50))]);
    expect(slipText({ lines })).toEqual(['A'.repeat(48), 'AA']);
    expect(lines[0]).toMatchObject({ wrapped: true });
  });
});
