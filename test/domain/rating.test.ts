import { describe, expect, it } from 'vitest';
import { padRatingUntil, phoneRating } from '../../server/src/domain/rating-windows.ts';
import { DAY_ENDS_AT, given, givenIn, type Story } from '../support/given.ts';
import {
  askByPhone,
  callNext,
  callNumber,
  cancel,
  close,
  explain,
  explainByPhone,
  finish,
  finishAndCall,
  issue,
  issueFor,
  issues,
  noShow,
  open,
  press,
  pressByPhone,
  pressNear,
  seconds,
  start,
  tick,
  transfer,
  turn,
  until,
} from '../support/given-steps.ts';
import { clerkOf, hall } from '../support/hall.ts';

const HOUR = 3600;
const pressed = (number: string, data = {}) => ({
  type: 'rating-pressed' as const,
  data: { turnId: turn(number), ...data },
});
/** A001 was served at counter 1 just now; A002 and A003 wait. */
const justServed = (...then: Parameters<typeof given>) =>
  given(
    open('c1'),
    ...issues('social', 3),
    callNext('c1'),
    start('c1'),
    finish('c1', { asked: false }),
    ...then,
  );
/** And has had a second to read the question. */
const served = (...then: Parameters<typeof given>) => justServed(seconds(1), ...then);
const ratingOf = (story: Story, number: string) => story.turn(number).rating;

describe('a press on the pad', () => {
  it('belongs to who was served last at that counter', () => {
    const story = served(seconds(5))
      .when(press('c1', 4))
      .then(pressed('A001', { level: 4, source: 'pad', effective: true }));
    expect(story.turn('A001')).toMatchObject({ rating: { level: 4, at: story.now() }, asked: true });
  });

  it('counts once: further presses are kept but change nothing', () => {
    const story = served(press('c1', 2))
      .when(press('c1', 5))
      .then(pressed('A001', { level: 5, effective: false }))
      .when(pressByPhone('A001', 3))
      .then(pressed('A001', { level: 3, source: 'phone', effective: false }));
    expect(ratingOf(story, 'A001')?.level).toBe(2);
  });

  it('is taken until the window is over, with three seconds for the way', () => {
    justServed(seconds(63))
      .when(press('c1', 4, turn('A001')))
      .then(pressed('A001'));
    justServed(seconds(64))
      .when(press('c1', 4, turn('A001')))
      .thenRefused('rating-closed');
  });

  it('is refused where nobody was served, and at a counter that is not there', () => {
    given(open('c1'))
      .when(press('c1', 4))
      .thenRefused('rating-closed')
      .when(press('c2', 4))
      .thenRefused('rating-closed')
      .when(press('c9', 4))
      .thenRefused('unknown-counter');
  });

  it('is not taken away by a clerk who closes the counter', () => {
    served(close('c1'))
      .when(press('c1', 1))
      .then(pressed('A001', { effective: true }));
  });

  it('is refused after a no-show: nobody was served', () => {
    given(open('c1'), issue('social'), callNext('c1'), noShow('c1'))
      .when(press('c1', 4))
      .thenRefused('rating-closed');
  });

  it('is kept up to twenty times: more is no opinion any more', () => {
    const story = served(...Array.from({ length: 20 }, () => press('c1', 1, turn('A001'))));
    expect(story.turn('A001')).toMatchObject({ presses: 20, rating: { level: 1 } });
    story.when(press('c1', 1, turn('A001'))).thenRefused('rating-closed');
    story.when(pressByPhone('A001', 5)).thenRefused('rating-closed');
  });

  it('and one on the phone at the same moment: the first to arrive counts, whichever it is', () => {
    const padFirst = served(press('c1', 5), pressByPhone('A001', 1));
    expect(padFirst.turn('A001')).toMatchObject({ presses: 2, rating: { level: 5, source: 'pad' } });
    const phoneFirst = served(pressByPhone('A001', 1), press('c1', 5));
    expect(phoneFirst.turn('A001')).toMatchObject({ presses: 2, rating: { level: 1, source: 'phone' } });
  });

  it('that was not made is no rating', () => {
    const story = served(seconds(600));
    expect(story.turn('A001')).toMatchObject({ rating: null, asked: false });
  });
});

