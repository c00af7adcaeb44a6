import { decodeSlip } from '@jiaohao/server/src/printing/decoder.ts';
import { encodeSlip } from '@jiaohao/server/src/printing/encoder.ts';
import { slipPicture } from '@jiaohao/server/src/printing/picture.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { layoutSlip } from '@jiaohao/server/src/printing/slip.ts';
import { describe, expect, it } from 'vitest';
import { slipContent } from './slip-content.ts';

function picture(changes = {}, settings: object = {}) {
  const profile = printerProfile(settings);
  return slipPicture(decodeSlip(encodeSlip(layoutSlip(slipContent(changes), profile), profile), profile));
}

describe('the picture of a slip', () => {
  it('has the number as its title and all its words as its description', () => {
    const svg = picture();
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>A001</title>');
    expect(svg).toMatch(/<desc>便民服务中心\n您的排队号\nA001\n社会保险参保登记\n/);
  });

  it.each([
    [58, 384],
    [80, 576],
  ])('is as wide as %d mm paper prints, and its margins', (paperMm, dots) => {
    expect(picture({}, { paperMm })).toContain(`viewBox="0 0 ${dots + 56} `);
  });

  it('shows what the bytes say, not what was meant: a character that cannot print is a stand-in', () => {
    const svg = picture({ serviceName: { 'zh-CN': '𠮷祥登记' } });
    expect(svg).toContain('>〓祥登记<');
    expect(svg).not.toContain('𠮷');
  });

  it('draws the code from either kind of bytes', () => {
    expect(picture()).toMatch(/<path d="M\d+ \d+h\d+v6h/);
    expect(picture({}, { qr: 'raster' })).toMatch(/<path d="M\d+ \d+h\d+v1h/);
  });

  it('holds no script, style or markup that a name brought along', () => {
    const svg = picture({ serviceName: { 'zh-CN': '<script>&"x' }, language: 'zh-CN' });
    expect(svg).not.toMatch(/<script|<style|style=|href|on\w+=/);
    expect(svg).toContain('&#60;script&#62;&#38;');
  });
});
