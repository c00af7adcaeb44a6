import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, serviceDayAt, serviceDayOf } from '../../server/src/domain/service-day.ts';

const HOUR = 3600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);
const hours = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number =>
  (endsAt - startsAt) / HOUR;

describe('the service day', () => {
  it('begins at three in the morning, hall time', () => {
    const before = serviceDayAt(utc('2026-11-20T18:59:59.999'), 'Asia/Shanghai', '03:00');
    expect(before.date).toBe('2026-11-20');
    const after = serviceDayAt(utc('2026-11-20T19:00'), 'Asia/Shanghai', '03:00');
    expect(after).toEqual({
      date: '2026-11-21',
      startsAt: utc('2026-11-20T19:00'),
      endsAt: utc('2026-11-21T19:00'),
    });
  });

  it('has 23 hours when the clocks go forward in Warsaw, and 25 when they go back', () => {
    // The clocks change before three in the morning of a Sunday, so it is Saturday's day that changes.
    expect(hours(serviceDayOf('2026-03-28', 'Europe/Warsaw', '03:00'))).toBe(23);
    expect(hours(serviceDayOf('2026-03-29', 'Europe/Warsaw', '03:00'))).toBe(24);
    expect(hours(serviceDayOf('2026-10-24', 'Europe/Warsaw', '03:00'))).toBe(25);
    expect(hours(serviceDayOf('2026-10-25', 'Europe/Warsaw', '03:00'))).toBe(24);
  });

  it('begins once where its beginning strikes twice', () => {
    // On 2026-10-25 Warsaw has 02:00–02:59 twice: the day begins at the first 02:30, and 02:10 after it is in it.
    const first = serviceDayAt(utc('2026-10-25T00:30'), 'Europe/Warsaw', '02:30');
    const again = serviceDayAt(utc('2026-10-25T01:10'), 'Europe/Warsaw', '02:30');
    expect(first.date).toBe('2026-10-25');
    expect(again).toEqual(first);
  });

  it('begins after the gap where its beginning does not strike', () => {
    // On 2026-03-29 Warsaw goes from 02:00 to 03:00: 02:30 is taken as 03:30.
    expect(serviceDayAt(utc('2026-03-29T01:10'), 'Europe/Warsaw', '02:30').date).toBe('2026-03-28');
    expect(serviceDayAt(utc('2026-03-29T01:30'), 'Europe/Warsaw', '02:30').date).toBe('2026-03-29');
  });

  it('holds its own moment and meets its neighbours, everywhere and always', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Warsaw',
      'America/Havana',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Asia/Kathmandu',
    );
    const starts = fc.constantFrom('00:00', '00:30', '02:00', '02:30', '03:00', '23:30');
    const moments = fc.oneof(
      fc.integer({ min: utc('2020-01-01T00:00'), max: utc('2035-01-01T00:00') }),
      // Around the changes of the clock, where days go wrong.
      fc
        .tuple(
          fc.constantFrom('2026-03-29T01:00', '2026-10-25T01:00', '2026-03-08T05:00', '2026-11-01T05:00'),
          fc.integer({ min: -4 * HOUR, max: 4 * HOUR }),
        )
        .map(([change, off]) => utc(change) + off),
    );
    fc.assert(
      fc.property(moments, zones, starts, (now, zone, start) => {
        const day = serviceDayAt(now, zone, start);
        expect(day.startsAt).toBeLessThanOrEqual(now);
        expect(day.endsAt).toBeGreaterThan(now);
        expect(serviceDayOf(addDays(day.date, 1), zone, start).startsAt).toBe(day.endsAt);
        expect(serviceDayAt(day.endsAt, zone, start).date).toBe(addDays(day.date, 1));
      }),
      { numRuns: 500 },
    );
  });
});
