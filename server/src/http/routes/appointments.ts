import {
  AppointmentAnswer,
  AppointmentList,
  BookBody,
  ChangeBody,
  SlotDays,
} from '@jiaohao/shared/contract/appointments.ts';
import { parsePhone } from '@jiaohao/shared/contract/phone-number.ts';
import { LanguageTag } from '@jiaohao/shared/contract/text.ts';
import { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Appointment, AppointmentBook } from '../../domain/appointments/book.ts';
import { appointmentRules, servicesByAppointment } from '../../domain/appointments/rules.ts';
import { dateOfSlot } from '../../domain/appointments/slots.ts';
import { countsOf, slotViews } from '../../domain/appointments/views.ts';
import { DomainError } from '../../domain/errors.ts';
import { addDays } from '../../domain/service-day.ts';
import type { AppointmentStep } from '../../operations/appointment-steps.ts';
import { newAppointmentJob } from '../../operations/papers.ts';
import { actorOf } from '../../operations/principal.ts';
import type { Write } from '../../store/port.ts';
import { languageOf } from '../errors.ts';
import { requestKey } from '../idempotency.ts';
import { printerOf } from '../printer-of.ts';
import { IdParams, NoWords, type Routes } from '../typed.ts';

const STAFF = ['clerk', 'hall-manager', 'manager'] as const;
/** Another system sees and cancels what it has booked, and nothing of anybody else's. */
const STAFF_OR_CLIENT = [...STAFF, 'api-client'] as const;
const DayQuery = Type.Object(
  { date: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })) },
  { additionalProperties: false },
);
const PrintBody = Type.Object({ language: Type.Optional(LanguageTag) }, { additionalProperties: false });
const SlotsQuery = Type.Object(
  { serviceId: Type.Optional(Type.String({ maxLength: 63 })) },
  { additionalProperties: false },
);

