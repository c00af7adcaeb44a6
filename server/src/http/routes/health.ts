import type { FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { waitingCount } from '../../domain/queues.ts';
import type { Routes } from '../typed.ts';

/** Liveness and figures for the machine itself: answered to loopback only. */
export const healthRoutes: Routes = (app, hub) => {
  const { operations } = hub;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'jiaohao_' });
  const events = new Counter({
    name: 'jiaohao_events_total',
    help: 'Events committed to the journal',
    labelNames: ['type'],
    registers: [registry],
  });
  operations.onCommitted(({ envelopes }) => {
    for (const { event } of envelopes) events.inc({ type: event.type });
  });
  new Gauge({
    name: 'jiaohao_waiting',
    help: 'Tickets waiting now',
    registers: [registry],
    collect() {
      const { queues } = operations.hall().today;
      this.set([...queues.keys()].reduce((sum, serviceId) => sum + waitingCount(queues, serviceId), 0));
    },
  });
  new Gauge({
    name: 'jiaohao_sockets',
    help: 'Open sockets of screens, clerks and phones',
    registers: [registry],
    collect() {
      this.set(hub.sockets.connections());
    },
  });
  new Gauge({
    name: 'jiaohao_alerts',
    help: 'Alerts that nobody has seen to',
    registers: [registry],
    collect() {
      this.set(hub.alerts().length);
    },
  });

  app.get(
    '/healthz',
    {
      config: { access: ['anyone'] },
      schema: { tags: ['health'], response: { 200: Type.Object({ status: Type.String() }) } },
    },
    async (request) => {
      localOnly(request);
      return { status: 'ok' };
    },
  );
  app.get(
    '/metrics',
    { config: { access: ['anyone'] }, schema: { tags: ['health'] } },
    async (request, reply) => {
      localOnly(request);
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
};

function localOnly(request: FastifyRequest): void {
  const { ip } = request;
  if (!/^(127\.|::1$|::ffff:127\.)/.test(ip)) throw new DomainError('not-allowed');
}