describe('the window of the pad', () => {
  it('closes at the next call', () => {
    served(callNext('c1')).when(press('c1', 5)).thenRefused('rating-closed');
    served(callNumber('c1', 'A003')).when(press('c1', 5)).thenRefused('rating-closed');
  });

  const oneKey = (...then: Parameters<typeof given>) =>
    given(open('c1'), ...issues('social', 3), callNext('c1'), start('c1'), finishAndCall('c1'), ...then);

  it('stays open for twenty seconds when the key that finished also called', () => {
    const story = oneKey(seconds(20));
    expect(padRatingUntil(story.state, story.settings, 'c1')).toBe(story.now());
    story.when(press('c1', 3)).then(pressed('A001', { effective: true }));
    expect(ratingOf(story, 'A002')).toBeNull();
    oneKey(seconds(24)).when(press('c1', 3)).thenRefused('rating-closed');
  });

  it('is never longer than the hall lets it be', () => {
    const story = givenIn(
      hall({ ratingSeconds: 10 }),
      open('c1'),
      ...issues('social', 2),
      callNext('c1'),
      finishAndCall('c1'),
    );
    expect(padRatingUntil(story.state, story.settings, 'c1')).toBe(story.now() + 10_000);
  });

  it('closes when the next service starts', () => {
    oneKey(seconds(5), start('c1')).when(press('c1', 3)).thenRefused('rating-closed');
  });

  it('does not open again when the next one does not come', () => {
    oneKey(seconds(30), noShow('c1')).when(press('c1', 3)).thenRefused('rating-closed');
  });

  it('closes at a further call', () => {
    oneKey(seconds(5), noShow('c1'), callNext('c1')).when(press('c1', 3)).thenRefused('rating-closed');
  });

  it('passes to the next customer when that one is served as well', () => {
    oneKey(seconds(5), finishAndCall('c1'))
      .when(press('c1', 3, turn('A001')))
      .thenRefused('stale-turn')
      .when(press('c1', 3, turn('A002')))
      .then(pressed('A002'));
  });
});

describe("another customer's turn", () => {
  it('is never rated: a press that means an earlier one is refused', () => {
    served(callNext('c1'), start('c1'), finish('c1'), seconds(1))
      .when(press('c1', 1, turn('A001')))
      .thenRefused('stale-turn')
      .when(press('c1', 1, turn('A003')))
      .thenRefused('stale-turn');
    served(callNext('c1'), start('c1'))
      .when(press('c1', 1, turn('A002')))
      .thenRefused('rating-closed');
  });

  it('is out of reach of a phone', () => {
    served(callNext('c1'), finish('c1'))
      .when(pressByPhone('A001', 1, turn('A002')))
      .thenRefused('stale-turn')
      .when(pressByPhone('A001', 1))
      .then(pressed('A001'));
  });
});

describe('rating by phone', () => {
  it('is possible for a day after service, whatever the counter does', () => {
    const story = justServed(callNext('c1'), seconds(24 * HOUR));
    expect(phoneRating(story.turn('A001'), story.now())).toBe('open');
    story.when(pressByPhone('A001', 5)).then(pressed('A001', { source: 'phone', effective: true }));
    expect(phoneRating(story.turn('A001'), story.now())).toBe('done');
    served(seconds(24 * HOUR + 1))
      .when(pressByPhone('A001', 5))
      .thenRefused('rating-closed');
  });

  it('is possible when the day has ended', () => {
    served(until(DAY_ENDS_AT), tick).when(pressByPhone('A001', 5)).then(pressed('A001'));
  });

  it('is refused to who was not served', () => {
    served().when(pressByPhone('A002', 1)).thenRefused('rating-closed');
    served(cancel('A002')).when(pressByPhone('A002', 1)).thenRefused('rating-closed');
    served(callNext('c1')).when(pressByPhone('A002', 1)).thenRefused('rating-closed');
    served().when(pressByPhone('A099', 1)).thenRefused('unknown-ticket');
  });

  it('counts as asked once the page has shown the faces', () => {
    const story = served()
      .when(askByPhone('A001'))
      .then({ type: 'rating-asked', data: { turnId: turn('A001') } });
    expect(story.turn('A001')).toMatchObject({ asked: true, rating: null });
    story.when(askByPhone('A001')).thenNothing();
    served(seconds(24 * HOUR + 1))
      .when(askByPhone('A001'))
      .thenNothing();
    served().when(askByPhone('A002')).thenRefused('rating-closed');
  });
});

