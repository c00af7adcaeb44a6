import { randomUUID } from 'node:crypto';
import { DomainError } from '../../domain/errors.ts';
import type { AlertRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, NoWords, Ok, type Routes } from '../typed.ts';

/** Calls for help and things that a person must answer. */
export const alertRoutes: Routes = (app, hub) => {
  const { operations, store } = hub;

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
      return operations.write(
        async (now) => {
          // Pressing again while nobody has come is the same call.
          const open = (await store.openAlerts()).some(
            ({ kind, details }) => kind === 'help-kiosk' && details.deviceId === deviceId,
          );
          const alert: AlertRow = {
            id: randomUUID(),
            kind: 'help-kiosk',
            details: { deviceId, name },
            raisedAt: now,
          };
          return { writes: open ? [] : [{ kind: 'raise-alert', alert }], answer: { ok: true } };
        },
        requestKey(hub, request),
      );
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
      const kind = await operations.write(
        async (at) => {
          const alert = (await store.openAlerts()).find((each) => each.id === id);
          if (!alert) throw new DomainError('not-found');
          // Whether the clock is right is for a manager to say: figures depend on it.
          const role = principal.kind === 'person' ? principal.person.role : 'clerk';
          if (alert.kind === 'clock-jump' && role === 'hall-manager') throw new DomainError('not-allowed');
          const by = principal.kind === 'person' ? principal.person.id : null;
          isNews = true;
          return { writes: [{ kind: 'resolve-alert', id, at, by }], answer: alert.kind };
        },
        requestKey(hub, request),
      );
      // The same request again speaks of that jump, not of a later one.
      if (isNews && kind === 'clock-jump') operations.confirmClock();
      return { ok: true };
    },
  );
};
