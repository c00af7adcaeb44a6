import type { Notice } from './hall.ts';

export type NoticeState = 'showing' | 'coming' | 'over' | 'archived';

/**
 * How a notice stands at `clock` (`YYYY-MM-DDTHH:MM`, the hall's own). Wall clock times compare as texts; a
 * date alone as `until` is its whole day.
 */
export function noticeStateAt(
  { archived, from, until }: Pick<Notice, 'archived' | 'from' | 'until'>,
  clock: string,
): NoticeState {
  if (archived) return 'archived';
  if (from !== undefined && clock < from) return 'coming';
  if (until === undefined) return 'showing';
  const isOver = until.includes('T') ? clock >= until : clock.slice(0, until.length) > until;
  return isOver ? 'over' : 'showing';
}
