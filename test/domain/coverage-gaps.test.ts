import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { describe, expect, it } from 'vitest';
import { gapsNow } from '../../server/src/domain/coverage-gaps.ts';
import { servicesTakenBy } from '../../server/src/domain/queue-policy.ts';
import { givenIn, NINE, type Story } from '../support/given.ts';
import {
  callNext,
  close,
  finish,
  issue,
  minutes,
  open,
  pause,
  resume,
  type Step,
  seconds,
  until,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Open from ten to twelve and from one to five, and everything but social and property out of the way. */
const hours = (document: HallSettings) => {
  const intervals = [
    { from: '10:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  document.hours = { week: { saturday: intervals } };
  for (const service of document.services)
    if (service.id === 'medical' || service.id === 'residence') service.archived = true;
};
const TEN = NINE + HOUR;

const given = (...steps: Step[]) => givenIn(hall({}, hours), ...steps);
const gaps = ({ state, settings, now }: Story) =>
  gapsNow(state, settings, now()).map(({ serviceId, since, waiting, alertAt }) => ({
    serviceId,
    since,
    waiting,
    alertAt,
  }));
const social = (story: Story) => gaps(story).find(({ serviceId }) => serviceId === 'social');

describe('a gap', () => {
  it('is there when a service is open and neither a main nor a backup counter works', () => {
    const story = given(open('c3'), until(TEN + 5 * MINUTE));
    expect(gaps(story)).toEqual([]);
    story.take(pause('c3'), minutes(2));
    expect(gaps(story)).toEqual([
      { serviceId: 'social', since: TEN + 5 * MINUTE, waiting: 0, alertAt: null },
      { serviceId: 'property', since: TEN + 5 * MINUTE, waiting: 0, alertAt: null },
    ]);
    expect(gapsNow(story.state, story.settings, story.now())[0]).toMatchObject({
      main: ['c1', 'c2'],
      backup: ['c3'],
    });
    story.take(resume('c3'));
    expect(gaps(story)).toEqual([]);
  });

  it('begins with the opening hours, and is none before, at lunch or after', () => {
    expect(gaps(given())).toEqual([]);
    expect(social(given(until(TEN)))).toMatchObject({ since: TEN });
    expect(gaps(given(until(TEN + 2 * HOUR)))).toEqual([]);
    expect(social(given(until(TEN + 3 * HOUR + MINUTE)))).toMatchObject({ since: TEN + 3 * HOUR });
    expect(gaps(given(until(TEN + 7 * HOUR)))).toEqual([]);
  });

  it('begins when the last of them went', () => {
    const story = given(until(TEN), open('c1'), open('c3'), minutes(1), close('c1'), minutes(1), close('c3'));
    expect(social(story)).toMatchObject({ since: TEN + 2 * MINUTE });
  });

  it('is urgent when somebody has waited in it for as long as the hall lets pass', () => {
    const story = given(open('c3'), until(TEN), pause('c3'), minutes(2));
    story.take(issue('social'), minutes(1));
    expect(social(story)).toEqual({ serviceId: 'social', since: TEN, waiting: 1, alertAt: TEN + 7 * MINUTE });
    const sooner = givenIn(hall({ gapAlertMinutes: 1 }, hours), until(TEN), issue('social'), minutes(1));
    expect(social(sooner)).toMatchObject({ alertAt: TEN + MINUTE });
  });

  it('counts only while somebody waits where a hall has no hours', () => {
    const story = givenIn(hall(), minutes(5));
    expect(gaps(story)).toEqual([]);
    story.take(issue('social'), minutes(5));
    expect(gaps(story)).toEqual([
      { serviceId: 'social', since: NINE + 5 * MINUTE, waiting: 1, alertAt: NINE + 10 * MINUTE },
    ]);
  });
});

describe('a backup service that has joined', () => {
  const as = (story: Story) =>
    servicesTakenBy(story.state, story.settings, 'c3', story.now()).find(
      ({ serviceId }) => serviceId === 'social',
    )?.as;

  it('says that no main counter works, since the last of them went', () => {
    const story = givenIn(hall(), open('c3'), open('c1'), open('c2'));
    expect(as(story)).toBeNull();
    story.take(minutes(1), pause('c1'), minutes(1), close('c2'), minutes(1));
    expect(as(story)).toEqual({ because: 'no-main', since: NINE + 2 * MINUTE });
  });

  it('or that somebody has waited too long, since they had', () => {
    const story = givenIn(hall(), open('c3'), open('c1'), issue('social'), minutes(15));
    expect(as(story)).toBeNull();
    story.take(seconds(1));
    expect(as(story)).toEqual({ because: 'waiting-long', since: NINE + 15 * MINUTE });
    story.take(callNext('c1'), finish('c1'));
    expect(as(story)).toBeNull();
  });
});
