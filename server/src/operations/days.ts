import { type DayEvent, dayStream, type Envelope } from '../domain/event.ts';
import { evolve } from '../domain/evolve.ts';
import type { Hall } from '../domain/hall.ts';
import { type DayState, emptyDay } from '../domain/state.ts';
import type { Store } from '../store/port.ts';

/** Some days, and which of them is today. */
interface DaySet {
  byDate: Map<string, DayState>;
  today: string;
}

/**
 * The days in memory, twice: what is committed, which everybody reads, and a draft on which commands are
 * decided. A commit brings the first up to the second; a failure throws the second away.
 */
export function createDays(store: Store) {
  let committed: DaySet = { byDate: new Map(), today: '' };
  let draft: DaySet = { byDate: new Map(), today: '' };
  /** Days by their latest use, the latest last. */
  const used = new Set<string>();

  async function load(date: string): Promise<void> {
    used.delete(date);
    used.add(date);
    if (committed.byDate.has(date)) return;
    const events = await eventsOf(date);
    // Somebody else may have loaded it meanwhile, and decided on it.
    if (committed.byDate.has(date)) return;
    // Folded twice rather than copied: the two must share nothing.
    for (const { byDate } of [committed, draft]) byDate.set(date, folded(date, events));
    used.add(date);
  }

  const eventsOf = async (date: string) => (await store.readStream(dayStream(date))) as Envelope<DayEvent>[];

  return {
    load,
    committed: (): Hall => hallOf(committed),
    draft: (): Hall => hallOf(draft),
    /** Where the hub goes on: a day that was loaded. */
    begin(date: string): void {
      committed.today = date;
      draft.today = date;
    },
    /** A day that was loaded. */
    draftDay: (date: string): DayState => draft.byDate.get(date) ?? emptyDay(date),
    committedDay: (date: string): DayState | undefined => committed.byDate.get(date),
    draftDays: (): Iterable<DayState> => draft.byDate.values(),
    /** Commands are decided in this day from now on; readers follow when that is committed. */
    setDraftToday(date: string): void {
      draft.today = date;
    },
    /** The batch is durable: readers see it from now on. */
    accept(envelopes: readonly Envelope<DayEvent>[]): void {
      for (const envelope of envelopes) {
        const day = committed.byDate.get(dateOf(envelope));
        if (day) evolve(day, envelope);
      }
      committed.today = draft.today;
    },
    /** Throws the draft away: it becomes what is committed. */
    drop(): void {
      draft = structuredClone(committed);
    },
    /** Makes the draft anew from what is committed and `kept`, the part of the batch that holds. */
    rewind(kept: readonly Envelope<DayEvent>[]): void {
      draft = { byDate: structuredClone(committed.byDate), today: draft.today };
      for (const envelope of kept) {
        const day = draft.byDate.get(dateOf(envelope));
        if (day) evolve(day, envelope);
      }
    },
    /** Another writer was here: everything is read again. Readers see the old state until all of it is there. */
    async reload(): Promise<void> {
      const { today } = committed;
      const fresh: [DaySet, DaySet] = [
        { byDate: new Map(), today },
        { byDate: new Map(), today },
      ];
      for (const date of [...committed.byDate.keys()]) {
        const events = await eventsOf(date);
        for (const { byDate } of fresh) byDate.set(date, folded(date, events));
      }
      [committed, draft] = fresh;
    },
    /** Lets go of days that nobody is served in any more, except the `keep` that were asked for last. */
    prune(keep: number): void {
      const idle = [...used].filter((date) => {
        const day = committed.byDate.get(date);
        return date !== committed.today && !(day && isBusy(day));
      });
      for (const date of idle.slice(0, Math.max(0, idle.length - keep))) {
        used.delete(date);
        committed.byDate.delete(date);
        draft.byDate.delete(date);
      }
    },
  };
}

const dateOf = (envelope: Envelope): string => envelope.stream.slice('day:'.length);

const isBusy = (day: DayState): boolean => [...day.counters.values()].some(({ open }) => open !== null);

function folded(date: string, events: readonly Envelope<DayEvent>[]): DayState {
  const day = emptyDay(date);
  for (const envelope of events) evolve(day, envelope);
  return day;
}

function hallOf({ byDate, today }: DaySet): Hall {
  return {
    today: byDate.get(today) ?? emptyDay(today),
    lingering: [...byDate.values()]
      .filter((day) => day.date !== today && day.ended && isBusy(day))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

export type Days = ReturnType<typeof createDays>;
