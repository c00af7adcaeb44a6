import { describe, expect, it } from 'vitest';
import { offeredAtKiosk } from '../../server/src/domain/priority.ts';
import { given, givenIn, NINE } from '../support/given.ts';
import {
  addService,
  by,
  callNext,
  cancel,
  changePriority,
  clerk,
  finish,
  hallManager,
  issue,
  issueFor,
  KIOSK,
  minutes,
  noShow,
  open,
  prioritise,
  seconds,
  start,
  turn,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const bySomeoneOnly = (givenBy: 'staff' | 'hall-manager') =>
  hall({}, ({ rules }) => {
    rules.priorityClasses[1]!.givenBy = givenBy;
  });

describe('the hall manager, of somebody who waits,', () => {
  const waiting = () => given(open('c2'), issue('social'), seconds(1), issue('social'));

  it('gives a class, and its head start with it; who and why stand in the log', () => {
    const story = waiting()
      .when(prioritise('A002', 'elder', 'evident-need'))
      .then({
        type: 'priority-changed',
        data: { turnId: turn('A002'), from: null, priority: 'elder', reason: 'evident-need', waits: false },
      });
    expect(story.events.at(-1)?.by).toEqual(hallManager);
    story.when(callNext('c2')).then({ type: 'turn-called', data: { turnId: turn('A002'), why: 'priority' } });
  });

  it('takes it back: it stands where it would have stood without', () => {
    const story = given(open('c2'), issue('social'), seconds(1), issue('social', 'elder'), issue('social'));
    story.take(prioritise('A002', null));
    expect(story.turn('A002')).toMatchObject({ priority: null, orderAt: NINE + 1000, orderSeq: 4 });
    const order = ['A001', 'A002', 'A003'].map((number) => {
      const [called] = story.take(callNext('c2'));
      story.take(finish('c2'));
      return called?.type === 'turn-called' && called.data.turnId === turn(number);
    });
    expect(order).toEqual([true, true, true]);
  });

  it('gives and takes back as if nothing had been', () => {
    const { state } = waiting();
    const other = waiting();
    other.take(prioritise('A001', 'veteran'), prioritise('A001', null));
    expect(other.state.queues.get('social')?.get('/')).toEqual(state.queues.get('social')?.get('/'));
  });

  it('also of one who was missed', () => {
    const story = given(open('c2'), issue('social', 'elder'), callNext('c2'), noShow('c2'));
    story.when(prioritise('A001', null)).then({ type: 'priority-changed' });
    expect(story.turn('A001').priority).toBeNull();
  });

  it('changes nothing where the class is the same, and that is no error', () => {
    waiting().when(prioritise('A001', null)).thenNothing();
  });

  it('says why, with a reason that fits', () => {
    waiting()
      .when(prioritise('A001', 'elder', 'no-document'))
      .thenRefused('unknown-reason');
    waiting()
      .when(prioritise('A001', 'elder', 'because'))
      .thenRefused('unknown-reason');
    waiting().when(prioritise('A001', 'king')).thenRefused('unknown-priority');
  });

  it('not of one at a counter, nor of one who has gone', () => {
    given(open('c2'), issue('social'), callNext('c2'))
      .when(prioritise('A001', 'elder'))
      .thenRefused('wrong-state');
    given(issue('social'), cancel('A001')).when(prioritise('A001', 'elder')).thenRefused('wrong-state');
    given().when(prioritise('A001', 'elder')).thenRefused('unknown-ticket');
  });

  it('is asked, not a clerk', () => {
    waiting()
      .when(by(clerk('clerk of c2'), prioritise('A001', 'elder')))
      .thenRefused('not-allowed');
  });
});

describe('the clerk, of who is at the counter,', () => {
  it('takes the class back where no document is shown, and serves on', () => {
    const story = given(open('c2'), issue('social', 'elder'), callNext('c2'));
    story.when(changePriority('c2', null)).then({ type: 'priority-changed', data: { waits: false } });
    story.when(start('c2')).then({ type: 'service-started' });
    expect(story.turn('A001').priority).toBeNull();
  });

  it('or sends them back to their place in line, which waiting gave them', () => {
    const story = given(
      open('c2'),
      issue('social'),
      seconds(1),
      issue('social', 'elder'),
      seconds(1),
      issue('social'),
      callNext('c2'),
    );
    expect(story.turn('A002').phase.state).toBe('called');
    story.take(minutes(1), changePriority('c2', null, 'no-document', true));
    expect(story.turn('A002')).toMatchObject({ phase: { state: 'waiting' }, orderAt: NINE + 1000 });
    expect(story.state.calls).toEqual([]);
    const called = ['A001', 'A002', 'A003'].map(() => {
      const [event] = story.take(callNext('c2'));
      story.take(finish('c2'));
      return event?.type === 'turn-called' && event.data.turnId;
    });
    expect(called).toEqual([turn('A001'), turn('A002'), turn('A003')]);
  });

  it('gives a class on seeing the document: it goes on with the customer to the next service', () => {
    const story = given(open('c2'), open('c3'), issueFor('social', 'medical'), callNext('c2'));
    story.take(changePriority('c2', 'elder'), addService('c2', 'property'));
    story.take(start('c2'), finish('c2'));
    expect(story.turn('A001 at medical').priority).toBe('elder');
    expect(story.turn('A001 at property').priority).toBe('elder');
    story.when(callNext('c3')).then({ type: 'turn-called', data: { why: 'priority' } });
  });

  it('means nobody else', () => {
    const story = given(open('c1'), open('c2'), issue('social'), callNext('c2'));
    story.when(changePriority('c1', 'elder')).thenRefused('no-ticket-in-hand');
    story.when(by(clerk('clerk of c1'), changePriority('c2', 'elder'))).thenRefused('counter-taken');
  });
});

describe('a class that only some may give', () => {
  it('is not for people to choose, nor for a clerk where it is the hall manager’s', () => {
    const settings = bySomeoneOnly('hall-manager');
    expect(offeredAtKiosk(settings).map(({ id }) => id)).toEqual(['elder']);
    const story = givenIn(settings, open('c2'), issue('social'), callNext('c2'));
    story.when(by(KIOSK, issue('social', 'veteran'))).thenRefused('not-allowed');
    story.when(changePriority('c2', 'veteran')).thenRefused('not-allowed');
    story.when(by(hallManager, changePriority('c2', 'veteran'))).then({ type: 'priority-changed' });
    story.when(by(hallManager, issue('social', 'veteran'))).then({ type: 'ticket-issued' });
  });

  it('or is for staff to give', () => {
    const story = givenIn(bySomeoneOnly('staff'), open('c2'), issue('social'), callNext('c2'));
    story.when(by(KIOSK, issue('social', 'veteran'))).thenRefused('not-allowed');
    story.when(changePriority('c2', 'veteran')).then({ type: 'priority-changed' });
  });

  it('can be taken back by the clerk all the same', () => {
    const story = givenIn(
      bySomeoneOnly('hall-manager'),
      open('c2'),
      by(hallManager, issue('social', 'veteran')),
      callNext('c2'),
    );
    story.when(changePriority('c2', null)).then({ type: 'priority-changed' });
  });
});
