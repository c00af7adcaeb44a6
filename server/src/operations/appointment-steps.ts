import type { AppointmentCommand } from '../domain/appointments/command.ts';
import { decideAppointment, issueFor } from '../domain/appointments/decide.ts';
import { type AppointmentEvent, appointmentStream } from '../domain/appointments/event.ts';
import type { Command } from '../domain/command.ts';
import type { DayEvent } from '../domain/event.ts';
import type { Settings } from '../domain/settings.ts';
import type { Store } from '../store/port.ts';
import type { AppointmentBooks } from './appointment-books.ts';
import type { Batch, Cause } from './batch.ts';

/** One decision: a command on the appointments of one day. */
export interface AppointmentStep {
  date: string;
  command: AppointmentCommand;
}

interface Drafts {
  books: AppointmentBooks;
  settings: Settings;
  batch: Batch;
  cause: Cause;
}

/** Decides steps on the drafts and folds what they decided. */
export function bookSteps(
  { books, settings, batch, cause }: Drafts,
  steps: readonly AppointmentStep[],
  inTheDay: (date: string, command: Command) => DayEvent[],
): AppointmentEvent[] {
  const all: AppointmentEvent[] = [];
  for (const { date, command } of steps) {
    const before = books.draft(date);
    const events = decideAppointment(before, command, settings, batch.at);
    // First: the day may have no number left, and then nobody has checked in.
    const issue = command.type === 'check-in' && issueFor(before, command, settings, batch.at);
    if (issue) inTheDay(date, issue);
    for (const event of events) {
      const envelope = batch.envelope(appointmentStream(date), before.seq, cause, event);
      batch.addAppointment(books.fold(envelope), envelope);
    }
    all.push(...events);
  }
  return all;
}

/** A new day began: whoever had an appointment before it and did not come has missed it. */
export async function closeBooks({
  store,
  today,
  ...drafts
}: Drafts & { store: Store; today: string }): Promise<void> {
  for (const date of await store.openAppointmentDays(today)) {
    await drafts.books.load(date);
    bookSteps(drafts, [{ date, command: { type: 'close-book' } }], () => []);
  }
}
