import type { Rules } from '@jiaohao/shared/contract/hall.ts';
import fc from 'fast-check';

/**
 * What people and time may do to a hall, in the abstract: `pick` chooses among what is there when the
 * action comes, so that random sequences meet real tickets and get far into a day.
 */
export type Action =
  | { kind: 'wait'; seconds: number }
  | { kind: 'end-of-day' }
  | { kind: 'outage'; minutes: number; clean: boolean }
  | { kind: 'paper'; service: number; minutes: number; served: boolean }
  | { kind: 'issue'; service: number; priority: number }
  | { kind: 'cancel' | 'reprint'; pick: number }
  | { kind: 'ask-rating'; pick: number; turn: TurnNamed }
  | { kind: 'open'; counter: number; clerk: number }
  | { kind: 'change-counter'; counter: number; pick: number; leave: number; means: Means }
  | { kind: 'relieve'; counter: number; clerk: number; stranger: boolean }
  | { kind: 'pause' | 'resume' | 'close'; counter: number; stranger: boolean }
  | { kind: 'call-next'; counter: number; finish: boolean; means: Means; stranger: boolean }
  | { kind: 'call-number' | 'return'; counter: number; pick: number; missed: boolean }
  | { kind: 'recall' | 'start' | 'finish' | 'no-show'; counter: number; means: Means; stranger: boolean }
  | { kind: 'press'; counter: number; level: number; means: Means | 'last-served' }
  | { kind: 'press-by-phone'; pick: number; level: number; turn: TurnNamed }
  | { kind: 'explain'; counter: number; by: 'pad' | 'phone' }
  | { kind: 'issue-several'; service: number; further: number }
  | { kind: 'walk-in' | 'change-service' | 'add-service'; counter: number; service: number }
  | { kind: 'take-here'; counter: number; pick: number }
  | { kind: 'park'; counter: number; minutes: number | null; stranger: boolean }
  | { kind: 'resume-ticket'; counter: number; pick: number }
  | ({ kind: 'transfer'; counter: number; back: boolean } & To)
  | ({ kind: 'move'; pick: number } & To)
  | { kind: 'undo'; counter: number; stranger: boolean }
  | { kind: 'preview'; counter: number }
  /** 4: of every service. */
  | { kind: 'void'; service: number }
  | { kind: 'begin-emergency'; power: boolean }
  | { kind: 'end-emergency' }
  | { kind: 'announce'; preset: boolean; minutes: number }
  | { kind: 'withdraw'; pick: number }
  | { kind: 'tell'; pick: number; service: number; version: number };

interface To {
  service: number;
  /** 4: no counter is named. */
  toCounter: number;
  place: 'old' | 'end' | 'next';
}

/** Which turn the caller says it means: the one in hand, none at all, or some other. */
type Means = 'in-hand' | 'unsaid' | 'another';

/** Which turn a phone names: none, one of its ticket's that was served, any of its ticket's, or anybody's. */
type TurnNamed = 'unsaid' | 'served' | 'own' | 'any';

/** Counters: the four of the test hall, and rarely one that is not there. */
const counter = fc.oneof({ weight: 30, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(4) });
const pick = fc.nat(200);
const level = fc.integer({ min: 1, max: 5 });
const named = fc.constantFrom<TurnNamed>('unsaid', 'served', 'served', 'own', 'any');
const stranger = fc.nat(19).map((roll) => roll === 19);
const means = fc.nat(9).map((roll): Means => (roll === 9 ? 'another' : roll < 5 ? 'in-hand' : 'unsaid'));

