import type { OpeningHours, Weekday, WeekHours } from '@jiaohao/shared/contract/hours.ts';
import fc from 'fast-check';

/** Nine to twelve and half past one to five: as offices work. */
export const WORKDAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
];
export const WORKWEEK: WeekHours = {
  monday: WORKDAY,
  tuesday: WORKDAY,
  wednesday: WORKDAY,
  thursday: WORKDAY,
  friday: WORKDAY,
};

const DAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const clock = (quarters: number): string =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

/** Up to three intervals of a day, on the quarters of the hour, none touching another. */
const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((points) => points.sort((a, b) => a - b))
  .map((points) =>
    Array.from({ length: Math.floor(points.length / 2) }, (_, index) => ({
      from: clock(points[index * 2]!),
      to: clock(points[index * 2 + 1]!),
    })),
  );

const date = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 2, 1 + day)).toISOString().slice(0, 10));

export const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc
    .array(intervals, { minLength: 7, maxLength: 7 })
    .map((days): WeekHours => Object.fromEntries(days.map((day, index) => [DAYS[index], day]))),
  special: fc.uniqueArray(
    fc.oneof(
      fc.record({ date }),
      fc.record({ date, intervals }),
      fc.record({ date, like: fc.constantFrom(...DAYS) }),
    ),
    { maxLength: 5, selector: (day) => day.date },
  ),
});
