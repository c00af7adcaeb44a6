import { LinkLost, type OpenLink, type PrinterLink, TimeUp, within } from './link.ts';
import { type Replies, repliesOf } from './replies.ts';
import {
  ASK_IN_TURN,
  askRealTime,
  nearEndIn,
  paperInTurn,
  REAL_TIME,
  type RealTime,
  troubleIn,
} from './status.ts';
import type {
  Deadlines,
  PrinterCheck,
  PrinterTransport,
  PrintRequest,
  PrintResult,
  Reason,
} from './transport.ts';

/**
 * What is said to a printer, over any link: ask how it is, send the slip, ask whether it is done.
 * Before the first byte of the slip every trouble is `failed`; after it, everything but the
 * printer's own word is `unknown`.
 */

/** While a slip prints, a printer that has stopped is asked why this often. */
const WATCH_MS = 700;

export interface TalkOptions {
  deadlines: Deadlines;
  /** Whether the printer answers status at all. */
  status: boolean;
}

export function talkingTransport(open: OpenLink, options: TalkOptions): PrinterTransport {
  return {
    print: (request) => printOver(open, request, options),
    check: () => checkOver(open, options),
  };
}

/** A slip is done in the job's time; a list of everybody who waits may be a metre long. */
const LINES_OF_A_SLIP = 60;
/** At 90 mm/s, as the slowest printers do, and 3.75 mm a line. */
const MS_PER_LINE = 42;
const LINE_FEED = 0x0a;

function longPaperMs(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === LINE_FEED) lines += 1;
  return Math.max(0, lines - LINES_OF_A_SLIP) * MS_PER_LINE;
}

async function printOver(open: OpenLink, request: PrintRequest, options: TalkOptions): Promise<PrintResult> {
  const { deadlines } = options;
  const endsAt = performance.now() + deadlines.jobMs + longPaperMs(request.bytes);
  const left = () => endsAt - performance.now();
  let link: PrinterLink | undefined;
  let sent = false;
  try {
    link = await open(deadlines.connectMs);
    const replies = repliesOf(link);
    const check: PrinterCheck = options.status
      ? await ask(link, replies, Math.min(left(), deadlines.statusMs))
      : { state: 'silent' };
    if (check.state === 'trouble') return { state: 'failed', reason: check.reason };
    if (request.stillWanted && !request.stillWanted()) return { state: 'failed', reason: 'gave-up' };

    sent = true;
    if (!options.status) {
      await within(left(), link.write(request.bytes));
      await within(left(), link.drain());
      return { state: 'unknown', reason: null };
    }
    replies.forget();
    await within(left(), link.write(Buffer.concat([request.bytes, ASK_IN_TURN])));
    // One that did not answer at first is not waited for as long: its slip, if any, needs no word of ours.
    const patience = check.state === 'silent' ? Math.min(left(), deadlines.statusMs) : left();
    return await confirm(link, replies, patience, check.state === 'ready' && check.nearEnd);
  } catch (error) {
    return broken(error, sent);
  } finally {
    link?.destroy();
  }
}

async function checkOver(open: OpenLink, { deadlines, status }: TalkOptions): Promise<PrinterCheck> {
  let link: PrinterLink | undefined;
  try {
    link = await open(deadlines.connectMs);
    return status ? await ask(link, repliesOf(link), deadlines.statusMs) : { state: 'silent' };
  } catch (error) {
    const { reason, detail } = broken(error, false);
    return { state: 'trouble', reason, detail };
  } finally {
    link?.destroy();
  }
}

/** The four real-time questions one after the other, so that each answer is known to be to its own. */
async function ask(link: PrinterLink, replies: Replies, ms: number): Promise<PrinterCheck> {
  const endsAt = performance.now() + ms;
  const heard = new Map<RealTime, number>();
  for (const n of REAL_TIME) {
    await within(endsAt - performance.now(), link.write(askRealTime(n)));
    const reply = await replies.next('real-time', endsAt - performance.now());
    if (reply === undefined) break;
    heard.set(n, reply);
  }
  if (heard.size === 0) return { state: 'silent' };
  const reason = troubleIn(heard);
  return reason ? { state: 'trouble', reason } : { state: 'ready', nearEnd: nearEndIn(heard) };
}

/** Waits for the answer in turn, asking now and then what holds it up. */
async function confirm(
  link: PrinterLink,
  replies: Replies,
  ms: number,
  nearEnd: boolean,
): Promise<PrintResult> {
  const endsAt = performance.now() + ms;
  for (;;) {
    const left = endsAt - performance.now();
    if (left <= 0) return { state: 'unknown', reason: 'timeout' };
    const reply = await replies.next('in-turn', Math.min(WATCH_MS, left));
    if (reply !== undefined) {
      const paper = paperInTurn(reply);
      if (paper.out) return { state: 'unknown', reason: 'paper-out' };
      return { state: 'printed', nearEnd: nearEnd || paper.nearEnd };
    }
    const reason = await stoppedBy(link, replies, endsAt);
    if (reason) return { state: 'unknown', reason };
  }
}

/** A printer busy with a slip may call itself off line for a moment: that alone is no trouble. */
async function stoppedBy(link: PrinterLink, replies: Replies, endsAt: number): Promise<Reason | undefined> {
  const ms = Math.min(WATCH_MS, endsAt - performance.now());
  if (ms <= 0) return undefined;
  const check = await ask(link, replies, ms);
  return check.state === 'trouble' && check.reason !== 'offline' ? check.reason : undefined;
}

function broken(error: unknown, sent: true): Extract<PrintResult, { state: 'unknown' }>;
function broken(error: unknown, sent: false): Extract<PrintResult, { state: 'failed' }>;
function broken(error: unknown, sent: boolean): Extract<PrintResult, { detail?: string }>;
function broken(error: unknown, sent: boolean): Extract<PrintResult, { detail?: string }> {
  if (!(error instanceof LinkLost || error instanceof TimeUp)) throw error;
  const reason = error instanceof TimeUp ? 'timeout' : 'unreachable';
  return { state: sent ? 'unknown' : 'failed', reason, detail: error.message };
}
