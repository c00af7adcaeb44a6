import { DomainError } from './errors.ts';
import type { Held } from './event.ts';
import type { Settings } from './settings.ts';

const MINUTE = 60_000;

/**
 * What holds now for a turn of this service.
 * @throws DomainError `unknown-service`, also for one that was taken out of use
 */
export function heldNow(settings: Settings, serviceId: string): Held {
  const service = settings.serviceById.get(serviceId);
  if (!service || service.archived) throw new DomainError('unknown-service', { serviceId });
  return {
    serviceName: service.name,
    targetWaitMs: service.targetWaitMinutes * MINUTE,
    standardMs: service.standardMinutes * MINUTE,
    pressesStart: settings.rules.pressesStart,
  };
}