describe('several services on one number', () => {
  const first = turn('A001');
  const second = turn('A001 at medical');
  /** The first was had at counter 1 a second ago; the second waits. */
  const between = (...then: Parameters<typeof given>) =>
    given(
      open('c1'),
      open('c3'),
      issueFor('social', 'medical'),
      issue('medical'),
      callNext('c1'),
      start('c1'),
      finish('c1', { asked: false }),
      seconds(1),
      ...then,
    );
  const callIt = [callNumber('c3', 'A001'), start('c3')];
  /** Both were had, the second just now. */
  const bothHad = (...then: Parameters<typeof given>) =>
    between(seconds(HOUR), ...callIt, seconds(600), finish('c3', { asked: false }), ...then);
  const ratingOfTurn = (story: Story, id: string) => story.state.turns.get(id)?.rating ?? null;

  it('one that was had is rated by phone while the next waits, is called, and is served', () => {
    const ways = [[], [callNumber('c3', 'A001')], callIt];
    for (const steps of ways) {
      for (const named of [undefined, first]) {
        const story = between(...steps)
          .when(pressByPhone('A001', 2, named))
          .then({ type: 'rating-pressed', data: { turnId: first, source: 'phone', effective: true } });
        expect(ratingOfTurn(story, second)).toBeNull();
      }
    }
  });

  it('the next leaves it where it is: rated before it was had, it is none', () => {
    between()
      .when(pressByPhone('A001', 5, second))
      .thenRefused('rating-closed')
      .when(askByPhone('A001', second))
      .thenRefused('rating-closed');
    between(...callIt)
      .when(pressByPhone('A001', 5, second))
      .thenRefused('rating-closed');
  });

  it('each has a rating of its own at the end, whichever is pressed first', () => {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const story = bothHad(seconds(1), pressByPhone('A001', 2, one), seconds(1))
        .when(pressByPhone('A001', 5, other))
        .then({ type: 'rating-pressed', data: { turnId: other, effective: true } })
        .when(seconds(1), pressByPhone('A001', 1, one))
        .then({ type: 'rating-pressed', data: { turnId: one, effective: false, doubt: null } });
      expect(ratingOfTurn(story, one)).toMatchObject({ level: 2 });
      expect(ratingOfTurn(story, other)).toMatchObject({ level: 5 });
    }
  });

  it('where none is named it is the last that was had', () => {
    bothHad(seconds(1))
      .when(pressByPhone('A001', 4))
      .then({ type: 'rating-pressed', data: { turnId: second } })
      .when(askByPhone('A001', first))
      .then({ type: 'rating-asked', data: { turnId: first } });
  });

  it('one that was had can be rated although the next was given up', () => {
    between(cancel('A001'))
      .when(pressByPhone('A001', 4))
      .then({ type: 'rating-pressed', data: { turnId: first, effective: true } });
  });

  it('one that was passed on to another counter was not had there', () => {
    given(open('c1'), open('c3'), issue('social'), callNext('c1'), transfer('c1', { serviceId: 'medical' }))
      .when(pressByPhone('A001', 4, first))
      .thenRefused('rating-closed')
      .when(pressByPhone('A001', 4))
      .thenRefused('rating-closed');
  });

  it('each has a day of its own', () => {
    // The second was had an hour and ten minutes after the first.
    bothHad(seconds(23 * HOUR))
      .when(pressByPhone('A001', 4, first))
      .thenRefused('rating-closed')
      .when(askByPhone('A001', first))
      .thenNothing()
      .when(pressByPhone('A001', 4, second))
      .then({ type: 'rating-pressed', data: { turnId: second, effective: true } });
    bothHad(seconds(22 * HOUR))
      .when(pressByPhone('A001', 4, first))
      .then({ type: 'rating-pressed', data: { turnId: first, effective: true } });
  });

  it('each is asked about once, for itself', () => {
    const story = between()
      .when(askByPhone('A001', first))
      .then({ type: 'rating-asked', data: { turnId: first } })
      .when(askByPhone('A001', first))
      .thenNothing();
    expect(story.state.turns.get(second)).toMatchObject({ asked: false });
    bothHad(askByPhone('A001', first))
      .when(askByPhone('A001', second))
      .then({ type: 'rating-asked', data: { turnId: second } });
  });

  it('the pad and the phone ask about the same one: the first press counts, for that one alone', () => {
    const story = between(press('c1', 1))
      .when(pressByPhone('A001', 5, first))
      .then({ type: 'rating-pressed', data: { turnId: first, effective: false, doubt: null } });
    expect(ratingOfTurn(story, first)).toMatchObject({ level: 1, source: 'pad' });
    const later = bothHad(seconds(1), pressByPhone('A001', 5, first), press('c3', 3));
    expect(ratingOfTurn(later, first)).toMatchObject({ level: 5, source: 'phone' });
    expect(ratingOfTurn(later, second)).toMatchObject({ level: 3, source: 'pad' });
  });

  it('the reasons are told of the one that was rated', () => {
    bothHad(seconds(1), pressByPhone('A001', 1, first))
      .when(explainByPhone('A001', second, 'slow'))
      .thenRefused('rating-closed')
      .when(explainByPhone('A001', first, 'slow'))
      .then({ type: 'rating-explained', data: { turnId: first, reasons: ['slow'] } });
  });

  it("never is another customer's, nor one that nobody has", () => {
    const story = bothHad(callNext('c3'), start('c3'), finish('c3'), seconds(2));
    for (const strange of [turn('A002'), 'nobody’s turn'])
      story
        .when(pressByPhone('A001', 1, strange))
        .thenRefused('stale-turn')
        .when(askByPhone('A001', strange))
        .thenRefused('stale-turn')
        .when(explainByPhone('A001', strange, 'slow'))
        .thenRefused('stale-turn');
  });

  it('a finger that taps twice answers one question: within a second the next was not read', () => {
    bothHad(seconds(1), pressByPhone('A001', 4, second), seconds(0.999))
      .when(pressByPhone('A001', 4, first))
      .then({ type: 'rating-pressed', data: { turnId: first, effective: false, doubt: 'too-soon' } })
      .when(seconds(0.001), pressByPhone('A001', 2, first))
      .then({ type: 'rating-pressed', data: { turnId: first, effective: true, doubt: null } });
    // A press on the pad puts no question on the phone.
    bothHad(seconds(1), press('c3', 4))
      .when(pressByPhone('A001', 4, first))
      .then({ type: 'rating-pressed', data: { turnId: first, effective: true } });
  });
});

