import { type AppointmentBook, emptyBook } from '../domain/appointments/book.ts';
import { type AppointmentEvent, appointmentStream } from '../domain/appointments/event.ts';
import { evolveBook } from '../domain/appointments/evolve.ts';
import type { Envelope } from '../domain/event.ts';
import type { Store } from '../store/port.ts';

type Books = Map<string, AppointmentBook>;

/** Books at hand: a page that shows a month asks for all of them at once. */
const KEPT = 100;

/**
 * The appointments of some days in memory, twice like the days: what is committed, which everybody reads,
 * and a draft on which commands are decided. Books are values, so the two may share what is the same.
 */
export function createAppointmentBooks(store: Store) {
  let committed: Books = new Map();
  let draft: Books = new Map();
  let today = '';

  const read = async (date: string): Promise<AppointmentBook> => {
    const events = (await store.readStream(appointmentStream(date))) as Envelope<AppointmentEvent>[];
    return events.reduce(evolveBook, emptyBook(date));
  };

  function fold(books: Books, envelope: Envelope<AppointmentEvent>): AppointmentBook {
    const date = envelope.stream.slice(appointmentStream('').length);
    const book = evolveBook(books.get(date) ?? emptyBook(date), envelope);
    books.set(date, book);
    return book;
  }

  /** Lets go of those that were loaded first, but for today's and for one that is being decided on. */
  function makeRoom(): void {
    for (const date of [...committed.keys()].slice(0, Math.max(0, committed.size - KEPT))) {
      if (date === today || committed.get(date) !== draft.get(date)) continue;
      committed.delete(date);
      draft.delete(date);
    }
  }

  async function load(date: string): Promise<void> {
    if (committed.has(date)) return;
    const book = await read(date);
    // Somebody else may have loaded it meanwhile, and decided on it.
    if (committed.has(date)) return;
    makeRoom();
    committed.set(date, book);
    draft.set(date, book);
  }

  return {
    load,
    /** The day that is on: its book stays at hand, for screens that ask at any moment. */
    async begin(date: string): Promise<void> {
      today = date;
      await load(date);
    },
    today: (): AppointmentBook => committed.get(today) ?? emptyBook(today),
    /** One that was loaded. */
    draft: (date: string): AppointmentBook => draft.get(date) ?? emptyBook(date),
    committed: (date: string): AppointmentBook => committed.get(date) ?? emptyBook(date),
    /** Folds into the draft; answers the book as it stands then. */
    fold: (envelope: Envelope<AppointmentEvent>): AppointmentBook => fold(draft, envelope),
    /** The batch is durable: readers see it from now on. */
    accept(envelopes: readonly Envelope<AppointmentEvent>[]): void {
      for (const envelope of envelopes) fold(committed, envelope);
    },
    /** Throws the draft away. */
    drop(): void {
      draft = new Map(committed);
    },
    /** Makes the draft anew from what is committed and `kept`, the part of the batch that holds. */
    rewind(kept: readonly Envelope<AppointmentEvent>[]): void {
      draft = new Map(committed);
      for (const envelope of kept) fold(draft, envelope);
    },
    /** Another writer was here: everything is read again. */
    async reload(): Promise<void> {
      const fresh: Books = new Map();
      for (const date of committed.keys()) fresh.set(date, await read(date));
      committed = fresh;
      draft = new Map(fresh);
    },
  };
}

export type AppointmentBooks = ReturnType<typeof createAppointmentBooks>;
