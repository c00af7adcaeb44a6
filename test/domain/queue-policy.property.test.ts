import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseNext } from '../../server/src/domain/queue-policy.ts';
import type { Settings } from '../../server/src/domain/settings.ts';
import { counterOf } from '../../server/src/domain/state.ts';
import type { Turn } from '../../server/src/domain/turn.ts';
import { givenIn, type Story } from '../support/given.ts';
import {
  by,
  callNext,
  finish,
  hallManager,
  issue,
  move,
  open,
  pause,
  prioritise,
  type Step,
  seconds,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const MINUTE = 60_000;
/** For the oracle, which finds most; the single rules are told apart for whoever reads what broke. */
const RUNS = 200;
const FEW = 60;

/** A line of people: who came, how long after the one before, and what a person decided about them. */
interface Comer {
  service: 'social' | 'medical' | 'property';
  priority: 'elder' | 'veteran' | null;
  afterSeconds: number;
  decided: 'first' | 'for-c1' | 'for-c3' | null;
}

const comer: fc.Arbitrary<Comer> = fc.record({
  service: fc.constantFrom('social' as const, 'social' as const, 'medical' as const, 'property' as const),
  priority: fc.constantFrom(null, null, null, 'elder' as const, 'veteran' as const),
  afterSeconds: fc.constantFrom(0, 0, 30, 240, 700),
  decided: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('first' as const, 'for-c1' as const, 'for-c3' as const) },
  ),
});
const rules: fc.Arbitrary<Partial<Rules>> = fc
  .record({
    waitingLimitMinutes: fc.constantFrom(5, 15, 40),
    share: fc.constantFrom([1, 1], [1, 3], [2, 3], [3, 5]),
    priorityInARow: fc.constantFrom(undefined, 1, 2, 3),
    backupJoinsAfterMinutes: fc.constantFrom(0, 10, 60),
  })
  .map(({ share: [take = 1, of = 1], ...rest }) => ({ ...rest, starvationShare: { take, of } }));