describe('a doubtful press', () => {
  it('comes within a second of the question: it is kept, and a later one may still count', () => {
    const story = justServed(seconds(0.999))
      .when(press('c1', 1))
      .then(pressed('A001', { effective: false, doubt: 'too-soon' }));
    expect(story.turn('A001')).toMatchObject({ rating: null, presses: 1, doubtful: 1, asked: true });
    story
      .when(seconds(0.001), press('c1', 5))
      .then(pressed('A001', { effective: true, doubt: null, level: 5 }));
    expect(story.turn('A001')).toMatchObject({ rating: { level: 5 }, presses: 2, doubtful: 1 });
  });

  it('comes from a browser that is signed in as staff, whoever that is', () => {
    served()
      .when(pressNear('A001', 5, { signedIn: true }))
      .then(pressed('A001', { effective: false, doubt: 'own-device' }))
      .when(pressByPhone('A001', 2))
      .then(pressed('A001', { effective: true, doubt: null }));
  });

  it('comes from the address of the clerk who served, not of another', () => {
    served()
      .when(pressNear('A001', 5, { addressOf: clerkOf('c1') }))
      .then(pressed('A001', { effective: false, doubt: 'own-device' }))
      .when(pressNear('A001', 4, { addressOf: clerkOf('c2') }))
      .then(pressed('A001', { effective: true, doubt: null }));
  });

  it('shuts nobody out, however many there are', () => {
    const story = served(
      ...Array.from({ length: 20 }, () => pressNear('A001', 5, { addressOf: clerkOf('c1') })),
    );
    story
      .when(pressNear('A001', 5, { addressOf: clerkOf('c1') }))
      .thenRefused('rating-closed')
      .when(press('c1', 1))
      .then(pressed('A001', { effective: true }));
  });
});

