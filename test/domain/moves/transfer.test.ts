import { describe, expect, it } from 'vitest';
import { given, NINE } from '../../support/given.ts';
import {
  by,
  callNext,
  changeService,
  clerk,
  close,
  finish,
  issue,
  issues,
  minutes,
  move,
  noShow,
  open,
  park,
  start,
  transfer,
} from '../../support/given-steps.ts';

const MINUTE = 60_000;

describe('a transfer', () => {
  const served = () =>
    given(open('c1'), open('c3'), issue('social'), callNext('c1'), start('c1'), minutes(5));

  it('ends the turn as transferred and begins another, at the place its waiting gives it', () => {
    const story = served()
      .when(transfer('c1', { serviceId: 'medical' }))
      .then(
        { type: 'turn-transferred', data: { turnId: 'turn A001' } },
        {
          type: 'turn-queued',
          data: { turnId: 'turn A001 at medical', serviceId: 'medical', orderAt: NINE },
        },
      );
    expect(story.turn('A001').phase).toMatchObject({ state: 'ended', ending: 'transferred' });
    expect(story.turn('A001 at medical')).toMatchObject({ queuedAt: NINE + 5 * MINUTE, orderAt: NINE });
    story.when(callNext('c3')).then({ type: 'turn-called', data: { turnId: 'turn A001 at medical' } });
  });

  it('stands behind everybody where the clerk says so', () => {
    const story = served();
    story.take(issue('medical'), minutes(1), transfer('c1', { serviceId: 'medical', place: 'end' }));
    story.when(callNext('c3')).then({ type: 'turn-called', data: { turnId: 'turn B001' } });
  });

  it('stands before everybody where the clerk says so, even those past the limit, and the log says that a person decided', () => {
    const story = served();
    story.take(issue('medical'), issue('medical', 'veteran'), minutes(45));
    story.take(transfer('c1', { serviceId: 'medical', place: 'next' }));
    story
      .when(callNext('c3'))
      .then({ type: 'turn-called', data: { turnId: 'turn A001 at medical', why: 'decided' } });
  });

  it('keeps the clerk who was asked first', () => {
    const story = served();
    story.take(transfer('c1', { serviceId: 'medical' }), callNext('c3'));
    expect(story.turn('A001 at medical')).toMatchObject({
      clerkId: 'clerk of c3',
      firstClerkId: 'clerk of c1',
    });
  });

  it('to a counter waits for that counter, whatever others are free', () => {
    const story = served();
    story.take(open('c2'), transfer('c1', { toCounterId: 'c2', serviceId: 'social', place: 'next' }));
    story.when(callNext('c1')).thenRefused('queue-empty');
    story.when(callNext('c2')).then({ type: 'turn-called', data: { turnId: 'turn A001 at c2' } });
  });

  it('to a counter that does not serve the service is that counter’s first service', () => {
    const story = served();
    story.take(open('c4'), transfer('c1', { toCounterId: 'c4' }));
    expect(story.turn('A001 at c4')).toMatchObject({ serviceId: 'property', forCounter: 'c4' });
  });

  it('forgets nobody when the counter that was meant closes: whoever serves it may call', () => {
    const story = served();
    story.take(open('c2'), transfer('c1', { toCounterId: 'c2', serviceId: 'social' }));
    story.when(callNext('c1')).thenRefused('queue-empty');
    story.take(close('c2'));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A001 at c2' } });
  });

  it('there and back returns to the sender before everybody, once the other counter is done', () => {
    const story = served();
    story.take(...issues('social', 2), transfer('c1', { serviceId: 'medical' }, true), callNext('c3'));
    story.when(finish('c3')).then(
      { type: 'turn-finished', data: { turnId: 'turn A001 at medical' } },
      {
        type: 'turn-queued',
        data: { turnId: 'turn A001 at medical:back', serviceId: 'social', forCounter: 'c1', first: true },
      },
    );
    story
      .when(callNext('c1'))
      .then({ type: 'turn-called', data: { turnId: 'turn A001 at medical:back', why: 'decided' } });
    story.when(finish('c1')).then({ type: 'turn-finished' });
    expect(story.state.served).toBe(2);
  });

  it('there and back survives a further transfer on the way', () => {
    const story = served();
    story.take(open('c4'), transfer('c1', { serviceId: 'medical' }, true), callNext('c3'));
    story.take(transfer('c3', { serviceId: 'property' }), callNext('c4'));
    story
      .when(finish('c4'))
      .then(
        { type: 'turn-finished' },
        { type: 'turn-queued', data: { serviceId: 'social', forCounter: 'c1' } },
      );
  });

  it('there and back on the way there and back returns to each sender in turn', () => {
    const story = served();
    story.take(open('c4'), transfer('c1', { serviceId: 'medical' }, true), callNext('c3'));
    story.take(transfer('c3', { serviceId: 'property' }, true), callNext('c4'));
    story
      .when(finish('c4'))
      .then(
        { type: 'turn-finished' },
        { type: 'turn-queued', data: { serviceId: 'medical', forCounter: 'c3' } },
      );
    story.take(callNext('c3'));
    story
      .when(finish('c3'))
      .then(
        { type: 'turn-finished' },
        { type: 'turn-queued', data: { serviceId: 'social', forCounter: 'c1', first: true } },
      );
    story.take(callNext('c1'));
    story.when(finish('c1')).then({ type: 'turn-finished' });
  });

  it.each([
    ['to nowhere else', transfer('c1', {}), 'malformed'],
    ['to the same service', transfer('c1', { serviceId: 'social' }), 'malformed'],
    ['to its own counter', transfer('c1', { toCounterId: 'c1', serviceId: 'medical' }), 'malformed'],
    ['to no service', transfer('c1', { serviceId: 'no' }), 'unknown-service'],
    ['to no counter', transfer('c1', { toCounterId: 'no' }), 'unknown-counter'],
    ['with nobody in hand', transfer('c3', { serviceId: 'social' }), 'no-ticket-in-hand'],
    ['by another clerk', by(clerk('somebody'), transfer('c1', { serviceId: 'medical' })), 'counter-taken'],
  ] as const)('%s is refused', (_what, step, code) => {
    served().when(step).thenRefused(code);
  });
});

