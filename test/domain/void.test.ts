import { describe, expect, it } from 'vitest';
import { voidNotices } from '../../server/src/domain/decide-void.ts';
import { phoneView } from '../../server/src/domain/views/phone-view.ts';
import { given, givenIn, type Story } from '../support/given.ts';
import {
  callNext,
  finish,
  issue,
  issueFor,
  issues,
  issueTo,
  minutes,
  noShow,
  open,
  start,
  voidQueue,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const states = (story: Story) =>
  Object.fromEntries(
    [...story.state.tickets.values()].map(({ number }) => {
      const { phase } = story.turn(number);
      return [number, phase.state === 'ended' ? phase.ending : phase.state];
    }),
  );

describe('voiding the queue of a service', () => {
  it('ends every turn that waits or was missed, with the reason, in one append', () => {
    const story = given(open('c2'), ...issues('social', 3), issue('medical'), callNext('c2'), noShow('c2'));
    story
      .when(voidQueue('social', 'weather'))
      .then(
        { type: 'queue-voided', data: { serviceId: 'social', reason: 'weather' } },
        { type: 'turn-cancelled', data: { turnId: 'turn A001', reason: 'weather' } },
        { type: 'turn-cancelled', data: { turnId: 'turn A002', reason: 'weather' } },
        { type: 'turn-cancelled', data: { turnId: 'turn A003', reason: 'weather' } },
      );
    expect(states(story)).toEqual({
      A001: 'cancelled',
      A002: 'cancelled',
      A003: 'cancelled',
      B001: 'waiting',
    });
    expect(story.state.missed).toEqual([]);
    story.when(callNext('c2')).thenRefused('queue-empty');
  });

  it('leaves who is at a counter, called or served', () => {
    const story = given(
      open('c1'),
      open('c2'),
      ...issues('social', 3),
      callNext('c1'),
      callNext('c2'),
      start('c2'),
    );
    story.take(voidQueue(null));
    expect(states(story)).toEqual({ A001: 'called', A002: 'serving', A003: 'cancelled' });
    story.take(finish('c2'));
    expect(states(story).A002).toBe('served');
  });

  it('of all is of all, and of nobody is nothing', () => {
    const story = given(issue('social'), issue('medical'), voidQueue(null));
    expect(states(story)).toEqual({ A001: 'cancelled', B001: 'cancelled' });
    story.when(voidQueue(null)).thenNothing();
    expect(story.state.voids).toHaveLength(1);
  });

  it('lets who came for something else as well go on with that', () => {
    const both = () => given(issueFor('social', 'medical'));
    const number = 'A001';
    const [, cancelled, queued] = both().take(voidQueue('social'));
    expect([cancelled?.type, queued?.type]).toEqual(['turn-cancelled', 'turn-queued']);
    const later = both();
    later.take(voidQueue('medical'));
    expect(later.turn(number).phase.state).toBe('waiting');
    later.take(open('c2'), callNext('c2'), finish('c2'));
    expect([...later.state.turns.values()].every(({ phase }) => phase.state === 'ended')).toBe(true);
    const none = both();
    none.take(voidQueue(null));
    expect(none.events.map(({ event }) => event.type)).not.toContain('turn-queued');
  });

  it('gives the place back to the person and to the quota', () => {
    const settings = hall({ liveNumbersPerHolder: { most: 1, kinds: ['phone'] } }, ({ services }) =>
      Object.assign(services[0]!, { quota: { morning: 1 } }),
    );
    givenIn(settings, issueTo('social', []), voidQueue('social'))
      .when(issueTo('social', ['A001']))
      .then({ type: 'ticket-issued' });
  });

  it('needs a service and a reason that exist', () => {
    given(issue('social')).when(voidQueue('nothing')).thenRefused('unknown-service');
    given(issue('social')).when(voidQueue('social', 'mood')).thenRefused('unknown-reason');
    const own = { id: 'mood', name: { en: 'Mood' }, sentence: { en: 'We are not in the mood.' } };
    const story = givenIn(hall({ voidReasons: [own] }), issue('social'));
    story.when(voidQueue('social')).thenRefused('unknown-reason');
    story.when(voidQueue('social', 'mood')).then({ type: 'queue-voided' }, { type: 'turn-cancelled' });
  });
});

describe('what is said of it', () => {
  it('is why, on the phone of each holder', () => {
    const { state, settings, now } = given(issue('social'), voidQueue('social'));
    const view = phoneView(state, settings, [...state.tickets.values()][0]!, { build: 'b', now: now() });
    expect([view.ending, view.endReason?.en]).toEqual(['cancelled', expect.stringContaining('system fault')]);
  });

  it('is a notice on the hall screen for an hour, with the service and no number', () => {
    const story = given(issue('social'), issue('medical'), voidQueue('social', 'weather'), minutes(59));
    const notices = () => voidNotices(story.state, story.settings, story.now()).map(({ en }) => en);
    expect(notices()).toEqual([expect.stringMatching(/^Social security: Because of the weather/)]);
    story.take(voidQueue(null));
    expect(notices()[1]).toMatch(/^Because of a system fault/);
    story.take(minutes(1));
    expect(notices()).toHaveLength(1);
  });
});
