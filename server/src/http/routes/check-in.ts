import { parseAppointmentCode } from '@jiaohao/shared/contract/appointment-code.ts';
import { CheckInAnswer, CheckInBody, FindBody, FoundAnswer } from '@jiaohao/shared/contract/appointments.ts';
import { maskPhone, parsePhone } from '@jiaohao/shared/contract/phone-number.ts';
import type { FastifyRequest } from 'fastify';
import { foundView } from '../../domain/appointments/views.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Found } from '../../operations/appointment-desk.ts';
import { actorOf } from '../../operations/principal.ts';
import { timeOrderedId } from '../../operations/time-ordered-id.ts';
import { languageOf } from '../errors.ts';
import { requestKey } from '../idempotency.ts';
import { createNamedFailureLimit } from '../limits.ts';
import { IdParams, NoWords, type Routes } from '../typed.ts';
import { slipOf, withToken } from './tickets.ts';

/** What somebody typed at a kiosk to be known by. */
type Words = { code?: string; phone?: string };

/**
 * Checking in at a kiosk, by the whole code or the whole phone number. Whether a number has an appointment
 * is for its owner to know: failures are counted by kiosk and by what was typed, whatever is unknown gets
 * one and the same answer after the same work, and nothing of anybody else is ever in an answer.
 */
export const checkInRoutes: Routes = (app, hub) => {
  const { operations, appointmentDesk: desk, secrets, snapshots, printing, store } = hub;
  const byDevice = createNamedFailureLimit({ failures: 12, seconds: 300 });
  const byWords = createNamedFailureLimit({ failures: 5, seconds: 900 });

  app.post(
    '/api/appointments/find',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['appointments'],
        summary: "Today's appointments of a code or a whole phone number",
        body: FindBody,
        response: { 200: FoundAnswer },
      },
    },
    async (request) => {
      const words: Words = request.body;
      const found = await find(request, words);
      const settings = operations.settings();
      const now = operations.now();
      const contacts = await desk.contactsOf(found.map(({ appointment }) => appointment));
      return {
        appointments: await Promise.all(
          found.map(async ({ appointment }) => {
            const phone = contacts.get(appointment.contactId)?.phone ?? null;
            const number = await desk.numberOf(appointment);
            return foundView(settings, appointment, { now, number, phone: phone && maskPhone(phone) });
          }),
        ),
      };
    },
  );

  app.post(
    '/api/appointments/check-in',
    {
      config: { access: ['kiosk'] },
      schema: {
        tags: ['appointments'],
        summary: 'A number for an appointment that was found; the same one when asked again',
        body: CheckInBody,
        response: { 200: CheckInAnswer },
      },
    },
    async (request) => {
      const { appointmentId, code, phone, language } = request.body;
      const found = await find(request, { code, phone });
      const mine = found.find(({ appointment }) => appointment.id === appointmentId);
      if (!mine) throw new DomainError('unknown-appointment');
      return checkIn(request, mine, language);
    },
  );

  app.post(
    '/api/appointments/:id/check-in',
    {
      config: { access: ['clerk', 'hall-manager'] },
      schema: {
        tags: ['appointments'],
        summary: 'Staff check in somebody who has neither code nor phone number',
        params: IdParams,
        body: NoWords,
        response: { 200: CheckInAnswer },
      },
    },
    async (request) => checkIn(request, await desk.byId(request.params.id), undefined),
  );

  /** One number for one appointment, however often and from however many kiosks it is asked for. */
  async function checkIn(
    request: FastifyRequest,
    { date, appointment: { id: appointmentId } }: Found,
    language: string | undefined,
  ): Promise<CheckInAnswer> {
    const { principal } = request;
    const ticketId = timeOrderedId();
    const taken = await operations.appoint(
      actorOf(principal),
      [
        {
          date,
          command: {
            type: 'check-in',
            appointmentId,
            ticket: {
              ticketId,
              turnId: timeOrderedId(),
              tokenHash: secrets.hash(secrets.slipToken(ticketId)),
              language: language ?? languageOf(request),
            },
          },
        },
      ],
      {
        key: requestKey(hub, request),
        printJobs: (appointed) =>
          appointed.events.length > 0 ? slipOf(hub, appointed, ticketId, principal) : [],
        answer: ({ book, events }) => {
          const checkedIn = book(date).appointments.get(appointmentId)?.checkedIn;
          if (!checkedIn) throw new DomainError('unknown-appointment');
          return { ticketId: checkedIn.ticketId, arrival: checkedIn.arrival, again: events.length === 0 };
        },
      },
    );
    const at = await operations.findTicket(taken.ticketId);
    if (!at) throw new DomainError('unknown-ticket');
    const print = printing.viewOf(await store.latestPrintJob(taken.ticketId));
    const ticket = snapshots.ticket(at.day, at.ticket, print);
    // Its slip opens the phone page: for the kiosk that gave the number, and no other.
    const own = principal.kind === 'device' && at.ticket.deviceId === principal.device.id;
    return { ticket: own ? withToken(hub, ticket) : ticket, arrival: taken.arrival, again: taken.again };
  }

  /** @throws DomainError `unknown-appointment`, `too-many-attempts` */
  async function find(request: FastifyRequest, { code, phone }: Words): Promise<Found[]> {
    const device = request.principal.kind === 'device' ? request.principal.device.id : '';
    const typed = code === undefined ? parsePhone(phone ?? '') : parseAppointmentCode(code);
    // Kept as a keyed hash: a list of what people typed is nobody's business.
    const name = secrets.keyedHash(`typed\n${typed ?? code ?? phone}`);
    await byDevice.check(device);
    await byWords.check(name);
    const found = typed === null ? [] : await lookUp(typed, code !== undefined);
    if (found.length > 0) return found;
    await Promise.all([byDevice.failed(device), byWords.failed(name)]);
    throw new DomainError('unknown-appointment');
  }

  async function lookUp(typed: string, isCode: boolean): Promise<Found[]> {
    if (!isCode) return desk.byPhone(typed);
    const found = await desk.byCode(typed);
    return found ? [found] : [];
  }
};
