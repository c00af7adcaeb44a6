import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { SpokenLanguage } from './announcement.ts';
import type { EngineAnswer, EngineRequest } from './engine-process.ts';
import { type Delivery, noSynthesiser, SynthesisError, type Synthesiser } from './synthesiser.ts';
import type { VoiceLog } from './voice-log.ts';

interface EngineOptions {
  log: VoiceLog;
  /** How long one sentence may take before its process is killed. */
  timeoutMs?: number;
  /** What runs in the child; tests hand in one that hangs or dies. */
  program?: URL;
}

/** A sentence takes 0.2 s; a machine that is booting everything at once may need a few seconds. */
const TIMEOUT_MS = 10_000;
const LONGEST_REST_MS = 60_000;
/** Far more than the clips of every counter calling at once. */
const QUEUE_LIMIT = 200;

interface Job {
  request: EngineRequest;
  resolve(wav: Buffer): void;
  reject(error: SynthesisError): void;
}

/** espeak-ng where it is installed, else a synthesiser that says it is not available. */
export function installedSynthesiser(log: VoiceLog): Synthesiser {
  try {
    createRequire(import.meta.url).resolve('espeak-ng');
  } catch {
    log.info({}, 'no voice engine installed: calls are shown and chimed, not spoken');
    return noSynthesiser();
  }
  return new EspeakSynthesiser({ log });
}

/**
 * Speaks through the engine's own process, one sentence at a time. The process starts with the
 * first sentence. One that dies or takes too long fails its sentence only and is started again: at
 * once the first time, then after a rest that doubles up to a minute, during which asking fails at once.
 */
export class EspeakSynthesiser implements Synthesiser {
  readonly name = 'espeak-ng';
  readonly #log: VoiceLog;
  readonly #timeoutMs: number;
  readonly #program: URL;
  readonly #waiting: Job[] = [];
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #child: ChildProcess | undefined;
  #lastId = 0;
  #failuresInARow = 0;
  #restUntil = 0;
  #closed = false;

  constructor({ log, timeoutMs = TIMEOUT_MS, program }: EngineOptions) {
    this.#log = log;
    this.#timeoutMs = timeoutMs;
    this.#program = program ?? new URL('./engine-process.ts', import.meta.url);
  }

  /** The engine's process id while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  available(): boolean {
    return !this.#closed;
  }

  synthesise(text: string, language: SpokenLanguage, { rate }: Delivery): Promise<Buffer> {
    if (this.#closed) return Promise.reject(new SynthesisError('the voice is closed'));
    if (performance.now() < this.#restUntil) {
      return Promise.reject(new SynthesisError('the voice engine failed repeatedly and rests'));
    }
    if (this.#waiting.length >= QUEUE_LIMIT) return Promise.reject(new SynthesisError('too much to say'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request: { id: ++this.#lastId, text, language, rate }, resolve, reject });
      this.#next();
    });
  }

  close(): void {
    this.#closed = true;
    this.#kill();
    this.#failCurrent('the voice is closed');
    this.#failWaiting('the voice is closed');
  }

  #next(): void {
    if (this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#current = job;
    this.#child ??= this.#start();
    this.#timer = setTimeout(() => this.#fell(`no answer within ${this.#timeoutMs} ms`), this.#timeoutMs);
    this.#child.send(job.request, (error) => {
      if (error && this.#current === job) this.#fell(error.message);
    });
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [], {
      execArgv: [],
      // It needs nothing of the hub's environment, which may hold the admin's first password.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer) => this.#answered(answer as EngineAnswer));
    child.on('error', (error) => this.#child === child && this.#fell(error.message));
    child.on('exit', (code, signal) => {
      if (this.#child === child) this.#fell(`process ended (${signal ?? code})`);
    });
    // A hub that has nothing else to do may end; the engine then sees the pipe close and ends too.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #answered(answer: EngineAnswer): void {
    if (answer.id !== this.#current?.request.id) return;
    const job = this.#takeCurrent();
    this.#failuresInARow = 0;
    if ('wav' in answer) job?.resolve(Buffer.from(answer.wav));
    else job?.reject(new SynthesisError(answer.error));
    this.#next();
  }

  /** The process died, hangs or cannot be reached: away with it. */
  #fell(reason: string): void {
    this.#kill();
    this.#failuresInARow++;
    const restMs = this.#failuresInARow === 1 ? 0 : 1000 * 2 ** (this.#failuresInARow - 2);
    this.#restUntil = performance.now() + Math.min(restMs, LONGEST_REST_MS);
    this.#log.warn({ reason, failuresInARow: this.#failuresInARow }, 'the voice engine failed');
    this.#failCurrent(reason);
    if (restMs > 0) this.#failWaiting(reason);
    this.#next();
  }

  #kill(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill('SIGKILL');
  }

  #takeCurrent(): Job | undefined {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    return job;
  }

  #failCurrent(reason: string): void {
    this.#takeCurrent()?.reject(new SynthesisError(reason));
  }

  #failWaiting(reason: string): void {
    for (const job of this.#waiting.splice(0)) job.reject(new SynthesisError(reason));
  }
}
