import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { Hall } from '../domain/hall.ts';
import type { Committed } from '../operations.ts';
import type { Store } from '../store/port.ts';

export const ANNOUNCEMENT = 'announcement';

/** Announcements' own words, at hand for snapshots; follows what is committed. They stand apart from the journal: somebody may have named a person. */
export async function createAnnouncementTexts(store: Store, hall: () => Hall) {
  const shown = () => hall().today.announcements.flatMap(({ textId }) => textId ?? []);
  const texts = await store.personalOf(shown());

  return {
    textOf(textId: string): Localized | null {
      const text = texts.get(textId);
      return text === undefined ? null : (JSON.parse(text) as Localized);
    },
    follow({ writes, envelopes }: Committed): void {
      for (const write of writes)
        if (write.kind === 'keep-personal' && write.of === ANNOUNCEMENT) texts.set(write.id, write.text);
      if (!envelopes.some(({ event: { type } }) => type === 'announced' || type === 'day-started')) return;
      const kept = new Set(shown());
      for (const id of texts.keys()) if (!kept.has(id)) texts.delete(id);
    },
  };
}
