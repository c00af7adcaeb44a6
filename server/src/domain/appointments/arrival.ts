import type { Arrival } from '@jiaohao/shared/contract/appointments.ts';
import type { Settings } from '../settings.ts';
import type { Appointment } from './book.ts';
import { APPOINTMENT_CLASS, appointmentRules } from './rules.ts';

/** Where an appointment stands in the queue when it is checked in. */
export interface Placement {
  arrival: Arrival;
  /** Its place among all others of its service: they stand by the moment they came. */
  orderAt: number;
  /** From when it waits, for figures: nobody waits before the time they were asked to come. */
  queuedAt: number;
  priority: string | null;
}

export type Standing = { kind: 'too-early' } | { kind: 'void' } | ({ kind: 'welcome' } & Placement);

/** From when an appointment may be checked in. */
export const opensAt = (settings: Settings, { slotAt }: Pick<Appointment, 'slotAt'>): number =>
  slotAt - appointmentRules(settings).earlyMs;

/** Until when it keeps the time of its slot. */
export const keptUntil = (settings: Settings, { slotUntil }: Pick<Appointment, 'slotUntil'>): number =>
  slotUntil + appointmentRules(settings).lateMs;

/**
 * What becomes of somebody with an appointment who comes now. In time (from `earlyMinutes` before the
 * slot to `lateMinutes` after its end) they stand as if they had come at the beginning of their slot;
 * sooner they are asked to come again; later they stand as of now, without a head start, or have lost it.
 */
export function standingAt(
  settings: Settings,
  { slotAt, slotUntil }: Pick<Appointment, 'slotAt' | 'slotUntil'>,
  now: number,
): Standing {
  const { afterLate } = appointmentRules(settings);
  const queuedAt = Math.max(slotAt, now);
  if (now < opensAt(settings, { slotAt })) return { kind: 'too-early' };
  if (now < keptUntil(settings, { slotUntil })) {
    const arrival = now < slotAt ? 'early' : now < slotUntil ? 'on-time' : 'late';
    const priority = settings.priorityById.has(APPOINTMENT_CLASS) ? APPOINTMENT_CLASS : null;
    return { kind: 'welcome', arrival, orderAt: slotAt, queuedAt, priority };
  }
  if (afterLate === 'void') return { kind: 'void' };
  return { kind: 'welcome', arrival: 'too-late', orderAt: now, queuedAt, priority: null };
}
