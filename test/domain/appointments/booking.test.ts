import { describe, expect, it } from 'vitest';
import { takenIn } from '../../../server/src/domain/appointments/book.ts';
import { at, book, cancel, change, checkIn, clock, givenBook, hallWithAppointments } from './support.ts';

const settings = hallWithAppointments();
const DAY = 24 * 3600_000;

describe('booking', () => {
  it('takes a place in a slot, and says which service it was by its name then', () => {
    givenBook(settings)
      .when(book('a', at(10)))
      .then({
        type: 'appointment-booked',
        data: {
          appointmentId: 'a',
          serviceId: 'social',
          serviceName: { en: 'Social security' },
          slotAt: at(10),
          slotUntil: at(10, 30),
        },
      });
  });

  it('gives out as many places as the slot has, and one more when somebody cancels', () => {
    givenBook(settings, book('a', at(10)), book('b', at(10)))
      .when(book('c', at(10)))
      .thenRefused('slot-full')
      .when(cancel('a'), book('c', at(10)))
      .then({ type: 'appointment-booked' });
  });

  it('keeps the place of who came: a slot is not filled twice', () => {
    givenBook(settings, book('a', at(10)), book('b', at(10)), clock(at(10)), checkIn('a'))
      .when(book('c', at(10)))
      .thenRefused('slot-full');
  });

  it.each([
    ['a time at which no slot begins', at(10, 10)],
    ['the lunch break', at(12)],
    ['a slot that would run into the lunch break', at(11, 45)],
    ['before the first slot', at(8, 30)],
    ['a slot of another day than the book’s', at(10) + DAY],
  ])('refuses %s', (_, slotAt) => {
    givenBook(settings).when(book('a', slotAt)).thenRefused('slot-closed');
  });

  it('refuses a slot that is over, but not one that has begun', () => {
    givenBook(settings, clock(at(10, 29)))
      .when(book('a', at(10)))
      .then({ type: 'appointment-booked' })
      .when(clock(at(10, 30)), book('b', at(10)))
      .thenRefused('slot-closed');
  });

  it('goes no further ahead than the hall says', () => {
    const short = hallWithAppointments({ daysAhead: 1 });
    givenBook(short, clock(at(23) - DAY))
      .when(book('a', at(16, 30)))
      .then({ type: 'appointment-booked' });
    givenBook(short, clock(at(23) - 2 * DAY))
      .when(book('a', at(9)))
      .thenRefused('slot-closed');
  });

  it('knows services that take none, and services that are not there', () => {
    givenBook(settings)
      .when(book('a', at(10), 'medical'))
      .thenRefused('no-appointments')
      .when(book('a', at(10), 'nothing'))
      .thenRefused('unknown-service');
  });
});

describe('changing and cancelling', () => {
  it('moves within the day, and the old place is free at once', () => {
    const story = givenBook(settings, book('a', at(10)));
    story
      .when(change('a', at(14)))
      .then({ type: 'appointment-changed', data: { slotAt: at(14), slotUntil: at(14, 30) } });
    expect([takenIn(story.book(), 'social', at(10)), takenIn(story.book(), 'social', at(14))]).toEqual([
      0, 1,
    ]);
  });

  it('to the same time changes nothing', () => {
    givenBook(settings, book('a', at(10)), book('b', at(10)))
      .when(change('a', at(10)))
      .then();
  });

  it('does not move into a full slot, and loses nothing by trying', () => {
    givenBook(settings, book('a', at(10)), book('b', at(10)), book('c', at(11)))
      .when(change('c', at(10)))
      .thenRefused('slot-full')
      .when(clock(at(11)), checkIn('c'))
      .then({ type: 'appointment-checked-in' });
  });

  it('is over for one that was cancelled or has come', () => {
    givenBook(settings, book('a', at(10)), cancel('a'))
      .when(cancel('a'))
      .thenRefused('wrong-state')
      .when(change('a', at(11)))
      .thenRefused('wrong-state')
      .when(clock(at(10)), checkIn('a'))
      .thenRefused('appointment-over', { state: 'cancelled' });
    givenBook(settings, book('a', at(10)), clock(at(10)), checkIn('a'))
      .when(cancel('a'))
      .thenRefused('wrong-state');
  });
});

describe('the end of the day', () => {
  it('counts who did not come as missed, and nobody else', () => {
    givenBook(
      settings,
      book('a', at(10)),
      book('b', at(10)),
      book('c', at(11)),
      cancel('b'),
      clock(at(11)),
      checkIn('c'),
    )
      .when({ type: 'close-book' })
      .then({ type: 'appointment-missed', data: { appointmentId: 'a' } })
      .when({ type: 'close-book' })
      .then();
  });
});
