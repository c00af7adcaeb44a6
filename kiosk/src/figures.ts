import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import type { Estimate } from '@jiaohao/shared/contract/ticket.ts';
import type { CommonTexts } from './texts.ts';

export type Group = Menu['groups'][number];
export type Service = Group['services'][number];

export interface Figures {
  waiting: number;
  estimate: Estimate;
  open: boolean;
  /** Why not, where the hub says; of several services the one that opens first. */
  closed?: Service['closed'];
}

/** From this many minutes a wait is worth a warning colour: long enough to think of coming back. */
const LONG_WAIT_MINUTES = 45;

/**
 * A group's figures from its services: all who wait, and from the shortest to the longest likely
 * wait among the services a number can be had for.
 */
export function groupFigures(services: readonly Service[]): Figures {
  const open = services.filter((service) => service.open);
  const estimates = open.flatMap((service) => (service.estimate ? [service.estimate] : []));
  return {
    waiting: services.reduce((sum, service) => sum + service.waiting, 0),
    estimate:
      estimates.length === 0
        ? null
        : {
            fromMinutes: Math.min(...estimates.map((estimate) => estimate.fromMinutes)),
            toMinutes: Math.max(...estimates.map((estimate) => estimate.toMinutes)),
          },
    open: open.length > 0,
    closed: open.length > 0 ? undefined : soonest(services),
  };
}

function soonest(services: readonly Service[]): Service['closed'] {
  const opensAt = ({ closed }: Service) => closed?.opensAt ?? Number.POSITIVE_INFINITY;
  const said = services.filter(({ closed }) => closed !== undefined);
  return said.sort((a, b) => opensAt(a) - opensAt(b) || 0)[0]?.closed;
}

export const isLong = (estimate: Estimate): boolean =>
  estimate !== null && estimate.toMinutes >= LONG_WAIT_MINUTES;

export const peopleWaiting = (waiting: number, texts: CommonTexts): string =>
  waiting > 0 ? texts.waitingCount({ count: waiting }) : texts.nobodyWaiting;

export function findService(menu: Menu | null, serviceId: string): Service | undefined {
  for (const group of menu?.groups ?? []) {
    const found = group.services.find((service) => service.id === serviceId);
    if (found) return found;
  }
  return undefined;
}

/** The service behind "不知道办什么": one at most. */
export const enquiryService = (menu: Menu | null): Service | undefined =>
  menu?.groups.flatMap((group) => group.services).find((service) => service.enquiries);
