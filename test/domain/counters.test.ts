import { describe, expect, it } from 'vitest';
import { given, givenIn, NINE, type Story } from '../support/given.ts';
import {
  bringBack,
  by,
  callNext,
  callNumber,
  clerk,
  close,
  finish,
  finishAndCall,
  hallManager,
  issue,
  minutes,
  noShow,
  open,
  pause,
  recall,
  resume,
  type Step,
  start,
} from '../support/given-steps.ts';
import { clerkOf, hall } from '../support/hall.ts';

const MINUTE = 60_000;
const stateOf = (story: Story, counterId: string) => story.state.counters.get(counterId);

describe('a counter', () => {
  it('opens for one clerk', () => {
    const story = given(minutes(1))
      .when(open('c1'))
      .then({ type: 'counter-opened', data: { counterId: 'c1', clerkId: clerkOf('c1') } });
    expect(stateOf(story, 'c1')?.open).toEqual({
      clerkId: clerkOf('c1'),
      since: NINE + MINUTE,
      pause: null,
      turnId: null,
    });
  });

  it('pauses for a reason, resumes and closes', () => {
    const story = given(open('c1'), minutes(1))
      .when(pause('c1', 'errand'))
      .then({ type: 'counter-paused', data: { reason: 'errand' } });
    expect(stateOf(story, 'c1')?.open?.pause).toEqual({ reason: 'errand', since: NINE + MINUTE });
    story
      .when(resume('c1'))
      .then({ type: 'counter-resumed', data: { counterId: 'c1' } })
      .when(close('c1'))
      .then({ type: 'counter-closed', data: { counterId: 'c1' } });
    expect(stateOf(story, 'c1')?.open).toBeNull();
  });

  it('ends one pause before it begins another, so that no minute counts twice', () => {
    given(open('c1'), pause('c1', 'lunch'), minutes(1))
      .when(pause('c1', 'errand'))
      .then({ type: 'counter-resumed' }, { type: 'counter-paused', data: { reason: 'errand' } });
  });

  it('may be closed from its pause', () => {
    given(open('c1'), pause('c1')).when(close('c1')).then({ type: 'counter-closed' });
  });

  it.each<[string, Step[], Step]>([
    ['opened', [open('c1')], open('c1')],
    ['paused for the same reason', [open('c1'), pause('c1')], pause('c1')],
    ['resumed', [open('c1')], resume('c1')],
    ['closed', [], close('c1')],
  ])('that already is %s changes nothing when asked again', (_, before, again) => {
    given(...before)
      .when(again)
      .thenNothing();
  });

  it('can be taken over once its clerk has left', () => {
    given(open('c1'), close('c1'))
      .when(open('c1', 'li'))
      .then({ type: 'counter-opened', data: { clerkId: 'li' } });
  });

  it('is worked by its clerk or by who may help: hall managers and admins', () => {
    const story = given(open('c1'), issue('social'));
    story.when(by(clerk('li'), callNext('c1'))).thenRefused('counter-taken');
    story.when(by({ kind: 'person', id: 'm', role: 'manager' }, callNext('c1'))).thenRefused('counter-taken');
    story
      .when(by(hallManager, callNext('c1')))
      .then({ type: 'turn-called', data: { clerkId: clerkOf('c1') } });
    story.when(by({ kind: 'person', id: 'a', role: 'admin' }, recall('c1'))).then({ type: 'turn-recalled' });
  });

  it('that was taken out of use may still finish who is in hand, and no more', () => {
    const story = given(open('c1'), issue('social'), issue('social'), callNext('c1'));
    story.settings.counterById.get('c1')!.archived = true;
    story.when(finishAndCall('c1')).thenRefused('queue-empty');
    story.when(finish('c1')).then({ type: 'turn-finished' });
    story.when(callNext('c1')).thenRefused('queue-empty');
    story.when(close('c1')).then({ type: 'counter-closed' });
    story.when(open('c1')).thenRefused('unknown-counter');
  });
});

/** The commands of a clerk that need somebody in hand. */
const withTicket: [string, Step][] = [
  ['recall', recall('c1')],
  ['start', start('c1')],
  ['finish', finish('c1')],
  ['no-show', noShow('c1')],
];
const all: [string, Step][] = [
  ...withTicket,
  ['call-next', callNext('c1')],
  ['call-number', callNumber('c1', 'A001')],
  ['return', bringBack('c1', 'A001')],
  ['pause', pause('c1')],
  ['resume', resume('c1')],
];

