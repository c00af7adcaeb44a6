import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { besides, type CounterLine, type HallDirectory, type ServiceLine } from './hall-directory.ts';
import type { Stroke } from './keys.ts';
import { picked, stepPick } from './pick.ts';

/** Where among those who wait: as the waiting gives it, behind everybody, before everybody. */
export type Place = 'old' | 'end' | 'next';
export const PLACES: readonly Place[] = ['old', 'end', 'next'];

/** Sending the customer in hand on: digits are a counter's number; letters, or `/` and a number, a service. */
export interface TransferEntry {
  list: 'counters' | 'services';
  typed: string;
  place: Place;
  /** It comes back to this counter when it is served there. */
  back: boolean;
}

export type Destination =
  | { kind: 'counter'; counter: CounterLine }
  | { kind: 'service'; service: ServiceLine };

export type TransferStep =
  | { kind: 'entry'; entry: TransferEntry }
  | { kind: 'send'; to: Destination }
  | { kind: 'close' }
  | { kind: 'nothing' };

export const emptyTransfer: TransferEntry = { list: 'counters', typed: '', place: 'old', back: false };

/** What Enter would send to now. */
export function destinationOf(
  { list, typed }: TransferEntry,
  view: CounterView,
  hall: HallDirectory | null,
): Destination | null {
  if (!hall) return null;
  const { counters, services } = besides(hall, view);
  if (list === 'counters') {
    const counter = picked(typed, counters);
    return counter && { kind: 'counter', counter };
  }
  const service = picked(typed, services);
  return service && { kind: 'service', service };
}

export function stepTransfer(
  entry: TransferEntry,
  stroke: Stroke,
  view: CounterView,
  hall: HallDirectory | null,
): TransferStep {
  const next = (change: Partial<TransferEntry>): TransferStep => ({
    kind: 'entry',
    entry: { ...entry, ...change },
  });
  switch (stroke.kind) {
    case 'divide':
      return next({ list: entry.list === 'counters' ? 'services' : 'counters', typed: '' });
    case 'multiply':
      return next({ back: !entry.back });
    case 'add':
      return next({ place: PLACES[(PLACES.indexOf(entry.place) + 1) % PLACES.length] as Place });
    case 'enter': {
      const to = destinationOf(entry, view, hall);
      return to ? { kind: 'send', to } : { kind: 'nothing' };
    }
    case 'escape':
      return { kind: 'close' };
    case 'letter': {
      const from = entry.list === 'services' ? entry.typed : '';
      const typed = hall && stepPick(from, stroke, besides(hall, view).services);
      return typed ? next({ list: 'services', typed }) : { kind: 'nothing' };
    }
    case 'subtract':
    case 'backspace':
    case 'digit': {
      const typed = hall && stepPick(entry.typed, stroke, besides(hall, view)[entry.list]);
      if (typed !== null) return next({ typed });
      return stroke.kind === 'digit' ? { kind: 'nothing' } : { kind: 'close' };
    }
    default:
      return { kind: 'nothing' };
  }
}
