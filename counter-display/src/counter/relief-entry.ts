import type { Reliever } from '@jiaohao/shared/contract/relief.ts';
import type { Stroke } from './keys.ts';
import { type Pickable, picked, stepPick } from './pick.ts';

/** Who could take over, as a clerk picks them. */
export interface ReliefLine extends Pickable {
  name: string;
  staffNumber: string | null;
  hasPin: boolean;
  /** Where they are at work; null: nowhere. */
  counter: number | null;
}

/** First who takes over, then their PIN. */
export interface ReliefEntry {
  typed: string;
  who: ReliefLine | null;
  pin: string;
}

export type ReliefStep =
  | { kind: 'entry'; entry: ReliefEntry }
  | { kind: 'send'; clerkId: string; pin: string }
  | { kind: 'close' }
  | { kind: 'nothing' };

export const emptyRelief: ReliefEntry = { typed: '', who: null, pin: '' };

const LONGEST_PIN = 6;
const SHORTEST_PIN = 4;

/**
 * Everybody is numbered by their staff number, which they know by heart; who has none, or one with letters, by the
 * next numbers after those. Whoever can take over stands first.
 */
export function reliefLines(relievers: readonly Reliever[]): ReliefLine[] {
  const staff = relievers.map(({ staffNumber }) =>
    /^\d{1,8}$/.test(staffNumber ?? '') ? Number(staffNumber) : 0,
  );
  const own = (number: number) => number > 0 && staff.indexOf(number) === staff.lastIndexOf(number);
  let next = Math.max(0, ...staff.filter(own));
  const lines = relievers.map(({ id, name, staffNumber, hasPin, counter }, index) => {
    const number = staff[index] as number;
    const barred = !hasPin || counter !== null;
    return { id, name, staffNumber, hasPin, counter, number: own(number) ? number : ++next, barred };
  });
  return lines.sort((a, b) => Number(a.barred) - Number(b.barred) || a.number - b.number);
}

/** Who Enter would go on with. */
export const meantReliever = ({ typed }: ReliefEntry, lines: readonly ReliefLine[]): ReliefLine | null =>
  picked(typed, lines);

export const isWholePin = ({ pin }: ReliefEntry): boolean => pin.length >= SHORTEST_PIN;

export const takenBy = (who: ReliefLine): ReliefEntry => ({ typed: String(who.number), who, pin: '' });

export function stepRelief(entry: ReliefEntry, stroke: Stroke, lines: readonly ReliefLine[]): ReliefStep {
  if (stroke.kind === 'escape') return { kind: 'close' };
  return entry.who ? stepPin(entry, entry.who, stroke) : stepWho(entry, stroke, lines);
}

function stepWho(entry: ReliefEntry, stroke: Stroke, lines: readonly ReliefLine[]): ReliefStep {
  if (stroke.kind === 'enter') {
    const who = meantReliever(entry, lines);
    return who ? { kind: 'entry', entry: takenBy(who) } : { kind: 'nothing' };
  }
  // Staff number 007 may be typed as it is written.
  if (stroke.kind === 'digit' && stroke.digit === '0' && entry.typed === '') return { kind: 'nothing' };
  const typed = stepPick(entry.typed, stroke, lines);
  if (typed !== null) return { kind: 'entry', entry: { ...entry, typed } };
  return stroke.kind === 'subtract' || stroke.kind === 'backspace' ? { kind: 'close' } : { kind: 'nothing' };
}

function stepPin(entry: ReliefEntry, who: ReliefLine, stroke: Stroke): ReliefStep {
  switch (stroke.kind) {
    case 'digit':
      return entry.pin.length < LONGEST_PIN
        ? { kind: 'entry', entry: { ...entry, pin: entry.pin + stroke.digit } }
        : { kind: 'nothing' };
    case 'enter':
      return isWholePin(entry) ? { kind: 'send', clerkId: who.id, pin: entry.pin } : { kind: 'nothing' };
    case 'subtract':
    case 'backspace':
      return {
        kind: 'entry',
        entry: entry.pin === '' ? { ...entry, who: null } : { ...entry, pin: entry.pin.slice(0, -1) },
      };
    default:
      return { kind: 'nothing' };
  }
}
