import { counterOf, type DayState } from './state.ts';

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

/** Every day that something may still happen in, today first. */
export const daysAtHand = (hall: Hall): DayState[] => [hall.today, ...hall.lingering];