const of = <K extends Action['kind'], R extends object>(
  kind: K,
  rest: { [P in keyof R]: fc.Arbitrary<R[P]> },
) => fc.record({ kind: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<{ kind: K } & R>;

const service = fc.nat(3);
const to = { service, toCounter: fc.nat(4), place: fc.constantFrom('old', 'end', 'next') } as const;

/** Anything at all, weighed so that lines grow, counters are mostly busy and every kind of action comes. */
const anything: fc.Arbitrary<Action> = fc.oneof(
  { weight: 14, arbitrary: of('issue', { service: fc.nat(3), priority: fc.nat(5) }) },
  { weight: 9, arbitrary: of('wait', { seconds: fc.constantFrom(1, 10, 10, 21, 61, 300, 1000, 1900) }) },
  { weight: 10, arbitrary: of('call-next', { counter, finish: fc.boolean(), means, stranger }) },
  { weight: 6, arbitrary: of('open', { counter, clerk: fc.nat(4) }) },
  { weight: 5, arbitrary: of('finish', { counter, means, stranger }) },
  { weight: 4, arbitrary: of('start', { counter, means, stranger }) },
  { weight: 4, arbitrary: of('no-show', { counter, means, stranger }) },
  { weight: 3, arbitrary: of('return', { counter, pick, missed: fc.nat(9).map((roll) => roll < 9) }) },
  { weight: 3, arbitrary: of('call-number', { counter, pick, missed: fc.boolean() }) },
  {
    weight: 7,
    arbitrary: of('press', { counter, level, means: fc.oneof(means, fc.constant('last-served' as const)) }),
  },
  { weight: 2, arbitrary: of('press-by-phone', { pick, level, turn: named }) },
  { weight: 3, arbitrary: of('explain', { counter, by: fc.constantFrom('pad', 'pad', 'phone') }) },
  { weight: 1, arbitrary: of('recall', { counter, means, stranger }) },
  { weight: 2, arbitrary: of('cancel', { pick }) },
  { weight: 1, arbitrary: of('ask-rating', { pick, turn: named }) },
  { weight: 1, arbitrary: of('reprint', { pick }) },
  { weight: 4, arbitrary: of('change-counter', { counter, pick, leave: fc.nat(4), means }) },
  { weight: 1, arbitrary: of('pause', { counter, stranger }) },
  { weight: 1, arbitrary: of('resume', { counter, stranger }) },
  { weight: 3, arbitrary: of('relieve', { counter, clerk: fc.nat(6), stranger }) },
  { weight: 1, arbitrary: of('close', { counter, stranger }) },
  { weight: 2, arbitrary: of('issue-several', { service, further: fc.nat(3) }) },
  { weight: 1, arbitrary: of('walk-in', { counter, service }) },
  { weight: 1, arbitrary: of('change-service', { counter, service }) },
  { weight: 1, arbitrary: of('add-service', { counter, service }) },
  { weight: 1, arbitrary: of('take-here', { counter, pick }) },
  { weight: 3, arbitrary: of('park', { counter, minutes: fc.constantFrom(null, 1, 10), stranger }) },
  { weight: 3, arbitrary: of('resume-ticket', { counter, pick }) },
  { weight: 4, arbitrary: of('transfer', { counter, back: fc.boolean(), ...to }) },
  { weight: 2, arbitrary: of('move', { pick, ...to }) },
  { weight: 4, arbitrary: of('undo', { counter, stranger: fc.boolean() }) },
  { weight: 2, arbitrary: of('preview', { counter }) },
  { weight: 1, arbitrary: of('void', { service: fc.nat(4) }) },
  { weight: 1, arbitrary: of('announce', { preset: fc.boolean(), minutes: fc.constantFrom(1, 30) }) },
  { weight: 1, arbitrary: of('withdraw', { pick }) },
  { weight: 2, arbitrary: of('tell', { pick, service, version: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: of('paper', { service, minutes: fc.nat(30), served: fc.nat(3).map((n) => n === 0) }),
  },
  { weight: 1, arbitrary: of('outage', { minutes: fc.constantFrom(0.5, 3, 40, 90), clean: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end-of-day' } as const) },
);

/** In a hall that is held: many who would come back or fall due, and queues that are sent home. */
const meanwhile: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: anything },
  { weight: 1, arbitrary: of('return', { counter, pick, missed: fc.constant(true) }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Action>({ kind: 'wait', seconds: 61 }, { kind: 'wait', seconds: 1000 }),
  },
  { weight: 1, arbitrary: of('void', { service: fc.nat(4) }) },
);

/** A rush: few counters, long lines, many with priority, so that the rules of "who is next" contend. */
const oneKey = fc.constant({ finish: true, means: 'unsaid', stranger: false } as const);
const busy = fc.constantFrom(0, 0, 2);
const rush: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: of('issue', { service: fc.constantFrom(0, 0, 0, 1), priority: fc.nat(5) }) },
  { weight: 6, arbitrary: of('wait', { seconds: fc.constantFrom(1, 60, 200, 400) }) },
  {
    weight: 12,
    arbitrary: fc
      .tuple(busy, oneKey)
      .map(([at, key]) => ({ kind: 'call-next', counter: at, ...key }) as const),
  },
  { weight: 1, arbitrary: of('call-number', { counter: busy, pick, missed: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: busy.map(
      (at) => ({ kind: 'no-show', counter: at, means: 'unsaid', stranger: false }) as const,
    ),
  },
  { weight: 3, arbitrary: of('return', { counter: busy, pick, missed: fc.constant(true) }) },
  { weight: 1, arbitrary: of('cancel', { pick }) },
  { weight: 1, arbitrary: of('preview', { counter: busy }) },
);

/** Rules under which the policy's parts meet within an hour of a small hall's life. */
export const rules: fc.Arbitrary<Partial<Rules>> = fc
  .record({
    waitingLimitMinutes: fc.constantFrom(5, 15, 30),
    share: fc.constantFrom([1, 1], [1, 3], [2, 3], [3, 5]),
    priorityInARow: fc.constantFrom(undefined, 1, 2),
    backupJoinsAfterMinutes: fc.constantFrom(0, 5, 20),
    pressesStart: fc.boolean(),
    missedReturnsBehind: fc.constantFrom(0, 1, 3),
    missed: fc.constantFrom(
      undefined,
      undefined,
      { policy: 'void' } as const,
      { policy: 'keep', count: 2 } as const,
      { policy: 'places', count: 2, voidAfter: 2 } as const,
      { policy: 'minutes', count: 10 } as const,
    ),
  })
  .map(({ share: [take = 1, of = 1], ...rest }) => ({ ...rest, starvationShare: { take, of } }));

const opened = (counters: readonly number[]): Action[] =>
  counters.map((at) => ({ kind: 'open', counter: at, clerk: at }));
const many = { minLength: 36, maxLength: 56, size: 'max' } as const;

/** Some counters are opened, then anything, or a rush. */
const usual: fc.Arbitrary<Action[]> = fc.oneof(
  fc
    .tuple(fc.subarray([0, 1, 2, 3]), fc.array(anything, many))
    .map(([open, actions]) => [...opened(open), ...actions]),
  fc
    .tuple(fc.subarray([0, 2], { minLength: 1 }), fc.array(rush, many))
    .map(([open, actions]) => [...opened(open), ...actions]),
  // Held for a part of the day only: chance alone would hold the hall for most of it.
  fc
    .tuple(
      fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      fc.array(fc.oneof(anything, rush), { minLength: 14, maxLength: 24, size: 'max' }),
      fc.array(of('begin-emergency', { power: fc.boolean() }), { minLength: 1, maxLength: 2 }),
      fc.array(meanwhile, { minLength: 8, maxLength: 16, size: 'max' }),
      fc.array(anything, { minLength: 8, maxLength: 16, size: 'max' }),
    )
    .map(([open, before, begun, held, after]): Action[] => [
      ...opened(open),
      ...before,
      ...begun,
      ...held,
      { kind: 'end-emergency' },
      ...after,
    ]),
  // Somebody has two services, says at the pad how the first was, and by phone again after the second; chance alone
  // seldom gets as far as the reasons.
  fc
    .tuple(fc.constantFrom(1, 5), fc.array(anything, { maxLength: 20, size: 'max' }))
    .map(([level, actions]): Action[] => [
      ...opened([0, 2]),
      { kind: 'issue-several', service: 0, further: 1 },
      { kind: 'call-next', counter: 0, finish: false, means: 'unsaid', stranger: false },
      { kind: 'finish', counter: 0, means: 'unsaid', stranger: false },
      { kind: 'wait', seconds: 10 },
      { kind: 'ask-rating', pick: 0, turn: 'unsaid' },
      { kind: 'press', counter: 0, level, means: 'last-served' },
      { kind: 'explain', counter: 0, by: 'pad' },
      { kind: 'call-next', counter: 2, finish: false, means: 'unsaid', stranger: false },
      { kind: 'finish', counter: 2, means: 'unsaid', stranger: false },
      { kind: 'ask-rating', pick: 0, turn: 'served' },
      { kind: 'press-by-phone', pick: 0, level, turn: 'served' },
      ...actions,
    ]),
);

/** What chance seldom gets to: the hub goes in the middle of business, a range ends, nobody finishes for two days. */
const rare = fc
  .tuple(fc.constantFrom(3, 40), fc.boolean(), fc.array(anything, { maxLength: 20, size: 'max' }))
  .map(([minutes, clean, actions]): Action[] => [
    ...opened([0]),
    { kind: 'issue', service: 0, priority: 0 },
    { kind: 'call-next', counter: 0, finish: false, means: 'unsaid', stranger: false },
    { kind: 'start', counter: 0, means: 'unsaid', stranger: false },
    ...Array.from({ length: 6 }, () => ({ kind: 'issue', service: 2, priority: 0 }) as const),
    { kind: 'outage', minutes, clean },
    { kind: 'paper', service: 0, minutes: 1, served: clean },
    ...actions,
    { kind: 'end-of-day' },
    { kind: 'end-of-day' },
  ]);

/** What happens in a hall. */
export const sequence: fc.Arbitrary<Action[]> = fc.oneof(
  { weight: 30, arbitrary: usual },
  { weight: 1, arbitrary: rare },
);
