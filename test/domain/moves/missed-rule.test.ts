import { describe, expect, it } from 'vitest';
import { givenIn } from '../../support/given.ts';
import {
  bringBack,
  callNext,
  callNumber,
  finish,
  issue,
  minutes,
  move,
  noShow,
  open,
  seconds,
  tick,
} from '../../support/given-steps.ts';
import { hall } from '../../support/hall.ts';

type Rule = NonNullable<Parameters<typeof hall>[0]>['missed'];
/** Four of one service, a second apart; the first is called. */
const with4 = (missed: Rule) =>
  givenIn(
    hall({ missed }),
    open('c1'),
    open('c2'),
    ...[1, 2, 3, 4].flatMap(() => [issue('social'), seconds(1)]),
    callNext('c1'),
  );

describe('a number that was called in vain', () => {
  it('is void at once where the hall says so', () => {
    const story = with4({ policy: 'void' });
    story
      .when(noShow('c1'))
      .then({ type: 'turn-missed' }, { type: 'turn-expired', data: { ending: 'expired' } });
    expect(story.turn('A001')).toMatchObject({ noShow: true });
    story.when(bringBack('c1', 'A001')).thenRefused('wrong-state');
  });

  it('is kept for so many further calls of its service', () => {
    const story = with4({ policy: 'keep', count: 2 });
    story.take(noShow('c1'), callNext('c1'), finish('c1'));
    expect(story.state.missed).toEqual(['turn A001']);
    story
      .when(callNext('c1'))
      .then(
        { type: 'turn-expired', data: { turnId: 'turn A001' } },
        { type: 'turn-called', data: { turnId: 'turn A003' } },
      );
  });

  it('is not void by the very call that takes it', () => {
    const story = with4({ policy: 'keep', count: 1 });
    story.take(noShow('c1'));
    story.when(callNumber('c1', 'A001')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
  });

  it('comes back so many places later by itself', () => {
    const story = with4({ policy: 'places', count: 2 });
    story.when(noShow('c1')).then({ type: 'turn-missed' }, { type: 'turn-returned' });
    const called: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const [event] = story.take(callNext('c2'));
      if (event?.type === 'turn-called') called.push(event.data.turnId);
      story.take(finish('c2'));
    }
    expect(called).toEqual(['turn A002', 'turn A003', 'turn A001', 'turn A004']);
  });

  it('comes back so many minutes later by itself', () => {
    const story = with4({ policy: 'minutes', count: 10 });
    story.take(noShow('c1'), minutes(9));
    story.when(tick).thenNothing();
    story.take(minutes(1));
    story.when(tick).then({ type: 'turn-returned', data: { turnId: 'turn A001' } });
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
  });

  it('is void after so many calls in vain, whatever the rule', () => {
    const story = with4({ policy: 'places', count: 1, voidAfter: 2 });
    story.take(noShow('c1'), callNext('c1'), finish('c1'), callNext('c1'));
    expect(story.turn('A001')).toMatchObject({ misses: 1, phase: { state: 'called' } });
    story.when(noShow('c1')).then({ type: 'turn-missed' }, { type: 'turn-expired' });
  });

  it('comes back among all others, also where a person had put it first', () => {
    const story = with4({ policy: 'keep' });
    story.take(finish('c1'), move('A004', { place: 'next' }), callNext('c1'), noShow('c1'));
    expect(story.turn('A004')).toMatchObject({ misses: 1, why: 'decided' });
    story.take(bringBack('c1', 'A004'));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A002', why: 'oldest' } });
  });
});