describe('a clerk is refused, and nothing changes', () => {
  it.each(all)('%s at a counter that is closed', (_, step) => {
    given(issue('social')).when(step).thenRefused('counter-not-open');
  });

  it.each([...all, ['close', close('c1')] as const])("%s at somebody else's counter", (_, step) => {
    given(open('c1'), issue('social'))
      .when(by(clerk('li'), step))
      .thenRefused('counter-taken');
  });

  it.each<[string, Step]>([
    ['call-next', callNext('c9')],
    ['finish', finish('c9')],
    ['pause', pause('c9')],
    ['open', open('c9')],
    ['close', close('c9')],
  ])('%s at a counter that is not there', (_, step) => {
    given().when(step).thenRefused('unknown-counter');
  });

  it.each(withTicket)('%s with nobody in hand', (_, step) => {
    given(open('c1'), issue('social')).when(step).thenRefused('no-ticket-in-hand');
  });

  it.each<[string, Step]>([
    ['call-next', callNext('c1')],
    ['call-number', callNumber('c1', 'A002')],
    ['pause', pause('c1')],
    ['close', close('c1')],
  ])('%s with somebody in hand', (_, step) => {
    given(open('c1'), issue('social'), issue('social'), callNext('c1'))
      .when(step)
      .thenRefused('ticket-in-hand');
  });

  it.each<[string, Step]>([
    ['call-next', callNext('c1')],
    ['call-number', callNumber('c1', 'A001')],
  ])('%s while paused', (_, step) => {
    given(open('c1'), issue('social'), pause('c1')).when(step).thenRefused('counter-paused');
  });

  it.each<[string, Step]>([
    ['call-next', callNext('c1', 'turn A009')],
    ['call-next with finish', finishAndCall('c1', 'done', 'turn A009')],
    ['call-number', callNumber('c1', 'A002', 'turn A009')],
    ['recall', recall('c1', 'turn A009')],
    ['start', start('c1', 'turn A009')],
    ['finish', finish('c1', { turnId: 'turn A009' })],
    ['no-show', noShow('c1', 'turn A009')],
  ])('%s, meaning another turn than the one in hand', (_, step) => {
    given(open('c1'), issue('social'), issue('social'), callNext('c1')).when(step).thenRefused('stale-turn');
    given(open('c1'), issue('social'), issue('social')).when(step).thenRefused('stale-turn');
  });

  it.each<[string, Step]>([
    ['call-number', callNumber('c1', 'A099')],
    ['return', bringBack('c1', 'A099')],
    ['call-number', callNumber('c1', 'nonsense')],
    ['return', bringBack('c1', '')],
  ])('%s of a number that is not out', (_, step) => {
    given(open('c1'), issue('social')).when(step).thenRefused('unknown-ticket');
  });

  it('call-number of who is with a clerk, or served', () => {
    given(open('c1'), open('c2'), issue('social'), callNext('c2'))
      .when(callNumber('c1', 'A001'))
      .thenRefused('wrong-state');
    given(open('c1'), issue('social'), callNext('c1'), finish('c1'))
      .when(callNumber('c1', 'A001'))
      .thenRefused('wrong-state');
  });

  it('return of who was not missed', () => {
    given(open('c1'), issue('social')).when(bringBack('c1', 'A001')).thenRefused('wrong-state');
  });

  it('call-next with nobody waiting whom this counter takes', () => {
    given(open('c2'), issue('medical')).when(callNext('c2')).thenRefused('queue-empty');
  });

  it('opening a counter that somebody holds', () => {
    given(open('c1')).when(open('c1', 'li')).thenRefused('counter-taken');
  });

  it('pausing for a reason the hall does not know', () => {
    given(open('c1')).when(pause('c1', 'bored')).thenRefused('unknown-reason');
  });

  it('opening a counter that is out of use', () => {
    const settings = hall({}, ({ counters }) => {
      Object.assign(counters[0]!, { archived: true });
    });
    givenIn(settings).when(open('c1')).thenRefused('unknown-counter');
  });
});

describe('a kiosk or a slip is refused, and nothing changes', () => {
  it('asking for what the hall does not have', () => {
    given()
      .when(issue('passports'))
      .thenRefused('unknown-service')
      .when(issue('social', 'vip'))
      .thenRefused('unknown-priority');
    const settings = hall({}, ({ services }) => {
      Object.assign(services[0]!, { archived: true });
    });
    givenIn(settings).when(issue('social')).thenRefused('unknown-service');
  });
});
