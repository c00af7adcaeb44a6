import { parentPort, workerData } from 'node:worker_threads';
import { readLanguages } from '@jiaohao/shared/i18n/read-languages.ts';
import { openJournalQueries } from '../store/journal-queries.ts';
import { openReportQueries } from '../store/report-queries.ts';
import { createAnswers } from './answers.ts';
import { createHallTime } from './hall-time.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts';

/**
 * The report worker: a thread with a read-only connection of its own. It answers questions one after
 * the other, and makes exports piece by piece as they are asked for, so that a long download does not
 * stand in the way of the next figure.
 */
if (!parentPort) throw new Error('runs as a worker thread only');
const port = parentPort;
const { databasePath, hall, timeZone, profile, languages } = workerData as WorkerSettings;
// A thread has modules of its own: it learns the languages that its hub has learnt.
if (languages !== undefined) await readLanguages(new URL(languages));
const hallTime = createHallTime(timeZone);
const queries = openReportQueries({ databasePath, hall, hourOf: hallTime.hour });
const journal = openJournalQueries({ databasePath, hall });
const answers = createAnswers(queries, journal, hallTime, profile);
const exports = new Map<number, AsyncIterator<Uint8Array>>();

const tell = (message: FromWorker) => port.postMessage(message);

async function nextPiece(id: number): Promise<void> {
  const pieces = exports.get(id);
  if (!pieces) throw new Error('no such export');
  const next = await pieces.next();
  if (next.done) {
    exports.delete(id);
    tell({ id, tell: 'end' });
  } else {
    tell({ id, tell: 'piece', bytes: next.value });
  }
}

async function handle(message: ToWorker): Promise<void> {
  const { id } = message;
  if (message.ask === 'stop') {
    const pieces = exports.get(id);
    exports.delete(id);
    await pieces?.return?.();
  } else if (message.ask === 'more') {
    await nextPiece(id);
  } else if (message.question.kind === 'export') {
    exports.set(id, answers.export(message.question)[Symbol.asyncIterator]());
  } else {
    tell({ id, tell: 'answer', answer: answers.answer(message.question) });
  }
}

port.on('message', (message: ToWorker) => {
  handle(message).catch((error: unknown) => {
    exports.delete(message.id);
    tell({
      id: message.id,
      tell: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  });
});
