import { servicesWithGuides } from './guide-services.ts';
import type { Stroke } from './keys.ts';
import { moveOf, wishFor } from './moves.ts';
import { type Desk, OUTCOMES, type Panel, type Wish } from './panel.ts';

/** The keys of the page itself. Null: the key is not ours, or there is nothing for it to do now. */
export function wishOf(stroke: Stroke, desk: Desk): Wish | null {
  const { view, can } = desk;
  const panel = (next: Panel): Wish => ({ kind: 'panel', panel: next });
  if (stroke.kind === 'enter') return { kind: 'primary' };
  if (stroke.kind === 'escape') return panel({ kind: 'menu' });
  if (stroke.kind === 'function' && stroke.number === 2) return panel({ kind: 'keys' });
  if (stroke.kind === 'function' && stroke.number === 3) {
    // The guide of the service in hand, else of the counter's first.
    const [first] = servicesWithGuides(view);
    return first ? panel({ kind: 'guide', serviceId: first.id }) : null;
  }
  const outcome = stroke.kind === 'digit' ? OUTCOMES[Number(stroke.digit) - 1] : undefined;
  if (outcome) return can.has('outcome') ? { kind: 'outcome', outcome } : null;
  const move = moveOf(stroke, can);
  if (move) return wishFor(move, desk);
  // A paused counter can still be closed, with the numpad too.
  return stroke.kind === 'digit' && stroke.digit === '0' && can.has('close')
    ? panel({ kind: 'pause' })
    : null;
}
