import { describe, expect, it } from 'vitest';
import { padRatingUntil, phoneMayRate } from '../../server/src/domain/decide-rating.ts';
import { DAY_ENDS_AT, given, givenIn, type Story } from '../support/given.ts';
import {
  askByPhone,
  callNext,
  callNumber,
  cancel,
  close,
  finish,
  finishAndCall,
  issue,
  issues,
  noShow,
  open,
  press,
  pressByPhone,
  seconds,
  start,
  tick,
  turn,
  until,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const HOUR = 3600;
const pressed = (number: string, data = {}) => ({
  type: 'rating-pressed' as const,
  data: { turnId: turn(number), ...data },
});
/** A001 was served at counter 1; A002 and A003 wait. */
const served = (...then: Parameters<typeof given>) =>
  given(
    open('c1'),
    ...issues('social', 3),
    callNext('c1'),
    start('c1'),
    finish('c1', { asked: false }),
    ...then,
  );
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
    served(seconds(63))
      .when(press('c1', 4, turn('A001')))
      .then(pressed('A001'));
    served(seconds(64))
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
    served(callNext('c1'), start('c1'), finish('c1'))
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
    const story = served(callNext('c1'), seconds(24 * HOUR));
    expect(phoneMayRate(story.turn('A001'), story.now())).toBe(true);
    story.when(pressByPhone('A001', 5)).then(pressed('A001', { source: 'phone', effective: true }));
    expect(phoneMayRate(story.turn('A001'), story.now())).toBe(false);
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
