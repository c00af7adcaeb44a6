import { DomainError } from './errors.ts';
import type { Turn } from './turn.ts';

/**
 * `wrong-state`, with how the turn stands in `details.state`: its state, or how it ended (`voided`: by staff,
 * or because nobody came). What is said names it, so that nobody has to look it up.
 */
export function wrongState({ phase }: Turn): DomainError {
  if (phase.state !== 'ended') return new DomainError('wrong-state', { state: phase.state });
  const voided = phase.reason !== undefined;
  return new DomainError('wrong-state', { state: 'ended', ending: voided ? 'voided' : phase.ending });
}
