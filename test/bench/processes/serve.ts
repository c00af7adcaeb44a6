/** The other end of `child.ts`: says that it is ready, then answers each question, or tells what went wrong. */
export function serve<Question, Answer extends object>(
  ready: object,
  answer: (question: Question) => Promise<Answer>,
  stop: () => Promise<void>,
): void {
  process.on('message', (question) => {
    answer(question as Question).then(
      (result) => process.send?.(result),
      (error: Error) => process.send?.({ error: error.stack ?? error.message }),
    );
  });
  process.once('disconnect', () => void stop().finally(() => process.exit()));
  process.send?.(ready);
}
