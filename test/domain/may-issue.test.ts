import type { HallSettings, Service } from '@jiaohao/shared/contract/hall.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainError } from '../../server/src/domain/errors.ts';
import type { Actor } from '../../server/src/domain/event.ts';
import { createGate } from '../../server/src/domain/issue-gate.ts';
import { given, givenIn, NINE, type Story } from '../support/given.ts';
import {
  by,
  callNext,
  cancel,
  clerk,
  finish,
  hallManager,
  issue,
  issueAllTheSame,
  issueFor,
  issues,
  issueTo,
  KIOSK,
  minutes,
  open,
  type Step,
  seconds,
  until,
} from '../support/given-steps.ts';
import { hall } from '../support/hall.ts';
import { anyHours, WORKDAY, WORKWEEK } from '../support/hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The stories' day is a Saturday: a working one here, when the next opening is on Monday. */
const SATURDAY = { ...WORKWEEK, saturday: WORKDAY };

const social = (part: Partial<Service>, rules = {}, edit: (document: HallSettings) => void = () => {}) =>
  hall(rules, (document) => {
    document.hours = { week: SATURDAY };
    Object.assign(document.services[0]!, part);
    edit(document);
  });
const at = (hours: number, minute = 0) => until(NINE + (hours - 9) * HOUR + minute * MINUTE);
const closed = ({ state, settings, now }: Story, serviceId = 'social') =>
  createGate(state, settings, now()).closed(serviceId);
const when = (story: Story, serviceId?: string) => {
  const found = closed(story, serviceId);
  return found && [found.reason, found.opensAt === null ? null : (found.opensAt - NINE) / HOUR + 9];
};

describe('outside the opening hours', () => {
  it('no number is given, and it is said from when on one is', () => {
    const story = givenIn(social({}));
    expect(when(story)).toBeNull();
    story.when(at(12), issue('social')).thenRefused('service-closed');
    expect(when(story)).toEqual(['break', 13.5]);
    story.when(at(13, 30), issue('social')).then({ type: 'ticket-issued' });
    story.when(at(17), issue('social')).thenRefused('service-closed');
    expect(when(story)).toEqual(['after-closing', 9 + 48]);
  });

  it('a refusal tells tools and people what the kiosk shows', () => {
    const story = givenIn(social({}), at(12, 15));
    const refusal = (() => {
      try {
        return story.take(issue('social'));
      } catch (error) {
        return error as DomainError;
      }
    })() as DomainError;
    expect(refusal.details).toEqual({
      reason: 'break',
      opensAt: NINE + 4.5 * HOUR,
      now: story.now(),
      timeZone: 'Asia/Shanghai',
    });
  });

  it('clerks call who waits, and nobody who waits is dropped', () => {
    const story = givenIn(social({}), ...issues('social', 2), open('c1'), at(12, 30), callNext('c1'));
    story.take(at(19));
    expect(story.turn('A001').phase.state).toBe('called');
    expect(story.turn('A002').phase.state).toBe('waiting');
  });

  it('a service with hours of its own keeps to those', () => {
    const story = givenIn(
      social({ hours: { week: { saturday: [{ from: '10:00', to: '11:00' }] } } }),
      at(9, 30),
    );
    expect(when(story)).toEqual(['before-opening', 10]);
    expect(when(story, 'medical')).toBeNull();
    story.take(at(11, 30));
    expect(when(story)).toEqual(['after-closing', 10 + 7 * 24]);
  });
});

describe('the last number before closing', () => {
  it('is given so many minutes before lunch and before the end', () => {
    const story = givenIn(social({}, { lastNumberMinutes: 30 }), at(11, 29), issue('social'));
    story.when(minutes(1), issue('social')).thenRefused('service-closed');
    expect(when(story)).toEqual(['last-number', 13.5]);
    story.take(at(16, 30));
    expect(when(story)).toEqual(['last-number', 9 + 48]);
  });

  it('is the service’s own matter where it says so', () => {
    const story = givenIn(social({ lastNumberMinutes: 0 }, { lastNumberMinutes: 30 }), at(11, 59));
    expect(when(story)).toBeNull();
    expect(when(story, 'medical')).toEqual(['last-number', 13.5]);
  });
});

