import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import type { Command, Secondary } from './commands.ts';
import type { DetailChoice, FinishDetails } from './finish-details.ts';
import { servicesWithGuides } from './guide-services.ts';
import type { Digit, Stroke } from './keys.ts';
import { emptyEntry, type NumberEntry, stepEntry } from './number-entry.ts';

/** What lies over the page: one thing at most. */
export type Panel =
  | { kind: 'pause' }
  | { kind: 'number'; entry: NumberEntry }
  | { kind: 'keys' }
  /** What goes with the outcome that is chosen. */
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'guide'; serviceId: string }
  | { kind: 'menu' };

/** What a stroke asks for. */
export type Wish =
  | { kind: 'primary' }
  | { kind: 'command'; command: Command }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'details'; details: FinishDetails }
  | { kind: 'note' }
  | { kind: 'print-guide' | 'tell-guide'; serviceId: string }
  | { kind: 'panel'; panel: Panel | null };

export const OUTCOMES: readonly Outcome[] = ['done', 'accepted', 'materials-missing', 'refused', 'referred'];

interface Desk {
  view: CounterView;
  can: ReadonlySet<Secondary>;
  outcome: Outcome;
  /** The lines of the outcome panel, by their digits. */
  choices?: readonly DetailChoice[];
}

/** The keys of the page itself. Null: the key is not ours, or there is nothing for it to do now. */
export function wishOf(stroke: Stroke, { view, can, outcome }: Desk): Wish | null {
  const panel = (next: Panel): Wish => ({ kind: 'panel', panel: next });
  const command = (name: 'recall' | 'no-show'): Wish | null =>
    can.has(name) ? { kind: 'command', command: { name } } : null;
  switch (stroke.kind) {
    case 'enter':
      return { kind: 'primary' };
    case 'multiply':
      return command('recall');
    case 'decimal':
      return can.has('finish') ? { kind: 'command', command: { name: 'finish', outcome } } : null;
    case 'add':
      return can.has('call') ? panel({ kind: 'number', entry: emptyEntry('call') }) : null;
    case 'escape':
      return panel({ kind: 'menu' });
    case 'digit':
      return digitWish(stroke.digit, can, panel, command);
    case 'function':
      if (stroke.number === 2) return panel({ kind: 'keys' });
      if (stroke.number === 3) return guideOf(view, panel);
      return stroke.number === 9 ? pause(can) : null;
    default:
      // `-` is kept for parking a ticket.
      return null;
  }
}

function digitWish(
  digit: Digit,
  can: ReadonlySet<Secondary>,
  panel: (next: Panel) => Wish,
  command: (name: 'no-show') => Wish | null,
): Wish | null {
  const outcome = OUTCOMES[Number(digit) - 1];
  if (outcome) return can.has('outcome') ? { kind: 'outcome', outcome } : null;
  if (digit === '7') return can.has('return') ? panel({ kind: 'number', entry: emptyEntry('return') }) : null;
  if (digit === '9') return command('no-show');
  return digit === '0' ? pause(can) : null;
}

/** The guide of the service in hand, else of the counter's first. */
function guideOf(view: CounterView, panel: (next: Panel) => Wish): Wish | null {
  const [first] = servicesWithGuides(view);
  return first ? panel({ kind: 'guide', serviceId: first.id }) : null;
}

const pause = (can: ReadonlySet<Secondary>): Wish | null =>
  can.has('pause') || can.has('close') ? { kind: 'panel', panel: { kind: 'pause' } } : null;

/** The rows of the pause panel: the hall's reasons, then closing where that is possible. */
export function pauseChoices({ view, can }: Pick<Desk, 'view' | 'can'>): Command[] {
  const reasons = can.has('pause')
    ? view.rules.pauseReasons.slice(0, 8).map((reason): Command => ({ name: 'pause', reason: reason.id }))
    : [];
  return can.has('close') ? [...reasons, { name: 'close' }] : reasons;
}

/** The keys of a panel. */
export function panelWish(panel: Panel, stroke: Stroke, desk: Desk): Wish | null {
  const close: Wish = { kind: 'panel', panel: null };
  if (panel.kind === 'number') {
    const step = stepEntry(panel.entry, stroke, desk.view);
    if (step.kind === 'send')
      return { kind: 'command', command: { name: panel.entry.purpose, number: step.number } };
    if (step.kind === 'entry') return { kind: 'panel', panel: { kind: 'number', entry: step.entry } };
    return step.kind === 'close' ? close : null;
  }
  if (stroke.kind === 'escape' || stroke.kind === 'subtract' || stroke.kind === 'backspace') return close;
  if (panel.kind === 'outcome') return outcomeWish(panel.outcome, stroke, desk);
  if (panel.kind === 'guide') return guideWish(panel.serviceId, stroke, desk);
  if (panel.kind === 'pause' && stroke.kind === 'digit') {
    const command = pauseChoices(desk)[Number(stroke.digit) - 1];
    return command ? { kind: 'command', command } : null;
  }
  return null;
}

function outcomeWish(outcome: Outcome, stroke: Stroke, { choices = [] }: Desk): Wish | null {
  switch (stroke.kind) {
    case 'digit': {
      const choice = choices[Number(stroke.digit) - 1];
      return choice ? { kind: 'details', details: choice.after } : null;
    }
    case 'enter':
      return { kind: 'primary' };
    case 'decimal':
      return { kind: 'command', command: { name: 'finish', outcome } };
    case 'add':
      return { kind: 'note' };
    default:
      return null;
  }
}

function guideWish(serviceId: string, stroke: Stroke, { view }: Desk): Wish | null {
  switch (stroke.kind) {
    case 'digit': {
      const service = servicesWithGuides(view)[Number(stroke.digit) - 1];
      return service ? { kind: 'panel', panel: { kind: 'guide', serviceId: service.id } } : null;
    }
    case 'enter':
      return { kind: 'print-guide', serviceId };
    case 'multiply':
      return view.ticket ? { kind: 'tell-guide', serviceId } : null;
    default:
      return null;
  }
}
