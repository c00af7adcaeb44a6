import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import { describe, expect, it } from 'vitest';
import { previewNext, servicesTakenBy } from '../../server/src/domain/queue-policy.ts';
import { givenIn as inHall, type Story } from '../support/given.ts';
import {
  callNext,
  callNumber,
  cancel,
  finish,
  issue,
  issues,
  minutes,
  open,
  pause,
  seconds,
  turn,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

type Steps = Parameters<typeof inHall>[1][];

/** Neither limits nor ratio: what is left is age and head start. */
const QUIET: Partial<Rules> = {
  waitingLimitMinutes: 24 * 60,
  priorityInARow: undefined,
  backupJoinsAfterMinutes: 24 * 60,
};

/** Calls and finishes until nobody is left: who came, and why, as `A001 oldest`. */
function callAll(story: Story, counterId: string, most = 30): string[] {
  const called: string[] = [];
  for (let index = 0; index < most; index += 1) {
    const next = previewNext(story.state, story.settings, counterId, story.now(), 1);
    if (next.length === 0) break;
    const [event] = story.take(callNext(counterId));
    if (event?.type !== 'turn-called') throw new Error('somebody is called');
    called.push(`${event.data.turnId.replace('turn ', '')} ${event.data.why}`);
    story.take(finish(counterId));
  }
  return called;
}

describe('who is next', () => {
  it('is who came first, among all services of the counter', () => {
    const story = inHall(
      hall(QUIET),
      open('c4'),
      issue('residence'),
      seconds(1),
      issue('property'),
      seconds(1),
      issue('residence'),
    );
    expect(callAll(story, 'c4')).toEqual(['P501 oldest', 'P001 oldest', 'P502 oldest']);
  });

  it('is who was first in the log, among those of one moment', () => {
    const story = inHall(hall(QUIET), open('c4'), issue('residence'), issue('property'), issue('residence'));
    expect(callAll(story, 'c4')).toEqual(['P501 oldest', 'P001 oldest', 'P502 oldest']);
  });

  it('is nobody at a counter that serves none of those who wait', () => {
    const story = inHall(hall(QUIET), open('c2'), issue('property'));
    story.when(callNext('c2')).thenRefused('queue-empty');
  });
});

describe('a head start', () => {
  it('counts as minutes waited', () => {
    const story = inHall(
      hall(QUIET),
      open('c2'),
      issue('social'),
      minutes(6),
      issue('social'),
      minutes(5),
      issue('social', 'elder'),
    );
    // The elderly one (11 min later, 10 min ahead) passes the second, not the first.
    expect(callAll(story, 'c2')).toEqual(['A001 oldest', 'A003 priority', 'A002 oldest']);
  });

  it('differs by class, and within a class the first comes first', () => {
    const story = inHall(
      hall(QUIET),
      open('c2'),
      issue('social', 'elder'),
      seconds(1),
      issue('social', 'elder'),
      seconds(1),
      issue('social', 'veteran'),
    );
    expect(callAll(story, 'c2')).toEqual(['A003 priority', 'A001 priority', 'A002 priority']);
  });
});

describe('the ratio', () => {
  const three = (...more: Steps) =>
    inHall(
      hall({ ...QUIET, priorityInARow: 2 }),
      open('c2'),
      ...['veteran', 'veteran', 'veteran', 'veteran'].map((each) => issue('social', each)),
      issue('social'),
      ...more,
    );

  it('lets no more than two priority calls go by while others wait', () => {
    expect(callAll(three(), 'c2')).toEqual([
      'A001 priority',
      'A002 priority',
      'A005 ratio',
      'A003 priority',
      'A004 priority',
    ]);
  });

  it('holds nobody up where only priority customers wait', () => {
    expect(callAll(three(cancel('A005')), 'c2')).toHaveLength(4);
  });

  it('counts a priority customer whom a person chose', () => {
    const story = three(callNumber('c2', 'A004'), finish('c2'));
    expect(callAll(story, 'c2').slice(0, 2)).toEqual(['A001 priority', 'A005 ratio']);
  });

  it('is each counter’s own', () => {
    const story = three(open('c1'), callNext('c2'), finish('c2'), callNext('c2'), finish('c2'));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: turn('A003'), why: 'priority' } });
  });
});

