import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Stroke } from './keys.ts';

/** Setting a customer aside: the reason by its number, then the minutes, if any, as they are. */
export interface ParkEntry {
  reason: string | null;
  /** Digits; empty: the customer comes back to the window. */
  minutes: string;
}

export type ParkStep =
  | { kind: 'entry'; entry: ParkEntry }
  | { kind: 'send'; reason: string; minutes: number | null }
  | { kind: 'close' }
  | { kind: 'nothing' };

/** What the hub takes. */
const MAX_MINUTES = 600;
/** For a mouse; a key types any number. */
export const USUAL_MINUTES = [5, 10, 15, 30] as const;

type Reasons = Pick<CounterView, 'rules'>;

/** A hall with one reason is not asked for it. */
export function emptyPark({ rules }: Reasons): ParkEntry {
  const [only, ...others] = rules.parkReasons;
  return { reason: only && others.length === 0 ? only.id : null, minutes: '' };
}

export function stepPark(entry: ParkEntry, stroke: Stroke, { rules }: Reasons): ParkStep {
  const next = (change: Partial<ParkEntry>): ParkStep => ({ kind: 'entry', entry: { ...entry, ...change } });
  switch (stroke.kind) {
    case 'digit': {
      if (entry.reason === null) {
        const reason = rules.parkReasons[Number(stroke.digit) - 1];
        return reason ? next({ reason: reason.id }) : { kind: 'nothing' };
      }
      const minutes = (entry.minutes + stroke.digit).replace(/^0+/, '');
      return Number(minutes) <= MAX_MINUTES ? next({ minutes }) : { kind: 'nothing' };
    }
    case 'enter':
      return entry.reason === null
        ? { kind: 'nothing' }
        : {
            kind: 'send',
            reason: entry.reason,
            minutes: entry.minutes === '' ? null : Number(entry.minutes),
          };
    case 'subtract':
    case 'backspace':
      if (entry.minutes !== '') return next({ minutes: entry.minutes.slice(0, -1) });
      if (entry.reason !== null && rules.parkReasons.length > 1) return next({ reason: null });
      return { kind: 'close' };
    case 'escape':
      return { kind: 'close' };
    default:
      return { kind: 'nothing' };
  }
}
