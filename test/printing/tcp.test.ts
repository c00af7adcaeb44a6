import { openTransport } from '@jiaohao/server/src/printing/open-transport.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import type { Deadlines, PrintResult } from '@jiaohao/server/src/printing/transport.ts';
import { createVirtualPrinter } from '@jiaohao/server/src/printing/virtual.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { type PrinterMode, type PrinterStandIn, startPrinterStandIn } from '../support/printer-stand-in.ts';

const SLIP = Buffer.from('\x1b@A001\n');
const printers: PrinterStandIn[] = [];
afterEach(() => Promise.all(printers.splice(0).map((printer) => printer.close())));

async function printerIn(mode: PrinterMode, options?: { slowMs: number }) {
  const printer = await startPrinterStandIn(mode, options);
  printers.push(printer);
  return printer;
}

function transportTo(url: string, settings: object = {}, deadlines?: Deadlines) {
  return openTransport(url, printerProfile(settings), createVirtualPrinter(), deadlines);
}

async function printOn(url: string, settings: object = {}): Promise<{ result: PrintResult; ms: number }> {
  const began = performance.now();
  const result = await transportTo(url, settings).print({ jobId: 'j', bytes: SLIP });
  return { result, ms: performance.now() - began };
}

describe('a slip over TCP', () => {
  it('is printed when the printer says that it has processed everything', async () => {
    const printer = await printerIn('ok');
    const { result, ms } = await printOn(printer.url);
    expect(result).toEqual({ state: 'printed', nearEnd: false });
    expect(printer.jobs).toEqual([SLIP]);
    expect(ms).toBeLessThan(500);
  });

  it('is printed on a roll that is nearly used up, and that is told', async () => {
    const printer = await printerIn('paper-near-end');
    expect((await printOn(printer.url)).result).toEqual({ state: 'printed', nearEnd: true });
  });

  it.each([
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['offline', 'offline'],
    ['cutter-error', 'cutter'],
  ] as const)('is refused at once by a printer with %s, and nothing is sent', async (mode, reason) => {
    const printer = await printerIn(mode);
    const { result, ms } = await printOn(printer.url);
    expect(result).toMatchObject({ state: 'failed', reason });
    expect(ms).toBeLessThan(500);
    expect(printer.jobs).toEqual([]);
  });

  it.each(['silent', 'stalled'] as const)('is unknown on a %s printer, never printed', async (mode) => {
    const printer = await printerIn(mode);
    const { result, ms } = await printOn(printer.url);
    expect(result).toMatchObject({ state: 'unknown', reason: 'timeout' });
    expect(ms).toBeGreaterThan(1400);
    expect(ms).toBeLessThan(3500);
  });

  it.each(['refuses', 'resets-at-connect'] as const)('fails at once where the printer %s', async (mode) => {
    const printer = await printerIn(mode);
    const { result, ms } = await printOn(printer.url);
    expect(result).toMatchObject({ state: 'failed', reason: 'unreachable' });
    expect(ms).toBeLessThan(500);
  });

  it('fails within two seconds where nobody answers at all', async () => {
    const { result, ms } = await printOn('tcp://192.0.2.1:9100'); // RFC 5737: for documentation only
    expect(result).toMatchObject({ state: 'failed', reason: 'unreachable' });
    expect(ms).toBeLessThan(2300);
  });

  it('is unknown when the connection breaks after bytes have left', async () => {
    const printer = await printerIn('resets-mid-job');
    const { result, ms } = await printOn(printer.url);
    expect(result).toMatchObject({ state: 'unknown', reason: 'unreachable' });
    expect(ms).toBeLessThan(500);
  });

  it('is unknown, with the reason, when the paper ends half way', async () => {
    const printer = await printerIn('paper-out-mid-job');
    const { result, ms } = await printOn(printer.url);
    expect(result).toMatchObject({ state: 'unknown', reason: 'paper-out' });
    expect(ms).toBeLessThan(2000);
  });

  it('is waited for on a slow printer', async () => {
    const printer = await printerIn('slow', { slowMs: 2500 });
    expect((await printOn(printer.url)).result).toEqual({ state: 'printed', nearEnd: false });
  });

  it('is unknown when the printer is not done by the deadline of the job', async () => {
    const printer = await printerIn('slow', { slowMs: 5000 });
    const transport = transportTo(printer.url, {}, { connectMs: 200, statusMs: 200, jobMs: 600 });
    const began = performance.now();
    expect(await transport.print({ jobId: 'j', bytes: SLIP })).toMatchObject({
      state: 'unknown',
      reason: 'timeout',
    });
    expect(performance.now() - began).toBeLessThan(900);
  });

  it('is not sent when it is no longer wanted at the last moment', async () => {
    const printer = await printerIn('ok');
    const result = await transportTo(printer.url).print({
      jobId: 'j',
      bytes: SLIP,
      stillWanted: () => false,
    });
    expect(result).toEqual({ state: 'failed', reason: 'gave-up' });
    expect(printer.jobs).toEqual([]);
  });

  it('arrives whole at a printer without status, and is never called printed', async () => {
    const printer = await printerIn('silent');
    const { result, ms } = await printOn(printer.url, { status: false });
    expect(result).toEqual({ state: 'unknown', reason: null });
    expect(ms).toBeLessThan(500);
    await expect.poll(() => printer.jobs).toEqual([SLIP]);
  });

  it('that is larger than every buffer is given up on a stalled printer, and the socket with it', async () => {
    const printer = await printerIn('stalled');
    const transport = transportTo(
      printer.url,
      { status: false },
      { connectMs: 200, statusMs: 200, jobMs: 500 },
    );
    const result = await transport.print({ jobId: 'j', bytes: Buffer.alloc(32 << 20, 0x41) });
    expect(result).toMatchObject({ state: 'unknown', reason: 'timeout' });
  });

  it('finds the new roll as soon as it is in', async () => {
    const printer = await printerIn('paper-out');
    const transport = transportTo(printer.url);
    expect(await transport.check()).toMatchObject({ state: 'trouble', reason: 'paper-out' });
    await printer.set('ok');
    expect(await transport.check()).toEqual({ state: 'ready', nearEnd: false });
    expect(printer.jobs).toEqual([]);
  });

  it('is waited for as long as its paper takes: a list of many lines longer than a slip', async () => {
    const printer = await printerIn('slow', { slowMs: 400 });
    const deadlines = { connectMs: 2000, statusMs: 200, jobMs: 200 };
    const print = (bytes: Buffer) => transportTo(printer.url, {}, deadlines).print({ jobId: 'j', bytes });
    expect(await print(SLIP)).toMatchObject({ state: 'unknown', reason: 'timeout' });
    const list = Buffer.from(`\x1b@${'A001\n'.repeat(80)}`);
    expect(await print(list)).toMatchObject({ state: 'printed' });
  });
});
