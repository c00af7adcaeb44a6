import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsNow } from '../../server/src/domain/coverage-gaps.ts';
import { type CounterStay, type DayFacts, pastGaps } from '../../server/src/domain/past-gaps.ts';
import { DAY_STARTS_AT, givenIn, NINE, type Story } from '../support/given.ts';
import {
  by,
  callNext,
  clerk,
  close,
  finish,
  issue,
  open,
  pause,
  relieve,
  resume,
  type Step,
  seconds,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const MINUTE = 60_000;

/** Two people come and go, at the main and the backup counter of social, and somebody takes a number now and then. */
const move = fc.record({
  after: fc.constantFrom(60, 300, 1500),
  what: fc.constantFrom('open', 'pause', 'resume', 'close', 'issue', 'serve'),
  at: fc.constantFrom('c1', 'c2', 'c3'),
});
const LUNCH = [
  { from: '09:00', to: '10:00' },
  { from: '10:30', to: '12:00' },
];

function attempt(story: Story, step: Step): void {
  try {
    story.take(step);
  } catch {
    // Closed, busy, nobody there: people press what cannot be.
  }
}

/** Who was at which counter from when to when, by the log alone. */
function staysOf(story: Story): CounterStay[] {
  const stays: CounterStay[] = [];
  const end = (counterId: string, at: number, kind?: CounterStay['kind']) => {
    for (const stay of stays)
      if (stay.counterId === counterId && stay.to === Infinity && (!kind || stay.kind === kind)) stay.to = at;
  };
  for (const { event, occurredAt: from } of story.events) {
    if (event.type === 'counter-opened')
      stays.push({ ...event.data, kind: 'open', from, to: Number.POSITIVE_INFINITY });
    if (event.type === 'counter-paused')
      stays.push({ ...event.data, clerkId: '', kind: 'paused', from, to: Number.POSITIVE_INFINITY });
    if (event.type === 'counter-resumed') end(event.data.counterId, from, 'paused');
    if (event.type === 'counter-closed') end(event.data.counterId, from);
    if (event.type === 'counter-relieved') {
      end(event.data.counterId, from);
      stays.push({ ...event.data, kind: 'open', from, to: Number.POSITIVE_INFINITY });
    }
  }
  return stays;
}

const factsOf = (story: Story): DayFacts => ({
  from: DAY_STARTS_AT,
  to: story.now(),
  startsAt: DAY_STARTS_AT,
  versions: [{ at: 0, settings: story.settings }],
  stays: staysOf(story),
  waits: [...story.state.turns.values()].map(({ serviceId, queuedAt, firstCalledAt }) => ({
    serviceId,
    from: queuedAt,
    to: firstCalledAt ?? Number.POSITIVE_INFINITY,
  })),
});

describe('the gaps of a day, as reports have them,', () => {
  it.each([true, false])(
    'are those that were there at each minute, as the live view knew (hours: %s)',
    (limited) => {
      let gaps = 0;
      fc.assert(
        fc.property(fc.array(move, { maxLength: 16 }), (moves) => {
          const settings = hall({}, (document) => {
            if (limited) document.hours = { week: { saturday: LUNCH } };
          });
          const story = givenIn(settings);
          const seen: { at: number; services: string[] }[] = [];
          for (const { after, what, at } of moves) {
            for (let minute = 0; minute < after / 60; minute += 1) {
              story.take(seconds(30));
              seen.push({
                at: story.now(),
                services: gapsNow(story.state, settings, story.now()).map(({ serviceId }) => serviceId),
              });
              story.take(seconds(30));
            }
            if (what === 'open') attempt(story, open(at));
            if (what === 'pause') attempt(story, pause(at));
            if (what === 'resume') attempt(story, resume(at));
            if (what === 'close') attempt(story, close(at));
            if (what === 'issue') attempt(story, issue('social'));
            if (what === 'serve') {
              attempt(story, callNext(at));
              attempt(story, finish(at));
            }
          }
          const past = pastGaps(factsOf(story));
          gaps += past.length;
          for (const { at, services } of seen) {
            const told = past
              .filter(({ from, to }) => from <= at && at < to)
              .map(({ serviceId }) => serviceId);
            expect(told.sort(), `at ${(at - NINE) / MINUTE} min past nine`).toEqual([...services].sort());
          }
        }),
        { numRuns: 60 },
      );
      expect(gaps).toBeGreaterThan(0);
    },
  );
});

describe('a gap that is over', () => {
  const limited = () => hall({}, (document) => (document.hours = { week: { saturday: LUNCH } }));

  it('is put down for its main and its backup counters, with who was there last', () => {
    const story = givenIn(limited(), open('c1'), open('c3'), seconds(60), pause('c1'));
    story.take(seconds(60), issue('social'), close('c3'), seconds(300), open('c3'), seconds(1));
    const gap = pastGaps(factsOf(story)).find(({ serviceId }) => serviceId === 'social');
    expect(gap).toMatchObject({
      from: NINE + 2 * MINUTE,
      to: NINE + 7 * MINUTE,
      goesOn: false,
      waited: 1,
      main: [
        { number: 1, clerkId: 'clerk of c1', paused: true },
        { number: 2, clerkId: null, paused: false },
      ],
      backup: [{ number: 3, clerkId: 'clerk of c3', paused: false }],
    });
  });

  it('names who had taken over, and is none in the moment in which they did', () => {
    const story = givenIn(limited(), open('c1'), seconds(90), relieve('c1', 'li'), seconds(90));
    const gapsOf = () => pastGaps(factsOf(story)).filter(({ serviceId }) => serviceId === 'social');
    expect(gapsOf()).toEqual([]);
    story.take(by(clerk('li'), close('c1')), seconds(120));
    expect(gapsOf()).toMatchObject([{ from: NINE + 3 * MINUTE, main: [{ clerkId: 'li' }, { number: 2 }] }]);
  });

  it('is none where one clerk only takes over from another', () => {
    const story = givenIn(
      limited(),
      open('c1'),
      seconds(60),
      close('c1'),
      seconds(59),
      open('c1'),
      seconds(60),
    );
    expect(pastGaps(factsOf(story)).filter(({ serviceId }) => serviceId === 'social')).toEqual([]);
  });

  it('follows the settings as they were: a counter that came later did not serve before', () => {
    const story = givenIn(limited(), open('c4'), seconds(600));
    const later = hall({}, (document) => {
      document.hours = { week: { saturday: LUNCH } };
      document.counters[3]!.services.push({ serviceId: 'social', role: 'backup' });
    });
    const facts = factsOf(story);
    const versions = [...facts.versions, { at: NINE + 4 * MINUTE, settings: later }];
    const gap = pastGaps({ ...facts, versions }).find(({ serviceId }) => serviceId === 'social');
    expect(gap).toMatchObject({ from: NINE, to: NINE + 4 * MINUTE, goesOn: false });
  });
});
