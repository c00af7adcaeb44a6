import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { describe, expect, it } from 'vitest';
import { waitingCount } from '../../server/src/domain/queues.ts';
import { given, givenIn, NINE } from '../support/given.ts';
import {
  bringBack,
  by,
  callNext,
  callNumber,
  finish,
  finishAndCall,
  hallManager,
  issue,
  issues,
  minutes,
  noShow,
  open,
  recall,
  start,
  turn,
} from '../support/given-steps.ts';
import { clerkOf, hall } from '../support/hall.ts';

const MINUTE = 60_000;
const calling = (number: string, why?: string) => ({
  type: 'turn-called' as const,
  data: { turnId: turn(number), ...(why && { why }) },
});

describe('calling the next', () => {
  it('takes who came first, and says to which counter and clerk', () => {
    const story = given(open('c2'), ...issues('social', 2), minutes(4))
      .when(callNext('c2'))
      .then({
        type: 'turn-called',
        data: {
          turnId: turn('A001'),
          counterId: 'c2',
          counterNumber: 2,
          clerkId: clerkOf('c2'),
          why: 'oldest',
          ratingStaysOpen: false,
        },
      });
    expect(story.turn('A001')).toMatchObject({
      phase: { state: 'called', counterId: 'c2', clerkId: clerkOf('c2') },
      calledAt: NINE + 4 * MINUTE,
      firstCalledAt: NINE + 4 * MINUTE,
      calls: 1,
    });
    expect(story.state.calls).toMatchObject([{ turnId: turn('A001'), counterNumber: 2, recall: false }]);
  });

  it('finishes who is in hand and calls in one append', () => {
    given(open('c1'), ...issues('social', 2), callNext('c1'), start('c1'))
      .when(finishAndCall('c1', 'accepted'))
      .then(
        { type: 'turn-finished', data: { turnId: turn('A001'), outcome: 'accepted', asked: true } },
        { type: 'turn-called', data: { turnId: turn('A002'), ratingStaysOpen: true } },
      );
  });

  it('with nobody in hand just calls', () => {
    given(open('c1'), issue('social')).when(finishAndCall('c1')).then(calling('A001'));
  });

  it('finishes nobody when nobody waits', () => {
    given(open('c1'), issue('social'), callNext('c1')).when(finishAndCall('c1')).thenRefused('queue-empty');
  });
});

describe('calling a chosen number', () => {
  it('passes over the others, and the log says that a person chose', () => {
    given(open('c1'), ...issues('social', 3))
      .when(callNumber('c1', 'a3'))
      .then(calling('A003', 'chosen'));
  });

  it('brings back who was missed', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), noShow('c1'), minutes(5))
      .when(callNumber('c1', 'A001'))
      .then(calling('A001', 'chosen'));
    expect(story.state.missed).toEqual([]);
    expect(story.turn('A001')).toMatchObject({
      noShow: false,
      calls: 2,
      firstCalledAt: NINE,
      calledAt: NINE + 5 * MINUTE,
    });
  });

  it('works for a backup service that has not joined', () => {
    given(open('c1'), open('c3'), issue('medical'))
      .when(callNumber('c1', 'B001'))
      .then(calling('B001', 'chosen'));
  });

  it('does not take who is not served here', () => {
    given(open('c2'), issue('medical')).when(callNumber('c2', 'B001')).thenRefused('not-served-here');
  });
});

describe('recalling', () => {
  it('invites again under another id, without moving the wait', () => {
    const story = given(open('c1'), issue('social'), minutes(2), callNext('c1'), minutes(1));
    const [first] = story.state.calls;
    story.when(recall('c1')).then({ type: 'turn-recalled', data: { turnId: turn('A001') } });
    expect(story.state.calls).toMatchObject([{ turnId: turn('A001'), recall: true, at: NINE + 3 * MINUTE }]);
    expect(story.state.calls[0]?.callId).not.toBe(first?.callId);
    expect(story.turn('A001')).toMatchObject({ calls: 2, calledAt: NINE + 2 * MINUTE });
  });

  it('comes too late once service began', () => {
    given(open('c1'), issue('social'), callNext('c1'), start('c1'))
      .when(recall('c1'))
      .thenRefused('wrong-state')
      .when(start('c1'))
      .thenRefused('wrong-state');
  });
});

