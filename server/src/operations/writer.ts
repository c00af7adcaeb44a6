import { DomainError } from '../domain/errors.ts';
import { SequenceConflict, StoreUnavailable } from '../store/port.ts';
import type { createAnswers, RequestKey } from './answers.ts';
import type { Batch } from './batch.ts';

/** One request in the queue. `decide` adds to the batch and returns the answer, or throws and leaves no trace. */
export interface Task {
  key?: RequestKey;
  /** Reads what is stored before it decides, so nobody else's writes may lie between: it has a commit to itself. */
  alone?: boolean;
  /** Runs first, may wait: loads what `decide` needs. */
  prepare?: () => Promise<void>;
  decide(batch: Batch): unknown;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

interface WriterDeps {
  answers: ReturnType<typeof createAnswers>;
  newBatch(): Promise<Batch>;
  commit(batch: Batch): Promise<void>;
  /** The batch did not become durable: forget what it drafted. */
  drop(): void;
  /** Another writer came first. */
  reload(): Promise<void>;
  onError(error: unknown): void;
}

const MOST_TOGETHER = 256;
const CONFLICT_TRIES = 5;

/**
 * The hall's one writer. Requests wait in a queue; those that arrive together share one commit. If one
 * breaks the commit the others are tried singly; if the store cannot commit, nothing has happened and
 * everybody is told so.
 */
export function createWriter(deps: WriterDeps) {
  const queue: Task[] = [];
  const inFlight = new Map<string, { request: string; answer: Promise<unknown> }>();
  let running: Promise<void> | null = null;
  let stopped = false;

  function submit<T>(task: Omit<Task, 'resolve' | 'reject'>): Promise<T> {
    if (stopped) return Promise.reject(new StoreUnavailable('stopping'));
    const scope = task.key && deps.answers.scope(task.key);
    const twin = scope === undefined ? undefined : inFlight.get(scope);
    if (twin) {
      if (twin.request !== task.key?.request) return Promise.reject(new DomainError('key-reused'));
      return twin.answer as Promise<T>;
    }
    const answer = new Promise<T>((resolve, reject) => {
      queue.push({ ...task, resolve: resolve as (answer: unknown) => void, reject });
    });
    if (scope !== undefined && task.key) {
      inFlight.set(scope, { request: task.key.request, answer });
      const forget = () => inFlight.delete(scope);
      answer.then(forget, forget);
    }
    // Not at once: what the loop reads from its sockets in this turn goes into the same commit.
    running ??= new Promise((resolve) => setImmediate(resolve)).then(drain);
    return answer;
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) await run(queue.splice(0, together()));
    running = null;
  }

  /** How many of the first in the queue share a commit. */
  function together(): number {
    if (queue[0]?.alone) return 1;
    const alone = queue.findIndex((task) => task.alone);
    return Math.min(MOST_TOGETHER, alone < 0 ? queue.length : alone);
  }

  async function run(tasks: Task[], tries = 0): Promise<void> {
    const settled: (() => void)[] = [];
    const decided: Task[] = [];
    try {
      const batch = await deps.newBatch();
      for (const task of tasks) {
        const mark = batch.mark();
        try {
          const before = task.key && (await deps.answers.find(task.key, batch.at));
          if (before) {
            settled.push(() => task.resolve(before.answer));
            continue;
          }
          await task.prepare?.();
          const answer = task.decide(batch);
          if (task.key) {
            batch.answered.push({ ...task.key, answer: JSON.stringify(answer), at: batch.at });
          }
          decided.push(task);
          settled.push(() => task.resolve(answer));
        } catch (error) {
          batch.rollback(mark);
          settled.push(() => task.reject(error));
        }
      }
      if (!batch.isEmpty()) await deps.commit(batch);
      for (const answered of batch.answered) deps.answers.remember(answered);
      for (const settle of settled) settle();
    } catch (error) {
      deps.drop();
      if (error instanceof SequenceConflict) return decideAgain(tasks, tries);
      if (error instanceof StoreUnavailable || tasks.length === 1) return fail(tasks, error);
      for (const task of tasks) await run([task]);
    }
  }

  /** Another writer was first: what it did is read, and everything is decided anew on that. */
  async function decideAgain(tasks: Task[], tries: number): Promise<void> {
    if (tries === CONFLICT_TRIES) return fail(tasks, new StoreUnavailable('another writer is always first'));
    try {
      await deps.reload();
    } catch (error) {
      return fail(tasks, error);
    }
    return run(tasks, tries + 1);
  }

  function fail(tasks: Task[], error: unknown): void {
    if (!(error instanceof StoreUnavailable)) deps.onError(error);
    for (const task of tasks) task.reject(error);
  }

  return {
    submit,
    /** Refuses new work and waits for what is in the queue. */
    async stop(): Promise<void> {
      stopped = true;
      while (running) await running;
    },
  };
}
