import type { Told } from '@jiaohao/shared/contract/guide.ts';
import { DomainError } from './errors.ts';
import type { DayEvent } from './event.ts';
import type { Settings } from './settings.ts';
import type { Ticket } from './state.ts';

const same = (a: Told, b: Told): boolean =>
  a.serviceId === b.serviceId && a.version === b.version && a.means === b.means;

/**
 * 一次性告知 for the log: each guide, in each version, by each means is noted once for a ticket, however
 * often it is looked at.
 * @param before what this ticket has been told already
 * @throws DomainError `unknown-service`
 */
export function guidesTold(
  ticketId: string,
  before: Ticket['told'],
  told: readonly Told[],
  settings: Settings,
): DayEvent[] {
  const noted = [...before];
  return told.flatMap((each): DayEvent[] => {
    if (!settings.serviceById.has(each.serviceId))
      throw new DomainError('unknown-service', { serviceId: each.serviceId });
    if (noted.some((other) => same(other, each))) return [];
    noted.push(each);
    return [{ type: 'guide-told', data: { ticketId, ...each } }];
  });
}
