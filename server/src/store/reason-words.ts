import type { RatingReasons } from '@jiaohao/shared/contract/rating-reasons.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Database } from 'better-sqlite3';

/**
 * The words of a reason as they stood in the settings that it was chosen from. A version never changes, so
 * each is read once; an id that nobody has words for is said as it is.
 */
export function createReasonWords(database: Database, hall: string) {
  const lists = new Map<number, RatingReasons>();
  const find = database
    .prepare(
      `SELECT json_extract(data, '$.document.rules.ratingReasons') FROM journal
       WHERE hall = ? AND stream = 'settings' AND json_extract(data, '$.version') = ?`,
    )
    .pluck();

  function listsOf(version: number): RatingReasons {
    const known = lists.get(version);
    if (known) return known;
    const found = find.get(hall, version) as string | null | undefined;
    const read = found ? (JSON.parse(found) as RatingReasons) : {};
    lists.set(version, read);
    return read;
  }

  return (version: number | null, level: number, id: string): Localized => {
    const list = version === null ? undefined : listsOf(version)[String(level) as keyof RatingReasons];
    return list?.find((reason) => reason.id === id)?.name ?? { 'zh-CN': id, en: id };
  };
}

export type ReasonWords = ReturnType<typeof createReasonWords>;
