import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain/errors.ts';
import type { FromWorker, Question, ToWorker, WorkerSettings } from './protocol.ts';

/** What of a logger this needs; pino has it. */
export interface ReportLog {
  error(details: object, message: string): void;
}

interface Waiting {
  settle(message: FromWorker): void;
  fail(error: Error): void;
  timer: NodeJS.Timeout;
}

/** The pieces of an export: `next` answers null at the end; `stop` may come at any time, also twice. */
export interface Pieces {
  next(): Promise<Uint8Array | null>;
  stop(): void;
}

const unavailable = () => new DomainError('store-unavailable');

/**
 * The hub's side of the report worker. The thread starts with the first question. When it dies, or a
 * reply is late, all that waits for it is refused and the next question starts another: SQLite in a
 * thread cannot be interrupted, only ended.
 */
export function createReportWorker(settings: WorkerSettings, log: ReportLog, timeLimitMs: number) {
  let thread: Worker | null = null;
  let closed = false;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: settings,
      // A report that outgrows this ends its thread, never the hub.
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    started.on('message', (message: FromWorker) => {
      const asker = waiting.get(message.id);
      if (!asker) return;
      waiting.delete(message.id);
      clearTimeout(asker.timer);
      if (message.tell === 'failed') {
        log.error({ reason: message.message }, 'a report failed');
        asker.fail(unavailable());
      } else {
        asker.settle(message);
      }
    });
    started.on('error', (error) => log.error({ err: error }, 'the report worker broke'));
    started.on('exit', () => drop(started));
    return started;
  }

  /** Forgets a thread that is gone, and refuses all that waited for it. */
  function drop(gone: Worker): void {
    if (thread !== gone) return;
    thread = null;
    for (const { timer, fail } of waiting.values()) {
      clearTimeout(timer);
      fail(unavailable());
    }
    waiting.clear();
  }

  function send(message: ToWorker, to: Worker): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        log.error({ timeLimitMs }, 'a report took too long: the worker is replaced');
        drop(to);
        void to.terminate();
      }, timeLimitMs);
      waiting.set(message.id, { settle: resolve, fail: reject, timer });
      to.postMessage(message);
    });
  }

  function running(): Worker {
    if (closed) throw unavailable();
    thread ??= start();
    return thread;
  }

  return {
    async ask<T>(question: Exclude<Question, { kind: 'export' }>): Promise<T> {
      const reply = await send({ id: ++lastId, ask: 'question', question }, running());
      if (reply.tell !== 'answer') throw unavailable();
      return reply.answer as T;
    },

    open(question: Extract<Question, { kind: 'export' }>): Pieces {
      const id = ++lastId;
      const mine = running();
      mine.postMessage({ id, ask: 'question', question } satisfies ToWorker);
      let over = false;
      return {
        async next() {
          if (over) return null;
          // Another thread knows nothing of this export.
          if (thread !== mine) throw unavailable();
          const reply = await send({ id, ask: 'more' }, mine);
          if (reply.tell === 'piece') return reply.bytes;
          over = true;
          return null;
        },
        stop() {
          if (over) return;
          over = true;
          mine.postMessage({ id, ask: 'stop' } satisfies ToWorker);
        },
      };
    },

    async close(): Promise<void> {
      closed = true;
      const last = thread;
      if (!last) return;
      drop(last);
      await last.terminate();
    },
  };
}
