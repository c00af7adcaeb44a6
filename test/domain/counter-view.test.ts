import { describe, expect, it } from 'vitest';
import { counterView, padView, terminalView } from '../../server/src/domain/views/counter-view.ts';
import { NOW, ticket, view } from '../counter-display/support/views.ts';
import { given, type Story } from '../support/given.ts';
import {
  callNext,
  changeTo,
  issues,
  open,
  park,
  resumeTicket,
  seconds,
  start,
  transfer,
} from '../support/given-steps.ts';
import { clerkOf } from '../support/hall.ts';

const waiting = {
  ticketId: 'ticket-B002',
  turnId: 'turn-B002',
  number: 'B002',
  serviceId: 'medical',
  priority: 'disabled',
  queuedAt: NOW,
  late: false,
  first: false,
  forCounter: null,
};
const full = view({
  ticket: { ...ticket('A012', 'serving'), priority: 'elderly' },
  next: [waiting],
  missed: [{ ...waiting, number: 'B001' }],
  waiting: 2,
  today: { served: 37, meanHandlingMs: 400_000 },
  rating: { turnId: 'turn-A011', number: 'A011', until: NOW + 1000, pressed: true },
});

describe('the two sides of a counter', () => {
  it('the pad, which faces a customer, is told nothing about others nor about the clerk’s day', () => {
    const told = JSON.stringify(padView(full));
    for (const secret of ['B001', 'B002', 'disabled', 'elderly', '37']) expect(told).not.toContain(secret);
    expect(padView(full)).toMatchObject({ ticket: { number: 'A012' }, rating: { pressed: true } });
  });

  it('the terminal is not told whether a customer has pressed', () => {
    expect(terminalView(full).rating).toMatchObject({ turnId: 'turn-A011', pressed: false });
    expect(terminalView(full).next).toHaveLength(1);
  });
});

describe('whom a counter has sent away', () => {
  const around = {
    person: () => null,
    padConnected: () => false,
    speechOf: () => ({ state: 'idle' as const }),
    printOf: () => ({ state: 'none' as const, copy: 0 }),
    questionAudio: () => null,
    noteText: () => null,
  };
  const left = ({ state, settings, now }: Story) =>
    counterView(
      { today: state, lingering: [] },
      settings,
      'c1',
      { build: 'b', now: now(), version: 1 },
      around,
    )?.left;
  const serving = () => given(open('c1'), open('c3'), ...issues('social', 2), callNext('c1'), start('c1'));

  it('is on its pad for twenty seconds', () => {
    const story = serving();
    expect(left(story)).toBeNull();
    story.take(park('c1'));
    expect(left(story)).toMatchObject({ number: 'A001', how: 'parked' });
    story.take(seconds(21));
    expect(left(story)).toBeNull();
  });

  it('with where to', () => {
    const toCounter = serving();
    toCounter.take(transfer('c1', { toCounterId: 'c3' }));
    expect(left(toCounter)).toMatchObject({ how: 'transferred', toCounter: 3 });
    const toService = serving();
    toService.take(transfer('c1', { serviceId: 'medical' }));
    expect(left(toService)).toMatchObject({
      toCounter: null,
      service: toService.settings.serviceById.get('medical')?.name,
    });
  });

  it('and no longer once somebody is at the counter, or they are called elsewhere', () => {
    const back = serving();
    back.take(park('c1'), resumeTicket('c1'));
    expect(left(back)).toBeNull();
    const next = serving();
    next.take(transfer('c1', { toCounterId: 'c3' }), callNext('c3'));
    expect(left(next)).toBeNull();
  });

  it('is told which counter the clerk has gone to, and goes along', () => {
    const along = given(open('c1'), ...issues('social', 1), callNext('c1'), start('c1'), seconds(60));
    along.take(changeTo('c2', clerkOf('c1'), 'carry'));
    expect(left(along)).toMatchObject({ number: 'A001', how: 'carried', toCounter: 2 });
    along.take(seconds(21));
    expect(left(along)).toBeNull();
    const setAside = given(open('c1'), ...issues('social', 1), callNext('c1'), start('c1'));
    setAside.take(changeTo('c2', clerkOf('c1'), { how: 'park', reason: 'fetching', minutes: null }));
    expect(left(setAside)).toBeNull();
  });
});