describe('a quota', () => {
  const quota = { morning: 2, afternoon: 1 };

  it('counts the numbers of each half day', () => {
    const story = givenIn(social({ quota }), ...issues('social', 2), issue('medical'));
    story.when(issue('social')).thenRefused('quota-used');
    expect(when(story)).toEqual(['quota-used', 13.5]);
    story.take(at(13, 30), issue('social'));
    story.when(issue('social')).thenRefused('quota-used');
    expect(when(story)).toEqual(['quota-used', 9 + 48]);
  });

  it('holds without opening hours too, from noon on or where the hall says', () => {
    const without = (rules = {}) =>
      givenIn(
        hall(rules, ({ services }) => Object.assign(services[0]!, { quota: { morning: 1 } })),
        issue('social'),
      );
    expect(when(without())).toEqual(['quota-used', 12]);
    expect(when(without({ afternoonFrom: '13:00' }))).toEqual(['quota-used', 13]);
  });

  it('gets back what is given up, but not what was called', () => {
    const story = givenIn(
      social({ quota: { morning: 1 } }),
      issue('social'),
      cancel('A001'),
      issue('social'),
    );
    expect(when(story)).toEqual(['quota-used', 13.5]);
    story.take(open('c1'), callNext('c1'));
    expect(when(story)).toEqual(['quota-used', 13.5]);
  });

  it('of none leaves that half day out', () => {
    const story = givenIn(social({ quota: { morning: 0 } }), at(16), at(17, 30));
    expect(when(story)).toEqual(['after-closing', 13.5 + 48]);
  });
});

describe('a range of numbers at its end', () => {
  it('opens again with the next day', () => {
    const story = givenIn(
      social({}, {}, ({ services }) => {
        services[2]!.lastNumber = 1;
      }),
      issue('property'),
    );
    expect(when(story, 'property')).toEqual(['exhausted', 9 + 48]);
    story.when(issue('property')).thenRefused('numbers-exhausted');
    story.when(issueFor('medical', 'property')).thenRefused('numbers-exhausted');
  });
});

describe('a hall manager', () => {
  it('may give a number all the same, and the log says what stood in the way', () => {
    const story = givenIn(social({ quota: { morning: 0 } }), at(12, 10));
    story
      .when(issueAllTheSame('social'))
      .then({ type: 'ticket-issued', data: { override: 'break' } })
      .when(at(13, 30), issueAllTheSame('social'))
      .then({ type: 'ticket-issued', data: {} });
    expect(story.events.at(-1)!.event.data).not.toHaveProperty('override');
  });

  it('has to say so: by itself a number out of hours is refused to everybody', () => {
    givenIn(social({}), at(12, 10))
      .when(by(hallManager, issue('social')))
      .thenRefused('service-closed');
  });

  it('is the only one who may', () => {
    for (const actor of [KIOSK, clerk('li')]) {
      givenIn(social({}), at(12, 10)).when(issueAllTheSame('social', actor)).thenRefused('not-allowed');
    }
  });

  it('has no numbers to give where the range is at its end', () => {
    given(...issues('property', 5))
      .when(issueAllTheSame('property'))
      .thenRefused('numbers-exhausted');
  });
});

describe('a kiosk that has to cool down', () => {
  const cool = () => givenIn(hall({ coolDownSeconds: 10 }), issue('social'));
  const other: Actor = { kind: 'device', id: 'another kiosk' };

  it('gives no further number so soon after one, of whatever service', () => {
    const story = cool().when(seconds(9), issue('medical')).thenRefused('too-soon');
    story.when(seconds(1), issue('medical')).then({ type: 'ticket-issued' });
  });

  it('holds up neither another kiosk nor staff', () => {
    cool()
      .when(by(other, issue('social')))
      .then({ type: 'ticket-issued' });
    cool()
      .when(by(clerk('li'), issue('social')))
      .then({ type: 'ticket-issued' });
  });
});

