import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { describe, expect, it } from 'vitest';
import {
  DAY_ENDS_AT,
  DAY_STARTS_AT,
  given as givenAlways,
  givenIn,
  NINE,
  type Story,
} from '../support/given.ts';
import {
  bringBack,
  callNext,
  callNumber,
  cancel,
  finish,
  HUB,
  issue,
  issues,
  minutes,
  move,
  noShow,
  open,
  park,
  pause,
  resumeTicket,
  type Step,
  start,
  until,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = NINE + 3 * HOUR;

/** Open from nine to twelve and from one to five. */
const hours = (document: HallSettings) => {
  const intervals = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  document.hours = { week: { saturday: intervals } };
};
const given = (...steps: Step[]) => givenIn(hall({}, hours), ...steps);

/** The hub was away between these and is back. */
const away = (from: number, to: number, clean = false): Step => ({
  command: { type: 'record-outage', outageId: `outage at ${from}`, from, to, clean },
  by: HUB,
});
/** It went now, and is back so many minutes later. */
function goes(story: Story, count: number, clean = false): Step[] {
  const from = story.now();
  return [minutes(count), away(from, from + count * MINUTE, clean)];
}
const recorded = (from: number, to: number, more: object = {}) => ({
  type: 'outage-recorded' as const,
  data: { from, to, ...more },
});

describe('an outage', () => {
  it('is the time that the hub was away while the hall was open, though nobody was there', () => {
    const story = given(minutes(30));
    const from = story.now();
    story
      .when(...goes(story, 7))
      .then(recorded(from, from + 7 * MINUTE, { met: { waiting: 0, called: 0, serving: 0, parked: 0 } }));
    expect(story.events.at(-1)?.event.data).not.toHaveProperty('planned');
  });

  it.each([
    ['in under a minute', 0.9, false],
    ['in a night', 0, true],
  ])('is none %s', (_, away, atNight) => {
    const story = given(...(atNight ? [until(NINE + 9 * HOUR)] : []));
    story.when(...goes(story, away || 7 * 60)).thenNothing();
  });

  it('counts from opening to closing: what was missed of the night is not missed', () => {
    given(until(NINE + 40 * MINUTE))
      .when(away(NINE - 2 * HOUR, NINE + 40 * MINUTE, true))
      .then(recorded(NINE, NINE + 40 * MINUTE));
    given(until(NINE + 10 * HOUR))
      .when(away(NINE + 7 * HOUR, NINE + 10 * HOUR))
      .then(recorded(NINE + 7 * HOUR, NINE + 8 * HOUR));
  });

  it('goes over a break that it began before and ended after, and none lies within one', () => {
    given(until(NOON + 90 * MINUTE))
      .when(away(NOON - 10 * MINUTE, NOON + 90 * MINUTE))
      .then(recorded(NOON - 10 * MINUTE, NOON + 90 * MINUTE));
    given(until(NOON + 50 * MINUTE))
      .when(away(NOON + 10 * MINUTE, NOON + 50 * MINUTE))
      .thenNothing();
  });

  it('was planned where the hub was stopped in order and soon came back', () => {
    const story = given(minutes(5));
    story.when(...goes(story, 5, true)).then({ type: 'outage-recorded', data: { planned: true } });
    story.take(minutes(5), ...goes(story, 6, true));
    story.take(minutes(5), ...goes(story, 3));
    expect(story.state.outages.map(({ planned }) => planned)).toEqual([true, false, false]);
  });

  it('is told once, however often', () => {
    const story = given(minutes(30), away(NINE, NINE + 10 * MINUTE));
    story.when(away(NINE, NINE + 10 * MINUTE)).thenNothing();
    story.when(away(NINE, NINE + 20 * MINUTE)).then(recorded(NINE + 10 * MINUTE, NINE + 20 * MINUTE));
  });

  it('keeps to its day, and a day that has ended learns of none', () => {
    const always = givenAlways(until(DAY_ENDS_AT - 3 * MINUTE), issue('social'));
    always
      .when(minutes(20), away(DAY_ENDS_AT - 3 * MINUTE, DAY_ENDS_AT + 17 * MINUTE))
      .then(recorded(DAY_ENDS_AT - 3 * MINUTE, DAY_ENDS_AT));
    always.take({ command: { type: 'tick' }, by: HUB });
    always.when(away(DAY_ENDS_AT - MINUTE, DAY_ENDS_AT + HOUR)).thenNothing();
    given(until(NINE + 2 * MINUTE))
      .when(away(DAY_STARTS_AT - 60 * HOUR, NINE + 2 * MINUTE))
      .then(recorded(NINE, NINE + 2 * MINUTE));
  });
});

describe('an outage where the clock does not say whether the hall was open', () => {
  it('is one while people wait or are served', () => {
    givenAlways(...issues('social', 1), minutes(9))
      .when(away(NINE, NINE + 9 * MINUTE))
      .then({ type: 'outage-recorded' });
    givenAlways(minutes(9))
      .when(away(NINE, NINE + 9 * MINUTE))
      .thenNothing();
    const paused = givenAlways(
      open('c1'),
      issue('social'),
      callNext('c1'),
      start('c1'),
      finish('c1'),
      pause('c1'),
    );
    paused.when(...goes(paused, 9)).thenNothing();
  });

  it('is one while a counter works, though nobody waits: numbers could not be had', () => {
    const ready = givenAlways(open('c1'));
    ready.when(...goes(ready, 9)).then({ type: 'outage-recorded' });
    // A counter that was left open in the evening says nothing.
    ready.when(...goes(ready, 61)).thenNothing();
  });

  it('is none where somebody stopped the hub and went home, though a number was left', () => {
    const evening = () => givenAlways(issue('social'), until(NINE + 10 * HOUR));
    const stopped = evening();
    stopped.when(...goes(stopped, 61, true)).thenNothing();
    const back = evening();
    back.when(...goes(back, 20, true)).then({ type: 'outage-recorded' });
    const broken = evening();
    broken.when(...goes(broken, 61)).then({ type: 'outage-recorded' });
  });

  it('is one after closing, while the queue is still worked off', () => {
    const story = given(issue('social'), until(NINE + 8 * HOUR + 10 * MINUTE));
    story.when(...goes(story, 12)).then({ type: 'outage-recorded', data: { met: { waiting: 1 } } });
    const nobody = given(until(NINE + 8 * HOUR + 10 * MINUTE));
    nobody.when(...goes(nobody, 12)).thenNothing();
  });
});

describe('those whom an outage meets', () => {
  /** A001 is served, A002 called, A003 set aside, A004 missed, A005 waits, A006 has given up, A007 is done. */
  function busy(): Story {
    return given(
      ...issues('social', 7),
      ...[open('c1'), callNumber('c1', 'A001'), start('c1')],
      ...[open('c2'), callNumber('c2', 'A003'), start('c2'), park('c2')],
      ...[callNumber('c2', 'A004'), noShow('c2'), callNumber('c2', 'A007'), start('c2'), finish('c2')],
      ...[callNumber('c2', 'A002'), cancel('A006')],
    );
  }
  const met = (story: Story) =>
    Object.fromEntries(
      [...story.state.turns.values()].flatMap(({ id, metOutage }) =>
        metOutage.length > 0 ? [[id.replace('turn ', ''), metOutage]] : [],
      ),
    );

  it('are marked by what of their turn it was, and nobody else is', () => {
    const story = busy();
    story
      .when(...goes(story, 10))
      .then({ type: 'outage-recorded', data: { met: { waiting: 1, called: 1, serving: 1, parked: 1 } } });
    expect(met(story)).toEqual({ A001: ['handling'], A002: ['walk'], A003: ['aside'], A005: ['wait'] });
    expect(story.turn('A005')).toMatchObject({ orderAt: NINE, queuedAt: NINE });
  });

  it('keep their marks to the end and get each once, those of an earlier outage too', () => {
    const story = busy();
    story.take(...goes(story, 10), minutes(5), ...goes(story, 10));
    story.take(finish('c1'), callNumber('c1', 'A005'), start('c1'), ...goes(story, 5));
    expect(met(story)['A005']).toEqual(['wait', 'handling']);
    expect(met(story)['A001']).toEqual(['handling']);
  });

  it('are being served from the call on where nobody presses start', () => {
    const story = givenIn(hall({ pressesStart: false }, hours), issue('social'), open('c1'), callNext('c1'));
    story.take(...goes(story, 3));
    expect(met(story)).toEqual({ A001: ['handling'] });
  });

  it('waited through it, too, when they were called before it, missed, and are called again', () => {
    const story = busy();
    story.take(...goes(story, 10), finish('c1'), bringBack('c1', 'A004'), callNumber('c1', 'A004'));
    expect(met(story)['A004']).toEqual(['wait']);
  });

  it('are not served through it once service begins anew; who waits to go on has not waited', () => {
    const story = busy();
    story.take(...goes(story, 10), move('A003', { place: 'end', serviceId: 'social' }));
    expect(met(story)['A003']).toBeUndefined();
    const other = busy();
    other.take(...goes(other, 10), finish('c1'), resumeTicket('c1', 'A003'));
    expect(met(other)['A003']).toEqual(['aside']);
  });
});