describe('the starvation share', () => {
  const SHARE: Partial<Rules> = { ...QUIET, waitingLimitMinutes: 30, starvationShare: { take: 2, of: 3 } };

  /** Five have waited 31 minutes; five veterans with an enormous head start have just come. */
  const late = (rules: Partial<Rules> = {}) =>
    inHall(
      hall({ ...SHARE, ...rules }, ({ rules }) => {
        rules.priorityClasses[1]!.headStartMinutes = 120;
      }),
      open('c2'),
      ...issues('social', 5),
      minutes(31),
      ...Array.from({ length: 5 }, () => issue('social', 'veteran')),
    );

  it('gives two of three calls to those past the limit, oldest first', () => {
    expect(callAll(late(), 'c2').slice(0, 9)).toEqual([
      'A001 past-limit',
      'A002 past-limit',
      'A006 priority',
      'A003 past-limit',
      'A004 past-limit',
      'A007 priority',
      'A005 past-limit',
      'A008 priority',
      'A009 priority',
    ]);
  });

  it.each([
    [1, 3, 'LVVLVV'],
    [1, 1, 'LLLLLV'],
    [3, 3, 'LLLLLV'],
    [2, 5, 'LLVVVL'],
  ])('as the hall sets it: %i of %i', (take, of, pattern) => {
    const called = callAll(late({ starvationShare: { take, of } }), 'c2');
    const seen = called.map((each) => (each.endsWith('past-limit') ? 'L' : 'V')).join('');
    expect(seen.slice(0, 6)).toBe(pattern);
  });

  it('begins only after the limit, not at it', () => {
    const at = (wait: number) =>
      inHall(hall(SHARE), open('c2'), issue('social'), seconds(wait), issue('social', 'veteran'))
        .take(callNext('c2'))
        .map((event) => event.type === 'turn-called' && event.data.pastLimitWaited);
    expect(at(30 * 60)).toEqual([false]);
    expect(at(30 * 60 + 1)).toEqual([true]);
  });

  it('goes before the ratio: who is past the limit comes first, priority or not', () => {
    const story = inHall(
      hall({ ...SHARE, priorityInARow: 1 }),
      open('c2'),
      issue('social', 'elder'),
      issue('social', 'elder'),
      minutes(31),
      issue('social'),
    );
    // One priority call was made; by the ratio the young one would be next.
    expect(callAll(story, 'c2')).toEqual(['A001 past-limit', 'A002 past-limit', 'A003 oldest']);
  });

  it('takes the longest wait, whatever the head start', () => {
    const story = inHall(
      hall(SHARE),
      open('c2'),
      issue('social'),
      minutes(5),
      issue('social', 'veteran'),
      minutes(31),
    );
    expect(callAll(story, 'c2')[0]).toBe('A001 past-limit');
  });

  it('gives way to a person’s decision, which is no part of the count', () => {
    const story = late();
    for (const number of ['A006', 'A007', 'A008']) story.take(callNumber('c2', number), finish('c2'));
    expect(callAll(story, 'c2').slice(0, 3)).toEqual(['A001 past-limit', 'A002 past-limit', 'A009 priority']);
  });
});

describe('the ratio, when the starvation share leaves a free call,', () => {
  it('goes before the head start', () => {
    const story = inHall(
      hall({ ...QUIET, waitingLimitMinutes: 30, starvationShare: { take: 1, of: 3 }, priorityInARow: 1 }),
      open('c2'),
      issue('social', 'elder'),
      issue('social', 'elder'),
      minutes(31),
      issue('social', 'veteran'),
      issue('social'),
    );
    // After A001 the share is served for two calls; a priority call was made, so the only other one is next.
    expect(callAll(story, 'c2').slice(0, 2)).toEqual(['A001 past-limit', 'A004 ratio']);
  });
});

