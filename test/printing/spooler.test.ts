import { decodeSlip, slipText } from '@jiaohao/server/src/printing/decoder.ts';
import { openTransport } from '@jiaohao/server/src/printing/open-transport.ts';
import type { Paper } from '@jiaohao/server/src/printing/paper.ts';
import type { PrintJob } from '@jiaohao/server/src/printing/print-jobs.ts';
import { printerProfile } from '@jiaohao/server/src/printing/printer-profile.ts';
import { createSpooler, type Spooler } from '@jiaohao/server/src/printing/spooler.ts';
import { createVirtualPrinter } from '@jiaohao/server/src/printing/virtual.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { type PrinterMode, type PrinterStandIn, startPrinterStandIn } from '../support/printer-stand-in.ts';
import { memoryJobStore, printJob } from './job-store.ts';

const profile = printerProfile();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Scene {
  jobs?: PrintJob[];
  modes?: Record<string, PrinterMode>;
  showing?: boolean;
  now?: number;
  /** Tickets that their holders have given up. */
  left?: string[];
  contentFor?: (job: PrintJob) => Promise<Paper | undefined>;
}

async function hall(scene: Scene = {}) {
  const modes = scene.modes ?? { p1: 'ok' };
  const printers: Record<string, PrinterStandIn> = {};
  for (const [id, mode] of Object.entries(modes)) {
    const printer = await startPrinterStandIn(mode);
    printers[id] = printer;
    closing.push(() => printer.close());
  }
  const kept = memoryJobStore(scene.jobs ?? []);
  const world = { showing: scene.showing as boolean | undefined, now: scene.now ?? 2000 };
  const changes: string[] = [];
  const virtual = createVirtualPrinter();
  const spooler: Spooler = createSpooler({
    store: kept.store,
    source: {
      contentFor:
        scene.contentFor ??
        (async ({ ticketId, content }) => {
          if (content.kind === 'appointment') return { ...content, code: '00000000' };
          if (content.kind !== 'ticket') return content;
          if (scene.left?.includes(ticketId ?? '')) return undefined;
          return { ...content, code: `JH1:${ticketId}`, codeIsLink: false };
        }),
    },
    printerIds: () => Object.keys(modes),
    transportFor: (id) => {
      const printer = printers[id];
      return printer && { transport: openTransport(printer.url, profile, virtual), profile };
    },
    isShowing: () => world.showing,
    onChange: (job) => changes.push(`${job.id} ${job.state}${job.reason ? ` ${job.reason}` : ''}`),
    clock: { now: () => world.now },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    times: { firstPauseMs: 10, longestPauseMs: 50, mendingMs: 40 },
  });
  closing.push(() => spooler.stop());
  const paper = (id = 'p1') => printers[id]!.jobs.map((bytes) => slipText(decodeSlip(bytes, profile)));
  return { spooler, kept, world, changes, paper, printers };
}

const queued = (n: number, more: Partial<PrintJob> = {}) => {
  const job = printJob({ id: `job-${n}`, ticketId: `ticket-${n}`, createdAt: 1000 + n, ...more });
  return { ...job, content: { ...job.content, number: `A00${n}` } };
};
const stays = (ms = 250) => new Promise((done) => setTimeout(done, ms));

