import { ScanBody } from '@jiaohao/shared/contract/scan.ts';
import { Menu } from '@jiaohao/shared/contract/screens.ts';
import {
  type Holder,
  IssueBody,
  TicketView as TicketSchema,
  type TicketView,
} from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Command } from '../../domain/command.ts';
import { DomainError } from '../../domain/errors.ts';
import { daysAtHand } from '../../domain/hall.ts';
import { serviceDayAt } from '../../domain/service-day.ts';
import type { DayState } from '../../domain/state.ts';
import { actorOf, type Principal } from '../../operations/principal.ts';
import { createSlipReader } from '../../operations/scanned-slip.ts';
import { newSlip, slipCode } from '../../operations/slips.ts';
import { timeOrderedId } from '../../operations/time-ordered-id.ts';
import type { Decided } from '../../operations.ts';
import type { PrintJobRow } from '../../store/port.ts';
import { languageOf } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requestKey } from '../idempotency.ts';
import { mayTouchTicket } from '../own-ticket.ts';
import { printerOf } from '../printer-of.ts';
import { IdParams, type Routes } from '../typed.ts';

const Answer = Type.Object({ ticket: TicketSchema });
/** `code`: the slip that a scanner read at a kiosk which did not take the number. */
const ReprintBody = Type.Object(
  { code: Type.Optional(ScanBody.properties.code) },
  { additionalProperties: false },
);

export const ticketRoutes: Routes = (app, hub) => {
  const { operations, snapshots, printing, store, secrets } = hub;
  const readSlip = createSlipReader({ operations, store, secrets, publicUrl: hub.config.publicUrl });

  app.get(
    '/api/menu',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: { tags: ['tickets'], summary: 'What can be had now', response: { 200: Menu } },
    },
    async () => snapshots.menu(),
  );

  app.post(
    '/api/tickets',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: { tags: ['tickets'], summary: 'Issue a number', body: IssueBody, response: { 201: Answer } },
    },
    async (request, reply) => {
      const { principal } = request;
      const { serviceId, serviceIds, priority, language, told, override } = request.body;
      if (serviceId !== undefined && serviceIds !== undefined)
        throw new DomainError('malformed', { field: 'serviceIds' });
      const [wanted, ...further] = serviceIds ?? (serviceId === undefined ? [] : [serviceId]);
      if (wanted === undefined) throw new DomainError('malformed', { field: 'serviceId' });
      // In the order of time: rows that are written together then lie together, in every index.
      const ticketId = timeOrderedId();
      const slips: PrintJobRow[] = [];
      const holder = holderAsked(hub, request.body.holder);
      const command: Extract<Command, { type: 'issue' }> = {
        type: 'issue',
        ticketId,
        turnId: timeOrderedId(),
        tokenHash: hub.secrets.hash(hub.secrets.slipToken(ticketId)),
        serviceId: wanted,
        further: further.map((each) => ({ turnId: timeOrderedId(), serviceId: each })),
        priority: priority ?? null,
        language: language ?? languageOf(request),
        origin: principal.kind === 'device' ? 'kiosk' : 'staff',
        told: told?.map(({ by, ...guide }) => ({
          ...guide,
          means: by === 'slip' ? by : principal.kind === 'device' ? 'kiosk' : 'clerk',
        })),
        override,
      };
      const ticket = await operations.execute<TicketView>(actorOf(principal), command, {
        key: requestKey(hub, request, undefined, {
          ...request.body,
          holder: holder?.hash(operations.hall().today.date),
        }),
        inQueue: ({ today, pending }) => {
          if (!holder) return { command, writes: [] };
          const hash = holder.hash(today);
          const ticketIds = hub.holders.ticketIds(today, hash, pending);
          return {
            command: { ...command, holder: { ticketIds } },
            writes: [{ kind: 'keep-holder', serviceDay: today, ticketId, hash }],
          };
        },
        printJobs: (decided) => {
          slips.push(...slipOf(hub, decided, ticketId, principal));
          return slips;
        },
        answer: (decided) => issuedView(hub, decided, ticketId, slips[0] ?? null),
      });
      reply.code(201);
      return { ticket: principal.kind === 'device' ? withToken(hub, ticket) : ticket };
    },
  );

  app.post(
    '/api/tickets/:id/reprint',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Print the slip again, marked so',
        params: IdParams,
        body: ReprintBody,
        response: { 200: Answer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const deviceId = request.principal.kind === 'device' ? request.principal.device.id : null;
      // Its slip opens the phone page: only the kiosk that took the number or was shown the slip, while it shows it.
      const { code } = request.body;
      const slip = deviceId === null || code === undefined ? null : await readSlip(code);
      const held = slip !== null && 'ticket' in slip && slip.proven && slip.ticket.id === id;
      await mayTouchTicket(hub, request, id, held);
      const slips: PrintJobRow[] = [];
      const ticket = await operations.execute<TicketView>(
        actorOf(request.principal),
        { type: 'reprint', ticketId: id },
        {
          key: requestKey(hub, request),
          ticketId: id,
          printJobs: (decided) => {
            slips.push(...slipOf(hub, decided, id, request.principal));
            return slips;
          },
          answer: (decided) => issuedView(hub, decided, id, slips[0] ?? null),
        },
      );
      return { ticket: deviceId === null ? ticket : withToken(hub, ticket) };
    },
  );

  app.get(
    '/api/tickets/:id/slip.svg',
    {
      config: { access: ['kiosk'] },
      schema: { tags: ['tickets'], summary: 'The slip as the virtual printer printed it', params: IdParams },
    },
    async (request, reply) => {
      const jobs = await hub.store.printJobsOf(request.params.id);
      // The code on it is for the kiosk that took the number, and nobody else.
      const own = jobs.findLast((job) => job.deviceId === deviceOf(request));
      const picture = own ? printing.picture(own.id) : null;
      if (picture === null) throw new DomainError('not-found');
      return reply.type('image/svg+xml').header('Cache-Control', 'no-store').send(picture);
    },
  );
};

