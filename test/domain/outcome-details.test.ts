import type { Outcome } from '@jiaohao/shared/contract/ticket.ts';
import { describe, expect, it } from 'vitest';
import { emptyBook } from '../../server/src/domain/appointments/book.ts';
import type { DetailsGiven } from '../../server/src/domain/outcome-details.ts';
import { hallView } from '../../server/src/domain/views/hall-view.ts';
import { givenIn } from '../support/given.ts';
import { callNext, finish, finishAndCall, issue, open, start } from '../support/given-steps.ts';
import { withGuides } from '../support/hall-with-guides.ts';

const settings = withGuides();
const atCounter = () => givenIn(settings, open('c1'), issue('social'), callNext('c1'), start('c1'));
const ending = (outcome: Outcome, details?: DetailsGiven) =>
  atCounter().when(finish('c1', { outcome, details }));

describe('an outcome with what belongs to it', () => {
  it('keeps which materials are missing, and of which guide', () => {
    const details = { missing: ['photo', 'id-card', 'photo'], noteId: 'note 1' };
    const story = ending('materials-missing', details).then({
      type: 'turn-finished',
      data: {
        outcome: 'materials-missing',
        details: {
          missing: ['photo', 'id-card'],
          guideVersion: settings.guideById.get('social')!.version,
          noteId: 'note 1',
        },
      },
    });
    expect(story.turn('A001').details?.missing).toEqual(['photo', 'id-card']);
  });

  it.each<[Outcome, DetailsGiven]>([
    ['refused', { reason: 'conditions-not-met' }],
    ['referred', { referredTo: { to: 'office', id: 'bank' } }],
    ['referred', { referredTo: { to: 'service', id: 'medical' } }],
  ])('keeps why it was %s, by its id', (outcome, details) => {
    ending(outcome, details).then({ type: 'turn-finished', data: { outcome, details } });
  });

  it('may come without any, and then nothing of them is in the log', () => {
    const [event] = atCounter().take(finish('c1', { outcome: 'refused' }));
    expect(event?.data).not.toHaveProperty('details');
  });

  it('knows the hall’s own reasons where it has a list, and then no other', () => {
    const own = withGuides(({ rules }) => {
      rules.refusalReasons = [{ id: 'too-late', name: { en: 'Too late' } }];
    });
    const story = givenIn(own, open('c1'), issue('social'), callNext('c1'));
    story
      .when(finish('c1', { outcome: 'refused', details: { reason: 'conditions-not-met' } }))
      .thenRefused('unknown-refusal-reason')
      .when(finish('c1', { outcome: 'refused', details: { reason: 'too-late' } }))
      .then({ type: 'turn-finished' });
  });

  it.each<[Outcome, DetailsGiven, string]>([
    ['materials-missing', { missing: ['passport'] }, 'unknown-material'],
    ['refused', { reason: 'no-such' }, 'unknown-refusal-reason'],
    ['referred', { referredTo: { to: 'office', id: 'medical' } }, 'unknown-referral'],
    ['referred', { referredTo: { to: 'service', id: 'bank' } }, 'unknown-referral'],
    ['done', { missing: ['photo'] }, 'malformed'],
    ['materials-missing', { reason: 'conditions-not-met' }, 'malformed'],
    ['accepted', { noteId: 'note 1' }, 'malformed'],
  ])('refuses %s with %o', (outcome, details, code) => {
    ending(outcome, details).thenRefused(code as 'malformed');
  });

  it('goes with the one key that also calls the next', () => {
    const story = givenIn(settings, open('c1'), issue('social'), issue('social'), callNext('c1'));
    const both = finishAndCall('c1', 'refused');
    if (!('command' in both) || both.command.type !== 'call-next') throw new Error('not that key');
    both.command.finish!.details = { reason: 'not-entitled' };
    story
      .when(both)
      .then(
        { type: 'turn-finished', data: { details: { reason: 'not-entitled' } } },
        { type: 'turn-called', data: { turnId: 'turn A002' } },
      );
  });

  it('is counted for the managers of the hall: a refusal is filed (否定报备)', () => {
    const { state } = ending('refused', { reason: 'not-entitled' }).then({ type: 'turn-finished' });
    const view = hallView(
      { today: state, lingering: [] },
      settings,
      { build: '', now: 0, version: 1 },
      {
        personName: () => null,
        padConnected: () => false,
        devices: [],
        alerts: [],
        appointments: emptyBook(state.date),
      },
    );
    expect(view.outcomes).toEqual({ done: 0, accepted: 0, 'materials-missing': 0, refused: 1, referred: 0 });
  });
});