describe('the spooler', () => {
  it('prints what is queued, oldest first, and tells of each committed step', async () => {
    const { spooler, changes, paper } = await hall({ jobs: [queued(2), queued(1)] });
    await spooler.start();
    await expect
      .poll(() => changes)
      .toEqual(['job-1 printing', 'job-1 printed', 'job-2 printing', 'job-2 printed']);
    expect(paper().map((lines) => lines.find((line) => line.startsWith('A00')))).toEqual(['A001', 'A002']);
  });

  it('prints a slip that is queued later, once woken', async () => {
    const { spooler, kept, changes } = await hall();
    await spooler.start();
    await stays(50);
    kept.add(queued(3));
    spooler.wake();
    await expect.poll(() => changes).toEqual(['job-3 printing', 'job-3 printed']);
  });

  it('calls a slip that was printing when the hub died unknown, and never prints it by itself', async () => {
    const { spooler, kept, changes, paper } = await hall({
      jobs: [queued(1, { state: 'printing', attempts: 1 }), queued(2)],
      showing: true,
    });
    await spooler.start();
    await spooler.shown('ticket-1');
    await expect.poll(() => kept.job('job-2')?.state).toBe('printed');
    await stays();
    expect(changes[0]).toBe('job-1 unknown');
    expect(kept.job('job-1')?.state).toBe('unknown');
    expect(paper()).toHaveLength(1);
  });

  it('finds the new roll within three seconds and prints for the one who still stands there', async () => {
    const { spooler, kept, printers, paper } = await hall({
      jobs: [queued(1)],
      modes: { p1: 'paper-out' },
      showing: true,
    });
    await spooler.start();
    await expect.poll(() => kept.job('job-1')).toMatchObject({ state: 'failed', reason: 'paper-out' });
    expect(spooler.health('p1')).toEqual({ state: 'trouble', reason: 'paper-out' });
    await printers.p1?.set('ok');
    await expect.poll(() => kept.job('job-1')?.state, { timeout: 3000 }).toBe('printed');
    expect(spooler.health('p1')).toEqual({ state: 'ok' });
    expect(paper()).toHaveLength(1);
  });

  it('leaves a failed slip alone, without flicker, while the paper is out', async () => {
    const { spooler, changes } = await hall({ jobs: [queued(1)], modes: { p1: 'paper-out' }, showing: true });
    await spooler.start();
    await stays(400);
    expect(changes).toEqual(['job-1 printing', 'job-1 failed paper-out']);
  });

  it('prints nothing for someone who has left before the new roll is in', async () => {
    const { spooler, kept, world, printers, paper } = await hall({
      jobs: [queued(1)],
      modes: { p1: 'paper-out' },
      showing: true,
    });
    await spooler.start();
    await expect.poll(() => kept.job('job-1')?.state).toBe('failed');
    world.showing = false;
    await printers.p1?.set('ok');
    await expect.poll(() => spooler.health('p1').state).toBe('ok');
    await stays();
    expect(kept.job('job-1')?.state).toBe('failed');
    expect(paper()).toEqual([]);
  });

  it('retries a slip that failed before a restart once its kiosk shows the ticket again', async () => {
    const { spooler, kept } = await hall({
      jobs: [queued(1, { state: 'failed', reason: 'paper-out', attempts: 1 })],
      showing: true,
    });
    await spooler.start();
    await stays(100);
    expect(kept.job('job-1')?.state).toBe('failed');
    await spooler.shown('ticket-1');
    await expect.poll(() => kept.job('job-1')?.state).toBe('printed');
  });

  it('does not print the first slip after its reprint came out elsewhere', async () => {
    const { spooler, kept, printers, paper } = await hall({
      jobs: [queued(1)],
      modes: { p1: 'paper-out', p2: 'ok' },
      showing: true,
    });
    await spooler.start();
    await expect.poll(() => kept.job('job-1')?.state).toBe('failed');
    kept.add(queued(9, { ticketId: 'ticket-1', printerId: 'p2', copy: 1 }));
    spooler.wake();
    await expect.poll(() => kept.job('job-9')?.state).toBe('printed');
    await printers.p1?.set('ok');
    await expect.poll(() => spooler.health('p1').state).toBe('ok');
    await stays();
    expect(kept.job('job-1')?.state).toBe('failed');
    expect(paper('p1')).toEqual([]);
  });

  it('gives up a slip whose holder has given the ticket up', async () => {
    const { spooler, changes, paper } = await hall({ jobs: [queued(1)], left: ['ticket-1'] });
    await spooler.start();
    await expect.poll(() => changes).toEqual(['job-1 failed gave-up']);
    expect(paper()).toEqual([]);
  });

  it.each([
    { what: 'shown on its kiosk', showing: true, ageMs: 3_600_000, state: 'printed' },
    { what: 'of a kiosk that shows something else', showing: false, ageMs: 16_000, state: 'failed' },
    { what: 'that its kiosk is about to show', showing: false, ageMs: 2000, state: 'printed' },
    { what: 'of a kiosk that is not back yet', showing: undefined, ageMs: 20_000, state: 'printed' },
    { what: 'of a kiosk that is gone', showing: undefined, ageMs: 61_000, state: 'failed' },
    { what: 'issued by staff', deviceId: null, ageMs: 500_000, state: 'printed' },
    { what: 'issued by staff long ago', deviceId: null, ageMs: 601_000, state: 'failed' },
  ] as const)(
    'after a restart, a slip $what, $ageMs ms old, ends $state',
    async ({ ageMs, state, ...scene }) => {
      const deviceId = 'deviceId' in scene ? scene.deviceId : 'kiosk-1';
      const job = queued(1, { deviceId, createdAt: 10_000 });
      const { spooler, kept } = await hall({
        jobs: [job],
        showing: 'showing' in scene ? scene.showing : undefined,
        now: 10_000 + ageMs,
      });
      await spooler.start();
      await expect
        .poll(() => kept.job('job-1'))
        .toMatchObject({ state, reason: state === 'failed' ? 'gave-up' : null });
    },
  );

  it('lets no stuck printer hold up another', async () => {
    const { spooler, kept } = await hall({
      jobs: [queued(1), queued(2, { printerId: 'p2' })],
      modes: { p1: 'stalled', p2: 'ok' },
    });
    const began = performance.now();
    await spooler.start();
    await expect.poll(() => kept.job('job-2')?.state).toBe('printed');
    expect(performance.now() - began).toBeLessThan(1000);
    expect(kept.job('job-1')?.state).toBe('printing');
    await expect.poll(() => kept.job('job-1')?.state, { timeout: 5000 }).toBe('unknown');
  });

  it('waits out a store that cannot commit, and loses nothing', async () => {
    const { spooler, kept, paper } = await hall({ jobs: [queued(1)] });
    kept.lock(true);
    const started = spooler.start();
    await stays(100);
    expect(paper()).toEqual([]);
    kept.lock(false);
    await started;
    await expect.poll(() => kept.job('job-1')?.state).toBe('printed');
    expect(paper()).toHaveLength(1);
  });

  it('records what was printed though the store locked meanwhile, and prints it once', async () => {
    const { spooler, kept, paper, printers } = await hall({ jobs: [queued(1)], modes: { p1: 'slow' } });
    await spooler.start();
    await expect.poll(() => kept.job('job-1')?.state).toBe('printing');
    kept.lock(true);
    await expect.poll(() => printers.p1?.jobs.length).toBe(1);
    await stays(500);
    kept.lock(false);
    await expect.poll(() => kept.job('job-1')?.state).toBe('printed');
    expect(paper()).toHaveLength(1);
  });

  it('sets aside a job whose content is broken, and goes on with the next', async () => {
    const { spooler, kept } = await hall({
      jobs: [queued(1), queued(2)],
      contentFor: async (job) => {
        if (job.id === 'job-1') throw new Error('no such ticket');
        return { ...job.content, code: 'JH1:x', codeIsLink: false };
      },
    });
    await spooler.start();
    await expect.poll(() => kept.job('job-2')?.state).toBe('printed');
    expect(kept.job('job-1')).toMatchObject({ state: 'failed', reason: 'gave-up' });
  });

  it('fails a job of a printer that is no more', async () => {
    const { spooler, kept } = await hall({
      jobs: [queued(1, { state: 'failed', reason: 'offline', printerId: 'gone' })],
      showing: true,
    });
    await spooler.start();
    await spooler.shown('ticket-1');
    kept.add(queued(2, { printerId: 'gone' }));
    spooler.wake();
    await expect.poll(() => kept.job('job-2')).toMatchObject({ state: 'failed', reason: 'unreachable' });
  });

  it('learns of an empty roll before the first customer does', async () => {
    const { spooler } = await hall({ modes: { p1: 'paper-out' } });
    await spooler.start();
    await expect.poll(() => spooler.health('p1')).toEqual({ state: 'trouble', reason: 'paper-out' });
  });

  it('stops without leaving a job in hand half recorded', async () => {
    const { spooler, kept } = await hall({ jobs: [queued(1)], modes: { p1: 'slow' } });
    await spooler.start();
    await expect.poll(() => kept.job('job-1')?.state).toBe('printing');
    await spooler.stop();
    expect(kept.job('job-1')?.state).toBe('printed');
  });

  describe('papers that are no ticket', () => {
    const list = (more: Partial<PrintJob> = {}): PrintJob => ({
      ...queued(1, { ticketId: null, deviceId: null, ...more }),
      content: {
        kind: 'waiting-list',
        hallName: { 'zh-CN': '便民服务中心' },
        printedAt: 1000,
        timeZone: 'Asia/Shanghai',
        language: 'zh-CN',
        atCounters: [],
        services: [{ letter: 'A', name: { 'zh-CN': '社保' }, waiting: [{ number: 'A007', queuedAt: 1000 }] }],
      },
    });

    it('come out for staff who wait for them', async () => {
      const { spooler, paper, changes } = await hall({ jobs: [list()] });
      await spooler.start();
      await expect.poll(() => changes).toEqual(['job-1 printing', 'job-1 printed']);
      expect(paper()[0]).toEqual(expect.arrayContaining(['等候名单']));
    });

    it('come out at a kiosk while whoever asked may still stand there, and not a minute later', async () => {
      const early = await hall({ jobs: [list({ deviceId: 'kiosk-1' })], showing: false, now: 60_000 });
      await early.spooler.start();
      await expect.poll(() => early.kept.job('job-1')?.state).toBe('printed');
      const late = await hall({ jobs: [list({ deviceId: 'kiosk-1' })], showing: false, now: 61_002 });
      await late.spooler.start();
      await expect.poll(() => late.kept.job('job-1')).toMatchObject({ state: 'failed', reason: 'gave-up' });
      expect(late.paper()).toEqual([]);
    });

    it('are not tried again by themselves once they have failed', async () => {
      const { spooler, kept, printers } = await hall({
        jobs: [list({ deviceId: 'kiosk-1' })],
        modes: { p1: 'paper-out' },
        showing: true,
      });
      await spooler.start();
      await expect.poll(() => kept.job('job-1')).toMatchObject({ state: 'failed', reason: 'paper-out' });
      await printers['p1']!.set('ok');
      // A ticket that failed beside it is: so the printer was asked, and found well.
      kept.add(queued(2, { state: 'failed', reason: 'paper-out', attempts: 1 }));
      await spooler.shown('ticket-2');
      await expect.poll(() => kept.job('job-2')?.state, { timeout: 5000 }).toBe('printed');
      expect(kept.job('job-1')?.state).toBe('failed');
    });
  });
});
