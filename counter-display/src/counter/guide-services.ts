import type { CounterView } from '@jiaohao/shared/contract/screens.ts';

/** The service in hand first, then those of the counter. */
export function servicesWithGuides({ ticket, queues }: Pick<CounterView, 'ticket' | 'queues'>) {
  const own = queues.map(({ serviceId, name }) => ({ id: serviceId, name }));
  if (!ticket) return own;
  return [
    { id: ticket.serviceId, name: ticket.serviceName },
    ...own.filter(({ id }) => id !== ticket.serviceId),
  ];
}