const scene = fc.record({
  rules,
  comers: fc.array(comer, { minLength: 1, maxLength: 18 }),
  mains: fc.constantFrom('open', 'paused', 'closed'),
  /** Seconds between calls. */
  between: fc.constantFrom(0, 20, 300),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

/** `c3` is the counter asked: main for medical, backup for social and property. */
function stage({ rules, comers, mains }: Scene): Story {
  const story = givenIn(hall({ missedReturnsBehind: 1, ...rules }), open('c3'));
  if (mains !== 'closed') story.take(open('c1'));
  if (mains === 'paused') story.take(pause('c1'));
  const given: string[] = [];
  for (const { service, priority, afterSeconds, decided } of comers) {
    // Five property numbers are all there are.
    const full = service === 'property' && given.filter((each) => each.startsWith('P')).length === 5;
    story.take(seconds(afterSeconds));
    const [issued] = story.take(issue(full ? 'medical' : service, priority));
    if (issued?.type !== 'ticket-issued') throw new Error('a number');
    const { number } = issued.data;
    given.push(number);
    if (decided === 'first') story.take(move(number, { place: 'next' }));
    else if (decided)
      story.take(move(number, { toCounterId: decided.slice(4), serviceId: issued.data.serviceId }));
  }
  return story;
}

const waitingNow = ({ state }: Story): Turn[] =>
  [...state.turns.values()].filter(({ phase }) => phase.state === 'waiting');

const startOf = (settings: Settings, { first, priority }: Turn): number =>
  first || priority === null
    ? 0
    : (settings.rules.priorityClasses.find(({ id }) => id === priority)?.headStartMinutes ?? 0) * MINUTE;

/** Everybody whom the counter may take, by the words of the design and nothing of the policy's code. */
function takeable(story: Story, counterId: string): Turn[] {
  const { state, settings } = story;
  const now = story.now();
  const works = (id: string): boolean => {
    const { open: held } = counterOf(state, id);
    return held !== null && held.pause === null;
  };
  const all = waitingNow(story);
  return all.filter((turn) => {
    if (turn.forCounter === counterId) return true;
    // Who is meant for a counter that is open waits for it.
    if (turn.forCounter !== null && counterOf(state, turn.forCounter).open !== null) return false;
    const served = settings.counters.find(({ id }) => id === counterId)?.services ?? [];
    const role = served.find(({ serviceId }) => serviceId === turn.serviceId)?.role;
    if (role !== 'backup') return role === 'main';
    const mains = settings.counters.filter(({ services }) =>
      services.some((each) => each.serviceId === turn.serviceId && each.role === 'main'),
    );
    if (!mains.some(({ id }) => works(id))) return true;
    const longest = Math.max(
      ...all.filter(({ serviceId }) => serviceId === turn.serviceId).map(({ orderAt }) => now - orderAt),
    );
    return longest > settings.rules.backupJoinsAfterMinutes * MINUTE;
  });
}

/** Sorts everybody, naively: the oracle. */
function expected(
  story: Story,
  counterId: string,
  before: { share: readonly boolean[]; priorityRun: number },
): { turn: Turn; rule: 'decided' | 'share' | 'ratio' | 'age' } | null {
  const { settings } = story;
  const now = story.now();
  const { waitingLimitMinutes, starvationShare, priorityInARow } = settings.rules;
  const byAge = takeable(story, counterId).sort(
    (a, b) =>
      a.orderAt - startOf(settings, a) - (b.orderAt - startOf(settings, b)) || a.orderSeq - b.orderSeq,
  );
  const decided = byAge.find(({ first }) => first);
  if (decided) return { turn: decided, rule: 'decided' };
  const [oldest] = byAge;
  if (!oldest) return null;
  const late = byAge
    .filter(({ orderAt }) => now - orderAt > waitingLimitMinutes * MINUTE)
    .sort((a, b) => a.orderAt - b.orderAt || a.orderSeq - b.orderSeq);
  const lately = starvationShare.of > 1 ? before.share.slice(-(starvationShare.of - 1)) : [];
  if (late[0] && lately.filter(Boolean).length < starvationShare.take)
    return { turn: late[0], rule: 'share' };
  const ordinary = byAge.find(({ priority }) => priority === null);
  if (
    oldest.priority !== null &&
    ordinary &&
    priorityInARow !== undefined &&
    before.priorityRun >= priorityInARow
  )
    return { turn: ordinary, rule: 'ratio' };
  return { turn: oldest, rule: 'age' };
}

interface Called {
  turn: Turn;
  why: string;
  /** Who else could have been called. */
  others: Turn[];
  late: Turn[];
  rule: string;
}

/** Calls at `c3` until nobody is left, beside the oracle with a memory of its own. */
function callAll(story: Story, { between, rules }: Scene, counterId = 'c3'): Called[] {
  const calls: Called[] = [];
  const memory = { share: [] as boolean[], priorityRun: 0 };
  const limit = (rules.waitingLimitMinutes ?? 0) * MINUTE;
  for (;;) {
    story.take(seconds(between));
    const all = takeable(story, counterId);
    const late = all.filter(({ orderAt }) => story.now() - orderAt > limit);
    const oracle = expected(story, counterId, memory);
    const choice = chooseNext(story.state, story.settings, counterId, story.now());
    expect(choice?.turnId ?? null, `${oracle?.rule}`).toBe(oracle?.turn.id ?? null);
    if (!choice || !oracle) return calls;
    const [event] = story.take(callNext(counterId));
    if (event?.type !== 'turn-called') throw new Error('somebody is called');
    const { turn } = oracle;
    if (oracle.rule !== 'decided' && late.length > 0) memory.share.push(late.includes(turn));
    memory.priorityRun = turn.priority === null ? 0 : memory.priorityRun + 1;
    const others = all.filter(({ id }) => id !== turn.id).map((each) => ({ ...each }));
    calls.push({
      turn: { ...turn },
      why: event.data.why,
      others,
      late: late.map((each) => ({ ...each })),
      rule: oracle.rule,
    });
    story.take(finish(counterId));
  }
}

const inEveryScene = (holds: (calls: Called[], scene: Scene) => void, numRuns = FEW) =>
  fc.assert(
    fc.property(scene, (each) => {
      const story = stage(each);
      holds(callAll(story, each), each);
    }),
    { numRuns },
  );

describe('who is next, whoever waits and whatever the rules,', () => {
  it('is whom a naive sorting of everybody finds', () => {
    const met = new Set<string>();
    inEveryScene((calls) => {
      for (const { rule, why } of calls) met.add(`${rule} ${why}`);
    }, RUNS);
    // Every rule has spoken, or the property has proven nothing.
    expect([...met]).toEqual(
      expect.arrayContaining([
        'decided decided',
        'share past-limit',
        'ratio ratio',
        'age oldest',
        'age priority',
      ]),
    );
  });

  it('is never behind somebody who is alike and came earlier', () => {
    inEveryScene((calls) => {
      for (const { turn, others } of calls) {
        for (const other of others) {
          const alike =
            other.serviceId === turn.serviceId &&
            other.priority === turn.priority &&
            other.first === turn.first &&
            other.forCounter === turn.forCounter;
          if (alike) expect(turn.orderSeq, `${turn.id} before ${other.id}`).toBeLessThan(other.orderSeq);
        }
      }
    });
  });

  it('is past the limit in K of every N counted calls, while anybody is', () => {
    inEveryScene((calls, { rules }) => {
      const { take, of } = rules.starvationShare ?? { take: 1, of: 1 };
      const counted = calls.filter(({ why, late }) => why !== 'decided' && late.length > 0);
      counted.forEach((_, index) => {
        const window = counted.slice(index, index + of);
        if (window.length < of) return;
        const taken = window.filter(({ turn, late }) => late.some(({ id }) => id === turn.id));
        expect(taken.length).toBeGreaterThanOrEqual(take);
      });
    });
  });

  it('has no more priority calls in a row than the ratio lets, while others wait and nobody is past the limit', () => {
    inEveryScene((calls, { rules: { priorityInARow } }) => {
      if (priorityInARow === undefined) return;
      let run = 0;
      for (const { turn, others, late, why } of calls) {
        run = turn.priority === null ? 0 : run + 1;
        const forced = late.length > 0 || why === 'decided';
        const waits = others.some(({ priority }) => priority === null);
        if (!forced && waits) expect(run).toBeLessThanOrEqual(priorityInARow);
      }
    });
  });

  it('is whom a person put first, before share, ratio and age', () => {
    inEveryScene((calls) => {
      for (const { turn, others, why } of calls) {
        expect(why === 'decided').toBe(turn.first);
        if (!turn.first) expect(others.some(({ first }) => first)).toBe(false);
      }
    });
  });

  it('obeys the share before the ratio, and the ratio before age', () => {
    inEveryScene((calls, { rules: { priorityInARow } }) => {
      for (const { rule, turn, why, others } of calls) {
        if (rule === 'share') expect(why).toBe('past-limit');
        if (rule === 'ratio') {
          expect(turn.priority).toBeNull();
          expect(others.some(({ priority }) => priority !== null)).toBe(true);
          expect(priorityInARow).toBeDefined();
        }
      }
    });
  });
});

describe('a head start', () => {
  /** When each of the line is called: its place. */
  const placeOf = (story: Story, turnId: string, scene: Scene): number =>
    callAll(story, scene).findIndex(({ turn }) => turn.id === turnId);

  /** By age alone: neither share nor ratio. */
  const byAgeOnly = (each: Scene): Scene => ({
    ...each,
    between: 0,
    mains: 'closed',
    rules: { ...each.rules, waitingLimitMinutes: 1440, priorityInARow: undefined },
    comers: each.comers.map((one) => ({ ...one, decided: null })),
  });

  it('never makes anybody later, and taking it back gives the place that waiting gave', () => {
    fc.assert(
      fc.property(scene, fc.nat(17), (drawn, pick) => {
        const each = byAgeOnly(drawn);
        const plain = stage(each);
        const turns = waitingNow(plain).filter(({ priority }) => priority === null);
        const turn = turns[pick % Math.max(1, turns.length)];
        if (!turn) return;
        const { number } = plain.state.tickets.get(turn.ticketId) as { number: string };
        const give = (priority: 'elder' | 'veteran' | null): Step =>
          by(hallManager, prioritise(number, priority));
        const places = (['none', 'elder', 'veteran', 'back'] as const).map((kind) => {
          const story = stage(each);
          if (kind === 'back') story.take(give('veteran'), give(null));
          else if (kind !== 'none') story.take(give(kind));
          return placeOf(story, turn.id, each);
        });
        const [none = -1, elder = -1, veteran = -1, back] = places;
        expect(elder).toBeLessThanOrEqual(none);
        expect(veteran).toBeLessThanOrEqual(elder);
        expect(back).toBe(none);
      }),
      { numRuns: 40 },
    );
  });
});
