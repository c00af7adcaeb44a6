import { issueFor } from '../../../server/src/domain/appointments/decide.ts';
import type { Settings } from '../../../server/src/domain/settings.ts';
import { KIOSK, type Step, until } from '../../support/given-steps.ts';
import { at, book, checkIn, givenBook } from './support.ts';

const HALF_HOUR = 30 * 60_000;

/** Somebody with an appointment at `slotAt` comes at `now`: time passes, and their check-in takes a number. */
export function comes(now: number, slotAt: number, settings: Settings): Step[] {
  const booked = givenBook(settings, { at: Math.min(at(8), slotAt - HALF_HOUR) }, book('a', slotAt)).book();
  const command = issueFor(booked, checkIn('a'), settings, now);
  if (!command) throw new Error('nobody has checked in yet');
  return [until(now), { command, by: KIOSK }];
}
