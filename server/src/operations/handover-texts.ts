import type { Hall } from '../domain/hall.ts';
import type { Committed } from '../operations.ts';
import type { Store } from '../store/port.ts';

export const HANDOVER_NOTE = 'handover-note';

/** The words of hand-over notes that somebody has still to read, at hand for snapshots; follows what is committed. */
export async function createHandoverTexts(store: Store, hall: () => Hall) {
  const unread = () => hall().today.notes.flatMap(({ textId }) => textId ?? []);
  const texts = await store.personalOf(unread());

  return {
    textOf: (textId: string): string | null => texts.get(textId) ?? null,
    follow({ writes, envelopes }: Committed): void {
      for (const write of writes)
        if (write.kind === 'keep-personal' && write.of === HANDOVER_NOTE) texts.set(write.id, write.text);
      if (!envelopes.some(({ event }) => event.type === 'handover-read')) return;
      const kept = new Set(unread());
      for (const id of texts.keys()) if (!kept.has(id)) texts.delete(id);
    },
  };
}
