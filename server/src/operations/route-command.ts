import { stillBusy } from '../domain/change-counter.ts';
import type { Command } from '../domain/command.ts';
import { mayGoOn } from '../domain/decide-emergency.ts';
import { DomainError } from '../domain/errors.ts';
import { dayOfCounter, type Hall } from '../domain/hall.ts';
import { counterHeldBy, counterOf, type DayState } from '../domain/state.ts';

/** One decision: a command on the stream of one day. */
export interface Step {
  date: string;
  command: Command;
}

/**
 * In which day a command is decided, in the writer's queue. Nearly always today; a turn that is still in
 * service stays in its day until it is finished, and its counter then goes over to today. `ticketDay` is
 * the day of the ticket that the command names, if it names one.
 */
export function routeCommand(
  hall: Hall,
  command: Command,
  ticketDay: string | undefined,
  days: Iterable<DayState>,
): Step[] {
  const today = hall.today.date;
  mayGoOn(hall.today, command);
  switch (command.type) {
    case 'issue':
    case 'void-queue':
    case 'begin-emergency':
    case 'end-emergency':
    case 'announce':
    case 'withdraw-announcement':
    case 'tick':
    case 'record-outage':
    case 'start-day':
      return [{ date: today, command }];
    case 'reprint':
    case 'cancel':
    case 'tell':
    case 'ask-rating':
    case 'move-ticket':
    case 'prioritise':
      return [{ date: ticketDay ?? today, command }];
    case 'rate':
    case 'explain-rating':
      if (command.from.source === 'phone') return [{ date: ticketDay ?? today, command }];
      return [{ date: dayOfLastFinished(hall, command.from.counterId, days), command }];
    case 'open-counter':
      return openWhere(hall, command);
    case 'relieve-counter':
      if (hall.lingering.some((day) => counterHeldBy(day, command.clerkId) !== null))
        throw new DomainError('clerk-elsewhere');
      return [{ date: dayOfCounter(hall, command.counterId).date, command }];
    case 'undo':
      return undoWhere(hall, command, days);
    case 'finish':
      return finishAndCarry(hall, command.counterId, command);
    case 'call-next': {
      const day = dayOfCounter(hall, command.counterId);
      if (day.date === today) return [{ date: today, command }];
      const { finish, turnId, ...call } = command;
      if (!finish) throw new DomainError('ticket-in-hand');
      const first = { type: 'finish', counterId: command.counterId, turnId, ...finish } as const;
      return [...finishAndCarry(hall, command.counterId, first), { date: today, command: call }];
    }
    default:
      return [{ date: dayOfCounter(hall, command.counterId).date, command }];
  }
}

/**
 * Today. Who is still in service in a day that has ended is finished there, whichever counter the clerk opens
 * next: a closed day sets nobody aside and takes nobody along.
 */
function openWhere(hall: Hall, command: Extract<Command, { type: 'open-counter' }>): Step[] {
  const { counterId, clerkId, leave, turnId } = command;
  const date = hall.today.date;
  const holder = hall.lingering
    .map((day) => counterOf(day, counterId).open?.clerkId)
    .find((id) => id !== undefined);
  if (holder === clerkId) return [];
  if (holder !== undefined) throw new DomainError('counter-taken');
  for (const day of hall.lingering) {
    const from = counterHeldBy(day, clerkId);
    if (from === null) continue;
    if (!leave) throw stillBusy(day, counterOf(day, from).open?.turnId ?? '', from);
    if (leave.how !== 'finish') throw new DomainError('day-closed');
    const { how, ...finish } = leave;
    return [
      { date: day.date, command: { type: 'finish', counterId: from, turnId, ...finish } },
      { date, command: { type: 'open-counter', counterId, clerkId } },
    ];
  }
  return [{ date, command }];
}

function finishAndCarry(
  hall: Hall,
  counterId: string,
  command: Extract<Command, { type: 'finish' }>,
): Step[] {
  const day = dayOfCounter(hall, counterId);
  const steps: Step[] = [{ date: day.date, command }];
  const clerkId = counterOf(day, counterId).open?.clerkId;
  const free = counterOf(hall.today, counterId).open === null;
  if (
    day.date !== hall.today.date &&
    clerkId !== undefined &&
    free &&
    counterHeldBy(hall.today, clerkId) === null
  ) {
    steps.push({ date: hall.today.date, command: { type: 'open-counter', counterId, clerkId } });
  }
  return steps;
}

/**
 * In the day in which it was pressed. A counter that went over to today with its last finish comes back from
 * there first: a counter is open in one day at a time.
 */
function undoWhere(
  hall: Hall,
  command: Extract<Command, { type: 'undo' }>,
  days: Iterable<DayState>,
): Step[] {
  const { counterId } = command;
  const { today } = hall;
  const at = (day: DayState): number => counterOf(day, counterId).undoable?.at ?? -1;
  const day = [today, ...days].reduce((latest, each) => (at(each) > at(latest) ? each : latest));
  const step = { date: day.date, command };
  const { undoable } = counterOf(day, counterId);
  if (day === today || undoable === null) return [step];
  const holder = counterOf(today, counterId).open?.clerkId;
  if (holder !== undefined && holder !== undoable.clerkId) throw new DomainError('counter-taken');
  if (holder === undefined && counterHeldBy(today, undoable.clerkId) !== null)
    throw new DomainError('clerk-elsewhere');
  return holder === undefined
    ? [step]
    : [{ date: today.date, command: { type: 'close-counter', counterId } }, step];
}

/** A press after the end of the day belongs to the customer who was served last, not to nobody. */
function dayOfLastFinished(hall: Hall, counterId: string, days: Iterable<DayState>): string {
  const found = [hall.today, ...[...days].sort((a, b) => (a.date < b.date ? 1 : -1))].find(
    (day) => counterOf(day, counterId).lastFinished !== null,
  );
  return found?.date ?? hall.today.date;
}
