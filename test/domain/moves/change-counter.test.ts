import { describe, expect, it } from 'vitest';
import type { Leave } from '../../../server/src/domain/command.ts';
import { DomainError } from '../../../server/src/domain/errors.ts';
import { counterOf } from '../../../server/src/domain/state.ts';
import { given, givenIn } from '../../support/given.ts';
import {
  beginEmergency,
  by,
  callNext,
  changeTo,
  clerk,
  close,
  finish,
  finishAndCall,
  hallManager,
  issue,
  issues,
  minutes,
  noShow,
  open,
  park,
  pause,
  press,
  recall,
  resumeTicket,
  type Step,
  seconds,
  start,
  tick,
  turn,
  undo,
} from '../../support/given-steps.ts';
import { clerkOf, hall } from '../../support/hall.ts';

const wang = clerkOf('c1');
/** What wang does at the counter gone to. */
const asWang = (step: Step): Step => by(clerk(wang), step);
const FINISH: Leave = { how: 'finish', outcome: 'done', asked: true };
const PARK: Leave = { how: 'park', reason: 'fetching', minutes: null };

const closed = { type: 'counter-closed', data: { counterId: 'c1' } } as const;
const opened = { type: 'counter-opened', data: { counterId: 'c2', clerkId: wang } } as const;

const called = () => given(open('c1'), ...issues('social', 3), callNext('c1'), minutes(1));
const serving = () => given(open('c1'), ...issues('social', 3), callNext('c1'), start('c1'), minutes(4));

describe('a clerk who opens another counter', () => {
  it('with nobody in hand closes the first in the same append', () => {
    const story = given(open('c1')).when(changeTo('c2', wang)).then(closed, opened);
    expect(counterOf(story.state, 'c1').open).toBeNull();
    expect(counterOf(story.state, 'c2').open).toMatchObject({ clerkId: wang, turnId: null });
  });

  it('from a pause is at work again: the pause was of the first counter', () => {
    const story = given(open('c1'), pause('c1'), minutes(5)).when(changeTo('c2', wang)).then(closed, opened);
    expect(counterOf(story.state, 'c2').open?.pause).toBeNull();
  });

  it('with somebody in hand, of whom nothing was said, is told who and where', () => {
    const story = serving();
    story.when(changeTo('c2', wang)).thenRefused('clerk-elsewhere');
    const refusal = (() => {
      try {
        story.take(changeTo('c2', wang));
      } catch (error) {
        return error instanceof DomainError ? error.details : undefined;
      }
    })();
    expect(refusal).toEqual({
      counterId: 'c1',
      counter: 1,
      number: 'A001',
      turnId: turn('A001'),
      state: 'serving',
    });
  });

  it('meaning another customer than the one in hand, or any where there is none, changes nothing', () => {
    serving()
      .when(changeTo('c2', wang, 'carry', turn('A002')))
      .thenRefused('stale-turn');
    given(open('c1'), issue('social'))
      .when(changeTo('c2', wang, 'carry', turn('A001')))
      .thenRefused('stale-turn');
    // The hall manager has closed it and put the customer first in line meanwhile.
    given(issue('social'))
      .when(changeTo('c2', wang, 'carry', turn('A001')))
      .thenRefused('stale-turn');
  });

  it('that is open here already changes nothing', () => {
    serving()
      .when(changeTo('c1', wang, 'carry'))
      .thenNothing();
  });

  it('that another clerk holds, or that is not there, stays where they are', () => {
    const story = serving();
    story.take(open('c3'));
    story.when(changeTo('c3', wang, 'carry')).thenRefused('counter-taken');
    story.when(changeTo('c9', wang, FINISH)).thenRefused('unknown-counter');
  });
});

describe('who is in service', () => {
  it('comes along: no second call, and handling goes on from where it began', () => {
    const story = serving();
    const before = { ...story.turn('A001') };
    story
      .when(changeTo('c2', wang, 'carry', turn('A001')))
      .then(closed, opened, { type: 'turn-carried', data: { counterNumber: 2, callId: null } });
    expect(story.turn('A001')).toEqual({
      ...before,
      phase: { state: 'serving', counterId: 'c2', clerkId: wang },
      counterId: 'c2',
      counterNumber: 2,
    });
    expect(story.state.calls).toEqual([]);
    story.take(minutes(2), asWang(finish('c2')));
    expect(story.turn('A001').endedAt! - story.turn('A001').startedAt!).toBe(6 * 60_000);
    expect([counterOf(story.state, 'c1').served, counterOf(story.state, 'c2').served]).toEqual([0, 1]);
  });

  it('comes along with the time that they were set aside before', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), start('c1'), minutes(4));
    story.take(park('c1'), minutes(10), resumeTicket('c1', 'A001'), minutes(1));
    story.take(changeTo('c2', wang, 'carry'), minutes(5), asWang(finish('c2')));
    expect(counterOf(story.state, 'c2')).toMatchObject({ handled: 1, handlingMs: 10 * 60_000 });
  });

  it('is asked for a rating by the pad of the counter where service ended', () => {
    const story = serving();
    story.take(changeTo('c2', wang, 'carry'), asWang(finish('c2')));
    story.when(press('c1', 5)).thenRefused('rating-closed');
    story.when(press('c2', 5)).then({ type: 'rating-pressed', data: { turnId: turn('A001') } });
  });

  it('comes along to a counter that does not serve it: the clerk knows how, and the log says so', () => {
    const story = serving();
    story
      .when(changeTo('c4', wang, 'carry'))
      .then({ type: 'counter-closed' }, { type: 'counter-opened' }, { type: 'turn-carried' });
    story.take(asWang(park('c4')), asWang(resumeTicket('c4', 'A001')));
    story.when(asWang(finish('c4'))).then({ type: 'turn-finished' });
  });

  it('comes along in an emergency, as service goes on to its end', () => {
    const story = serving();
    story.take(beginEmergency());
    story
      .when(changeTo('c2', wang, 'carry'))
      .then(closed, opened, { type: 'turn-carried', data: { callId: null } });
  });

  it('is finished, and their rating is still asked for where they sit', () => {
    const story = serving();
    story
      .when(changeTo('c2', wang, FINISH))
      .then({ type: 'turn-finished', data: { turnId: turn('A001'), outcome: 'done' } }, closed, opened);
    expect(counterOf(story.state, 'c1').served).toBe(1);
    story.when(press('c1', 4)).then({ type: 'rating-pressed' });
  });

  it('is not finished without what the outcome needs, and nobody moves', () => {
    serving()
      .when(changeTo('c2', wang, { ...FINISH, outcome: 'refused', details: { reason: 'no such reason' } }))
      .thenRefused('unknown-refusal-reason');
  });

  it('is set aside, with a reason, and waits for the first counter as long as that is open', () => {
    const story = serving();
    story.when(changeTo('c2', wang, { ...PARK, reason: 'bored' })).thenRefused('unknown-reason');
    story
      .when(changeTo('c2', wang, { ...PARK, minutes: 5 }))
      .then({ type: 'turn-parked', data: { reason: 'fetching' } }, closed, opened);
    story.take(minutes(5), tick);
    story.when(asWang(callNext('c2'))).then({ type: 'turn-called', data: { turnId: turn('A001') } });
  });

  it('may be finished or set aside in an emergency too', () => {
    for (const leave of [FINISH, PARK]) {
      const story = serving();
      story.take(beginEmergency());
      story.take(changeTo('c2', wang, leave));
      expect(counterOf(story.state, 'c2').open?.clerkId).toBe(wang);
    }
  });
});