describe('a service that was chosen wrongly', () => {
  it('becomes the right one in the same turn, and goes on where it is served here', () => {
    const story = given(open('c1'), issue('social'), minutes(3), callNext('c1'), start('c1'));
    story.take(changeService('c1', 'medical'));
    expect(story.turn('A001')).toMatchObject({
      serviceId: 'medical',
      queuedAt: NINE,
      held: { serviceName: { en: 'Health insurance' } },
      phase: { state: 'serving', counterId: 'c1' },
    });
  });

  it('waits where it would stand had it been chosen at once, where it is not served here', () => {
    const story = given(open('c1'), open('c4'), issue('social'), minutes(3), ...issues('property', 2));
    story.take(callNext('c1'), start('c1'), changeService('c1', 'property'));
    expect(story.turn('A001')).toMatchObject({ phase: { state: 'waiting' }, startedAt: null, calls: 1 });
    story.when(callNext('c4')).then({ type: 'turn-called', data: { turnId: 'turn A001', why: 'oldest' } });
    story.when(callNext('c1')).thenRefused('queue-empty');
  });
});

describe('a hall manager moves somebody', () => {
  it.each([
    ['who waits', []],
    ['who was missed', [callNext('c1'), noShow('c1')]],
    ['who was set aside', [callNext('c1'), start('c1'), park('c1')]],
  ])('%s, to another queue and before everybody', (_who, steps) => {
    const story = given(open('c1'), open('c3'), issue('social'), ...steps, ...issues('medical', 2));
    story
      .when(move('A001', { serviceId: 'medical', place: 'next' }))
      .then({ type: 'service-changed' }, { type: 'turn-moved', data: { reason: 'reason 1', first: true } });
    story.when(callNext('c3')).then({ type: 'turn-called', data: { turnId: 'turn A001', why: 'decided' } });
  });

  it('and back to its place by age', () => {
    const story = given(open('c1'), ...issues('social', 2), minutes(1), move('A002', { place: 'next' }));
    story.take(move('A002', { place: 'old' }));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
  });

  it('is not for clerks, and not for who is at a counter', () => {
    const story = given(open('c1'), issue('social'));
    story.when(by(clerk('clerk of c1'), move('A001', { place: 'next' }))).thenRefused('not-allowed');
    story.take(callNext('c1'));
    story.when(move('A001', { place: 'next' })).thenRefused('wrong-state');
  });
});
