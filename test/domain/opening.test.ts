import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import type { OpeningHours } from '@jiaohao/shared/contract/hours.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpening, type Opening } from '../../server/src/domain/opening.ts';
import { hallDocument } from '../support/hall.ts';
import { anyHours, WORKDAY, WORKWEEK } from '../support/hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Saturday 2026-11-21 and the days about it, by the clock of Shanghai. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const said = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

function opening(
  hours: OpeningHours | undefined,
  edit: (document: HallSettings) => void = () => {},
): Opening {
  const document = hallDocument();
  document.hours = hours;
  edit(document);
  return createOpening(document);
}

function look(of: Opening, when: string, serviceId: string | null = null) {
  const { state, opensAt, closesAt } = of.stateAt(serviceId, at(when));
  return [state, said(opensAt ?? closesAt)];
}

describe('a hall with opening hours', () => {
  const usual = opening({ week: WORKWEEK });

  it.each([
    ['before it opens', '2026-11-20 08:59', 'closed', '2026-11-20 09:00'],
    ['from the first minute on', '2026-11-20 09:00', 'open', '2026-11-20 12:00'],
    ['at lunch', '2026-11-20 12:00', 'break', '2026-11-20 13:30'],
    ['in the afternoon', '2026-11-20 13:30', 'open', '2026-11-20 17:00'],
    ['on Friday evening', '2026-11-20 17:00', 'closed', '2026-11-23 09:00'],
    ['at the weekend', '2026-11-21 10:00', 'closed', '2026-11-23 09:00'],
    ['in the small hours, still of the day before', '2026-11-24 01:00', 'closed', '2026-11-24 09:00'],
  ])('%s', (_when, when, state, next) => {
    expect(look(usual, when)).toEqual([state, next]);
  });

  it('is always open without them, and says of no time that it closes', () => {
    const always = opening(undefined);
    expect(always.isLimited(null)).toBe(false);
    expect(look(always, '2026-11-21 04:00')).toEqual(['open', null]);
    expect(always.on(null, '2026-11-21')).toEqual([
      { from: at('2026-11-21 00:00'), to: at('2026-11-22 00:00') },
    ]);
  });

  it('never closes where every day is open through', () => {
    const day = [{ from: '00:00', to: '24:00' }];
    const through = opening({
      week: {
        monday: day,
        tuesday: day,
        wednesday: day,
        thursday: day,
        friday: day,
        saturday: day,
        sunday: day,
      },
    });
    expect(look(through, '2026-11-21 23:59')).toEqual(['open', null]);
  });

  it('is open past midnight where the next day goes on from there', () => {
    const late = opening({
      week: { friday: [{ from: '20:00', to: '24:00' }], saturday: [{ from: '00:00', to: '01:30' }] },
    });
    expect(look(late, '2026-11-20 23:00')).toEqual(['open', '2026-11-21 01:30']);
    expect(look(late, '2026-11-21 01:00')).toEqual(['open', '2026-11-21 01:30']);
    expect(look(late, '2026-11-21 02:00')).toEqual(['closed', '2026-11-27 20:00']);
  });

  it('does not say when it opens where nobody has planned it', () => {
    expect(look(opening({ week: {} }), '2026-11-21 10:00')).toEqual(['closed', null]);
  });
});

