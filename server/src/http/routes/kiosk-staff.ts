import { KioskCheck, StaffPass, StaffPin } from '@jiaohao/shared/contract/kiosk-staff.ts';
import { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { slipsAtKiosk } from '../../operations/kiosk-slips.ts';
import { actorOf } from '../../operations/principal.ts';
import { newSlip } from '../../operations/slips.ts';
import { passIsGood, pinHash, STAFF_PASS_MS, same, staffPass } from '../../operations/staff-pass.ts';
import type { PrintJobRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import { IdParams, Ok, type Routes } from '../typed.ts';

const PinBody = Type.Object({ pin: StaffPin }, { additionalProperties: false });
const NewPinBody = Type.Object({ pin: Type.Union([StaffPin, Type.Null()]) }, { additionalProperties: false });
const PrintAgainBody = Type.Object(
  { ticketId: Type.String({ minLength: 1, maxLength: 80 }) },
  { additionalProperties: false },
);

/** Staff who stand at a kiosk. Its number opens a menu; nothing of it is in the journal or the log. */
export const kioskStaffRoutes: Routes = (app, hub) => {
  const { operations, store, secrets, printing } = hub;
  // Of each kiosk, wherever the guesses come from: four digits are few.
  const limit = createFailureLimit({ perMinute: 5, of: (request) => kioskOf(request) });

  app.put(
    '/api/settings/devices/:id/pin',
    {
      config: { access: ['manager'] },
      schema: {
        tags: ['settings'],
        summary: "The number that opens a kiosk's menu for staff; null takes it away",
        params: IdParams,
        body: NewPinBody,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { pin } = request.body;
      return operations.write(async () => {
        const device = hub.directory.device(id);
        if (!device || device.revokedAt !== null) throw new DomainError('unknown-device');
        if (device.kind !== 'kiosk') throw new DomainError('malformed', { field: 'pin' });
        const hash = pin === null ? null : pinHash(secrets, id, pin);
        return {
          writes: [{ kind: 'set-staff-pin', deviceId: id, pinHash: hash }],
          answer: { ok: true },
        };
      });
    },
  );

  app.post(
    '/api/kiosk/staff',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['kiosk'],
        summary: "Open the kiosk's menu for staff by its number",
        body: PinBody,
        response: { 200: StaffPass },
      },
    },
    async (request) => {
      const deviceId = kioskOf(request);
      await limit.check(request);
      const kept = await store.staffPin(deviceId);
      if (kept === null) throw new DomainError('no-staff-pin');
      const right = same(kept, pinHash(secrets, deviceId, request.body.pin));
      await limit.check(request);
      if (!right) {
        await limit.failed(request);
        throw new DomainError('wrong-pin');
      }
      const { until } = await operations.write(
        async (now) => ({ writes: [], answer: { until: now + STAFF_PASS_MS } }),
        requestKey(hub, request),
      );
      return { pass: staffPass(secrets, deviceId, until), until };
    },
  );

  app.get(
    '/api/kiosk/staff',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['kiosk'],
        summary: 'How the kiosk, its printer and its slips are; needs `Staff-Pass`',
        response: { 200: KioskCheck },
      },
    },
    async (request) => {
      const deviceId = opened(request);
      const { today } = operations.hall();
      const printerId = printing.ownPrinterOf(deviceId);
      const printer = (await store.printers()).find(({ id }) => id === printerId);
      return {
        deviceName: hub.directory.device(deviceId)?.name ?? '',
        build: hub.snapshots.build,
        now: operations.now(),
        printer: printer ? { name: printer.name, url: printer.url, ...printing.health(printer.id) } : null,
        slips: slipsAtKiosk(today, await store.printJobsOfDay(today.date), { deviceId, printerId }),
      };
    },
  );

  app.post(
    '/api/kiosk/staff/print',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['kiosk'],
        summary: 'Print one of its slips again, marked so; needs `Staff-Pass`',
        body: PrintAgainBody,
        response: { 200: Type.Object({ print: PrintView }) },
      },
    },
    async (request) => {
      const deviceId = opened(request);
      const { ticketId } = request.body;
      const printerId = printing.printerFor(deviceId);
      const jobs: PrintJobRow[] = [];
      return operations.execute(
        actorOf(request.principal),
        { type: 'reprint', ticketId },
        {
          key: requestKey(hub, request),
          ticketId,
          printJobs({ hall: { today: day }, settings, now }) {
            const ticket = day.tickets.get(ticketId);
            if (!ticket) throw new DomainError('unknown-ticket');
            if (printerId === undefined) throw new DomainError('no-printer');
            // As if staff had asked elsewhere: the kiosk does not show this ticket, and it shall come out.
            jobs.push(
              newSlip({ day, settings, ticket, now, copy: ticket.copies, printerId, deviceId: null }),
            );
            return jobs;
          },
          answer: () => ({ print: printing.viewOf(jobs[0] ?? null) }),
        },
      );
    },
  );

  /** @throws DomainError `staff-pass-needed` where the menu was not opened, or too long ago */
  function opened(request: FastifyRequest): string {
    const deviceId = kioskOf(request);
    const pass = request.headers['staff-pass'];
    const good = typeof pass === 'string' && passIsGood(secrets, deviceId, pass, operations.now());
    if (!good) throw new DomainError('staff-pass-needed');
    return deviceId;
  }
};

function kioskOf({ principal }: FastifyRequest): string {
  if (principal.kind !== 'device') throw new DomainError('not-allowed');
  return principal.device.id;
}
