import { describe, expect, it } from 'vitest';
import { handlingOf } from '../../../server/src/domain/state.ts';
import { given, givenIn } from '../../support/given.ts';
import {
  callNext,
  callNumber,
  cancel,
  close,
  finish,
  issue,
  issues,
  minutes,
  open,
  park,
  resumeTicket,
  start,
  tick,
} from '../../support/given-steps.ts';
import { hall } from '../../support/hall.ts';

const MINUTE = 60_000;
const serving = () =>
  given(open('c1'), open('c2'), ...issues('social', 2), callNext('c1'), start('c1'), minutes(4));

describe('a customer who is set aside', () => {
  it('frees the counter and goes on there when they are back, and the time away is none of the handling', () => {
    const story = serving()
      .when(park('c1'))
      .then({ type: 'turn-parked', data: { until: null } });
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A002' } });
    story.take(finish('c1'), minutes(10));
    story.when(resumeTicket('c1')).then({ type: 'turn-resumed', data: { turnId: 'turn A001' } });
    story.take(minutes(2), finish('c1'));
    expect(handlingOf(story.turn('A001'))).toBe(6 * MINUTE);
    expect(story.turn('A001')).toMatchObject({
      parkedMs: 10 * MINUTE,
      startedAt: story.turn('A001').calledAt,
    });
  });

  it('may be set aside again, and goes on at another counter', () => {
    const story = serving();
    story.take(park('c1'), minutes(3), resumeTicket('c1', 'A001'), minutes(1), park('c1'), minutes(5));
    story
      .when(resumeTicket('c2', 'A001'))
      .then({ type: 'turn-resumed', data: { counterId: 'c2', counterNumber: 2 } });
    story.take(finish('c2'));
    expect(story.turn('A001')).toMatchObject({
      parkedMs: 8 * MINUTE,
      clerkId: 'clerk of c2',
      firstClerkId: 'clerk of c1',
    });
  });

  it('comes back to the queue by itself when its time is up, at its old place and for its counter', () => {
    const story = serving();
    story.take(park('c1', 10), ...issues('social', 3), minutes(9));
    story.when(tick).thenNothing();
    story.take(minutes(1));
    story.when(tick).then({ type: 'turn-unparked', data: { turnId: 'turn A001' } });
    story.when(callNext('c2')).then({ type: 'turn-called', data: { turnId: 'turn A002' } });
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
  });

  it('called again, its wait stays the wait for the first call', () => {
    const story = serving();
    const { calledAt } = story.turn('A001');
    story.take(
      park('c1', 10),
      minutes(10),
      tick,
      callNext('c1'),
      minutes(1),
      start('c1'),
      minutes(2),
      finish('c1'),
    );
    expect(story.turn('A001')).toMatchObject({ calledAt, parkedMs: 11 * MINUTE });
    expect(handlingOf(story.turn('A001'))).toBe(6 * MINUTE);
  });

  it('counts from the call where nobody presses start', () => {
    const story = givenIn(
      hall({ pressesStart: false }),
      open('c1'),
      issue('social'),
      callNext('c1'),
      minutes(4),
    );
    story.take(park('c1'), minutes(7), callNumber('c1', 'A001'), minutes(2), finish('c1'));
    expect(handlingOf(story.turn('A001'))).toBe(6 * MINUTE);
  });

  it('is called by number too, which announces it', () => {
    serving()
      .when(park('c1'), callNumber('c1', 'A001'))
      .then({ type: 'turn-called', data: { turnId: 'turn A001', why: 'chosen' } });
  });

  it('may give up, is not lost when its counter closes, and expires at the day’s end', () => {
    const story = serving();
    story.take(park('c1', 5), close('c1'), minutes(5), tick);
    story.when(callNext('c2')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
    serving().when(park('c1'), cancel('A001')).then({ type: 'turn-cancelled' });
    const late = serving();
    late.take(park('c1'), { until: late.state.endsAt });
    expect(late.take(tick)).toContainEqual(
      expect.objectContaining({
        type: 'turn-expired',
        data: expect.objectContaining({ turnId: 'turn A001' }),
      }),
    );
  });

  it.each([
    ['for an unknown reason', [park('c1', null, 'boredom')], 'unknown-reason'],
    ['with nobody in hand', [park('c2')], 'no-ticket-in-hand'],
    ['back with somebody in hand', [park('c1'), callNext('c1'), resumeTicket('c1')], 'ticket-in-hand'],
    ['back when nobody is aside', [park('c1'), resumeTicket('c2')], 'no-ticket-in-hand'],
    ['back who waits', [park('c1'), resumeTicket('c1', 'A002')], 'wrong-state'],
    [
      'back at a counter that does not serve them',
      [park('c1'), open('c4'), resumeTicket('c4', 'A001')],
      'not-served-here',
    ],
  ] as const)('is refused %s', (_what, steps, code) => {
    const story = serving();
    story.take(...steps.slice(0, -1));
    story.when(steps[steps.length - 1]!).thenRefused(code);
  });
});
