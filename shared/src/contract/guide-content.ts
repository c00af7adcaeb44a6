import type { GuideView, Material } from './guide.ts';
import type { HallInfo, Service } from './hall.ts';

/** All that a guide says, without the version that is made of it. */
export type GuideContent = Omit<GuideView, 'version'>;

/** A service's guide, whole: the one place where what is left out is filled in. */
export function guideContent(
  { id, name, guide = {} }: Pick<Service, 'id' | 'name' | 'guide'>,
  hall: Pick<HallInfo, 'complaintPhone'>,
): GuideContent {
  const materials = guide.materials ?? listed(guide.bring ?? []);
  return {
    serviceId: id,
    serviceName: name,
    bring: guide.bring ?? materials.map((material) => material.name),
    form: guide.form ?? null,
    where: guide.where ?? null,
    materials,
    basis: guide.basis ?? [],
    conditions: guide.conditions ?? [],
    procedure: guide.procedure ?? [],
    timeLimit: guide.timeLimit ?? null,
    fee: guide.fee ?? null,
    complaintPhone: guide.complaintPhone ?? hall.complaintPhone ?? null,
    responsible: guide.responsible ?? null,
    notHandled: guide.notHandled ?? [],
    elsewhere: guide.elsewhere ?? [],
  };
}

/** A hall that only lists what to bring has materials too, by their place in the list. */
function listed(bring: Material['name'][]): Material[] {
  return bring.map((name, index) => ({ id: `item-${index + 1}`, name }));
}
