import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/errors.ts';
import { dayOfCounter } from '../../domain/hall.ts';
import { heldCounter, knownCounter } from '../../domain/holding.ts';
import { actorOf } from '../../operations/principal.ts';
import type { AlertRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, NoWords, Ok, type Routes } from '../typed.ts';

/** Calls for help and things that a person must answer. */
export const alertRoutes: Routes = (app, hub) => {
  const { operations, store } = hub;

  /** Asking again while nobody has come is the same call. */
  async function callForHelp(
    request: FastifyRequest,
    alert: Omit<AlertRow, 'id' | 'raisedAt'>,
    place: string,
  ) {
    return operations.write(
      async (now) => {
        const open = (await store.openAlerts()).some(
          ({ kind, details }) => kind === alert.kind && details[place] === alert.details[place],
        );
        const raised: AlertRow = { id: randomUUID(), raisedAt: now, ...alert };
        return { writes: open ? [] : [{ kind: 'raise-alert', alert: raised }], answer: { ok: true } };
      },
      requestKey(hub, request),
    );
  }

  app.post(
    '/api/help',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['alerts'],
        summary: 'Somebody at a kiosk asks for staff',
        body: NoWords,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { principal } = request;
      if (principal.kind !== 'device') throw new DomainError('not-allowed');
      const { id: deviceId, name } = principal.device;
      return callForHelp(request, { kind: 'help-kiosk', details: { deviceId, name } }, 'deviceId');
    },
  );

  app.post(
    '/api/counters/:id/help',
    {
      config: { access: ['clerk', 'hall-manager'] },
      schema: {
        tags: ['alerts'],
        summary: 'Somebody at a counter asks for the hall manager',
        params: IdParams,
        body: NoWords,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { id: counterId } = request.params;
      const settings = operations.settings();
      heldCounter(
        dayOfCounter(operations.hall(), counterId),
        settings,
        counterId,
        actorOf(request.principal),
      );
      const { number } = knownCounter(settings, counterId);
      return callForHelp(request, { kind: 'help-counter', details: { counterId, number } }, 'counterId');
    },
  );

  app.post(
    '/api/alerts/:id/resolve',
    {
      config: { access: ['hall-manager', 'manager'] },
      schema: {
        tags: ['alerts'],
        summary: 'Seen to; for a doubtful clock: it is right, go on',
        params: IdParams,
        body: NoWords,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { principal } = request;
      let isNews = false;
      let asked: unknown;
      const kind = await operations.write(
        async (at) => {
          const alert = (await store.openAlerts()).find((each) => each.id === id);
          if (!alert) throw new DomainError('not-found');
          // Whether the clock is right is for a manager to say: figures depend on it.
          const role = principal.kind === 'person' ? principal.role : 'clerk';
          if (alert.kind === 'clock-jump' && role === 'hall-manager') throw new DomainError('not-allowed');
          const by = principal.kind === 'person' ? principal.person.id : null;
          isNews = true;
          asked = alert.details.deviceId;
          return { writes: [{ kind: 'resolve-alert', id, at, by }], answer: alert.kind };
        },
        requestKey(hub, request),
      );
      // The same request again speaks of that jump, not of a later one.
      if (isNews && kind === 'clock-jump') operations.confirmClock();
      if (isNews && kind === 'help-kiosk' && typeof asked === 'string') hub.sockets.helpComes(asked);
      return { ok: true };
    },
  );
};