describe('special days', () => {
  const hours: OpeningHours = {
    week: WORKWEEK,
    special: [
      { date: '2026-10-01', until: '2026-10-07', name: { en: 'National Day' } },
      { date: '2026-10-10', like: 'friday' },
      { date: '2026-12-31', intervals: [{ from: '09:00', to: '11:30' }] },
    ],
  };
  const special = opening({ ...hours, week: { ...WORKWEEK, friday: [{ from: '09:00', to: '12:00' }] } });

  it('close the hall, and say why', () => {
    expect(look(special, '2026-09-30 18:00')).toEqual(['closed', '2026-10-08 09:00']);
    expect(special.stateAt(null, at('2026-10-04 10:00')).occasion).toEqual({ en: 'National Day' });
    expect(special.stateAt(null, at('2026-09-30 18:00')).occasion).toBeUndefined();
  });

  it('are worked like another weekday', () => {
    expect(look(special, '2026-10-10 10:00')).toEqual(['open', '2026-10-10 12:00']);
    expect(look(special, '2026-10-10 13:30')).toEqual(['closed', '2026-10-12 09:00']);
  });

  it('have hours of their own', () => {
    expect(look(special, '2026-12-31 11:29')).toEqual(['open', '2026-12-31 11:30']);
    expect(look(special, '2026-12-31 14:00')).toEqual(['closed', '2027-01-01 09:00']);
  });

  it('hold for a service with hours of its own, each as that service works', () => {
    const mornings = { monday: [{ from: '09:00', to: '10:00' }], friday: [{ from: '10:30', to: '12:00' }] };
    const both = opening(hours, ({ services }) => {
      services[0]!.hours = {
        week: { ...mornings, thursday: [{ from: '08:00', to: '10:00' }] },
        special: [{ date: '2026-10-05', intervals: WORKDAY }],
      };
    });
    const social = (when: string) => look(both, when, 'social');
    expect(social('2026-11-20 09:30')).toEqual(['closed', '2026-11-20 10:30']);
    // Its own special day opens it in the holiday; without one it is closed with the others.
    expect(social('2026-10-02 10:45')).toEqual(['closed', '2026-10-05 09:00']);
    expect(social('2026-10-10 10:00')).toEqual(['closed', '2026-10-10 10:30']);
    // Short hours of the hall bound it: from 9, not from 8 as on other Thursdays.
    expect(social('2026-12-31 08:30')).toEqual(['closed', '2026-12-31 09:00']);
    expect(social('2026-12-31 09:30')).toEqual(['open', '2026-12-31 10:00']);
    // Where it is open the house is.
    expect(look(both, '2026-11-19 08:30')).toEqual(['open', '2026-11-19 12:00']);
    expect(look(both, '2026-11-19 08:30', 'medical')).toEqual(['closed', '2026-11-19 09:00']);
  });
});

describe('where the clock is changed', () => {
  const inParis = (hours: OpeningHours) =>
    opening(hours, ({ hall }) => {
      hall.timeZone = 'Europe/Paris';
    });
  const lengths = (of: Opening, date: string) => of.on(null, date).map(({ from, to }) => (to - from) / HOUR);
  const night = inParis({ week: { sunday: [{ from: '01:00', to: '05:00' }] } });
  const gap = inParis({ week: { sunday: [{ from: '02:10', to: '02:50' }] } });

  it('hours are as long as the clock makes them', () => {
    expect(lengths(night, '2026-03-29')).toEqual([3]);
    expect(lengths(night, '2026-10-25')).toEqual([5]);
    expect(lengths(night, '2026-11-01')).toEqual([4]);
  });

  it('an hour that does not strike is kept right after it', () => {
    expect(gap.on(null, '2026-03-29')).toEqual([
      { from: Date.parse('2026-03-29T03:10+02:00'), to: Date.parse('2026-03-29T03:50+02:00') },
    ]);
  });
});

describe('whatever the hours,', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Paris', 'America/St_Johns', 'Africa/Cairo');

  it('each moment is in one state, and what is said to come next does, and nothing before it', () => {
    fc.assert(
      fc.property(anyHours, zones, fc.integer({ min: 0, max: 365 * 24 * 60 }), (hours, zone, minute) => {
        const of = opening(hours, ({ hall }) => {
          hall.timeZone = zone;
        });
        const now = Date.UTC(2026, 2, 1) + minute * MINUTE;
        const { state, opensAt, closesAt } = of.stateAt(null, now);
        const inside = (moment: number) =>
          [-1, 0, 1].some((days) =>
            of
              .on(null, new Date(moment + days * 24 * HOUR).toISOString().slice(0, 10))
              .some(({ from, to }) => from <= moment && moment < to),
          );
        expect(inside(now)).toBe(state === 'open');
        const next = state === 'open' ? closesAt : opensAt;
        if (next === null) return;
        expect(next).toBeGreaterThan(now);
        expect(inside(next)).toBe(state !== 'open');
        // A week's pattern in quarters: nothing opens or closes off them.
        const quarter = 15 * MINUTE;
        const first = Math.floor(now / quarter) * quarter + quarter;
        for (let moment = first; moment < Math.min(next, now + 4 * 24 * HOUR); moment += quarter)
          expect(inside(moment)).toBe(state === 'open');
      }),
      { numRuns: 60 },
    );
  });
});