/** With what opens its phone page: for the kiosk that holds its slip, and nobody else. */
export function withToken(of: Hub, ticket: TicketView): TicketView {
  const { today } = of.operations.hall();
  const { timeZone, dayStartsAt = '03:00' } = of.operations.settings().hall;
  // Of its own day: the answer may be asked for again after the day's end.
  const ofToday = ticket.issuedAt >= today.startsAt && ticket.issuedAt < today.endsAt;
  const date = ofToday ? today.date : serviceDayAt(ticket.issuedAt, timeZone, dayStartsAt).date;
  const { code } = slipCode(ticket, date, of.secrets, of.config.publicUrl);
  return { ...ticket, token: of.secrets.slipToken(ticket.id), code };
}

/**
 * Who a number is for, where the hall limits them; else nobody is asked, and what came along is let go.
 * @throws DomainError `invalid-holder`
 */
function holderAsked(
  { operations, holders }: Hub,
  holder: Holder | undefined,
): { hash(day: string): string } | null {
  const { liveNumbersPerHolder: limit } = operations.settings().rules;
  if (!limit || !holder) return null;
  if (!limit.kinds.includes(holder.kind)) throw new DomainError('invalid-holder', { kinds: limit.kinds });
  const hash = (day: string): string => holders.hash(day, holder);
  hash(operations.hall().today.date);
  return { hash };
}

const deviceOf = (request: FastifyRequest): string | null =>
  request.principal.kind === 'device' ? request.principal.device.id : null;

export function slipOf(
  hub: Hub,
  { hall, settings, now }: Omit<Decided, 'events'>,
  ticketId: string,
  principal: Principal,
): PrintJobRow[] {
  const printerId = printerOf(hub, principal);
  const deviceId = principal.kind === 'device' ? principal.device.id : null;
  const day = dayWith(hall, ticketId);
  const ticket = day.tickets.get(ticketId);
  if (printerId === undefined || !ticket) return [];
  return [newSlip({ day, settings, ticket, now, copy: ticket.copies, printerId, deviceId })];
}

/** A ticket as its issue answers it. */
export function issuedView(
  hub: Hub,
  { hall }: Decided,
  ticketId: string,
  slip: PrintJobRow | null,
): TicketView {
  const day = dayWith(hall, ticketId);
  const ticket = day.tickets.get(ticketId);
  if (!ticket) throw new DomainError('unknown-ticket');
  return hub.snapshots.ticket(day, ticket, hub.printing.viewOf(slip));
}

const dayWith = (hall: Decided['hall'], ticketId: string): DayState =>
  daysAtHand(hall).find((day) => day.tickets.has(ticketId)) ?? hall.today;
