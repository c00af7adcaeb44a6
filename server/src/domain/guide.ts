import type { GuideView, Material } from '@jiaohao/shared/contract/guide.ts';
import type { HallInfo, Service } from '@jiaohao/shared/contract/hall.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * A service's guide, whole: the one place where what is left out is filled in. Its version is a
 * fingerprint of all that it says, so it changes exactly when a word does, whoever edits what else
 * (docs/decisions/010-guide-versions.md).
 */
export function guideOf(service: Service, hall: HallInfo): GuideView {
  const { guide = {} } = service;
  const materials = guide.materials ?? listed(guide.bring ?? []);
  const told = {
    serviceId: service.id,
    serviceName: service.name,
    bring: guide.bring ?? materials.map(({ name }) => name),
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
  return { ...told, version: fingerprint(told) };
}

/** A hall that only lists what to bring has materials too, by their place in the list. */
function listed(bring: Material['name'][]): Material[] {
  return bring.map((name, index) => ({ id: `item-${index + 1}`, name }));
}
