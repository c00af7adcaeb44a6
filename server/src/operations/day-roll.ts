import type { Command } from '../domain/command.ts';
import type { CarriedCounter, CarriedNote, DayEvent } from '../domain/event.ts';
import { addDays, type ServiceDay, serviceDayAt, serviceDayOf } from '../domain/service-day.ts';
import type { Settings } from '../domain/settings.ts';
import { counterOf, type DayState } from '../domain/state.ts';
import type { Days } from './days.ts';

/** A hub that was off for longer does not find yesterday's clerks still at their counters. */
const CARRIED_WITHIN_MS = 3600_000;

/**
 * In the draft: ends the days that are over, starts the one that is on, and takes along the counters
 * that are open without a customer. Answers the date of the day that began, or null where none did.
 */
export async function rollDays(
  days: Days,
  settings: Settings,
  now: number,
  step: (day: DayState, command: Command) => DayEvent[],
): Promise<string | null> {
  const { today } = days.draft();
  if (today.started && now < today.endsAt) return null;
  const carried: CarriedCounter[] = [];
  const notes: CarriedNote[] = [];
  for (const day of days.draftDays()) {
    if (!day.started || now < day.endsAt) continue;
    const held = day.ended ? [] : openCounters(day);
    if (!day.ended) notes.push(...unreadNotes(day));
    // Twice for a day whose second end was missed too: what was in hand then is over.
    while (step(day, { type: 'tick' }).length > 0);
    if (now - day.endsAt >= CARRIED_WITHIN_MS) continue;
    carried.push(...held.filter(({ counterId }) => counterOf(day, counterId).open === null));
  }
  const next = dayAfter(today, settings, now);
  await days.load(next.date);
  days.setDraftToday(next.date);
  const { emergency } = today;
  step(days.draftDay(next.date), { type: 'start-day', ...next, carried, notes, emergency });
  return next.date;
}

/** The day to start at `now`. It never is the one before again, even where the day's start was moved. */
export function dayAfter(before: DayState | null, { hall }: Settings, now: number): ServiceDay {
  const { timeZone, dayStartsAt = '03:00' } = hall;
  const day = serviceDayAt(now, timeZone, dayStartsAt);
  if (!before?.started || day.date > before.date) return day;
  return { ...serviceDayOf(addDays(before.date, 1), timeZone, dayStartsAt), startsAt: before.endsAt };
}

const openCounters = (day: DayState): CarriedCounter[] =>
  [...day.counters].flatMap(([counterId, { open }]) =>
    open ? [{ counterId, clerkId: open.clerkId, since: open.since, pause: open.pause }] : [],
  );

/** What somebody wrote goes on until it is read; whom others served is of its day. */
const unreadNotes = ({ notes }: DayState): CarriedNote[] =>
  notes.flatMap(({ id: noteId, textId, awayFrom, turnIds, unreadAt: forCounters, ...note }) =>
    textId === null ? [] : [{ ...note, noteId, textId, forCounters }],
  );
