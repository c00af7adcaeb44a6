import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { ServiceClosed } from '@jiaohao/shared/contract/hours.ts';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import { servicesByAppointment } from '../appointments/rules.ts';
import { createEstimator } from '../estimate.ts';
import { createGate } from '../issue-gate.ts';
import { offeredAtKiosk } from '../priority.ts';
import { waitingCount } from '../queues.ts';
import { profileOf, type Settings } from '../settings.ts';
import type { DayState } from '../state.ts';

/** What can be had at a kiosk now. */
export function menuOf(
  state: DayState,
  settings: Settings,
  now: number,
  issuing: boolean,
): Omit<Menu, 'kiosk'> {
  const gate = createGate(state, settings, now);
  const openness = (serviceId: string): { open: boolean; closed?: ServiceClosed } => {
    const closed = issuing ? gate.closed(serviceId) : { reason: 'held' as const, opensAt: null };
    return closed ? { open: false, closed } : { open: true };
  };
  const estimator = createEstimator(state, settings, now);
  const services = settings.services.filter((service) => !service.archived);
  return {
    now,
    hallName: settings.hall.name,
    languages: settings.hall.languages,
    profile: profileOf(settings),
    timeZone: settings.hall.timeZone,
    issuing,
    // Nobody chooses that they have an appointment: they check it in.
    priorityClasses: offeredAtKiosk(settings).map(({ id, name, document }) => ({ id, name, document })),
    appointments: servicesByAppointment(settings).length > 0,
    holder: settings.rules.liveNumbersPerHolder && { kinds: settings.rules.liveNumbersPerHolder.kinds },
    groups: settings.groups
      .filter((group) => !group.archived && services.some((service) => service.groupId === group.id))
      .map((group) => ({
        id: group.id,
        name: group.name,
        hint: group.hint,
        sign: group.sign,
        services: services
          .filter((service) => service.groupId === group.id)
          .map((service) => ({
            id: service.id,
            letter: service.letter,
            name: service.name,
            hint: service.hint,
            waiting: waitingCount(state.queues, service.id),
            estimate: estimator.forNew(service.id),
            ...openness(service.id),
            enquiries: service.enquiries === true,
            ...guideLines(settings.guideById.get(service.id)),
          })),
      })),
  };
}

/** What the kiosk says of a guide without being asked. */
const guideLines = (guide: GuideView | undefined) => ({
  bring: guide?.bring ?? [],
  form: guide?.form ?? undefined,
  where: guide?.where ?? undefined,
  guideVersion: guide?.version,
});
