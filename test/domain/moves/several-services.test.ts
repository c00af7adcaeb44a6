import { describe, expect, it } from 'vitest';
import { currentTurn, plannedOf, ticketOf } from '../../../server/src/domain/state.ts';
import { given, NINE } from '../../support/given.ts';
import {
  addService,
  callNext,
  changeService,
  dropService,
  finish,
  finishAndCall,
  issue,
  issueFor,
  minutes,
  move,
  noShow,
  open,
  start,
  takeHere,
  transfer,
  walkIn,
} from '../../support/given-steps.ts';

const MINUTE = 60_000;

describe('one number for several services', () => {
  const story = () => given(open('c1'), open('c3'), open('c4'), issueFor('social', 'medical', 'property'));

  it.each([
    ['sent on', transfer('c1', { serviceId: 'medical', toCounterId: 'c3' })],
    ['changed', changeService('c1', 'medical')],
  ])('%s to one that was chosen for later: is served there once', (_what, step) => {
    const day = story();
    day.take(callNext('c1'), step);
    const ticket = ticketOf(day.state, 'ticket A001');
    expect(plannedOf(day.state, ticket).map(({ serviceId }) => serviceId)).toEqual(['property']);
    expect(currentTurn(day.state, ticket).serviceId).toBe('medical');
  });

  it('moved by the hall manager to one that was chosen for later: is served there once', () => {
    const day = story();
    day.take(move('A001', { serviceId: 'medical' }));
    expect(
      plannedOf(day.state, ticketOf(day.state, 'ticket A001')).map(({ serviceId }) => serviceId),
    ).toEqual(['property']);
  });

  it('is one turn at a time: the next begins to wait when the one before it is served', () => {
    const day = story();
    day.when(callNext('c3')).thenRefused('queue-empty');
    day.take(minutes(2), callNext('c1'), start('c1'), minutes(6));
    day
      .when(finish('c1'))
      .then(
        { type: 'turn-finished', data: { turnId: 'turn A001' } },
        { type: 'turn-queued', data: { turnId: 'turn A001 at medical', serviceId: 'medical' } },
      );
    day.take(minutes(1), callNext('c3'), start('c3'), minutes(3), finish('c3'));
    day.when(callNext('c4')).then({ type: 'turn-called', data: { turnId: 'turn A001 at property' } });
  });

  it('counts waits and handling of each turn by itself', () => {
    const day = story();
    day.take(minutes(2), callNext('c1'), start('c1'), minutes(6), finish('c1'), minutes(1), callNext('c3'));
    expect(day.turn('A001')).toMatchObject({ queuedAt: NINE, calledAt: NINE + 2 * MINUTE });
    expect(day.turn('A001 at medical')).toMatchObject({
      queuedAt: NINE + 8 * MINUTE,
      calledAt: NINE + 9 * MINUTE,
    });
  });

  it('stands where a number of its own would stand, taken when the service was chosen', () => {
    const day = story();
    day.take(minutes(1), issue('medical'), callNext('c1'), finish('c1'));
    day.when(callNext('c3')).then({ type: 'turn-called', data: { turnId: 'turn A001 at medical' } });
  });

  it('is at one counter at a time, also when the same key finishes and calls', () => {
    const day = story();
    day.take(issue('social'), callNext('c1'));
    day
      .when(finishAndCall('c1'))
      .then(
        { type: 'turn-finished' },
        { type: 'turn-queued', data: { turnId: 'turn A001 at medical' } },
        { type: 'turn-called', data: { turnId: 'turn A002' } },
      );
  });

  it('goes on with no further service when its customer is missed', () => {
    const day = story();
    day.take(callNext('c1'), noShow('c1'));
    day.when(callNext('c3')).thenRefused('queue-empty');
  });

  it('takes a further service from the clerk, and lets one go', () => {
    const day = given(open('c1'), open('c3'), issue('social'), callNext('c1'));
    day.take(addService('c1', 'medical'), addService('c1', 'residence'));
    const ticket = ticketOf(day.state, 'ticket A001');
    expect(plannedOf(day.state, ticket).map(({ serviceId }) => serviceId)).toEqual(['medical', 'residence']);
    expect(currentTurn(day.state, ticket).serviceId).toBe('social');
    day.when(addService('c1', 'medical')).thenRefused('service-twice');
    day.take(dropService('c1', 'turn A001 at medical'));
    day
      .when(finish('c1'))
      .then({ type: 'turn-finished' }, { type: 'turn-queued', data: { serviceId: 'residence' } });
    day.when(dropService('c1', 'turn A001 at residence')).thenRefused('no-ticket-in-hand');
  });

  it('names each service once', () => {
    const day = given(open('c1'));
    day.when(issueFor('social', 'social')).thenRefused('service-twice');
    day.when(issueFor('social', 'no')).thenRefused('unknown-service');
  });
});

describe('somebody who stands at the counter', () => {
  it('without a number is given one and served in one step, with nothing on the hall screen', () => {
    const day = given(open('c1'), issue('social'));
    day
      .when(walkIn('c1', 'medical'))
      .then(
        { type: 'ticket-issued', data: { number: 'B001', origin: 'walk-in' } },
        { type: 'turn-called', data: { turnId: 'turn B001', why: 'chosen', here: true } },
        { type: 'service-started', data: { turnId: 'turn B001' } },
      );
    expect(day.turn('B001').phase).toEqual({ state: 'serving', counterId: 'c1', clerkId: 'clerk of c1' });
    expect(day.state.calls).toEqual([]);
    day.when(walkIn('c1', 'medical')).thenRefused('ticket-in-hand');
  });

  it('is sent on where this counter does not do what they came for', () => {
    given(open('c2')).when(walkIn('c2', 'medical')).thenRefused('not-served-here');
  });

  it('with a number that waits is served at once', () => {
    const day = given(open('c1'), issue('social'), issue('social'));
    day.when(takeHere('c1', 'A002')).then({ type: 'turn-called' }, { type: 'service-started' });
    expect(day.state.calls).toEqual([]);
  });
});
