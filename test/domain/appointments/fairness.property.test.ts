import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../server/src/domain/settings.ts';
import { givenIn, type Story } from '../../support/given.ts';
import { callNext, finishAndCall, issue, open, until } from '../../support/given-steps.ts';
import { comes } from './come.ts';
import { at, hallWithAppointments } from './support.ts';

const MINUTE = 60_000;
const HEAD_START = 10 * MINUTE;

/** Somebody who comes at `minute` after nine: with an appointment for a slot, or without. */
interface Visitor {
  minute: number;
  /** null: no appointment; else its slot begins so many half hours after nine. */
  slot: number | null;
}
const visitor: fc.Arbitrary<Visitor> = fc.record({
  minute: fc.nat(120),
  slot: fc.option(fc.nat(5), { freq: 2 }),
});
/** After how many visitors the counter calls somebody. */
const visits = fc.tuple(
  fc.array(visitor, { minLength: 4, maxLength: 24 }),
  fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
);

interface Came {
  number: string;
  cameAt: number;
  /** null: without an appointment, or too late for it. */
  slotAt: number | null;
  calledAt: number;
  queuedAt: number;
  /** Events of the day: who came before whom, also within one minute. */
  cameSeq: number;
  calledSeq: number;
}

type Waits = Omit<Came, 'calledAt' | 'queuedAt' | 'calledSeq'>;

/** Lives such a morning at one counter, and calls everybody at the end. Answers all who got a number, in the order they were called. */
function live(settings: Settings, [visitors, calls]: [Visitor[], boolean[]]): Came[] {
  const story = givenIn(settings, open('c1'));
  const came = new Map<string, Waits>();
  const order: Came[] = [];
  const inOrder = [...visitors].sort((a, b) => a.minute - b.minute);
  inOrder.forEach(({ minute, slot }, index) => {
    const now = at(9, minute);
    const slotAt = slot === null ? null : at(9, slot * 30);
    const steps = slotAt === null ? [until(now), issue('social')] : maybe(() => comes(now, slotAt, settings));
    const [event] = steps ? story.take(...steps) : [];
    if (event?.type === 'ticket-issued') {
      const { number, appointment } = event.data;
      const inTime = appointment !== undefined && appointment.arrival !== 'too-late';
      came.set(number, { number, cameAt: now, slotAt: inTime ? slotAt : null, cameSeq: story.state.seq });
    }
    if (calls[index]) call(story, came, order);
  });
  story.take(until(at(12)));
  while (call(story, came, order));
  return order;
}

/** A step that a rule refuses (too early) is somebody who went home. */
function maybe<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function call(story: Story, came: Map<string, Waits>, order: Came[]): boolean {
  const [event] =
    maybe(() => story.take(callNext('c1'))) ?? maybe(() => story.take(finishAndCall('c1')).slice(-1)) ?? [];
  if (event?.type !== 'turn-called') return false;
  const number = event.data.turnId.replace('turn ', '');
  const visitor = came.get(number);
  const { queuedAt } = story.turn(number);
  if (visitor) order.push({ ...visitor, queuedAt, calledAt: story.now(), calledSeq: story.state.seq });
  return true;
}

/** Everybody who was passed over by somebody: both were there when the other was called. */
function* passedOver(order: Came[]): Iterable<{ first: Came; second: Came }> {
  for (const [index, first] of order.entries()) {
    for (const second of order.slice(index + 1)) {
      if (second.cameSeq < first.calledSeq) yield { first, second };
    }
  }
}

const fair = hallWithAppointments({}, ({ services: [social], rules }) => {
  if (social?.appointments) social.appointments.perSlot = 100;
  rules.priorityInARow = undefined;
  rules.waitingLimitMinutes = 24 * 60;
});
const contended = hallWithAppointments({}, ({ services: [social], rules }) => {
  if (social?.appointments) social.appointments.perSlot = 100;
  rules.priorityInARow = 1;
  rules.waitingLimitMinutes = 15;
});

describe('whoever comes when, with an appointment or without,', () => {
  it('is served by the time of the slot, less the head start, among those who came by themselves', () => {
    let met = 0;
    fc.assert(
      fc.property(visits, (morning) => {
        for (const { first, second } of passedOver(live(fair, morning))) {
          const walkUpFirst = first.slotAt === null && second.slotAt !== null;
          const appointmentFirst = first.slotAt !== null && second.slotAt === null;
          // In time, nobody stands behind somebody who came after their slot.
          if (walkUpFirst) expect(first.cameAt).toBeLessThanOrEqual((second.slotAt as number) - HEAD_START);
          // And no appointment makes somebody wait who came before its slot and head start.
          if (appointmentFirst)
            expect(second.cameAt).toBeGreaterThanOrEqual((first.slotAt as number) - HEAD_START);
          met += Number(walkUpFirst || appointmentFirst);
        }
      }),
      { numRuns: 50 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it.each([
    ['by time alone', fair],
    ['also where ratio and waiting limit contend', contended],
  ])(
    'stands by the slot among appointments, and first come, first served among the others: %s',
    (_, settings) => {
      fc.assert(
        fc.property(visits, (morning) => {
          for (const { first, second } of passedOver(live(settings, morning))) {
            if (first.slotAt !== null && second.slotAt !== null)
              expect(first.slotAt).toBeLessThanOrEqual(second.slotAt);
            if (first.slotAt === null && second.slotAt === null)
              expect(first.cameAt).toBeLessThanOrEqual(second.cameAt);
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  it('has waited since they came or since their slot, whichever is later, and never a negative time', () => {
    fc.assert(
      fc.property(visits, (morning) => {
        for (const { cameAt, slotAt, queuedAt, calledAt } of live(fair, morning)) {
          expect(queuedAt).toBe(Math.min(calledAt, Math.max(cameAt, slotAt ?? 0)));
        }
      }),
      { numRuns: 30 },
    );
  });
});
