import { counterOf, type DayState, type Ticket } from './state.ts';

/**
 * The hall as readers see it: the day that is on, and the ended days in which someone is still being
 * served (a turn stays in its day until it is finished). Committed state only.
 */
export interface Hall {
  today: DayState;
  /** Ended days with a counter still busy, oldest first. */
  lingering: readonly DayState[];
}

/** The day in which a counter is at work now. */
export function dayOfCounter(hall: Hall, counterId: string): DayState {
  return hall.lingering.find((day) => counterOf(day, counterId).open !== null) ?? hall.today;
}

/** A ticket of the days at hand. Older ones are read from the journal. */
export function findTicket(hall: Hall, ticketId: string): { day: DayState; ticket: Ticket } | null {
  for (const day of [hall.today, ...hall.lingering]) {
    const ticket = day.tickets.get(ticketId);
    if (ticket) return { day, ticket };
  }
  return null;
}
