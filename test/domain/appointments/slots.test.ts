import { describe, expect, it } from 'vitest';
import { dateOfSlot, slotsOn } from '../../../server/src/domain/appointments/slots.ts';
import { at, hallWithAppointments } from './support.ts';

const times = (slots: { at: number }[], timeZone = 'Asia/Shanghai') =>
  slots.map((slot) =>
    new Date(slot.at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  );

describe('the slots of a day', () => {
  it('begin at whole half hours and lie within the parts of the day for appointments', () => {
    const slots = slotsOn(hallWithAppointments(), 'social', '2026-11-21');
    expect(times(slots)).toEqual([
      ...['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'],
      ...['14:00', '14:30', '15:00', '15:30', '16:00', '16:30'],
    ]);
    expect(slots[0]).toEqual({ at: at(9), until: at(9, 30), capacity: 2 });
  });

  it('leave out what does not fit whole', () => {
    const settings = hallWithAppointments({}, ({ services: [social] }) => {
      if (social) social.appointments = { perSlot: 1, between: [{ from: '09:10', to: '10:45' }] };
    });
    expect(times(slotsOn(settings, 'social', '2026-11-21'))).toEqual(['09:30', '10:00']);
  });

  it('lie within the opening hours, lunch and holidays too', () => {
    const week = { monday: [{ from: '10:00', to: '11:45' }], tuesday: [{ from: '13:00', to: '15:00' }] };
    const settings = hallWithAppointments({}, (document) => {
      document.hours = { week, special: [{ date: '2026-11-24', name: { en: 'Holiday' } }] };
    });
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-12-01'];
    expect(days.map((date) => times(slotsOn(settings, 'social', date)))).toEqual([
      [],
      ['10:00', '10:30', '11:00'],
      [],
      ['14:00', '14:30'],
    ]);
  });

  it('are on the weekdays that the service has for them', () => {
    const settings = hallWithAppointments({}, ({ services: [social] }) => {
      if (social?.appointments) social.appointments.weekdays = [1, 6];
    });
    const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.map((date) => slotsOn(settings, 'social', date).length)).toEqual([12, 0, 12]);
  });

  it('are none for a service without appointments, or one that is archived', () => {
    const archived = hallWithAppointments({}, ({ services: [social] }) => {
      if (social) social.archived = true;
    });
    expect(slotsOn(hallWithAppointments(), 'medical', '2026-11-21')).toEqual([]);
    expect(slotsOn(archived, 'social', '2026-11-21')).toEqual([]);
  });

  it('belong to the service day, which may begin at three in the morning', () => {
    const settings = hallWithAppointments({ slotMinutes: 60 }, ({ services: [social] }) => {
      if (social) social.appointments = { perSlot: 1, between: [{ from: '01:00', to: '05:00' }] };
    });
    const slots = slotsOn(settings, 'social', '2026-11-21');
    expect(times(slots)).toEqual(['03:00', '04:00', '01:00', '02:00']);
    expect(new Set(slots.map((slot) => dateOfSlot(settings, slot.at)))).toEqual(new Set(['2026-11-21']));
  });

  it('are as long as the hall says, and follow a change of the clock', () => {
    const settings = hallWithAppointments({ slotMinutes: 60 }, (document) => {
      document.hall.timeZone = 'Europe/Berlin';
      document.hall.dayStartsAt = '00:00';
      const [social] = document.services;
      if (social) social.appointments = { perSlot: 1, between: [{ from: '01:00', to: '05:00' }] };
    });
    expect(times(slotsOn(settings, 'social', '2026-03-29'), 'Europe/Berlin')).toEqual([
      '01:00',
      '03:00',
      '04:00',
    ]);
  });
});
