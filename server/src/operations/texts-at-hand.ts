import type { Localized } from '@jiaohao/shared/contract/text.ts';
import type { DayEvent } from '../domain/event.ts';
import type { Hall } from '../domain/hall.ts';
import type { DayState } from '../domain/state.ts';
import type { Committed } from '../operations.ts';
import type { Store } from '../store/port.ts';

/** What somebody wrote for others to read, apart from the journal: a person may be named in it. */
interface TextKind {
  /** Its name in the erasable table. */
  of: string;
  /** Those that a day still shows. */
  shown(day: DayState): string[];
  /** After these some may be shown no longer. */
  fewerAfter: readonly DayEvent['type'][];
}

const texts = (items: readonly { textId: string | null }[]): string[] =>
  items.flatMap(({ textId }) => textId ?? []);

/** Hand-over notes that somebody has still to read. */
export const HANDOVER_NOTES: TextKind = {
  of: 'handover-note',
  shown: ({ notes }) => texts(notes),
  fewerAfter: ['handover-read'],
};

/** Announcements' own words: JSON of `Localized`. */
export const ANNOUNCEMENTS: TextKind = {
  of: 'announcement',
  shown: ({ announcements }) => texts(announcements),
  fewerAfter: ['announced', 'day-started'],
};

/** The texts of one kind that snapshots need, at hand without a look into the store; follows what is committed. */
export async function createTextsAtHand(store: Store, hall: () => Hall, { of, shown, fewerAfter }: TextKind) {
  const known = await store.personalOf(shown(hall().today));

  return {
    textOf: (textId: string): string | null => known.get(textId) ?? null,
    follow({ writes, envelopes }: Committed): void {
      for (const write of writes)
        if (write.kind === 'keep-personal' && write.of === of) known.set(write.id, write.text);
      if (!envelopes.some(({ event }) => fewerAfter.includes(event.type))) return;
      const kept = new Set(shown(hall().today));
      for (const id of known.keys()) if (!kept.has(id)) known.delete(id);
    },
  };
}

/** Of texts that are kept as JSON of `Localized`. */
export const inLanguages =
  (textOf: (textId: string) => string | null) =>
  (textId: string): Localized | null =>
    JSON.parse(textOf(textId) ?? 'null');
