import { describe, expect, it } from 'vitest';
import { decide } from '../../server/src/domain/decide.ts';
import { evolve } from '../../server/src/domain/evolve.ts';
import { counterOf, emptyDay } from '../../server/src/domain/state.ts';
import { DAY_ENDS_AT, DAY_STARTS_AT, given, givenIn, NINE } from '../support/given.ts';
import {
  bringBack,
  callNext,
  callNumber,
  cancel,
  close,
  finish,
  finishAndCall,
  HUB,
  issue,
  noShow,
  open,
  pause,
  press,
  recall,
  reprint,
  resume,
  type Step,
  seconds,
  start,
  tick,
  turn,
  until,
} from '../support/given-steps.ts';
import { clerkOf, hall } from '../support/hall.ts';

const HOUR = 3600_000;
const expired = (number: string, ending = 'expired', endedAt = DAY_ENDS_AT) => ({
  type: 'turn-expired' as const,
  data: { turnId: turn(number), ending, endedAt },
});
const ended = { type: 'day-ended' as const };

/** At the end of the day A001 is being served, A002 is called, B001 was missed, A003 waits, A004 was served. */
const busyDay: Step[] = [
  open('c1'),
  open('c2'),
  open('c3'),
  issue('social'),
  issue('social'),
  issue('medical'),
  issue('social'),
  issue('social'),
  callNext('c1'),
  start('c1'),
  callNext('c2'),
  callNext('c3'),
  noShow('c3'),
  callNumber('c3', 'A004'),
  finish('c3'),
];

describe('the end of the service day', () => {
  it('does not come before its time', () => {
    given(...busyDay, until(DAY_ENDS_AT - 1))
      .when(tick)
      .thenNothing();
  });

  it('expires who waits, was called or missed; who is being served stays', () => {
    const story = given(...busyDay, until(DAY_ENDS_AT + 5 * HOUR))
      .when(tick)
      .then(expired('A002'), expired('B001'), expired('A003'), ended);
    expect(story.turn('A001').phase.state).toBe('serving');
    expect(story.turn('A004').phase).toMatchObject({ ending: 'served' });
    expect(story.turn('B001')).toMatchObject({ noShow: true, endedAt: DAY_ENDS_AT });
    expect(story.state.missed).toEqual([]);
    expect(
      [...story.state.queues.values()].flatMap((lines) =>
        [...lines.values()].flatMap(({ places }) => places),
      ),
    ).toEqual([]);
  });

  it('leaves a called customer where start is not pressed: they may be at the counter', () => {
    const story = givenIn(
      hall({ pressesStart: false }),
      open('c1'),
      issue('social'),
      issue('social'),
      callNext('c1'),
      until(DAY_ENDS_AT),
    )
      .when(tick)
      .then(expired('A002'), ended);
    expect(story.turn('A001').phase.state).toBe('called');
    story.when(finish('c1')).then({ type: 'turn-finished', data: { turnId: turn('A001') } });
  });

  it('comes once', () => {
    given(until(DAY_ENDS_AT), tick).when(tick).thenNothing();
  });

  it('closes counters, except those that still have a customer, which close when they finish', () => {
    const { state, take } = given(...busyDay, until(DAY_ENDS_AT), tick);
    expect(counterOf(state, 'c2').open).toBeNull();
    expect(counterOf(state, 'c3').open).toBeNull();
    expect(counterOf(state, 'c1').open?.turnId).toBe(turn('A001'));
    take(finish('c1'));
    expect(counterOf(state, 'c1').open).toBeNull();
  });
});

describe('a day that has ended', () => {
  const over = () => given(...busyDay, until(DAY_ENDS_AT), tick);

  it.each<[string, Step]>([
    ['issue', issue('social')],
    ['reprint', reprint('A001')],
    ['cancel', cancel('A003')],
    ['open', open('c4')],
    ['pause', pause('c1')],
    ['resume', resume('c1')],
    ['close', close('c1')],
    ['call-next', callNext('c2')],
    ['call-next with finish', finishAndCall('c1')],
    ['call-number', callNumber('c2', 'A003')],
    ['recall', recall('c1')],
    ['start', start('c1')],
    ['no-show', noShow('c1')],
    ['return', bringBack('c1', 'B001')],
  ])('refuses %s', (_, step) => {
    over().when(step).thenRefused('day-closed');
  });

  it('still takes the finish of who is being served, and their rating', () => {
    over()
      .when(finish('c1', { outcome: 'accepted' }))
      .then({ type: 'turn-finished', data: { turnId: turn('A001'), outcome: 'accepted' } })
      .when(seconds(1), press('c1', 5, turn('A001')))
      .then({ type: 'rating-pressed', data: { turnId: turn('A001'), effective: true } });
  });

  it('gives up a day later on what nobody finished', () => {
    const story = over();
    story.when(until(DAY_ENDS_AT + 24 * HOUR - 1), tick).thenNothing();
    story
      .when(until(DAY_ENDS_AT + 24 * HOUR), tick)
      .then(expired('A001', 'unfinished', DAY_ENDS_AT + 24 * HOUR));
    expect(counterOf(story.state, 'c1').open).toBeNull();
    story.when(tick).thenNothing();
    story.when(finish('c1')).thenRefused('counter-not-open');
  });
});

describe('a day that begins', () => {
  const carried = [
    { counterId: 'c1', clerkId: clerkOf('c1'), since: NINE, pause: null },
    {
      counterId: 'c2',
      clerkId: clerkOf('c2'),
      since: NINE,
      pause: { reason: 'lunch', since: NINE + HOUR },
    },
  ];

  it('takes over the counters that were open, paused ones paused', () => {
    const day = emptyDay('2026-11-22');
    const command = {
      type: 'start-day',
      date: day.date,
      startsAt: DAY_STARTS_AT + 24 * HOUR,
      endsAt: DAY_ENDS_AT + 24 * HOUR,
      carried,
    } as const;
    const [event] = decide(day, { id: 'morning', by: HUB, command }, hall(), command.startsAt);
    expect(event).toEqual({
      type: 'day-started',
      data: { date: command.date, startsAt: command.startsAt, endsAt: command.endsAt, carried },
    });
    evolve(day, {
      seq: 1,
      occurredAt: command.startsAt,
      settingsVersion: 1,
      by: HUB,
      commandId: 'morning',
      event: event!,
    });
    expect(counterOf(day, 'c1').open).toEqual({
      clerkId: clerkOf('c1'),
      since: NINE,
      pause: null,
      turnId: null,
    });
    expect(counterOf(day, 'c2').open?.pause).toEqual({ reason: 'lunch', since: NINE + HOUR });
    expect(counterOf(day, 'c3').open).toBeNull();
  });

  it('begins once', () => {
    const { date, startsAt, endsAt } = given().state;
    given()
      .when({ command: { type: 'start-day', date, startsAt, endsAt, carried: [] }, by: HUB })
      .thenNothing();
  });
});
