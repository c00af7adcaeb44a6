import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import type { Command } from '../../server/src/domain/command.ts';
import { decide } from '../../server/src/domain/decide.ts';
import { DomainError } from '../../server/src/domain/errors.ts';
import type { Actor, CarriedCounter, DayEvent, Folded } from '../../server/src/domain/event.ts';
import { evolve } from '../../server/src/domain/evolve.ts';
import type { Hall } from '../../server/src/domain/hall.ts';
import { serviceDayAt } from '../../server/src/domain/service-day.ts';
import type { Settings } from '../../server/src/domain/settings.ts';
import { counterOf, type DayState, emptyDay } from '../../server/src/domain/state.ts';
import { routeCommand } from '../../server/src/operations/route-command.ts';
import { NINE } from './given.ts';
import { HUB } from './given-steps.ts';
import { hall } from './hall.ts';

/**
 * A day and its twin. Commands are decided on `state` only; the twin is folded from the journal as it
 * would be read back. As long as the two are equal, the log is the whole truth and deciding touches nothing.
 */
export interface DayInMotion {
  state: DayState;
  twin: DayState;
  log: Folded[];
}

/** What one command did. */
export interface Happened {
  command: Command;
  by: Actor;
  /** By day; empty where the command was refused or changed nothing. */
  events: { day: DayInMotion; folded: Folded }[];
  refused: DomainError | null;
}

/** A hall over several days, driven as operations drive it: days roll first, then one command is routed and decided. */
export interface HallInMotion {
  settings: Settings;
  days: DayInMotion[];
  now(): number;
  wait(ms: number): void;
  view(): Hall;
  /** Ends and begins the days that are due. Answers null where none is. */
  roll(): Happened | null;
  run(command: Command, by: Actor): Happened;
}

export function createHallInMotion(rules: Partial<Rules>): HallInMotion {
  const settings = hall(rules);
  const days: DayInMotion[] = [];
  let now = NINE;
  let commands = 0;

  const today = (): DayInMotion => days.at(-1) as DayInMotion;
  const view = (): Hall => ({
    today: today().state,
    lingering: days
      .slice(0, -1)
      .map(({ state }) => state)
      .filter((state) => [...state.counters.values()].some(({ open }) => open !== null)),
  });

  /** Decides on one day and folds what was decided, into the twin by way of the journal's text. */
  function step(day: DayInMotion, command: Command, by: Actor): Happened['events'] {
    commands += 1;
    const events = decide(day.state, { id: `command ${commands}`, by, command }, settings, now);
    return events.map((event: DayEvent) => {
      const folded: Folded = {
        seq: day.state.seq + 1,
        occurredAt: now,
        settingsVersion: settings.version,
        by,
        commandId: `command ${commands}`,
        event: frozen(event),
      };
      evolve(day.state, folded);
      evolve(day.twin, JSON.parse(JSON.stringify(folded)) as Folded);
      day.log.push(folded);
      return { day, folded };
    });
  }

  function roll(): Happened | null {
    const current = days.at(-1)?.state;
    if (current && now < current.endsAt) {
      const events = step(today(), { type: 'tick' }, HUB);
      return events.length > 0 ? { command: { type: 'tick' }, by: HUB, events, refused: null } : null;
    }
    const events: Happened['events'] = [];
    const carried: CarriedCounter[] = [];
    for (const day of days) {
      if (now < day.state.endsAt) continue;
      if (!day.state.ended) {
        for (const [counterId, { open }] of day.state.counters) {
          if (open?.turnId === null)
            carried.push({ counterId, clerkId: open.clerkId, since: open.since, pause: open.pause });
        }
      }
      events.push(...step(day, { type: 'tick' }, HUB));
    }
    const { timeZone, dayStartsAt = '03:00' } = settings.hall;
    const due = serviceDayAt(now, timeZone, dayStartsAt);
    const command = { type: 'start-day', ...due, carried, emergency: current?.emergency } as const;
    days.push({ state: emptyDay(due.date), twin: emptyDay(due.date), log: [] });
    events.push(...step(today(), command, HUB));
    return { command, by: HUB, events, refused: null };
  }

  function run(command: Command, by: Actor): Happened {
    const marks = days.map((day) => ({ day, at: day.log.length }));
    try {
      const ticketId = ticketOf(command);
      const ticketDay = days.find(({ state }) => ticketId !== undefined && state.tickets.has(ticketId));
      const steps = routeCommand(
        view(),
        command,
        ticketDay?.state.date,
        days.map(({ state }) => state),
      );
      const events = steps.flatMap(({ date, command: each }) =>
        step(days.find(({ state }) => state.date === date) as DayInMotion, each, by),
      );
      return { command, by, events, refused: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // A later part of one request was refused: the whole of it is dropped, as an uncommitted batch is.
      for (const { day, at } of marks) if (day.log.length > at) replayed(day, at);
      return { command, by, events: [], refused: error };
    }
  }

  const wait = (ms: number): void => {
    now += ms;
  };

  roll();
  return { settings, days, now: () => now, wait, view, roll, run };
}

/** The first `length` events of a log, folded into an empty day. */
export function replay(date: string, log: readonly Folded[], length = log.length): DayState {
  const state = emptyDay(date);
  for (const folded of log.slice(0, length)) evolve(state, folded);
  return state;
}

function replayed(day: DayInMotion, length: number): void {
  day.log.length = length;
  day.state = replay(day.state.date, day.log);
  day.twin = replay(day.state.date, JSON.parse(JSON.stringify(day.log)) as Folded[]);
}

function ticketOf(command: Command): string | undefined {
  if (command.type === 'rate' || command.type === 'explain-rating')
    return command.from.source === 'phone' ? command.from.ticketId : undefined;
  return command.type === 'move-ticket' ||
    command.type === 'tell' ||
    command.type === 'cancel' ||
    command.type === 'ask-rating' ||
    command.type === 'reprint'
    ? command.ticketId
    : undefined;
}

/** History is never rewritten: whoever tries gets a TypeError. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) frozen(each);
    Object.freeze(value);
  }
  return value;
}

export const inHand = (state: DayState, counterId: string): string | null =>
  counterOf(state, counterId).open?.turnId ?? null;
