import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainError } from '../../server/src/domain/errors.ts';
import { linesOf } from '../../server/src/domain/queues.ts';
import { given, type Story } from '../support/given.ts';
import {
  beginEmergency,
  callNext,
  callNumber,
  cancel,
  clerk,
  close,
  endEmergency,
  finish,
  finishAndCall,
  hallManager,
  issue,
  issues,
  minutes,
  noShow,
  open,
  park,
  pause,
  recall,
  resume,
  resumeTicket,
  type Step,
  start,
  tick,
  undo,
  voidQueue,
  walkIn,
} from '../support/given-steps.ts';

/** Everybody who waits, by line and in order, with since when. */
const queuesOf = ({ state, settings }: Story) =>
  settings.services.map(({ id }) =>
    Array.from(linesOf(state.queues, id), ({ priority, places }) => [
      priority,
      places.map(({ turnId }) => [turnId, state.turns.get(turnId)?.queuedAt]),
    ]),
  );
const busy = () =>
  given(open('c1'), open('c2'), ...issues('social', 4), issue('medical'), callNext('c1'), callNext('c2'));

describe('an emergency', () => {
  it('holds numbers and calls, lets whoever is at a counter be served, and goes on where it stood', () => {
    const story = busy();
    story
      .when(beginEmergency())
      .then({ type: 'emergency-begun', data: { kind: 'evacuation', text: { en: expect.any(String) } } });
    const held = queuesOf(story);
    for (const step of [issue('social'), callNext('c1'), walkIn('c2', 'social'), recall('c1'), noShow('c1')])
      story.when(step).thenRefused('emergency');
    story.when(finishAndCall('c1')).thenRefused('emergency');
    story.when(finish('c1')).then({ type: 'turn-finished' });
    story.when(callNext('c1')).thenRefused('emergency');
    story.take(minutes(20));
    story.when(endEmergency()).then({ type: 'emergency-ended', data: { noteId: 'note' } });
    expect(queuesOf(story)).toEqual(held);
    story.when(callNext('c1')).then({ type: 'turn-called' });
  });

  it('is begun and ended once, however often it is asked for, and may change its message', () => {
    const story = given(beginEmergency());
    story.when(beginEmergency()).thenNothing();
    story.take(minutes(3));
    story.when(beginEmergency('power-failure')).then({ type: 'emergency-begun' });
    expect(story.state.emergency).toMatchObject({ kind: 'power-failure', since: story.now() - 180_000 });
    story.take(endEmergency());
    story.when(endEmergency()).thenNothing();
    expect(story.state.emergency).toBeNull();
  });

  it('keeps what a second person wrote about it, and no screen begins anew', () => {
    const story = given(beginEmergency());
    const { emergency } = story.state;
    story
      .when(beginEmergency('evacuation', hallManager, 'second note'))
      .then({ type: 'emergency-begun', data: { emergencyId: emergency?.id, noteId: 'second note' } });
    expect(story.state.emergency).toEqual(emergency);
  });

  it('is not for clerks, and says what the settings say', () => {
    given()
      .when(beginEmergency('evacuation', clerk('wang')))
      .thenRefused('not-allowed');
    given(beginEmergency())
      .when(endEmergency(clerk('wang')))
      .thenRefused('not-allowed');
    given().when(beginEmergency('alien')).thenRefused('unknown-reason');
  });

  it('brings nobody back into line meanwhile; who was due comes right after it', () => {
    const story = busy();
    story.take(start('c1'), park('c1', 5), beginEmergency(), minutes(10));
    story.when(tick).thenNothing();
    story.take(endEmergency());
    story.when(tick).then({ type: 'turn-unparked' });
  });

  it('lets people give up, and a manager send everybody home', () => {
    const story = busy();
    story.take(beginEmergency());
    story.when(cancel('A003')).then({ type: 'turn-cancelled' });
    story.take(voidQueue('social'));
    expect(story.turn('A004').phase).toMatchObject({ state: 'ended', ending: 'cancelled' });
  });

  it('leaves every queue as it was, whatever clerks and kiosks try meanwhile', () => {
    const tries: Step[] = [
      issue('social'),
      issue('medical'),
      callNext('c1'),
      callNext('c2'),
      callNumber('c2', 'A004'),
      finishAndCall('c1'),
      finish('c1'),
      finish('c2'),
      start('c1'),
      park('c1', 1),
      resumeTicket('c1'),
      noShow('c2'),
      undo('c1'),
      walkIn('c1', 'social'),
      pause('c1'),
      resume('c1'),
      close('c2'),
      open('c2'),
      tick,
      minutes(7),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tries), { maxLength: 40 }), (steps) => {
        const story = busy();
        story.take(beginEmergency());
        const held = queuesOf(story);
        for (const step of steps) {
          try {
            story.take(step);
          } catch (error) {
            expect((error as DomainError).code).toBeDefined();
          }
          expect(queuesOf(story)).toEqual(held);
        }
        story.take(endEmergency());
        expect(queuesOf(story)).toEqual(held);
      }),
      { numRuns: 200 },
    );
  });
});
