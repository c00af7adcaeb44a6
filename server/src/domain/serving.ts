import type { Settings } from './settings.ts';

/** Whether a counter serves a service at all: a person may choose from a backup service before it joins. */
export const servesAt = (settings: Settings, counterId: string, serviceId: string): boolean =>
  settings.countersOf.get(serviceId)?.some((counter) => counter.counterId === counterId) ?? false;
