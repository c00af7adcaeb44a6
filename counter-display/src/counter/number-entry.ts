import type { CounterView, QueueEntry } from '@jiaohao/shared/contract/screens.ts';
import type { Stroke } from './keys.ts';

/**
 * Typing a ticket number with letters and digits, or with a numpad alone: the digits first, then
 * the letter from a numbered list.
 */
export interface NumberEntry {
  /** Invite aloud or in silence; put a missed one back in line; go on with one that was set aside. */
  purpose: 'call' | 'return' | 'resume';
  typed: string;
  /** The digits are in and several letters could stand before them: the next digit picks one. */
  picking: boolean;
  /** Who is called stands at the window already: nothing is announced. */
  here: boolean;
}

export interface Candidate {
  number: string;
  /** The one in the queue or among the missed; null when this page's lists do not hold it. */
  entry: QueueEntry | null;
}

export type EntryStep =
  | { kind: 'entry'; entry: NumberEntry }
  | { kind: 'send'; number: string }
  | { kind: 'close' }
  | { kind: 'nothing' };

const MAX_TYPED = 7;
const MAX_PICKS = 9;

export const emptyEntry = (purpose: NumberEntry['purpose'], typed = ''): NumberEntry => ({
  purpose,
  typed,
  picking: false,
  here: false,
});

/** `a12` → `A012`; null while there is no digit. Numbers have three digits at least. */
function spelled(letter: string, digits: string): string | null {
  const value = digits.replace(/^0+(?=\d)/, '');
  return digits === '' ? null : letter + value.padStart(3, '0');
}

const LISTS: Record<NumberEntry['purpose'], (view: CounterView) => readonly QueueEntry[]> = {
  call: (view) => view.next,
  return: (view) => view.missed,
  resume: (view) => view.parked,
};

/** The numbers that may be meant, those known to this page first; at most nine, so that a digit picks one. */
export function candidates(entry: NumberEntry, view: CounterView): Candidate[] {
  const list = LISTS[entry.purpose](view);
  // Who missed the call or was set aside, and stands here now, can be called at once, too.
  const known = entry.purpose === 'call' ? [...view.missed, ...view.parked, ...view.next] : list;
  const parts = /^([A-Z]*)(\d*)$/.exec(entry.typed);
  const [letters, digits] = [parts?.[1] ?? '', parts?.[2] ?? ''];
  if (entry.typed === '') return list.slice(0, MAX_PICKS).map((one) => ({ number: one.number, entry: one }));
  if (digits === '') {
    return list
      .filter((one) => one.number.startsWith(letters))
      .slice(0, MAX_PICKS)
      .map((one) => ({ number: one.number, entry: one }));
  }
  const wanted = letters ? [letters] : lettersOf(view);
  const found = wanted
    .map((letter) => spelled(letter, digits))
    .filter((number) => number !== null)
    .map((number) => ({ number, entry: known.find((one) => one.number === number) ?? null }));
  const inList = found.filter((candidate) => candidate.entry !== null);
  const elsewhere = found.filter((candidate) => candidate.entry === null);
  return [...inList, ...elsewhere].slice(0, MAX_PICKS);
}

function lettersOf(view: CounterView): string[] {
  const letters = [
    ...view.queues.map((queue) => queue.letter),
    ...[...view.missed, ...view.parked].map((one) => one.number.replace(/\d+$/, '')),
  ];
  return [...new Set(letters)];
}

/** The number Enter would send now; null when there is a choice to make first, or nothing. */
export function meant(entry: NumberEntry, view: CounterView): string | null {
  const found = candidates(entry, view);
  // Who comes back to the window is nearly always the only one missed, or set aside.
  if (entry.typed === '' && entry.purpose !== 'call' && found.length === 1) return found[0]?.number ?? null;
  if (!/\d$/.test(entry.typed)) return null;
  const known = found.filter((candidate) => candidate.entry !== null);
  if (found.length === 1) return found[0]?.number ?? null;
  // Where the list shows only the first of many, the others may hold the same digits.
  const complete = entry.purpose !== 'call' || view.next.length >= view.waiting;
  return complete && known.length === 1 ? (known[0]?.number ?? null) : null;
}

/** What a stroke does to the entry. */
export function stepEntry(entry: NumberEntry, stroke: Stroke, view: CounterView): EntryStep {
  switch (stroke.kind) {
    case 'digit': {
      if (entry.picking) {
        const picked = candidates(entry, view)[Number(stroke.digit) - 1];
        return picked ? { kind: 'send', number: picked.number } : { kind: 'nothing' };
      }
      return append(entry, stroke.digit);
    }
    case 'letter':
      // A letter stands before the digits, also when the digits were typed first.
      if (entry.picking || /\d/.test(entry.typed)) return lead(entry, stroke.letter);
      return append(entry, stroke.letter);
    case 'enter': {
      const number = meant(entry, view);
      if (number !== null) return { kind: 'send', number };
      return candidates(entry, view).length > 0
        ? { kind: 'entry', entry: { ...entry, picking: true } }
        : { kind: 'nothing' };
    }
    case 'subtract':
    case 'backspace':
      if (entry.picking) return { kind: 'entry', entry: { ...entry, picking: false } };
      if (entry.typed === '') return { kind: 'close' };
      return { kind: 'entry', entry: { ...entry, typed: entry.typed.slice(0, -1) } };
    case 'multiply':
      return entry.purpose === 'call'
        ? { kind: 'entry', entry: { ...entry, here: !entry.here } }
        : { kind: 'nothing' };
    case 'escape':
      return { kind: 'close' };
    default:
      return { kind: 'nothing' };
  }
}

function append(entry: NumberEntry, character: string): EntryStep {
  if (entry.typed.length >= MAX_TYPED) return { kind: 'nothing' };
  return { kind: 'entry', entry: { ...entry, typed: entry.typed + character } };
}

function lead(entry: NumberEntry, letter: string): EntryStep {
  const digits = entry.typed.replace(/^[A-Z]+/, '');
  return { kind: 'entry', entry: { ...entry, typed: letter + digits, picking: false } };
}
