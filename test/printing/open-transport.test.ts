import { openTransport, parsePrinterUrl } from '@jiaohao/server/src/printing/open-transport.ts';
import { BadPrinterProfile, printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { createVirtualPrinter } from '@jiaohao/server/src/printing/virtual.ts';
import { describe, expect, it } from 'vitest';

describe('a printer URL', () => {
  it.each([
    ['virtual:', { kind: 'virtual' }],
    ['tcp://192.168.1.50:9100', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
    ['tcp://printer.lan', { kind: 'tcp', host: 'printer.lan', port: 9100 }],
    ['tcp://[fe80::1]:9101/', { kind: 'tcp', host: 'fe80::1', port: 9101 }],
    ['file:/dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
    ['file:///dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
  ])('%s is understood', (url, address) => {
    expect(parsePrinterUrl(url)).toEqual(address);
  });

  it.each([
    '',
    '192.168.1.50',
    'tcp://',
    'tcp://h:0',
    'tcp://h:99999',
    'tcp://h/queue',
    'file:lp0',
    'file://host/dev/lp0',
    'http://h',
    'usb:',
  ])('%j is refused, with what would be right', (url) => {
    expect(() => parsePrinterUrl(url)).toThrow(
      /use "virtual:", "tcp:\/\/192\.168\.1\.50:9100" or "file:\/dev\/usb\/lp0"/,
    );
  });
});

describe('a printer profile', () => {
  it('is whole without any setting', () => {
    expect(printerProfile()).toEqual({
      paperMm: 80,
      encoding: 'gb18030',
      largestMultiple: 4,
      qr: 'native',
      cut: 'partial',
      beep: false,
      status: true,
      copies: 1,
    });
  });

  it.each([{ paperMm: 76 }, { encoding: 'big5' }, { copies: 0 }, { widht: 58 }, 'x'])(
    'refuses %o',
    (settings) => {
      expect(() => printerProfile(settings)).toThrow(BadPrinterProfile);
    },
  );
});

describe('the virtual printer', () => {
  it('keeps the bytes of the last jobs, by job', async () => {
    const virtual = createVirtualPrinter({ keep: 2 });
    const transport = openTransport('virtual:', printerProfile(), virtual);
    for (const jobId of ['a', 'b', 'c']) {
      expect(await transport.print({ jobId, bytes: Buffer.from(jobId) })).toEqual({
        state: 'printed',
        nearEnd: false,
      });
    }
    expect(virtual.bytesOf('a')).toBeUndefined();
    expect(Buffer.from(virtual.bytesOf('c') ?? []).toString()).toBe('c');
  });

  it('prints nothing that is no longer wanted', async () => {
    const virtual = createVirtualPrinter();
    const job = { jobId: 'a', bytes: Buffer.from('a'), stillWanted: () => false };
    expect(await virtual.transport.print(job)).toEqual({ state: 'failed', reason: 'gave-up' });
    expect(virtual.bytesOf('a')).toBeUndefined();
  });
});