/** Booking, changing and cancelling, by staff who are signed in; booking and cancelling by other systems too. */
export const appointmentRoutes: Routes = (app, hub) => {
  const { operations, appointmentDesk: desk } = hub;

  app.get(
    '/api/appointments/slots',
    {
      config: { access: STAFF_OR_CLIENT },
      schema: {
        tags: ['appointments'],
        summary: 'Services that take appointments and, of one, the days that can be booked',
        querystring: SlotsQuery,
        response: { 200: SlotDays },
      },
    },
    async (request) => {
      const settings = operations.settings();
      const now = operations.now();
      const services = servicesByAppointment(settings);
      const { serviceId } = request.query;
      const today = dateOfSlot(settings, now);
      const ahead = serviceId === undefined ? -1 : appointmentRules(settings).daysAhead;
      const days = [];
      for (let day = 0; day <= ahead; day += 1) {
        const book = await operations.appointments(addDays(today, day));
        days.push({ date: book.date, slots: slotViews(settings, book, serviceId ?? '', now) });
      }
      return {
        timeZone: settings.hall.timeZone,
        languages: settings.hall.languages,
        services: services.map(({ id, name, letter }) => ({ id, name, letter })),
        days,
      };
    },
  );

  app.get(
    '/api/appointments',
    {
      config: { access: STAFF_OR_CLIENT },
      schema: {
        tags: ['appointments'],
        summary: 'The appointments of a day, today unless said; phone numbers masked',
        querystring: DayQuery,
        response: { 200: AppointmentList },
      },
    },
    async (request) => {
      const now = operations.now();
      const settings = operations.settings();
      const date = request.query.date ?? dateOfSlot(settings, now);
      if (!isDate(date)) throw new DomainError('malformed', { field: 'date' });
      const book = ownOf(request, await operations.appointments(date));
      const inOrder = [...book.appointments.values()]
        .filter(({ state }) => state !== 'moved')
        .sort((a, b) => a.slotAt - b.slotAt || a.bookedAt - b.bookedAt);
      return {
        now,
        date,
        timeZone: settings.hall.timeZone,
        counts: countsOf(book, now),
        appointments: await desk.views(date, inOrder),
      };
    },
  );

  app.get(
    '/api/appointments/:id',
    {
      config: { access: STAFF },
      schema: {
        tags: ['appointments'],
        summary: 'One of them, with its code and the whole phone number',
        params: IdParams,
        response: { 200: AppointmentAnswer },
      },
    },
    async (request) => answer(request.params.id),
  );

  app.post(
    '/api/appointments',
    {
      config: { access: STAFF_OR_CLIENT },
      schema: {
        tags: ['appointments'],
        summary: 'Book; the code is for the customer',
        body: BookBody,
        response: { 201: AppointmentAnswer },
      },
    },
    async (request, reply) => {
      const { serviceId, slotAt, phone, name } = request.body;
      const digits = parsePhone(phone);
      if (digits === null) throw new DomainError('malformed', { field: 'phone' });
      const appointmentId = desk.newId();
      const contactId = desk.newId();
      const codeHash = await desk.newCodeHash(appointmentId);
      const date = dateOfSlot(operations.settings(), slotAt);
      const id = await take(
        request,
        appointmentId,
        [
          {
            date,
            command: {
              type: 'book',
              appointmentId,
              codeHash,
              contactId,
              clientId: clientOf(request),
              serviceId,
              slotAt,
              movedFrom: null,
            },
          },
        ],
        [desk.contact(contactId, digits, name, slotAt)],
      );
      reply.code(201);
      return answer(id);
    },
  );

  app.post(
    '/api/appointments/:id/change',
    {
      config: { access: STAFF },
      schema: {
        tags: ['appointments'],
        summary: 'Another time or service; the code stays',
        params: IdParams,
        body: ChangeBody,
        response: { 200: AppointmentAnswer },
      },
    },
    async (request) => {
      const { id: appointmentId } = request.params;
      const { slotAt } = request.body;
      const before = await desk.byId(appointmentId);
      const { contactId, codeHash, clientId } = before.appointment;
      const serviceId = request.body.serviceId ?? before.appointment.serviceId;
      const date = dateOfSlot(operations.settings(), slotAt);
      const steps: AppointmentStep[] =
        date === before.date
          ? [{ date, command: { type: 'change', appointmentId, serviceId, slotAt } }]
          : [
              { date: before.date, command: { type: 'cancel', appointmentId, movedTo: date } },
              {
                date,
                command: {
                  type: 'book',
                  appointmentId,
                  codeHash,
                  contactId,
                  clientId: clientId ?? undefined,
                  serviceId,
                  slotAt,
                  movedFrom: before.date,
                },
              },
            ];
      return answer(await take(request, appointmentId, steps, [desk.contactMoves(contactId, slotAt)]));
    },
  );

  app.post(
    '/api/appointments/:id/cancel',
    {
      config: { access: STAFF_OR_CLIENT },
      schema: {
        tags: ['appointments'],
        params: IdParams,
        body: NoWords,
        response: { 200: AppointmentAnswer },
      },
    },
    async (request) => {
      const { id: appointmentId } = request.params;
      const { date, appointment } = await desk.byId(appointmentId);
      if (!isOwn(request, appointment)) throw new DomainError('unknown-appointment');
      return answer(
        await take(request, appointmentId, [
          { date, command: { type: 'cancel', appointmentId, movedTo: null } },
        ]),
      );
    },
  );

  app.post(
    '/api/appointments/:id/print',
    {
      config: { access: STAFF },
      schema: {
        tags: ['appointments'],
        summary:
          'Print its slip, with code, time and what to bring: beside a clerk’s counter, else on the hall’s first printer',
        params: IdParams,
        body: PrintBody,
        response: { 200: Type.Object({ print: PrintView }) },
      },
    },
    async (request) => {
      const { appointment } = await desk.byId(request.params.id);
      if (appointment.state !== 'booked')
        throw new DomainError('appointment-over', { state: appointment.state });
      const printerId = printerOf(hub, request.principal);
      if (printerId === undefined) throw new DomainError('no-printer');
      const language = request.body.language ?? languageOf(request);
      return operations.write(
        async (now) => {
          const place = { printerId, deviceId: null, now, date: operations.hall().today.date };
          const job = newAppointmentJob(operations.settings(), appointment, language, place);
          return { printJobs: [job], answer: { print: hub.printing.viewOf(job) } };
        },
        requestKey(hub, request),
      );
    },
  );

  /** What is kept for a request that comes again is the id alone: no code, no phone number. */
  async function take(
    request: FastifyRequest,
    id: string,
    steps: AppointmentStep[],
    writes: Write[] = [],
  ): Promise<string> {
    const kept = await operations.appoint(actorOf(request.principal), steps, {
      key: requestKey(hub, request),
      writes,
      answer: () => ({ id }),
    });
    return kept.id;
  }

  const answer = async (id: string) => ({ appointment: await desk.details(await desk.byId(id)) });
};

const clientOf = ({ principal }: FastifyRequest): string | undefined =>
  principal.kind === 'client' ? principal.client.id : undefined;

/** Staff see to every appointment. */
function isOwn(request: FastifyRequest, { clientId }: Appointment): boolean {
  const client = clientOf(request);
  return client === undefined || client === clientId;
}

const ownOf = (request: FastifyRequest, book: AppointmentBook): AppointmentBook => ({
  ...book,
  appointments: new Map([...book.appointments].filter(([, appointment]) => isOwn(request, appointment))),
});

/** A date that is in the calendar. */
const isDate = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
};