describe('service', () => {
  it.each<Outcome>(['done', 'accepted', 'materials-missing', 'refused', 'referred'])(
    'can end as %s',
    (outcome) => {
      const story = given(
        open('c1'),
        issue('social'),
        minutes(3),
        callNext('c1'),
        minutes(1),
        start('c1'),
        minutes(6),
      )
        .when(finish('c1', { outcome, asked: false }))
        .then({ type: 'turn-finished', data: { turnId: turn('A001'), outcome, asked: false } });
      expect(story.turn('A001')).toMatchObject({
        phase: { state: 'ended', ending: 'served', outcome },
        startedAt: NINE + 4 * MINUTE,
        endedAt: NINE + 10 * MINUTE,
      });
      expect(story.state.counters.get('c1')).toMatchObject({
        open: { turnId: null },
        served: 1,
        handlingMs: 6 * MINUTE,
      });
    },
  );

  it('begins at the call where start is not pressed', () => {
    const { state } = givenIn(
      hall({ pressesStart: false }),
      open('c1'),
      issue('social'),
      callNext('c1'),
      minutes(7),
      finish('c1'),
    );
    expect(state.counters.get('c1')?.handlingMs).toBe(7 * MINUTE);
  });
});

describe('a no-show', () => {
  it('goes on the list of the missed, and the counter is free', () => {
    const story = given(open('c1'), ...issues('social', 2), callNext('c1'))
      .when(noShow('c1'))
      .then({ type: 'turn-missed', data: { turnId: turn('A001') } });
    expect(story.state.missed).toEqual([turn('A001')]);
    expect(story.turn('A001')).toMatchObject({ phase: { state: 'missed' }, noShow: true });
    story.when(callNext('c1')).then(calling('A002'));
  });

  it('is not possible once service began', () => {
    given(open('c1'), issue('social'), callNext('c1'), start('c1'))
      .when(noShow('c1'))
      .thenRefused('wrong-state');
  });
});

describe('coming back after a no-show', () => {
  /** Calls everybody of a line in turn and answers their numbers. */
  function orderAt(counterId: string, story: ReturnType<typeof given>): string[] {
    const order: string[] = [];
    while (waitingCount(story.state.queues, 'social') > 0) {
      const [event] = story.take(callNext(counterId));
      if (event?.type === 'turn-called') order.push(event.data.turnId.replace('turn ', ''));
      story.take(finish(counterId));
    }
    return order;
  }

  /** A001 was missed while the others came, a minute apart. */
  const missed = (behind: number, others: number) =>
    givenIn(
      hall({ missedReturnsBehind: behind }),
      open('c1'),
      open('c2'),
      issue('social'),
      callNext('c1'),
      ...Array.from({ length: others }, () => [minutes(1), issue('social')]).flat(),
      noShow('c1'),
    );

  it.each([
    [2, 4, ['A002', 'A003', 'A001', 'A004', 'A005']],
    [3, 4, ['A002', 'A003', 'A004', 'A001', 'A005']],
    [3, 2, ['A002', 'A003', 'A001']],
    [3, 0, ['A001']],
    [0, 3, ['A001', 'A002', 'A003', 'A004']],
  ])('waits behind %i of %i', (behind, others, order) => {
    const story = missed(behind, others);
    story.take(bringBack('c1', 'A001'));
    expect(story.state.missed).toEqual([]);
    expect(story.turn('A001')).toMatchObject({ phase: { state: 'waiting' }, noShow: false });
    expect(orderAt('c2', story)).toEqual(order);
  });

  it('is first where the hall lets them in at once, even if they were called out of their order', () => {
    const story = givenIn(
      hall({ missedReturnsBehind: 0 }),
      open('c1'),
      ...issues('social', 2),
      minutes(1),
      issue('social'),
      callNumber('c1', 'A003'),
      noShow('c1'),
    );
    story.take(bringBack('c1', 'A003'));
    expect(orderAt('c1', story)).toEqual(['A003', 'A001', 'A002']);
  });

  it('keeps the place of its age among other services when nobody else waits for its own', () => {
    const story = givenIn(
      hall({ missedReturnsBehind: 3 }),
      open('c1'),
      issue('social'),
      callNext('c1'),
      minutes(1),
      ...issues('medical', 3),
      noShow('c1'),
      bringBack('c1', 'A001'),
    );
    expect(story.turn('A001').orderAt).toBe(NINE);
  });

  it('never wins a better place than they had', () => {
    const story = givenIn(
      hall({ missedReturnsBehind: 1 }),
      open('c1'),
      ...Array.from({ length: 4 }, () => [minutes(1), issue('social')]).flat(),
      callNumber('c1', 'A003'),
      noShow('c1'),
    );
    story.take(bringBack('c1', 'A003'));
    expect(orderAt('c1', story)).toEqual(['A001', 'A002', 'A003', 'A004']);
  });

  it('may be typed at any counter, by whoever works there', () => {
    missed(2, 1)
      .when(by(hallManager, bringBack('c2', 'A001')))
      .then({ type: 'turn-returned', data: { turnId: turn('A001') } });
  });
});
