import type { ErrorCode } from '@jiaohao/shared/contract/errors.ts';
import { expect } from 'vitest';
import type { Command } from '../../server/src/domain/command.ts';
import { decide } from '../../server/src/domain/decide.ts';
import { DomainError } from '../../server/src/domain/errors.ts';
import type { Actor, DayEvent, Folded } from '../../server/src/domain/event.ts';
import { evolve } from '../../server/src/domain/evolve.ts';
import type { Settings } from '../../server/src/domain/settings.ts';
import { counterOf, type DayState, emptyDay, turnOf } from '../../server/src/domain/state.ts';
import type { Turn } from '../../server/src/domain/turn.ts';
import type { Step } from './given-steps.ts';
import { turn } from './given-steps.ts';
import { hall } from './hall.ts';

const HOUR = 3600_000;

/** 2026-11-21, 03:00 in Shanghai. */
export const DAY_STARTS_AT = Date.UTC(2026, 10, 20, 19);
export const DAY_ENDS_AT = DAY_STARTS_AT + 24 * HOUR;
/** The clock of every story begins at nine in the morning. */
export const NINE = DAY_STARTS_AT + 6 * HOUR;

type Expected = { type: DayEvent['type']; data?: Record<string, unknown> };

/** A service day in the making: steps go in, events come out and are folded. Its clock moves by steps only. */
export interface Story {
  readonly state: DayState;
  readonly settings: Settings;
  readonly events: readonly Folded[];
  now(): number;
  /** Takes further steps and answers what the last one made happen. @throws DomainError */
  take(...steps: Step[]): DayEvent[];
  /** The last turn of the ticket with this number. */
  turn(number: string): Turn;
  when(...steps: Step[]): Outcome;
}

interface Outcome {
  /** Exactly these events, in this order; of each, the data named here. Answers the story, to go on from. */
  then(...events: Expected[]): Story;
  /** Nothing happens, and that is no error. */
  thenNothing(): Story;
  /** A rule says no, with this code, and nothing has changed. */
  thenRefused(code: ErrorCode): Story;
}

/** A day of the test hall that has begun, with these steps behind it. */
export const given = (...steps: Step[]): Story => givenIn(hall(), ...steps);

/** The same in a hall of one's own. */
export function givenIn(settings: Settings, ...steps: Step[]): Story {
  const story = beginStory(settings);
  story.take(...steps);
  return story;
}

function beginStory(settings: Settings): Story {
  const state = emptyDay('2026-11-21');
  const events: Folded[] = [];
  let clock = DAY_STARTS_AT;
  let commands = 0;

  function decideOne(command: Command, by: Actor): DayEvent[] {
    commands += 1;
    return decide(state, { id: `command ${commands}`, by, command }, settings, clock);
  }

  /** Tickets and turns are called after their number, so that tests can be read. */
  function named(command: Command, by: Actor): Command {
    if (command.type === 'issue' || command.type === 'walk-in') {
      const [event] = decideOne(command, by);
      if (event?.type !== 'ticket-issued') throw new Error('an issue gives a ticket');
      const { number } = event.data;
      const ids = { ticketId: `ticket ${number}`, turnId: turn(number), tokenHash: `hash of ${number}` };
      if (command.type === 'walk-in') return { ...command, ...ids, callId: `call ${state.seq + 1}` };
      const further = command.further?.map((each) => ({
        ...each,
        turnId: turn(`${number} at ${each.serviceId}`),
      }));
      return { ...command, ...ids, ...(further && { further }) };
    }
    if ('newTurnId' in command) {
      const number = numberOf(command);
      const where = ('toCounterId' in command && command.toCounterId) || command.serviceId;
      return { ...command, newTurnId: turn(`${number} at ${where}`) };
    }
    if ('callId' in command) return { ...command, callId: `call ${state.seq + 1}` };
    return command;
  }

  /** The number that a command which makes a further turn is about. */
  function numberOf(command: Command): string {
    const ticketId =
      'ticketId' in command && command.ticketId
        ? command.ticketId
        : 'counterId' in command
          ? state.turns.get(counterOf(state, command.counterId).open?.turnId ?? '')?.ticketId
          : undefined;
    return state.tickets.get(ticketId ?? '')?.number ?? '';
  }

  function fold(event: DayEvent, by: Actor): void {
    const folded: Folded = {
      seq: state.seq + 1,
      occurredAt: clock,
      settingsVersion: settings.version,
      by,
      commandId: `command ${commands}`,
      event: structuredClone(event),
    };
    evolve(state, folded);
    events.push(folded);
  }

  function take(...steps: Step[]): DayEvent[] {
    let last: DayEvent[] = [];
    for (const step of steps) {
      if ('until' in step) clock = Math.max(clock, step.until);
      else if ('wait' in step) clock += step.wait;
      else {
        last = decideOne(named(step.command, step.by), step.by);
        for (const event of last) fold(event, step.by);
      }
    }
    return last;
  }

  const story: Story = {
    state,
    settings,
    events,
    now: () => clock,
    take,
    turn: (number) => turnOf(state, turn(number)),
    when: (...steps) => {
      const before = structuredClone(state);
      const outcome = attempt(() => take(...steps));
      return {
        // biome-ignore lint/suspicious/noThenProperty: given, when, then; nobody awaits a story
        then(...expected) {
          if (outcome instanceof Error) throw outcome;
          expect(outcome).toMatchObject(expected);
          return story;
        },
        thenNothing() {
          if (outcome instanceof Error) throw outcome;
          expect(outcome).toEqual([]);
          return story;
        },
        thenRefused(code) {
          expect(outcome, `refused with ${code}`).toBeInstanceOf(DomainError);
          expect((outcome as DomainError).code).toBe(code);
          expect(state).toEqual(before);
          return story;
        },
      };
    },
  };
  const date = state.date;
  take(
    {
      command: { type: 'start-day', date, startsAt: DAY_STARTS_AT, endsAt: DAY_ENDS_AT, carried: [] },
      by: { kind: 'hub' },
    },
    { until: NINE },
  );
  return story;
}

function attempt(run: () => DayEvent[]): DayEvent[] | DomainError {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
