import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Database } from 'better-sqlite3';
import { guideOf } from '../domain/guide.ts';
import { refusalReasonsOf } from '../domain/refusal-reasons.ts';
import type { TurnDetails } from '../domain/turn.ts';

/**
 * What belonged to an outcome, in the words of the settings that held when it was said. A version never
 * changes, so each is read once; an id that it has no words for is said as it is.
 */
export function createDetailWords(database: Database, hall: string) {
  const documents = new Map<number, HallSettings | null>();
  const find = database
    .prepare(
      `SELECT json_extract(data, '$.document') FROM journal
       WHERE hall = ? AND stream = 'settings' AND json_extract(data, '$.version') = ?`,
    )
    .pluck();

  function documentOf(version: number): HallSettings | null {
    const known = documents.get(version);
    if (known !== undefined) return known;
    const found = find.get(hall, version) as string | null | undefined;
    const read = found ? (JSON.parse(found) as HallSettings) : null;
    documents.set(version, read);
    return read;
  }

  return (json: string | null, serviceId: string): Localized[] => {
    if (json === null) return [];
    const { missing = [], reason, referredTo, settingsVersion } = JSON.parse(json) as TurnDetails;
    const settings = documentOf(settingsVersion);
    const service = settings?.services.find(({ id }) => id === serviceId);
    const guide = settings && service ? guideOf(service, settings.hall) : null;
    const called = (id: string, name: Localized | undefined): Localized => name ?? { 'zh-CN': id, en: id };
    const said = missing.map((id) => called(id, guide?.materials.find((each) => each.id === id)?.name));
    if (reason !== undefined) {
      const reasons = settings ? refusalReasonsOf(settings.rules) : [];
      said.push(called(reason, reasons.find(({ id }) => id === reason)?.name));
    }
    if (referredTo) {
      const { to, id } = referredTo;
      const office = guide?.elsewhere.find((each) => each.id === id)?.office;
      const inside = settings?.services.find((each) => each.id === id)?.name;
      said.push(called(id, to === 'office' ? office : inside));
    }
    return said;
  };
}

export type DetailWords = ReturnType<typeof createDetailWords>;
