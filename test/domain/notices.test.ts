import { describe, expect, it } from 'vitest';
import { noticesAt } from '../../server/src/domain/notices.ts';
import { zoneOf } from '../../server/src/domain/zones.ts';
import { hall } from '../support/hall.ts';

/** The test hall stands in Shanghai: eight hours before UTC. */
const shown = (when: { from?: string; until?: string; archived?: boolean }, clock: string) =>
  noticesAt(
    hall({}, (document) => {
      document.notices = [{ id: 'notice', text: { en: 'Closed on Friday' }, ...when }];
    }),
    Date.parse(`${clock}:00+08:00`),
  ).length === 1;

describe('a notice', () => {
  it('without dates is shown until it is archived', () => {
    expect(shown({}, '2026-11-21T09:00')).toBe(true);
    expect(shown({ archived: true }, '2026-11-21T09:00')).toBe(false);
  });

  it('is shown on the days it names, the last one included, by the clocks of the hall', () => {
    const days = { from: '2026-10-01', until: '2026-10-03' };
    expect(shown(days, '2026-09-30T23:59')).toBe(false);
    expect(shown(days, '2026-10-01T00:00')).toBe(true);
    expect(shown(days, '2026-10-03T23:59')).toBe(true);
    expect(shown(days, '2026-10-04T00:00')).toBe(false);
  });

  it('with a time is shown from that minute and up to that minute', () => {
    const hours = { from: '2026-10-01T08:30', until: '2026-10-01T17:00' };
    expect(shown(hours, '2026-10-01T08:29')).toBe(false);
    expect(shown(hours, '2026-10-01T08:30')).toBe(true);
    expect(shown(hours, '2026-10-01T16:59')).toBe(true);
    expect(shown(hours, '2026-10-01T17:00')).toBe(false);
  });

  it('may have no end, or no beginning', () => {
    expect(shown({ from: '2026-10-01' }, '2030-01-01T00:00')).toBe(true);
    expect(shown({ until: '2026-10-01' }, '2020-01-01T00:00')).toBe(true);
  });

  it('for a zone is shown by its screens and those of the whole hall', () => {
    const settings = hall({}, (document) => {
      document.zones = ['east', 'west'].map((id) => ({ id, name: { en: id }, counters: ['c1'] }));
      document.notices = [
        { id: 'all', text: { en: 'For all' } },
        { id: 'east', text: { en: 'For the east' }, zones: ['east'] },
      ];
    });
    const shownIn = (zoneId: string | null) =>
      noticesAt(settings, 0, zoneOf(settings, zoneId)).map(({ en }) => en);
    expect(shownIn('east')).toEqual(['For all', 'For the east']);
    expect(shownIn('west')).toEqual(['For all']);
    expect(shownIn(null)).toEqual(['For all', 'For the east']);
  });
});