describe('the reasons', () => {
  it('are told after the press, once, with the version of the list they are of', () => {
    const story = served(press('c1', 1), seconds(5))
      .when(explain('c1', 'A001', 'slow', 'rude', 'slow'))
      .then({
        type: 'rating-explained',
        data: { turnId: turn('A001'), reasons: ['slow', 'rude'], reasonsVersion: 1 },
      });
    expect(ratingOf(story, 'A001')).toMatchObject({ level: 1, explained: true });
    story.when(explain('c1', 'A001', 'slow')).thenNothing();
  });

  it('are those of the level pressed: words of another list, or of nobody, never stand in the journal', () => {
    served(press('c1', 1))
      .when(explain('c1', 'A001', 'friendly'))
      .thenRefused('unknown-rating-reason');
    served(press('c1', 5))
      .when(explain('c1', 'A001', 'zhang-san'))
      .thenRefused('unknown-rating-reason');
    served(press('c1', 3))
      .when(explain('c1', 'A001', 'slow'))
      .thenRefused('unknown-rating-reason');
  });

  it('may be of an earlier list, where the form showed that one', () => {
    const step = explain('c1', 'A001', 'noisy');
    if (!('command' in step) || step.command.type !== 'explain-rating') throw new Error('an explanation');
    const list = { version: 7, lists: { '1': [{ id: 'noisy', name: { en: 'Noisy' } }] } };
    served(press('c1', 1))
      .when({ ...step, command: { ...step.command, list } })
      .then({ type: 'rating-explained', data: { reasons: ['noisy'], reasonsVersion: 7 } });
  });

  it('come from where it was pressed, within a minute on the pad, and never for another customer', () => {
    served(press('c1', 1))
      .when(explainByPhone('A001', turn('A001'), 'slow'))
      .thenRefused('rating-closed');
    served(pressByPhone('A001', 1))
      .when(explain('c1', 'A001', 'slow'))
      .thenRefused('rating-closed');
    served(press('c1', 1), seconds(61))
      .when(explain('c1', 'A001', 'slow'))
      .thenRefused('rating-closed');
    served(press('c1', 1), callNext('c1'))
      .when(explain('c1', 'A001', 'slow'))
      .thenRefused('rating-closed');
    served(callNext('c1'), finish('c1'), seconds(1), press('c1', 1))
      .when(explain('c1', 'A001', 'slow'))
      .thenRefused('stale-turn');
    served()
      .when(explain('c1', 'A001', 'slow'))
      .thenRefused('rating-closed');
    served(pressByPhone('A001', 1), seconds(HOUR))
      .when(explainByPhone('A001', turn('A001'), 'rude'))
      .then({ type: 'rating-explained' });
  });

  it('are not asked for a press that does not count', () => {
    served(pressNear('A001', 1, { signedIn: true }))
      .when(explainByPhone('A001', turn('A001'), 'slow'))
      .thenRefused('rating-closed');
  });
});
