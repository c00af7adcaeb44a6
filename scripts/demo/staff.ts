import type { Counter, Service } from '@jiaohao/shared/contract/hall.ts';

/**
 * Which counters the demo's clerks open, at most `clerks` of them: one after the other the counter that
 * adds most services which nobody serves yet. `free` stays free for the newcomer.
 */
export function countersToOpen(counters: readonly Counter[], free: string, clerks: number): Counter[] {
  const chosen: Counter[] = [];
  const left = counters.filter((counter) => !counter.archived && counter.id !== free);
  const served = new Set<string>();
  const adds = (counter: Counter) =>
    counter.services.filter(({ serviceId, role }) => role === 'main' && !served.has(serviceId)).length;
  while (chosen.length < clerks && left.length > 0) {
    left.sort((a, b) => adds(b) - adds(a) || a.number - b.number);
    const counter = left.shift() as Counter;
    chosen.push(counter);
    for (const { serviceId, role } of counter.services) if (role === 'main') served.add(serviceId);
  }
  return chosen;
}

/** Customers per ms that these counters can serve: for each, one over the mean time of its own services. */
export function capacity(counters: readonly Counter[], services: readonly Service[]): number {
  const minutes = new Map(services.map(({ id, standardMinutes }) => [id, standardMinutes]));
  return counters.reduce((sum, counter) => {
    const own = counter.services.filter(({ role }) => role === 'main');
    const mean = own.reduce((total, { serviceId }) => total + (minutes.get(serviceId) ?? 10), 0) / own.length;
    return sum + 1 / (mean * 60_000);
  }, 0);
}
