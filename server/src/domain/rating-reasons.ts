import type { OfferedReasons, RatingReason, RatingReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import { DomainError } from './errors.ts';
import type { Settings } from './settings.ts';

/** What the hall offers to choose from after a press; null where it offers nothing. */
export function reasonsOffered({ version, rules }: Settings): OfferedReasons | null {
  return rules.ratingReasons ? { version, lists: rules.ratingReasons } : null;
}

/**
 * The ids chosen, each once.
 * @throws DomainError `unknown-rating-reason` for one that is not on that level's list: only ids that the hall
 * wrote itself ever stand in the journal
 */
export function chosenReasons(offered: OfferedReasons | null, level: number, reasons: string[]): string[] {
  const known = new Set(listOf(offered, level).map(({ id }) => id));
  if (!reasons.every((id) => known.has(id))) throw new DomainError('unknown-rating-reason');
  return [...new Set(reasons)];
}

export function listOf(offered: OfferedReasons | null, level: number): readonly RatingReason[] {
  return offered?.lists[String(level) as keyof RatingReasons] ?? [];
}
