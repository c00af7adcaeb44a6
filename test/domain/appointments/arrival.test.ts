import { describe, expect, it } from 'vitest';
import { standingAt } from '../../../server/src/domain/appointments/arrival.ts';
import { at, book, checkIn, clock, givenBook, hallWithAppointments } from './support.ts';

const settings = hallWithAppointments({ earlyMinutes: 15, lateMinutes: 10 });
const slot = { slotAt: at(10), slotUntil: at(10, 30) };
const came = (now: number, of = settings) => standingAt(of, slot, now);

describe('somebody with an appointment at ten', () => {
  it('who comes too early is asked to come again, and told when', () => {
    expect(came(at(9, 44))).toEqual({ kind: 'too-early' });
    givenBook(settings, book('a', at(10)))
      .when(clock(at(9, 44)), checkIn('a'))
      .thenRefused('appointment-early', { opensAt: at(9, 45) });
  });

  it('who comes a little early stands as of ten, and does not wait before ten', () => {
    const placed = { orderAt: at(10), queuedAt: at(10), priority: 'appointment' };
    expect(came(at(9, 45))).toEqual({ kind: 'welcome', arrival: 'early', ...placed });
  });

  it('who comes within the slot stands as of ten, and waits from when they came', () => {
    const placed = { orderAt: at(10), queuedAt: at(10, 20), priority: 'appointment' };
    expect(came(at(10, 20))).toEqual({ kind: 'welcome', arrival: 'on-time', ...placed });
  });

  it('who comes late within the grace keeps the time of the slot', () => {
    expect(came(at(10, 39))).toMatchObject({ kind: 'welcome', arrival: 'late', orderAt: at(10) });
  });

  it('who comes later than that stands like anybody who comes now', () => {
    const placed = { orderAt: at(10, 40), queuedAt: at(10, 40), priority: null };
    expect(came(at(10, 40))).toEqual({ kind: 'welcome', arrival: 'too-late', ...placed });
  });

  it('or has lost it, where the hall has it so', () => {
    const strict = hallWithAppointments({ lateMinutes: 10, afterLate: 'void' });
    expect(came(at(10, 40), strict)).toEqual({ kind: 'void' });
    givenBook(strict, book('a', at(10)))
      .when(clock(at(10, 40)), checkIn('a'))
      .thenRefused('appointment-over', { state: 'void' });
  });

  it('has no class where the hall has none for appointments, and stands by the time alone', () => {
    const plain = hallWithAppointments({}, (document) => document.rules.priorityClasses.pop());
    expect(came(at(10), plain)).toMatchObject({ orderAt: at(10), priority: null });
  });

  it('who checks in twice has the number of the first time', () => {
    givenBook(settings, book('a', at(10)), clock(at(10)), checkIn('a', 'first'))
      .when(checkIn('a', 'second'))
      .then();
  });
});
