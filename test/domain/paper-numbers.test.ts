import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperNumber } from '../../server/src/domain/command.ts';
import { linesOf } from '../../server/src/domain/queues.ts';
import { handlingOf } from '../../server/src/domain/state.ts';
import { DAY_STARTS_AT, given, givenIn, NINE, type Story } from '../support/given.ts';
import {
  by,
  callNext,
  callNumber,
  clerk,
  finish,
  HUB,
  hallManager,
  issue,
  issues,
  KIOSK,
  minutes,
  open,
  type Step,
  seconds,
  start,
  turn,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';

const MINUTE = 60_000;

/** A number that was written by hand so many minutes after nine, entered now. */
function enter(
  service: string,
  after: number,
  served: PaperNumber['served'] = null,
  priority: string | null = null,
): Step {
  const step = issue(service, priority);
  if (!('command' in step) || step.command.type !== 'issue') throw new Error('an issue');
  const paper: PaperNumber = { takenAt: NINE + after * MINUTE, markId: null, served };
  return { command: { ...step.command, origin: 'paper', paper }, by: hallManager };
}
const served = (more: Partial<NonNullable<PaperNumber['served']>> = {}): PaperNumber['served'] => ({
  counterId: 'c1',
  outcome: 'done',
  times: null,
  ...more,
});
const times = (from: number, to: number) => ({ from: NINE + from * MINUTE, to: NINE + to * MINUTE });
const inLine = ({ state }: Story, serviceId = 'social') =>
  [...linesOf(state.queues, serviceId)].flatMap(({ places }) => places.map(({ turnId }) => turnId));

describe('a number that was written by hand', () => {
  it('gets the next number, and stands in line by the time it was written', () => {
    // A001 at nine, A002 ten minutes later.
    const story = given(issue('social'), minutes(10), issue('social'), minutes(20));
    story.when(enter('social', 4)).then({
      type: 'ticket-issued',
      data: { number: 'A003', origin: 'paper', paper: { takenAt: NINE + 4 * MINUTE, markId: null } },
    });
    expect(inLine(story)).toEqual([turn('A001'), turn('A003'), turn('A002')]);
    expect(story.turn('A003')).toMatchObject({ queuedAt: NINE + 4 * MINUTE, orderAt: NINE + 4 * MINUTE });
    expect(story.state.tickets.get('ticket A003')).toMatchObject({ issuedAt: NINE + 4 * MINUTE });
  });

  it('takes nobody from a counter, and whoever came at the same moment before it stays before it', () => {
    const story = given(open('c1'), issue('social'), callNext('c1'), issue('social'), minutes(5));
    story.take(enter('social', 0));
    expect(story.turn('A001').phase).toMatchObject({ state: 'called', counterId: 'c1' });
    expect(inLine(story)).toEqual([turn('A002'), turn('A003')]);
  });

  it('may have a priority class, as any other', () => {
    const story = given(issue('social'), minutes(5), open('c1'), enter('social', 5, null, 'veteran'));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: turn('A002') } });
  });

  it.each([
    ['the hall’s clerks', clerk('wang')],
    ['a kiosk', KIOSK],
    ['a manager of figures', { kind: 'person', id: 'm', role: 'manager' } as const],
  ])('is not for %s to enter: it stands before others', (_, actor) => {
    given(minutes(5))
      .when(by(actor, enter('social', 1)))
      .thenRefused('not-allowed');
  });

  it('is of this day, and of no time to come', () => {
    const story = given(minutes(5));
    story.when(enter('social', 6)).thenRefused('wrong-time');
    story.when(enter('social', (DAY_STARTS_AT - NINE) / MINUTE - 1)).thenRefused('wrong-time');
    story.take(enter('social', (DAY_STARTS_AT - NINE) / MINUTE), enter('social', 5));
    expect(inLine(story)).toHaveLength(2);
  });

  it('was given when it was written: neither closing time nor a quota stands in its way', () => {
    const closed = hall({}, (document) => {
      document.hours = { week: { saturday: [{ from: '09:00', to: '09:30' }] } };
    });
    const story = givenIn(closed, minutes(40));
    story.when(issue('social')).thenRefused('service-closed');
    story.when(enter('social', 20)).then({ type: 'ticket-issued' });
    const full = givenIn(
      hall({}, (document) => {
        for (const service of document.services) service.quota = { morning: 1 };
      }),
      minutes(5),
    );
    full.take(issue('social'));
    full.when(enter('social', 3)).then({ type: 'ticket-issued' });
  });

  it('waited through an outage that lay in its wait', () => {
    const away: Step = {
      command: { type: 'record-outage', outageId: 'o', from: NINE, to: NINE + 10 * MINUTE, clean: false },
      by: HUB,
    };
    const story = given(issue('social'), minutes(10), away, minutes(5));
    story.take(enter('social', 9), enter('social', 12), enter('social', 2, served({ times: times(4, 14) })));
    const met = (number: string) => story.turn(number).metOutage;
    expect([met('A002'), met('A003'), met('A004')]).toEqual([['wait'], [], ['wait', 'handling']]);
  });

  it('comes in its turn, whenever it is entered: those of a service and class are called by their times', () => {
    const comer = fc.record({ after: fc.nat(30), paper: fc.boolean(), wait: fc.nat(90) });
    fc.assert(
      fc.property(fc.array(comer, { minLength: 2, maxLength: 10 }), (comers) => {
        const story = given(minutes(30), open('c1'));
        for (const { after, paper, wait } of comers)
          story.take(seconds(wait), paper ? enter('social', after) : issue('social'));
        const called: [number, number][] = [];
        for (const _ of comers) {
          const [event] = story.take(callNext('c1'));
          const id = event?.type === 'turn-called' ? event.data.turnId : '';
          const { orderAt, orderSeq } = story.turn(id.replace('turn ', ''));
          called.push([orderAt, orderSeq]);
          story.take(start('c1'), finish('c1'));
        }
        expect(called).toEqual([...called].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a number whose holder was served before it was entered', () => {
  it('is a turn with its outcome, and of what nobody noted nothing is made up', () => {
    const story = given(open('c1'), minutes(30));
    story
      .when(enter('social', 4, served({ outcome: 'accepted' })))
      .then({ type: 'ticket-issued' }, { type: 'turn-entered', data: { turnId: turn('A001'), times: null } });
    const entered = story.turn('A001');
    expect(entered).toMatchObject({
      phase: { state: 'ended', ending: 'served', outcome: 'accepted' },
      ...{ counterId: 'c1', counterNumber: 1, calledAt: null, startedAt: null, endedAt: null, calls: 0 },
    });
    expect(handlingOf(entered)).toBeNull();
    expect(inLine(story)).toEqual([]);
    expect(story.state.served).toBe(1);
  });

  it('has its wait and its handling where the times were noted', () => {
    const story = given(minutes(30), enter('social', 4, served({ times: times(10, 18) })));
    const entered = story.turn('A001');
    expect((entered.calledAt ?? 0) - entered.queuedAt).toBe(6 * MINUTE);
    expect(handlingOf(entered)).toBe(8 * MINUTE);
  });

  it('names the clerk who has held that counter ever since, and nobody by guess', () => {
    const story = given(minutes(10), open('c1'), minutes(20));
    story.take(
      enter('social', 2, served({ times: times(12, 15) })),
      enter('social', 2, served()),
      enter('social', 12, served()),
      enter('social', 12, served({ counterId: 'c2' })),
      enter('social', 12, served({ counterId: null })),
    );
    const whose = ['A001', 'A002', 'A003', 'A004', 'A005'].map((number) => story.turn(number).clerkId);
    expect(whose).toEqual(['clerk of c1', null, 'clerk of c1', null, null]);
  });

  it('leaves the customer at that counter alone, and its estimates', () => {
    const story = given(issue('social'), open('c1'), callNumber('c1', 'A001'), start('c1'), minutes(30));
    const { handling } = structuredClone(story.state);
    story.take(enter('social', 1, served({ times: times(2, 3) })));
    expect(story.state.counters.get('c1')).toMatchObject({ open: { turnId: turn('A001') }, served: 0 });
    expect(story.state.handling).toEqual(handling);
  });

  it.each([
    ['began before it was written', times(3, 9), 'wrong-time'],
    ['ended before it began', times(9, 8), 'wrong-time'],
    ['is to end', times(9, 31), 'wrong-time'],
  ] as const)('is refused where service %s', (_, noted, code) => {
    given(minutes(30))
      .when(enter('social', 4, served({ times: noted })))
      .thenRefused(code);
  });

  it('is refused at a counter that is none', () => {
    given(minutes(30))
      .when(enter('social', 4, served({ counterId: 'c9' })))
      .thenRefused('unknown-counter');
  });

  it('does not keep others waiting any longer', () => {
    const story = given(open('c1'), ...issues('social', 2), minutes(30));
    story.take(enter('social', 0, served()));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: turn('A001') } });
  });
});