describe('a backup counter', () => {
  const joined = (story: Story, counterId: string, serviceId: string) =>
    servicesTakenBy(story.state, story.settings, counterId, story.now()).find(
      (taken) => taken.serviceId === serviceId,
    )?.joined;

  const story = (...steps: Steps) => inHall(hall(), open('c3'), issue('social'), ...steps);

  it('joins when no main counter is open', () => {
    expect(joined(story(), 'c3', 'social')).toBe(true);
    story()
      .when(callNext('c3'))
      .then({ type: 'turn-called', data: { turnId: turn('A001') } });
  });

  it('stands back while one is', () => {
    expect(joined(story(open('c1')), 'c3', 'social')).toBe(false);
    story(open('c1')).when(callNext('c3')).thenRefused('queue-empty');
  });

  it('joins when every main counter is paused', () => {
    expect(joined(story(open('c1'), pause('c1')), 'c3', 'social')).toBe(true);
    expect(joined(story(open('c1'), pause('c1'), open('c2')), 'c3', 'social')).toBe(false);
  });

  it('joins when the first in line has waited longer than the hall lets them', () => {
    expect(joined(story(open('c1'), minutes(15)), 'c3', 'social')).toBe(false);
    expect(joined(story(open('c1'), minutes(15), seconds(1)), 'c3', 'social')).toBe(true);
  });

  it('looks at every class of that line', () => {
    expect(
      joined(story(open('c1'), cancel('A001'), issue('social', 'elder'), minutes(16)), 'c3', 'social'),
    ).toBe(true);
  });

  it('lists its main services first', () => {
    const { state, settings, now } = story();
    expect(servicesTakenBy(state, settings, 'c3', now()).map(({ serviceId }) => serviceId)).toEqual([
      'medical',
      'social',
      'property',
    ]);
  });

  it('is not asked for what is out of use', () => {
    const settings = hall({}, ({ services }) => {
      Object.assign(services[0]!, { archived: true });
    });
    const { state, now } = inHall(settings, open('c3'));
    expect(servicesTakenBy(state, settings, 'c3', now()).map(({ serviceId }) => serviceId)).toEqual([
      'medical',
      'property',
    ]);
    expect(servicesTakenBy(state, settings, 'c9', now())).toEqual([]);
  });
});

describe('the list of the next', () => {
  const preview = (story: Story, counterId: string, count: number) =>
    previewNext(story.state, story.settings, counterId, story.now(), count);

  it('shows whom successive calls would bring, and who is past the limit', () => {
    const story = inHall(
      hall({ backupJoinsAfterMinutes: 0 }),
      open('c3'),
      open('c1'),
      issue('medical'),
      issue('social'),
      minutes(31),
      ...issues('social', 2),
      issue('medical', 'veteran'),
      issue('medical', 'elder'),
      issue('medical', 'veteran'),
      minutes(1),
    );
    const shown = preview(story, 'c3', 10);
    expect(shown.filter(({ pastLimit }) => pastLimit)).toHaveLength(2);
    const called = callAll(story, 'c3').map((each) => turn(each.split(' ')[0]!));
    expect(shown.map(({ turnId }) => turnId)).toEqual(called);
  });

  it('lets a backup service go again once its late ones are called', () => {
    const story = inHall(
      hall(),
      open('c1'),
      open('c3'),
      issue('social'),
      minutes(16),
      issue('social'),
      issue('medical'),
    );
    expect(preview(story, 'c3', 5).map(({ turnId }) => turnId)).toEqual([turn('A001'), turn('B001')]);
    expect(callAll(story, 'c3')).toEqual(['A001 oldest', 'B001 oldest']);
  });

  it('is as long as asked, and changes nothing', () => {
    const story = inHall(hall(), open('c2'), ...issues('social', 5));
    const before = structuredClone(story.state);
    expect(preview(story, 'c2', 3)).toHaveLength(3);
    expect(preview(story, 'c2', 9)).toHaveLength(5);
    expect(story.state).toEqual(before);
  });
});
