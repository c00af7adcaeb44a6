import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { expect } from 'vitest';
import { type AppointmentBook, emptyBook } from '../../../server/src/domain/appointments/book.ts';
import type { AppointmentCommand } from '../../../server/src/domain/appointments/command.ts';
import { decideAppointment } from '../../../server/src/domain/appointments/decide.ts';
import type { AppointmentEvent } from '../../../server/src/domain/appointments/event.ts';
import { evolveBook } from '../../../server/src/domain/appointments/evolve.ts';
import { DomainError } from '../../../server/src/domain/errors.ts';
import type { Settings } from '../../../server/src/domain/settings.ts';
import { NINE } from '../../support/given.ts';
import { hall } from '../../support/hall.ts';

const MINUTE = 60_000;
export const at = (hour: number, minute = 0): number => NINE + ((hour - 9) * 60 + minute) * MINUTE;

/** The test hall with two appointments in each half hour of `social`, from nine to twelve and from two to five. */
export const hallWithAppointments = (
  rules: HallSettings['rules']['appointments'] = {},
  edit: (document: HallSettings) => void = () => {},
): Settings =>
  hall({}, (document) => {
    const [social] = document.services;
    if (social)
      social.appointments = {
        perSlot: 2,
        between: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '17:00' },
        ],
      };
    document.rules.appointments = rules;
    document.rules.priorityClasses.push({
      id: 'appointment',
      name: { en: 'Appointment' },
      document: { en: 'Your code' },
      headStartMinutes: 10,
    });
    edit(document);
  });

type Step = AppointmentCommand | { at: number };

export const book = (appointmentId: string, slotAt: number, serviceId = 'social'): AppointmentCommand => ({
  type: 'book',
  appointmentId,
  codeHash: `hash of ${appointmentId}`,
  contactId: `contact of ${appointmentId}`,
  serviceId,
  slotAt,
  movedFrom: null,
});
export const change = (appointmentId: string, slotAt: number, serviceId = 'social'): AppointmentCommand => ({
  type: 'change',
  appointmentId,
  serviceId,
  slotAt,
});
export const cancel = (appointmentId: string): AppointmentCommand => ({
  type: 'cancel',
  appointmentId,
  movedTo: null,
});
export const checkIn = (
  appointmentId: string,
  ticketId = `ticket of ${appointmentId}`,
): Extract<AppointmentCommand, { type: 'check-in' }> => ({
  type: 'check-in',
  appointmentId,
  ticket: { ticketId, turnId: `turn of ${ticketId}`, tokenHash: `hash of ${ticketId}`, language: 'en' },
});
export const clock = (time: number): Step => ({ at: time });

/** The appointments of 2026-11-21 with these steps behind them; it is eight o'clock unless a step says so. */
export function givenBook(settings: Settings, ...steps: Step[]) {
  let now = at(8);
  let state: AppointmentBook = emptyBook('2026-11-21');
  function take(all: Step[]): AppointmentEvent[] {
    let last: AppointmentEvent[] = [];
    for (const step of all) {
      if ('at' in step) now = step.at;
      else {
        last = decideAppointment(state, step, settings, now);
        for (const event of last) state = evolveBook(state, { seq: state.seq + 1, occurredAt: now, event });
      }
    }
    return last;
  }
  take(steps);
  const story = {
    book: () => state,
    when(...more: Step[]) {
      const before = state;
      let outcome: AppointmentEvent[] | DomainError;
      try {
        outcome = take(more);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcome = error;
      }
      return {
        // biome-ignore lint/suspicious/noThenProperty: given, when, then; nobody awaits a story
        then(...expected: { type: AppointmentEvent['type']; data?: Record<string, unknown> }[]) {
          if (outcome instanceof Error) throw outcome;
          expect(outcome).toMatchObject(expected);
          expect(outcome).toHaveLength(expected.length);
          return story;
        },
        thenRefused(code: string, details?: Record<string, unknown>) {
          expect(outcome, `refused with ${code}`).toBeInstanceOf(DomainError);
          expect((outcome as DomainError).code).toBe(code);
          if (details) expect((outcome as DomainError).details).toMatchObject(details);
          expect(state).toBe(before);
          return story;
        },
      };
    },
  };
  return story;
}
