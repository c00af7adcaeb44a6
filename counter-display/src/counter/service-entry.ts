import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { besides, type HallDirectory, type ServiceLine } from './hall-directory.ts';
import type { Stroke } from './keys.ts';
import { picked, stepPick } from './pick.ts';

/** Picking a service: to serve somebody without a number, to mend a wrong choice, to do one more afterwards. */
export interface ServiceEntry {
  purpose: 'walk-in' | 'change-service' | 'add-service';
  typed: string;
}

export type ServiceStep =
  | { kind: 'entry'; entry: ServiceEntry }
  | { kind: 'send'; service: ServiceLine }
  | { kind: 'close' }
  | { kind: 'nothing' };

/** What can be picked for this purpose; who walks in is served for what this counter serves. */
export function servicesFor(
  { purpose }: ServiceEntry,
  view: CounterView,
  hall: HallDirectory | null,
): readonly ServiceLine[] {
  if (!hall) return [];
  if (purpose === 'walk-in')
    return hall.services.filter(({ id }) => view.queues.some(({ serviceId }) => serviceId === id));
  // The service in hand may be wanted once more, for somebody else in the family.
  return purpose === 'change-service' ? besides(hall, view).services : hall.services;
}

/** What Enter would send now. With nothing typed a walk-in is for the counter's first service. */
export function meantService(
  entry: ServiceEntry,
  view: CounterView,
  hall: HallDirectory | null,
): ServiceLine | null {
  const list = servicesFor(entry, view, hall);
  if (entry.typed !== '' || entry.purpose !== 'walk-in') return picked(entry.typed, list);
  const main = view.queues.find(({ role }) => role === 'main') ?? view.queues[0];
  return list.find(({ id }) => id === main?.serviceId) ?? null;
}

/** The turn of a further service that waits already; picked again, it is taken off. */
export const plannedTurn = (view: CounterView, serviceId: string): string | null =>
  view.ticket?.turns.find((turn) => turn.state === 'planned' && turn.serviceId === serviceId)?.id ?? null;

export function stepService(
  entry: ServiceEntry,
  stroke: Stroke,
  view: CounterView,
  hall: HallDirectory | null,
): ServiceStep {
  if (stroke.kind === 'escape') return { kind: 'close' };
  if (stroke.kind === 'enter') {
    const service = meantService(entry, view, hall);
    return service ? { kind: 'send', service } : { kind: 'nothing' };
  }
  const typed = stepPick(entry.typed, stroke, servicesFor(entry, view, hall));
  if (typed !== null) return { kind: 'entry', entry: { ...entry, typed } };
  return stroke.kind === 'subtract' || stroke.kind === 'backspace' ? { kind: 'close' } : { kind: 'nothing' };
}
