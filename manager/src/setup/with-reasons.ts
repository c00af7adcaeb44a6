import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import type { RatingReason, RatingReasons } from '@jiaohao/shared/contract/rating-reasons.ts';

export type ReasonLevel = keyof RatingReasons;

/** The rules with this level's list; a level without reasons has none, and rules without any ask for none. */
export function withReasons(rules: Rules, level: ReasonLevel, reasons: readonly RatingReason[]): Rules {
  const { ratingReasons = {}, ...others } = rules;
  const { [level]: _, ...levels } = ratingReasons;
  const lists: RatingReasons = reasons.length > 0 ? { ...levels, [level]: [...reasons] } : levels;
  return Object.keys(lists).length > 0 ? { ...others, ratingReasons: lists } : others;
}
