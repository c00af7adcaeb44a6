import { randomBytes, randomUUID } from 'node:crypto';
import { Device, DeviceKind, DeviceSelf } from '@jiaohao/shared/contract/session.ts';
import { Nullable } from '@jiaohao/shared/contract/text.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { knownCounter } from '../../domain/holding.ts';
import { zoneOf } from '../../domain/zones.ts';
import { normalisePairingCode } from '../../operations/secrets.ts';
import type { DeviceRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import { IdParams, NoWords, Ok, type Routes } from '../typed.ts';

/** How long a pairing code is good. */
export const PAIRING_MS = 15 * 60_000;

/** For hall screens only. */
const OfScreen = {
  zoneId: Type.Optional(Nullable(Type.String({ maxLength: 63 }))),
  speaks: Type.Optional(Type.Boolean()),
  overscan: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 10 }))),
};
const OF_SCREEN = Object.keys(OfScreen) as (keyof typeof OfScreen)[];
const NewDevice = Type.Object(
  {
    kind: DeviceKind,
    name: Type.String({ minLength: 1, maxLength: 60 }),
    counterId: Type.Optional(Type.String({ maxLength: 63 })),
    ...OfScreen,
  },
  { additionalProperties: false },
);
const ChangeDevice = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    counterId: Type.Optional(Type.String({ maxLength: 63 })),
    printerId: Type.Optional(Type.String({ maxLength: 80 })),
    ...OfScreen,
  },
  { additionalProperties: false },
);
const Paired = Type.Object({ token: Type.String(), kind: DeviceKind });
const Code = Type.Object({ id: Type.String(), pairingCode: Type.String() });

export const deviceView = (row: DeviceRow) => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  counterId: row.counterId,
  zoneId: row.zoneId,
  speaks: row.speaks,
  overscan: row.overscan,
  paired: row.tokenHash !== null,
  revoked: row.revokedAt !== null,
  lastSeenAt: row.seenAt,
});

