import { describe, expect, it } from 'vitest';
import { aheadOf } from '../../../server/src/domain/estimate.ts';
import { givenIn, type Story } from '../../support/given.ts';
import {
  callNext,
  cancel,
  finishAndCall,
  issue,
  issues,
  open,
  type Step,
  until,
} from '../../support/given-steps.ts';
import { comes } from './come.ts';
import { at, hallWithAppointments } from './support.ts';

const settings = hallWithAppointments();
/** No ratio and nobody past the limit: the order by time alone. */
const plain = hallWithAppointments({}, ({ rules }) => {
  rules.priorityInARow = undefined;
  rules.waitingLimitMinutes = 600;
});

/** Counter 1 calls all there are, at once. */
function order(story: Story): string[] {
  const called: string[] = [];
  let step: Step = callNext('c1');
  for (;;) {
    try {
      const [event] = story.take(step).slice(-1);
      if (event?.type === 'turn-called') called.push(event.data.turnId.replace('turn ', ''));
    } catch {
      return called;
    }
    step = finishAndCall('c1');
  }
}

describe('an appointment at ten among people who took a number', () => {
  // Ten minutes of head start: as if they had come at ten to ten.
  it('stands behind those who came before its time less the head start, and before those who came after', () => {
    const story = givenIn(
      plain,
      open('c1'),
      ...comes(at(9, 45), at(10), plain), // A001
      ...[until(at(9, 49)), issue('social')], // A002: before
      ...[until(at(9, 51)), issue('social')], // A003: after
      until(at(10)),
    );
    expect(order(story)).toEqual(['A002', 'A001', 'A003']);
  });

  it('is no better off for coming early: a later slot stands behind an earlier one', () => {
    const story = givenIn(
      plain,
      open('c1'),
      ...comes(at(10, 15), at(10, 30), plain),
      ...comes(at(10, 20), at(10), plain),
      until(at(10, 31)),
    );
    expect(order(story)).toEqual(['A002', 'A001']);
  });

  it('is called before its time when nobody else waits', () => {
    const story = givenIn(plain, open('c1'), ...comes(at(9, 46), at(10), plain));
    story.when(callNext('c1')).then({ type: 'turn-called', data: { turnId: 'turn A001' } });
    expect(story.turn('A001')).toMatchObject({ queuedAt: at(9, 46), calledAt: at(9, 46) });
  });

  it('waits for the figures from its slot, or from when it came, whichever is later', () => {
    const story = givenIn(plain, open('c1'), ...comes(at(9, 46), at(10), plain));
    story.take(...comes(at(10, 5), at(10), plain), until(at(10, 10)), callNext('c1'), finishAndCall('c1'));
    expect([story.turn('A001').queuedAt, story.turn('A002').queuedAt]).toEqual([at(10), at(10, 5)]);
  });

  it('that is given up before its time has not waited a negative time', () => {
    const story = givenIn(plain, ...comes(at(9, 46), at(10), plain), until(at(9, 50)), cancel('A001'));
    expect(story.turn('A001')).toMatchObject({ queuedAt: at(9, 50), endedAt: at(9, 50) });
  });

  it('tells who is before it, and is counted among them for others', () => {
    const story = givenIn(plain, ...issues('social', 2), ...comes(at(9, 46), at(10), plain), issue('social'));
    expect(aheadOf(story.state, plain, story.turn('A003'))).toBe(3);
    expect(aheadOf(story.state, plain, story.turn('A004'))).toBe(2);
  });

  it('that comes too late stands like anybody who comes now', () => {
    const story = givenIn(
      plain,
      open('c1'),
      until(at(10, 45)),
      issue('social'),
      ...comes(at(10, 45), at(10), plain),
      issue('social'),
    );
    expect(story.turn('A002').priority).toBeNull();
    expect(order(story)).toEqual(['A001', 'A002', 'A003']);
  });

  it('bends to the ratio of priority calls like every class, where the hall has one', () => {
    const many = hallWithAppointments({}, ({ services: [social], rules }) => {
      if (social?.appointments) social.appointments.perSlot = 9;
      rules.priorityInARow = 2;
    });
    const story = givenIn(
      many,
      open('c1'),
      ...[1, 2, 3].flatMap(() => comes(at(9, 55), at(10), many)),
      issue('social'),
      until(at(10)),
    );
    expect(order(story)).toEqual(['A001', 'A002', 'A004', 'A003']);
  });
});

describe('what was promised', () => {
  const closing = (afterLate: 'walk-up') =>
    hallWithAppointments({ afterLate }, (document) => {
      document.hours = { week: { saturday: [{ from: '09:00', to: '12:00' }] } };
      document.rules.lastNumberMinutes = 60;
    });

  it('holds after the last number of the half day was given', () => {
    const hours = closing('walk-up');
    const story = givenIn(hours, until(at(11, 30)));
    story.when(issue('social')).thenRefused('service-closed');
    story
      .when(...comes(at(11, 30), at(11, 30), hours))
      .then({ type: 'ticket-issued', data: { origin: 'appointment' } });
  });

  it('does not hold for who comes too late: then the hours are for them as for all', () => {
    const hours = closing('walk-up');
    givenIn(hours)
      .when(...comes(at(11, 30), at(10), hours))
      .thenRefused('service-closed');
  });

  it('is nothing that can be had by saying so', () => {
    givenIn(settings).when(issue('social', 'appointment')).thenRefused('unknown-priority');
  });
});
