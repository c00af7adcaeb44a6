import { describe, expect, it } from 'vitest';
import { given, NINE } from '../support/given.ts';
import {
  bringBack,
  by,
  callNext,
  callNumber,
  cancel,
  clerk,
  finish,
  issue,
  minutes,
  noShow,
  open,
  reprint,
  start,
} from '../support/given-steps.ts';

const MINUTE = 60_000;

describe('taking a number', () => {
  it('keeps with the turn what held then', () => {
    const { turn } = given(issue('medical', 'elder'));
    expect(turn('B001')).toMatchObject({
      phase: { state: 'waiting' },
      priority: 'elder',
      queuedAt: NINE,
      orderAt: NINE,
      settingsVersion: 1,
      held: {
        serviceName: { en: 'Health insurance' },
        targetWaitMs: 15 * MINUTE,
        standardMs: 5 * MINUTE,
        pressesStart: true,
      },
    });
  });

  it('says which kiosk gave it, and nothing of the person who did it by hand', () => {
    given()
      .when(issue('social'))
      .then({ type: 'ticket-issued', data: { deviceId: 'kiosk' } })
      .when(by(clerk('li'), issue('social')))
      .then({ type: 'ticket-issued', data: { deviceId: null } });
  });
});

describe('giving up', () => {
  it('ends the turn of who waits', () => {
    const story = given(issue('social'), minutes(3))
      .when(cancel('A001'))
      .then({ type: 'turn-cancelled', data: { turnId: 'turn A001' } });
    expect(story.turn('A001')).toMatchObject({
      phase: { state: 'ended', ending: 'cancelled' },
      endedAt: NINE + 3 * MINUTE,
    });
  });

  it('is possible for who was missed, and takes them off the list', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), noShow('c1'), cancel('A001'));
    expect(story.state.missed).toEqual([]);
    story.when(bringBack('c1', 'A001')).thenRefused('wrong-state');
  });

  it('is too late once called, served or given up', () => {
    given(open('c1'), issue('social'), callNext('c1')).when(cancel('A001')).thenRefused('wrong-state');
    given(open('c1'), issue('social'), callNext('c1'), start('c1'))
      .when(cancel('A001'))
      .thenRefused('wrong-state');
    given(open('c1'), issue('social'), callNext('c1'), finish('c1'))
      .when(cancel('A001'))
      .thenRefused('wrong-state');
    given(issue('social'), cancel('A001')).when(cancel('A001')).thenRefused('wrong-state');
  });

  it('leaves nobody to be called', () => {
    given(open('c1'), issue('social'), cancel('A001'))
      .when(callNext('c1'))
      .thenRefused('queue-empty')
      .when(callNumber('c1', 'A001'))
      .thenRefused('wrong-state');
  });
});

describe('printing again', () => {
  it('is possible until the ticket has ended: no slip comes out for someone who has left', () => {
    given(open('c1'), issue('social'))
      .when(reprint('A001'))
      .then({ type: 'ticket-reprinted', data: { ticketId: 'ticket A001', copy: 1 } })
      .when(callNext('c1'), reprint('A001'))
      .then({ type: 'ticket-reprinted' });
    given(issue('social'), cancel('A001')).when(reprint('A001')).thenRefused('wrong-state');
  });
});
