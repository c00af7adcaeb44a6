import { setImmediate as nextTurn } from 'node:timers/promises';
import { encodeSlip } from './encoder.ts';
import { layoutPaper } from './paper.ts';
import { createPatience } from './patience.ts';
import type { PrintJob, PrintJobState } from './print-jobs.ts';
import { healthAfter, type PrinterHealth, sameHealth } from './printer-health.ts';
import type { RetryList } from './retry-list.ts';
import { mayComeOut } from './slip-rules.ts';
import type { SpoolerOptions, SpoolerTimes } from './spooler-options.ts';
import type { PrinterCheck, PrinterTransport, PrintResult, Reason } from './transport.ts';

/** Prints the jobs of one printer, one after the other, oldest first. */
export interface PrinterWorker {
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  health(): PrinterHealth;
}

/** A job whose content cannot be had after this many tries is broken, and must not block the rest. */
const CONTENT_TRIES = 5;

export function createPrinterWorker(
  printerId: string,
  deps: Omit<SpoolerOptions, 'times'> & { times: SpoolerTimes; retries: RetryList },
): PrinterWorker {
  const { store, source, retries, clock, log, times } = deps;
  const patience = createPatience(log, times);
  let health: PrinterHealth = { state: 'unknown' };
  let askedAt = -Infinity; // performance.now()
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (!patience.ended()) {
      // The store answers at once: without this a long queue of slips would keep the loop from everybody else.
      await nextTurn();
      const job = await patience.untilDone('looking for slips', () => store.nextQueued(printerId));
      if (job) await printJob(job);
      else if (!(await retryFailed())) await patience.sleep(untilNextCheck());
    }
  }

  async function printJob(job: PrintJob): Promise<void> {
    retries.supersede(job);
    const wanted = () => mayComeOut(job, showing(job), clock.now(), times);
    if (!wanted()) return void (await step(job, 'queued', 'failed', 'gave-up'));
    const printer = deps.transportFor(printerId);
    if (!printer) return void (await step(job, 'queued', 'failed', 'unreachable'));
    const bytes = await slipBytes(job, printer.profile);
    if (patience.ended()) return;
    if (!bytes) return void (await step(job, 'queued', 'failed', 'gave-up'));
    if (!(await step(job, 'queued', 'printing', null))) return;

    const result = await send(printer.transport, job, bytes, wanted);
    note(result);
    const ended = await step(
      job,
      'printing',
      result.state,
      result.state === 'printed' ? null : result.reason,
    );
    if (ended?.state === 'failed' && ended.reason !== 'gave-up' && ended.deviceId !== null)
      retries.add(ended);
  }

  /** The slip's bytes; undefined when there is nobody to print it for, or nothing that can be printed. */
  async function slipBytes(
    job: PrintJob,
    profile: Parameters<typeof encodeSlip>[1],
  ): Promise<Buffer | undefined> {
    for (let tries = 1; !patience.ended(); tries += 1) {
      try {
        const content = await source.contentFor(job);
        return content && encodeSlip(layoutPaper(content, profile), profile);
      } catch (error) {
        log.error({ err: error, jobId: job.id }, 'what a slip says could not be had');
        if (tries === CONTENT_TRIES) return undefined;
        await patience.pause(times.firstPauseMs * tries);
      }
    }
    return undefined;
  }

  async function send(
    transport: PrinterTransport,
    job: PrintJob,
    bytes: Buffer,
    stillWanted: () => boolean,
  ): Promise<PrintResult> {
    try {
      const result = await transport.print({ jobId: job.id, bytes, stillWanted });
      if (result.state !== 'printed')
        log.warn({ jobId: job.id, printerId, ...result }, 'slip not known to be printed');
      return result;
    } catch (error) {
      log.error({ err: error, jobId: job.id, printerId }, 'the transport broke');
      return { state: 'unknown', reason: 'printer-error' };
    }
  }

  /** Queues a failed slip again whose kiosk still shows its ticket, if the printer is mended. */
  async function retryFailed(): Promise<boolean> {
    const candidates = retries.of(printerId).filter((job) => {
      const shows = showing(job);
      if (shows !== true && !mayComeOut(job, shows, clock.now(), times)) retries.remove(job);
      return shows === true;
    });
    if (untilNextCheck() > 0) return false;
    askedAt = performance.now();
    const printer = deps.transportFor(printerId);
    if (!printer) return false;
    const check = await printer.transport.check().catch((error: unknown): PrinterCheck => {
      log.error({ err: error, printerId }, 'the transport broke');
      return { state: 'trouble', reason: 'printer-error' };
    });
    note(check);
    if (check.state === 'trouble') return false;
    let queued = false;
    for (const job of candidates) {
      if (showing(job) !== true) continue;
      retries.remove(job);
      if (await step(job, 'failed', 'queued', null)) queued = true;
    }
    return queued;
  }

  /** One committed change of a job, told to the hub; undefined when the job is no longer in `from`. */
  async function step(
    job: PrintJob,
    from: PrintJobState,
    to: PrintJobState,
    reason: Reason | null,
  ): Promise<PrintJob | undefined> {
    const changed = await patience.untilDone(`recording slip ${to}`, () =>
      store.change(job.id, from, to, reason, clock.now()),
    );
    if (changed) tell(() => deps.onChange(changed));
    return changed;
  }

  function note(seen: PrintResult | PrinterCheck): void {
    askedAt = performance.now();
    const now = healthAfter(seen);
    if (!now || sameHealth(now, health)) return;
    health = now;
    log.info({ printerId, ...now }, 'printer');
    tell(() => deps.onHealth?.(printerId, now));
  }

  function tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      log.error({ err: error, printerId }, 'a listener to printing failed');
    }
  }

  const showing = (job: PrintJob) =>
    job.deviceId === null || job.ticketId === null ? undefined : deps.isShowing(job.deviceId, job.ticketId);

  function untilNextCheck(): number {
    const mending = health.state === 'trouble' || retries.of(printerId).length > 0;
    return askedAt + (mending ? times.mendingMs : times.idleMs) - performance.now();
  }

  return {
    start: () => {
      running = run();
    },
    stop: async () => {
      patience.end();
      await running;
    },
    wake: patience.wake,
    health: () => health,
  };
}
