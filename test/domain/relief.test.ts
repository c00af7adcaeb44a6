import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { describe, expect, it } from 'vitest';
import { counterOf } from '../../server/src/domain/state.ts';
import { counterView } from '../../server/src/domain/views/counter-view.ts';
import { DAY_ENDS_AT, given, NINE, type Story } from '../support/given.ts';
import {
  beginEmergency,
  by,
  callNext,
  clerk,
  finish,
  hallManager,
  issue,
  minutes,
  noShow,
  open,
  park,
  pause,
  press,
  relieve,
  resumeTicket,
  seconds,
  start,
  tick,
  turn,
  undo,
  until,
} from '../support/given-steps.ts';
import { clerkOf } from '../support/hall.ts';

const MINUTE = 60_000;
const LI = clerk('li');
const own = clerkOf('c1');

describe('a relief at a counter', () => {
  it('puts another clerk there, from now on, without its having closed', () => {
    const story = given(open('c1'), minutes(30))
      .when(relieve('c1', 'li'))
      .then({ type: 'counter-relieved', data: { counterId: 'c1', clerkId: 'li', from: own } });
    expect(counterOf(story.state, 'c1').open).toEqual({
      clerkId: 'li',
      since: NINE + 30 * MINUTE,
      pause: null,
      turnId: null,
    });
    story.take(issue('social'));
    story.when(callNext('c1')).thenRefused('counter-taken');
    story.when(by(LI, callNext('c1'))).then({ type: 'turn-called', data: { clerkId: 'li' } });
  });

  it('is taken back in the same way', () => {
    const story = given(open('c1'), relieve('c1', 'li'), minutes(40));
    story.when(relieve('c1', own)).thenRefused('counter-taken');
    story
      .when(relieve('c1', own, 'li'))
      .then({ type: 'counter-relieved', data: { clerkId: own, from: 'li' } });
  });

  it('leaves the customer at the counter; the turn counts for who ends it, and its first clerk stays', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), start('c1'), minutes(3));
    story.when(relieve('c1', 'li')).then({ type: 'counter-relieved' });
    expect(counterOf(story.state, 'c1').open?.turnId).toBe(turn('A001'));
    expect(story.turn('A001')).toMatchObject({ phase: { state: 'serving', clerkId: 'li' }, clerkId: 'li' });
    story.take(minutes(2), by(LI, finish('c1')));
    expect(story.turn('A001')).toMatchObject({
      clerkId: 'li',
      firstClerkId: own,
      startedAt: NINE,
      endedAt: NINE + 5 * MINUTE,
    });
  });

  it('leaves a call as it is: it can be recalled, started or missed by who has taken over', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), relieve('c1', 'li'));
    story.when(noShow('c1')).thenRefused('counter-taken');
    story.when(by(LI, start('c1'))).then({ type: 'service-started' });
  });

  it('ends a pause in the name of whose it was', () => {
    const story = given(open('c1'), pause('c1'), minutes(10))
      .when(relieve('c1', 'li'))
      .then({ type: 'counter-resumed' }, { type: 'counter-relieved', data: { clerkId: 'li' } });
    expect(counterOf(story.state, 'c1').open?.pause).toBeNull();
  });

  it('lets who was parked here be gone on with', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), start('c1'), park('c1'));
    story.take(relieve('c1', 'li'));
    expect(story.turn('A001').clerkId).toBe(own);
    story.when(by(LI, resumeTicket('c1'))).then({ type: 'turn-resumed', data: { clerkId: 'li' } });
  });

  it.each([
    ['a finish', finish('c1')],
    ['a no-show', noShow('c1')],
  ])('ends the time in which %s can be taken back', (what, pressed) => {
    const called = [open('c1'), issue('social'), callNext('c1')];
    const story = given(...called, ...(what === 'a finish' ? [start('c1')] : []), pressed);
    story.take(relieve('c1', 'li'));
    for (const step of [undo('c1'), by(LI, undo('c1')), by(hallManager, undo('c1'))])
      story.when(step).thenRefused('nothing-to-undo');
    // Nor when the first one is back within the minute.
    story.take(relieve('c1', own, 'li'));
    story.when(undo('c1')).thenRefused('nothing-to-undo');
  });

  it('leaves the question on the pad to whom it was asked about', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), start('c1'), finish('c1'), seconds(5));
    story.take(relieve('c1', 'li'));
    const { rating, clerk: there } = viewOf(story);
    expect(rating).toMatchObject({ turnId: turn('A001'), clerk: { id: own } });
    expect(there).toMatchObject({ id: 'li' });
    story.when(press('c1', 5)).then({ type: 'rating-pressed', data: { turnId: turn('A001') } });
    expect(story.turn('A001').clerkId).toBe(own);
  });

  it('goes on in an emergency, like whatever moves nobody', () => {
    given(open('c1'), beginEmergency()).when(relieve('c1', 'li')).then({ type: 'counter-relieved' });
  });

  it('is asked for by who works there or may help', () => {
    const story = given(open('c1'));
    story.when(relieve('c1', 'li', 'li')).thenRefused('counter-taken');
    story
      .when(by({ kind: 'person', id: 'm', role: 'manager' }, relieve('c1', 'li')))
      .thenRefused('counter-taken');
    story.when(by(hallManager, relieve('c1', 'li'))).then({ type: 'counter-relieved' });
  });

  it('needs a counter that is open, and somebody else who is at no other', () => {
    given().when(relieve('c1', 'li')).thenRefused('counter-not-open');
    given().when(relieve('c9', 'li')).thenRefused('unknown-counter');
    given(open('c1')).when(relieve('c1', own)).thenRefused('malformed');
    given(open('c1'), open('c2', 'li')).when(relieve('c1', 'li')).thenRefused('clerk-elsewhere');
  });

  it('is none of a day that has ended', () => {
    given(open('c1'), issue('social'), callNext('c1'), start('c1'), until(DAY_ENDS_AT), tick)
      .when(relieve('c1', 'li'))
      .thenRefused('day-closed');
  });
});

const viewOf = ({ state, settings, now }: Story) =>
  counterView(
    { today: state, lingering: [] },
    settings,
    'c1',
    { build: 'test', now: now(), version: 1 },
    {
      person: (id) => ({ id, name: id, staffNumber: null }),
      padConnected: () => true,
      speechOf: () => ({ state: 'idle' }),
      printOf: () => ({ state: 'none', copy: 0 }),
      questionAudio: () => null,
      noteText: () => null,
    },
  ) as CounterView;
