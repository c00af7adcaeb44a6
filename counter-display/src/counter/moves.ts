import type { Secondary } from './commands.ts';
import type { Stroke } from './keys.ts';
import { emptyEntry } from './number-entry.ts';
import type { Desk, Wish } from './panel.ts';
import { emptyPark } from './park-entry.ts';
import { emptyTransfer } from './transfer-entry.ts';

export type Move = Exclude<Secondary, 'outcome'>;

/**
 * The page's keys, in the order of the buttons. A key with two meanings has one at a time: the first
 * is for a customer in hand or none, the second for the other case.
 */
export const SLOTS: readonly { kbd: string; moves: readonly [Move, ...Move[]] }[] = [
  { kbd: '*', moves: ['recall'] },
  { kbd: '.', moves: ['finish'] },
  { kbd: '/', moves: ['transfer'] },
  { kbd: '-', moves: ['park', 'undo'] },
  { kbd: '+', moves: ['call', 'add-service'] },
  { kbd: '6', moves: ['walk-in', 'change-service'] },
  { kbd: '7', moves: ['return'] },
  { kbd: '8', moves: ['resume-ticket', 'reprint'] },
  { kbd: '9', moves: ['no-show'] },
  { kbd: '0', moves: ['pause'] },
  { kbd: 'F1', moves: ['help'] },
];

/** Keys of the upper row for those who have one; the numpad does without them. */
const FUNCTION_KEYS: Readonly<Record<number, Move>> = {
  1: 'help',
  4: 'change-service',
  6: 'reprint',
  7: 'walk-in',
  8: 'resume-ticket',
  9: 'pause',
  10: 'priority',
};

const KBD: Partial<Record<Stroke['kind'], string>> = {
  multiply: '*',
  decimal: '.',
  divide: '/',
  subtract: '-',
  add: '+',
};

/** What a key's button stands for now: what can be done, else what could usually be, else its first meaning. */
export const moveAt = (
  { moves }: (typeof SLOTS)[number],
  can: ReadonlySet<Secondary>,
  usual: ReadonlySet<Secondary> = can,
): { move: Move; possible: boolean } => {
  const move = moves.find((each) => can.has(each));
  return { move: move ?? moves.find((each) => usual.has(each)) ?? moves[0], possible: move !== undefined };
};

/** The move of a stroke on the page; null where it has none, or none now. */
export function moveOf(stroke: Stroke, can: ReadonlySet<Secondary>): Move | null {
  if (stroke.kind === 'function') {
    const move = FUNCTION_KEYS[stroke.number];
    return move && can.has(move) ? move : null;
  }
  if (stroke.kind === 'backspace') return can.has('undo') ? 'undo' : null;
  const kbd = stroke.kind === 'digit' ? stroke.digit : KBD[stroke.kind];
  const slot = SLOTS.find((each) => each.kbd === kbd);
  const found = slot && moveAt(slot, can);
  return found?.possible ? found.move : null;
}

/** What a move asks for: done at once, or a panel that asks for the rest. */
export function wishFor(move: Move, { view, outcome }: Pick<Desk, 'view' | 'outcome'>): Wish {
  switch (move) {
    case 'recall':
    case 'no-show':
    case 'undo':
    case 'reprint':
    case 'help':
    case 'close':
      return { kind: 'command', command: { name: move } };
    case 'finish':
      return { kind: 'command', command: { name: 'finish', outcome } };
    case 'call':
    case 'return':
      return { kind: 'panel', panel: { kind: 'number', entry: emptyEntry(move) } };
    case 'resume-ticket':
      return { kind: 'panel', panel: { kind: 'number', entry: emptyEntry('resume') } };
    case 'transfer':
      return { kind: 'panel', panel: { kind: 'transfer', entry: emptyTransfer } };
    case 'park':
      return { kind: 'panel', panel: { kind: 'park', entry: emptyPark(view) } };
    case 'walk-in':
    case 'change-service':
    case 'add-service':
      return { kind: 'panel', panel: { kind: 'service', entry: { purpose: move, typed: '' } } };
    case 'pause':
      return { kind: 'panel', panel: { kind: 'pause' } };
    case 'priority':
      return { kind: 'panel', panel: { kind: 'priority', entry: { waits: false } } };
    default:
      return move satisfies never;
  }
}
