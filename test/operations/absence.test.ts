import { describe, expect, it } from 'vitest';
import { createAbsences } from '../../server/src/operations/absence.ts';
import { given, type Story } from '../support/given.ts';
import { callNext, finish, issues, minutes, open, pause } from '../support/given-steps.ts';
import { clerkOf } from '../support/hall.ts';

/** A watch over the hall of a story; `there`: counters at which the clerk's page stands. */
function watchOver(story: Story) {
  const there = new Set<string>();
  const raised = new Map<string, Record<string, unknown>>();
  const absences = createAbsences({
    hall: () => ({ today: story.state, lingering: [] }),
    settings: () => story.settings,
    now: story.now,
    isWatched: (counterId, personId) => there.has(counterId) && personId === clerkOf(counterId),
    trouble(counterId, details) {
      const before = JSON.stringify(raised.get(counterId));
      if (details === null) return raised.delete(counterId);
      raised.set(counterId, details);
      return before !== JSON.stringify(details);
    },
  });
  return { there, raised, absences };
}

describe('a clerk who is not seen any more', () => {
  it('with a customer in hand is reported after three minutes, once, until they are back', () => {
    const story = given(open('c1'), ...issues('social', 2), callNext('c1'));
    const { there, raised, absences } = watchOver(story);
    there.add('c1');
    expect(absences.check()).toBe(false);
    story.take(minutes(10));
    absences.check();
    there.delete('c1');
    story.take(minutes(2));
    expect([absences.check(), raised.size]).toEqual([false, 0]);
    story.take(minutes(1));
    expect(absences.check()).toBe(true);
    expect(raised.get('c1')).toMatchObject({ number: 1, ticket: 'A001' });
    expect(absences.check()).toBe(false);
    there.add('c1');
    expect([absences.check(), raised.size]).toEqual([true, 0]);
  });

  it('but works without a page of ours, or has nobody in hand, has not vanished', () => {
    const story = given(open('c1'), open('c2'), ...issues('social', 2), callNext('c1'));
    const { raised, absences } = watchOver(story);
    story.take(minutes(2));
    absences.follow({
      envelopes: [
        { by: { kind: 'person', id: clerkOf('c1'), role: 'clerk' }, occurredAt: story.now() },
      ] as never,
    });
    story.take(minutes(2));
    absences.check();
    expect(raised.size).toBe(0);
    story.take(finish('c1'), pause('c1'), minutes(30));
    absences.check();
    expect(raised.size).toBe(0);
  });
});
