import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aheadOf, createEstimator } from '../../server/src/domain/estimate.ts';
import { given, givenIn, NINE, type Story } from '../support/given.ts';
import {
  bringBack,
  callNext,
  callNumber,
  finish,
  issue,
  issues,
  minutes,
  noShow,
  open,
  pause,
  type Step,
  start,
  until,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';
import { WORKDAY } from '../support/hours.ts';

const MINUTE = 60_000;

const estimator = ({ state, settings, now }: Story) => createEstimator(state, settings, now());
const forNew = (story: Story, serviceId: string) => estimator(story).forNew(serviceId);

describe('the likely wait', () => {
  it('is unknown where no counter is open for the service, or all are paused', () => {
    expect(forNew(given(), 'social')).toBeNull();
    expect(forNew(given(open('c4')), 'social')).toBeNull();
    expect(forNew(given(open('c1'), pause('c1')), 'social')).toBeNull();
  });

  it('is none at a free counter with nobody before', () => {
    expect(forNew(given(open('c2')), 'social')).toEqual({ fromMinutes: 0, toMinutes: 0 });
  });

  it('is half a handling where the only counter is busy', () => {
    // 10 minutes of standard time: five, give or take a quarter.
    expect(forNew(given(open('c2'), issue('social'), callNext('c2')), 'social')).toEqual({
      fromMinutes: 4,
      toMinutes: 7,
    });
  });

  it('is the work before, shared by the counters that take the service', () => {
    const four = given(open('c2'), ...issues('social', 4));
    // 4 × 10 min at one counter: 40 ± 10.
    expect(forNew(four, 'social')).toEqual({ fromMinutes: 30, toMinutes: 50 });
    four.take(open('c1'));
    expect(forNew(four, 'social')).toEqual({ fromMinutes: 15, toMinutes: 25 });
  });

  it('counts the other services that the same counter takes', () => {
    const story = given(open('c4'), issue('property'), issue('residence'));
    // 20 + 10 minutes before a new one of either.
    expect(forNew(story, 'residence')).toEqual({ fromMinutes: 25, toMinutes: 40 });
    expect(forNew(story, 'residence')).toEqual(forNew(story, 'property'));
  });

  it('learns from how long service takes', () => {
    const story = given(open('c2'), ...issues('social', 8));
    const before = forNew(story, 'social')!;
    for (let index = 0; index < 3; index += 1) {
      story.take(callNext('c2'), start('c2'), minutes(40), finish('c2'), issue('social'));
    }
    expect(forNew(story, 'social')!.fromMinutes).toBeGreaterThan(before.fromMinutes);
  });

  it('is told in single minutes up to ten, then in fives', () => {
    for (let count = 0; count < 12; count += 1) {
      const story = given(open('c3'), ...issues('medical', count));
      const { fromMinutes, toMinutes } = forNew(story, 'medical')!;
      for (const told of [fromMinutes, toMinutes]) {
        expect(told <= 10 || told % 5 === 0, `${told}`).toBe(true);
      }
    }
  });

  it('is no shorter for who stands further back, and none is shorter for one more before', () => {
    const services = fc.array(fc.constantFrom('social', 'medical', 'property', 'residence'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(services, fc.subarray(['c1', 'c2', 'c3', 'c4'], { minLength: 1 }), (waiting, openOnes) => {
        // Without priority and in one moment, order is that of issue. The range of property is too short here.
        const settings = hall({}, (document) => {
          for (const service of document.services) if (service.id === 'property') service.lastNumber = 500;
        });
        const story = givenIn(settings, ...openOnes.map((each) => open(each)));
        const last = new Map<string, number>();
        for (const serviceId of waiting) {
          const before = forNew(story, serviceId);
          story.take(issue(serviceId));
          const after = forNew(story, serviceId);
          if (before && after) expect(after.toMinutes).toBeGreaterThanOrEqual(before.toMinutes);
        }
        const estimates = estimator(story);
        for (const turn of story.state.turns.values()) {
          const estimate = estimates.forTurn(turn);
          if (!estimate) continue;
          expect(estimate.fromMinutes).toBeLessThanOrEqual(estimate.toMinutes);
          expect(estimate.toMinutes).toBeGreaterThanOrEqual(last.get(turn.serviceId) ?? 0);
          last.set(turn.serviceId, estimate.toMinutes);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a wait across the opening hours', () => {
  /** The stories' day is a Saturday, from nine on; six numbers are an hour at one counter. */
  const openHall = (...steps: Step[]) =>
    givenIn(
      hall({}, (document) => {
        document.hours = { week: { saturday: WORKDAY } };
      }),
      open('c2'),
      ...steps,
    );
  const clock = (hour: number, minute = 0) => NINE + (hour - 9) * 60 * MINUTE + minute * MINUTE;
  const at = (hour: number, minute = 0) => until(clock(hour, minute));

  it('is what it was where no break lies in it', () => {
    expect(forNew(openHall(...issues('social', 6)), 'social')).toEqual({ fromMinutes: 45, toMinutes: 75 });
  });

  it('is longer by lunch, and says when by the clock', () => {
    // 45 to 75 minutes of work from half past eleven: half an hour of it before twelve.
    expect(forNew(openHall(at(11, 30), ...issues('social', 6)), 'social')).toEqual({
      fromMinutes: 135,
      toMinutes: 165,
      fromAt: clock(13, 45),
      toAt: clock(14, 15),
    });
  });

  it('may begin before lunch and end after it', () => {
    expect(forNew(openHall(at(11), ...issues('social', 6)), 'social')).toEqual({
      fromMinutes: 45,
      toMinutes: 165,
      fromAt: clock(11, 45),
      toAt: clock(13, 45),
    });
  });

  it('says that it may be after closing time: who waits then is served all the same', () => {
    expect(forNew(openHall(at(16), ...issues('social', 6)), 'social')).toEqual({
      fromMinutes: 45,
      toMinutes: 75,
      fromAt: clock(16, 45),
      toAt: clock(17, 15),
      afterClosing: true,
    });
    const late = openHall(at(16), ...issues('social', 6), at(17, 1));
    expect(forNew(late, 'social')).toEqual({ fromMinutes: 45, toMinutes: 75 });
  });

  it('goes on after the break where the counters pause, and now where one works through', () => {
    const lunch = openHall(at(11, 59), ...issues('social', 6), pause('c2'), at(12, 30));
    expect(forNew(lunch, 'social')).toEqual({
      fromMinutes: 105,
      toMinutes: 135,
      fromAt: clock(14, 15),
      toAt: clock(14, 45),
    });
    lunch.take(open('c1'));
    expect(forNew(lunch, 'social')).toEqual({ fromMinutes: 45, toMinutes: 75 });
  });

  it('is unknown where all pause and no break says until when', () => {
    expect(forNew(openHall(...issues('social', 6), pause('c2')), 'social')).toBeNull();
  });
});

describe('people ahead', () => {
  const ahead = (story: Story, number: string) => aheadOf(story.state, story.settings, story.turn(number));

  it('are those of the same service who would be called before', () => {
    const story = given(...issues('social', 2), issue('medical'), issue('social'));
    expect(['A001', 'A002', 'A003', 'B001'].map((number) => ahead(story, number))).toEqual([0, 1, 2, 0]);
  });

  it('are fewer with a head start, and more for those who are passed', () => {
    const story = given(issue('social'), minutes(6), issue('social'), minutes(5), issue('social', 'elder'));
    expect(['A001', 'A002', 'A003'].map((number) => ahead(story, number))).toEqual([0, 2, 1]);
  });

  it('become fewer as they are called, and are none for who is not waiting', () => {
    const story = given(open('c1'), ...issues('social', 3), callNext('c1'));
    expect(['A001', 'A002', 'A003'].map((number) => ahead(story, number))).toEqual([0, 0, 1]);
  });

  it('are as the rule says for who comes back', () => {
    const story = given(
      open('c1'),
      ...issues('social', 4),
      callNumber('c1', 'A001'),
      minutes(1),
      noShow('c1'),
    );
    story.take(minutes(1), issue('social'), bringBack('c1', 'A001'));
    expect(ahead(story, 'A005')).toBe(4);
    expect(ahead(story, 'A001')).toBeGreaterThanOrEqual(2);
  });

  it('agree with the policy where a head start makes two equally old', () => {
    const story = givenIn(
      hall({ missedReturnsBehind: 0 }),
      open('c2'),
      issue('social'),
      callNext('c2'),
      minutes(10),
      issue('social', 'elder'),
      noShow('c2'),
      bringBack('c2', 'A001'),
    );
    expect([ahead(story, 'A001'), ahead(story, 'A002')]).toEqual([1, 0]);
    story.when(callNext('c2')).then({ type: 'turn-called', data: { turnId: 'turn A002' } });
  });
});