describe('who was called and has not come', () => {
  it('is called again, to the new counter; their wait ended with the first call', () => {
    const story = called();
    const before = { ...story.turn('A001') };
    story
      .when(changeTo('c2', wang, 'carry'))
      .then(closed, opened, { type: 'turn-carried', data: { callId: 'call to c2' } });
    expect(story.state.calls).toEqual([
      expect.objectContaining({
        callId: 'call to c2',
        turnId: turn('A001'),
        counterNumber: 2,
        recall: false,
      }),
    ]);
    const { phase, calls, calledAt, firstCalledAt } = story.turn('A001');
    expect(phase).toEqual({ state: 'called', counterId: 'c2', clerkId: wang });
    expect([calls, calledAt, firstCalledAt]).toEqual([2, before.calledAt, before.firstCalledAt]);
    story.when(asWang(recall('c2'))).then({ type: 'turn-recalled' });
    story.when(asWang(noShow('c2'))).then({ type: 'turn-missed' });
  });

  it('is called again also where nobody presses start: nobody knows whether they have come', () => {
    const story = givenIn(hall({ pressesStart: false }), open('c1'), issue('social'), callNext('c1'));
    story.take(minutes(3), changeTo('c2', wang, 'carry'), minutes(2), asWang(finish('c2')));
    expect(story.turn('A001').calls).toBe(2);
    // Handling began at the first call.
    expect(counterOf(story.state, 'c2').handlingMs).toBe(5 * 60_000);
  });

  it('is called nowhere in an emergency', () => {
    const story = called();
    story.take(beginEmergency());
    story.when(changeTo('c2', wang, 'carry')).thenRefused('emergency');
  });
});

describe('a change of counters', () => {
  it('keeps the first contact, and what the new counter offered before is gone with the customer there', () => {
    const story = given(
      open('c1'),
      open('c2'),
      ...issues('social', 3),
      callNext('c2'),
      finish('c2'),
      close('c2'),
    );
    story.take(callNext('c1'), start('c1'), changeTo('c2', wang, 'carry'));
    expect(story.turn('A002').firstClerkId).toBe(wang);
    story.when(by(hallManager, undo('c2'))).thenRefused('nothing-to-undo');
    story.when(press('c2', 5)).thenRefused('rating-closed');
  });

  it('leaves a slip of the finger to be taken back where it happened: the clerk goes back for it', () => {
    const story = serving();
    story.take(changeTo('c2', wang, FINISH), seconds(10));
    story.when(asWang(undo('c2'))).thenRefused('nothing-to-undo');
    story.when(asWang(undo('c1'))).thenRefused('counter-not-open');
    story.take(changeTo('c1', wang), asWang(undo('c1')));
    expect(story.turn('A001').phase).toEqual({ state: 'serving', counterId: 'c1', clerkId: wang });
  });

  it('takes nothing back by itself: what is finished after it is undone at the new counter', () => {
    const story = serving();
    story.take(changeTo('c2', wang, 'carry'), asWang(finish('c2')), seconds(5));
    story.when(asWang(undo('c2'))).then({ type: 'turn-undone' });
    expect(story.turn('A001').phase).toEqual({ state: 'serving', counterId: 'c2', clerkId: wang });
    expect(counterOf(story.state, 'c1').open).toBeNull();
  });

  it('does not count the customer brought along among those whom others served meanwhile', () => {
    const story = given(open('c3'), ...issues('social', 2), callNext('c3'), start('c3'), minutes(1));
    const li = clerkOf('c3');
    story.take(by(clerk(li), finishAndCall('c3')), by(clerk(li), start('c3')));
    story
      .when(changeTo('c1', li, 'carry'))
      .then(
        { type: 'counter-closed' },
        { type: 'counter-opened' },
        { type: 'turn-carried' },
        { type: 'handover-noted', data: { turnIds: [turn('A001')] } },
      );
  });
});