export const deviceRoutes: Routes = (app, hub) => {
  const { operations, secrets, store } = hub;
  const limit = createFailureLimit({ perMinute: 20 });
  const nonce = () => randomBytes(16).toString('base64url');

  app.post(
    '/api/devices',
    {
      config: { access: ['manager'] },
      schema: { tags: ['devices'], body: NewDevice, response: { 201: Code } },
    },
    async (request, reply) => {
      const { kind, name, counterId, zoneId = null, speaks = true, overscan = null } = request.body;
      checkScreen(kind, request.body);
      if (kind === 'counter-pad') {
        if (counterId === undefined) throw new DomainError('malformed', { field: 'counterId' });
        knownCounter(operations.settings(), counterId);
      } else if (counterId !== undefined) throw new DomainError('malformed', { field: 'counterId' });
      const made = await operations.write(
        async (now) => {
          const code = nonce();
          const device: DeviceRow = {
            id: randomUUID(),
            kind,
            name,
            counterId: kind === 'counter-pad' ? (counterId ?? null) : null,
            printerId: null,
            zoneId,
            speaks,
            overscan,
            tokenHash: null,
            pairingHash: secrets.keyedHash(secrets.pairingCode(code)),
            pairingExpiresAt: now + PAIRING_MS,
            createdAt: now,
            seenAt: null,
            revokedAt: null,
          };
          return { writes: [{ kind: 'add-device', device }], answer: { id: device.id, nonce: code } };
        },
        requestKey(hub, request),
      );
      reply.code(201);
      return { id: made.id, pairingCode: secrets.pairingCode(made.nonce) };
    },
  );

  app.post(
    '/api/devices/:id/pairing-code',
    {
      config: { access: ['manager'] },
      schema: { tags: ['devices'], params: IdParams, body: NoWords, response: { 200: Code } },
    },
    async (request) => {
      const made = await operations.write(
        async (now) => {
          const device = known(request.params.id);
          // A revoked device stays in the list for its history; a new one takes its place.
          if (device.revokedAt !== null) throw new DomainError('unknown-device');
          const code = nonce();
          const pairingHash = secrets.keyedHash(secrets.pairingCode(code));
          const changed = { ...device, pairingHash, pairingExpiresAt: now + PAIRING_MS };
          return {
            writes: [{ kind: 'change-device', device: changed }],
            answer: { id: device.id, nonce: code },
          };
        },
        requestKey(hub, request),
      );
      return { id: made.id, pairingCode: secrets.pairingCode(made.nonce) };
    },
  );

  app.put(
    '/api/settings/devices/:id',
    {
      config: { access: ['manager'] },
      schema: {
        tags: ['settings'],
        summary:
          "Rename a device, move a pad to another counter, choose a kiosk's printer, a hall screen's zone",
        params: IdParams,
        body: ChangeDevice,
        response: { 200: Device },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { name, counterId, printerId, zoneId, speaks, overscan } = request.body;
      const changed = await operations.write(async () => {
        const before = known(id);
        checkScreen(before.kind, request.body);
        if (counterId !== undefined) {
          if (before.kind !== 'counter-pad') throw new DomainError('malformed', { field: 'counterId' });
          knownCounter(operations.settings(), counterId);
        }
        if (printerId !== undefined) {
          const there = (await store.printers()).some((printer) => printer.id === printerId);
          if (before.kind !== 'kiosk' || !there) throw new DomainError('malformed', { field: 'printerId' });
        }
        const device: DeviceRow = {
          ...before,
          name: name ?? before.name,
          counterId: counterId ?? before.counterId,
          printerId: printerId ?? before.printerId,
          zoneId: zoneId === undefined ? before.zoneId : zoneId,
          speaks: speaks ?? before.speaks,
          overscan: overscan === undefined ? before.overscan : overscan,
        };
        return { writes: [{ kind: 'change-device', device }], answer: deviceView(device) };
      });
      // It connects again by itself, as what it now is.
      hub.sockets.dropDevice(id);
      return changed;
    },
  );

  app.delete(
    '/api/devices/:id',
    {
      config: { access: ['manager'] },
      schema: { tags: ['devices'], params: IdParams, response: { 200: Ok } },
    },
    async (request) => {
      const { id } = request.params;
      await operations.write(async (now) => {
        const device = known(id);
        const revoked = {
          ...device,
          revokedAt: device.revokedAt ?? now,
          pairingHash: null,
          pairingExpiresAt: null,
        };
        return { writes: [{ kind: 'change-device', device: revoked }], answer: null };
      });
      hub.sockets.dropDevice(id);
      return { ok: true };
    },
  );

  app.post(
    '/api/devices/pair',
    {
      config: { access: ['anyone'] },
      schema: {
        tags: ['devices'],
        body: Type.Object(
          { pairingCode: Type.String({ minLength: 1, maxLength: 40 }) },
          { additionalProperties: false },
        ),
        response: { 200: Paired },
      },
    },
    async (request) => {
      await limit.check(request);
      const pairingHash = secrets.keyedHash(normalisePairingCode(request.body.pairingCode));
      try {
        const paired = await operations.write(
          async (now) => {
            const device = await store.deviceByPairing(pairingHash);
            if (!device || device.revokedAt !== null || (device.pairingExpiresAt ?? 0) < now) {
              throw new DomainError('pairing-code-invalid');
            }
            const token = secrets.deviceToken(device.id, pairingHash);
            const changed = {
              ...device,
              tokenHash: secrets.hash(token),
              pairingHash: null,
              pairingExpiresAt: null,
            };
            return {
              writes: [{ kind: 'change-device', device: changed }],
              answer: { id: device.id, kind: device.kind },
            };
          },
          requestKey(hub, request, `pairing:${pairingHash}`),
        );
        // A token from an earlier pairing is no longer good: its sockets go too.
        hub.sockets.dropDevice(paired.id);
        return { token: secrets.deviceToken(paired.id, pairingHash), kind: paired.kind };
      } catch (error) {
        if (error instanceof DomainError && error.code === 'pairing-code-invalid')
          await limit.failed(request);
        throw error;
      }
    },
  );

  app.get(
    '/api/devices/self',
    { config: { access: ['any-device'] }, schema: { tags: ['devices'], response: { 200: DeviceSelf } } },
    async (request) => {
      if (request.principal.kind !== 'device') throw new DomainError('not-signed-in');
      const { id, kind, name, counterId } = request.principal.device;
      return { id, kind, name, counterId };
    },
  );

  app.get(
    '/api/settings/devices',
    {
      config: { access: ['manager'] },
      schema: { tags: ['settings'], response: { 200: Type.Object({ devices: Type.Array(Device) }) } },
    },
    async () => {
      const withPin = new Set(await store.devicesWithPin());
      return {
        devices: hub.directory
          .devices()
          .map((row) => ({ ...deviceView(row), staffPin: withPin.has(row.id) })),
      };
    },
  );

  function checkScreen(kind: DeviceRow['kind'], said: { [K in keyof typeof OfScreen]?: unknown }): void {
    const field = OF_SCREEN.find((one) => said[one] !== undefined && said[one] !== null);
    if (field !== undefined && kind !== 'hall-screen') throw new DomainError('malformed', { field });
    const { zoneId } = said;
    if (typeof zoneId === 'string' && !zoneOf(operations.settings(), zoneId))
      throw new DomainError('malformed', { field: 'zoneId' });
  }

  function known(id: string): DeviceRow {
    const device = hub.directory.device(id);
    if (!device) throw new DomainError('unknown-device');
    return device;
  }
};
