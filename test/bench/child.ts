import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A process that answers questions, one at a time. */
export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

const PROCESSES = join(import.meta.dirname, 'processes');

/**
 * Starts one of `processes/`: a server, its load and its screens must not share a loop.
 * @param ready resolves the child's first message
 */
export async function startChild<Ready, Question, Answer>(
  name: string,
  args: string[] = [],
): Promise<Child<Question, Answer> & { ready: Ready }> {
  const process_ = fork(join(PROCESSES, `${name}.ts`), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await nextMessage<Ready>(process_, name);
  return {
    ready,
    ask(question) {
      const answer = nextMessage<Answer>(process_, name);
      process_.send(question as object);
      return answer;
    },
    stop: () =>
      new Promise((resolve) => {
        process_.once('exit', () => resolve());
        process_.disconnect();
      }),
  };
}

function nextMessage<T>(child: ChildProcess, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${name} ended with ${code} before it answered`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      const { error } = message as { error?: string };
      if (error !== undefined) reject(new Error(`${name}: ${error}`));
      else resolve(message as T);
    });
  });
}
