import type { Service } from '@jiaohao/shared/contract/hall.ts';
import type { Settings } from '../settings.ts';

const MINUTE = 60_000;

/** The priority class that gives appointments their head start and their mark, where a hall has it. */
export const APPOINTMENT_CLASS = 'appointment';

/** How a hall treats appointments, whole; what its settings leave out stands here. */
export function appointmentRules({ rules }: Pick<Settings, 'rules'>) {
  const said = rules.appointments ?? {};
  return {
    slotMs: (said.slotMinutes ?? 30) * MINUTE,
    daysAhead: said.daysAhead ?? 14,
    earlyMs: (said.earlyMinutes ?? 15) * MINUTE,
    lateMs: (said.lateMinutes ?? 10) * MINUTE,
    afterLate: said.afterLate ?? 'walk-up',
    keepContactDays: said.keepContactDays ?? 30,
  } as const;
}

/** Services that take appointments now. */
export const servicesByAppointment = (settings: Settings): Service[] =>
  settings.services.filter((service) => service.appointments !== undefined && !service.archived);
