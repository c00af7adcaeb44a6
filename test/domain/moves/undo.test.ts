import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { describe, expect, it } from 'vitest';
import { given, givenIn } from '../../support/given.ts';
import {
  bringBack,
  by,
  callNext,
  clerk,
  finish,
  finishAndCall,
  hallManager,
  issueFor,
  issues,
  minutes,
  noShow,
  open,
  pause,
  press,
  seconds,
  start,
  transfer,
  undo,
} from '../../support/given-steps.ts';
import { hall } from '../../support/hall.ts';

const serving = () =>
  given(open('c1'), open('c3'), ...issues('social', 2), callNext('c1'), start('c1'), minutes(4));

describe('a mistake is undone by another event', () => {
  it.each<Outcome>(['done', 'refused'])(
    'a finish (%s) was none: service goes on as if nothing had been pressed',
    (outcome) => {
      const story = serving();
      const before = structuredClone(story.state);
      story.take(finish('c1', { outcome }), seconds(59));
      story.when(undo('c1')).then({ type: 'turn-undone', data: { turnId: 'turn A001' } });
      expect(story.state.turns).toEqual(before.turns);
      expect(story.state.counters).toEqual(before.counters);
      expect(story.state.handling).toEqual(before.handling);
      expect(story.state.served).toBe(0);
    },
  );

  it('a no-show was none: the customer is called, and back from the missed', () => {
    const story = given(open('c1'), ...issues('social', 2), callNext('c1'));
    const before = structuredClone(story.state);
    story.take(noShow('c1'), undo('c1'));
    expect({ ...story.state, seq: 0, lastEventAt: 0 }).toEqual({ ...before, seq: 0, lastEventAt: 0 });
  });

  it.each(['void', 'places', 'minutes'] as const)(
    'a no-show is taken back under the rule “%s” too',
    (policy) => {
      const story = givenIn(
        hall({ missed: { policy, count: 1 } }),
        open('c1'),
        ...issues('social', 3),
        callNext('c1'),
      );
      const turn = structuredClone(story.turn('A001'));
      story.take(noShow('c1'), undo('c1'));
      expect(story.turn('A001')).toEqual(turn);
      expect(story.state.missed).toEqual([]);
      story.take(finish('c1'));
      story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A002' } });
    },
  );

  it('takes back what the finish began: the next service, and the way back', () => {
    const planned = given(
      open('c1'),
      issueFor('social', 'medical'),
      callNext('c1'),
      finish('c1'),
      undo('c1'),
    );
    expect(planned.turn('A001 at medical').phase).toEqual({ state: 'planned' });
    planned.when(finish('c1')).then({ type: 'turn-finished' }, { type: 'turn-queued' });

    const back = serving();
    back.take(transfer('c1', { serviceId: 'medical' }, true), callNext('c3'), finish('c3'), undo('c3'));
    expect(back.state.turns.has('turn A001 at medical:back')).toBe(false);
    back.when(finish('c3')).then({ type: 'turn-finished' }, { type: 'turn-queued' });
  });

  it('by the hall manager too, and by nobody else', () => {
    const story = serving();
    story.take(finish('c1'));
    story.when(by(clerk('clerk of c3'), undo('c1'))).thenRefused('not-allowed');
    story.when(by(hallManager, undo('c1'))).then({ type: 'turn-undone' });
  });

  it.each([
    ['after a minute', [finish('c1'), seconds(61)], 'nothing-to-undo'],
    ['when nothing was pressed', [], 'nothing-to-undo'],
    ['twice', [finish('c1'), undo('c1')], 'nothing-to-undo'],
    ['after the customer has rated', [finish('c1'), press('c1', 5)], 'nothing-to-undo'],
    ['once the next is called', [finishAndCall('c1')], 'nothing-to-undo'],
    ['at a counter that paused meanwhile', [finish('c1'), pause('c1')], 'counter-paused'],
  ] as const)('not %s', (_when, steps, code) => {
    const story = serving();
    story.take(...steps);
    story.when(undo('c1')).thenRefused(code);
  });

  it('is still offered after a press, or its going would tell the clerk that there was one', () => {
    const story = serving();
    story.take(finish('c1'));
    const offered = structuredClone(story.state.counters.get('c1')?.undoable);
    story.take(press('c1', 1));
    expect(offered).not.toBeNull();
    expect(story.state.counters.get('c1')?.undoable).toEqual(offered);
  });

  it('not when the missed customer has gone on meanwhile', () => {
    const story = given(open('c1'), ...issues('social', 2), callNext('c1'), noShow('c1'), seconds(5));
    story.take(bringBack('c1', 'A001'));
    story.when(undo('c1')).thenRefused('nothing-to-undo');
  });

  it('not when the next service has been called meanwhile', () => {
    const story = given(open('c1'), open('c3'), issueFor('social', 'medical'), callNext('c1'), finish('c1'));
    story.take(callNext('c3'));
    story.when(undo('c1')).thenRefused('nothing-to-undo');
  });
});