describe('so many numbers at a time for one person', () => {
  const limited = (most: number, ...steps: Step[]) =>
    givenIn(hall({ liveNumbersPerHolder: { most, kinds: ['phone'] } }), ...steps);

  it('are given, and no more', () => {
    limited(2, issueTo('social', []), issueTo('social', ['A001']))
      .when(issueTo('medical', ['A001', 'A002']))
      .thenRefused('holder-limit')
      .when(issueTo('medical', []))
      .then({ type: 'ticket-issued' });
  });

  it('are free again for who gave up or was served', () => {
    const taken = () => limited(1, issueTo('social', []), open('c1'));
    taken()
      .when(cancel('A001'), issueTo('social', ['A001']))
      .then({ type: 'ticket-issued' });
    const called = taken();
    called.take(callNext('c1'));
    called
      .when(issueTo('social', ['A001']))
      .thenRefused('holder-limit')
      .when(finish('c1'), issueTo('social', ['A001']))
      .then({ type: 'ticket-issued' });
  });

  it('count as long as one of several services is still to come', () => {
    const further = [{ turnId: 'turn of B', serviceId: 'medical' }];
    limited(1, issueTo('social', [], { further }), open('c1'), callNext('c1'), finish('c1'))
      .when(issueTo('social', ['A001']))
      .thenRefused('holder-limit');
  });

  it('count nothing that is not of this day', () => {
    limited(1)
      .when(issueTo('social', ['A777']))
      .then({ type: 'ticket-issued' });
  });

  it('need a person to be told: a kiosk asks, staff may leave it out, and the log says so', () => {
    const story = limited(1).when(issue('social')).thenRefused('holder-needed');
    story
      .when(by(clerk('li'), issue('social')))
      .then({ type: 'ticket-issued', data: { withoutHolder: true } });
    expect(limited(1).take(issueTo('social', []))[0]!.data).not.toHaveProperty('withoutHolder');
  });

  it('are exceeded by a hall manager who says so', () => {
    const story = limited(1, issueTo('social', []));
    story.when(by(hallManager, issueTo('social', ['A001']))).thenRefused('holder-limit');
    story
      .when(by(hallManager, issueTo('social', ['A001'], { override: true })))
      .then({ type: 'ticket-issued', data: { override: 'holder-limit' } });
  });

  it('are nobody’s matter in a hall that does not limit them', () => {
    expect(given().take(by(clerk('li'), issue('social')))[0]!.data).not.toHaveProperty('withoutHolder');
  });
});

describe('a ticket for several services', () => {
  const further = [{ turnId: 'turn of B', serviceId: 'medical' }];
  const settings = hall({}, ({ services }) => Object.assign(services[1]!, { quota: { morning: 1 } }));
  const both = issueTo('social', [], { further });

  it('takes one of the quota of each, and needs a number of each to be had', () => {
    givenIn(settings, both)
      .when(issueTo('social', [], { further: [{ turnId: 'another', serviceId: 'medical' }] }))
      .thenRefused('quota-used')
      .when(issue('medical'))
      .thenRefused('quota-used');
  });

  it('goes on counting when its second service begins', () => {
    givenIn(settings, both, open('c1'), callNext('c1'), finish('c1'))
      .when(issue('medical'))
      .thenRefused('quota-used');
  });
});

describe('whatever the hours and quotas', () => {
  it('the gate agrees with the clock, and opens at the first moment it can', () => {
    const some = fc.option(fc.constantFrom(0, 1), { nil: undefined });
    fc.assert(
      fc.property(
        anyHours,
        fc.constantFrom(0, 15, 30, 60),
        some,
        some,
        fc.integer({ min: 0, max: 24 * 4 * 5 - 1 }),
        (hours, lastNumberMinutes, morning, afternoon, step) => {
          const settings = hall({ lastNumberMinutes }, (document) => {
            document.hours = hours;
            Object.assign(document.services[0]!, { quota: { morning, afternoon } });
          });
          // Nothing is given yet, so of the quotas only "none at all" can bite.
          const { state } = given();
          const start = Date.parse('2026-11-21T03:00+08:00');
          const quarter = 15 * MINUTE;
          const possible = (moment: number) => {
            const local = new Date(moment + 8 * HOUR);
            const half = local.getUTCHours() >= 3 && local.getUTCHours() < 12 ? morning : afternoon;
            for (const { from, to } of settings.opening.runs('social', moment)) {
              if (from > moment) return false;
              if (from <= moment && moment < to - lastNumberMinutes * MINUTE) return half !== 0;
            }
            return false;
          };
          const now = start + step * quarter;
          const found = createGate(state, settings, now).closed('social');
          expect(found === null).toBe(possible(now));
          if (found === null) return;
          const { opensAt } = found;
          for (let moment = now; moment < Math.min(opensAt ?? Infinity, now + 26 * HOUR); moment += quarter)
            expect(possible(moment)).toBe(false);
          if (opensAt !== null) expect(possible(opensAt)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
