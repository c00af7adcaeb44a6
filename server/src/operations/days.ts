import { type DayEvent, dayStream, type Envelope } from '../domain/event.ts';
import { evolve } from '../domain/evolve.ts';
import type { Hall } from '../domain/hall.ts';
import { type DayState, emptyDay } from '../domain/state.ts';
import type { Store } from '../store/port.ts';

/**
 * The days in memory, twice: what is committed, which everybody reads, and a draft on which commands are
 * decided. A commit brings the first up to the second; a failure throws the second away.
 */
export function createDays(store: Store) {
  let committed = new Map<string, DayState>();
  let draft = new Map<string, DayState>();
  let today = '';

  async function load(date: string): Promise<void> {
    if (committed.has(date)) return;
    const events = (await store.readStream(dayStream(date))) as Envelope<DayEvent>[];
    // Somebody else may have loaded it meanwhile, and decided on it.
    if (committed.has(date)) return;
    // Folded twice rather than copied: the two must share nothing.
    for (const days of [committed, draft]) {
      const day = emptyDay(date);
      for (const envelope of events) evolve(day, envelope);
      days.set(date, day);
    }
  }

  const of = (days: Map<string, DayState>): Hall => ({
    today: days.get(today) ?? emptyDay(today),
    lingering: [...days.values()]
      .filter(
        (day) =>
          day.date !== today && day.ended && [...day.counters.values()].some(({ open }) => open !== null),
      )
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  });

  return {
    load,
    setToday(date: string): void {
      today = date;
    },
    today: () => today,
    committed: (): Hall => of(committed),
    draft: (): Hall => of(draft),
    draftDay: (date: string): DayState | undefined => draft.get(date),
    committedDay: (date: string): DayState | undefined => committed.get(date),
    draftDays: (): Iterable<DayState> => draft.values(),
    /** The batch is durable: readers see it from now on. */
    accept(envelopes: readonly Envelope<DayEvent>[]): void {
      for (const envelope of envelopes) {
        const day = committed.get(envelope.stream.slice('day:'.length));
        if (day) evolve(day, envelope);
      }
    },
    /** Throws the draft away and makes it anew from what is committed, then folds `kept` into it. */
    resetDraft(kept: readonly Envelope<DayEvent>[] = []): void {
      draft = structuredClone(committed);
      for (const envelope of kept) {
        const day = draft.get(envelope.stream.slice('day:'.length));
        if (day) evolve(day, envelope);
      }
    },
    /** Another writer was here: everything is read again. */
    async reload(): Promise<void> {
      const dates = [...committed.keys()];
      committed = new Map();
      draft = new Map();
      for (const date of dates) await load(date);
    },
    /** Lets go of ended days that nobody is served in any more, except the latest few. */
    prune(keep: number): void {
      const idle = [...committed.values()]
        .filter((day) => day.date !== today && ![...day.counters.values()].some(({ open }) => open !== null))
        .map((day) => day.date)
        .sort();
      for (const date of idle.slice(0, Math.max(0, idle.length - keep))) {
        committed.delete(date);
        draft.delete(date);
      }
    },
  };
}
