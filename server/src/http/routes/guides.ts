import { GuideVersion, GuideView } from '@jiaohao/shared/contract/guide.ts';
import { LanguageTag } from '@jiaohao/shared/contract/text.ts';
import { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { newGuideJob, type PaperPlace } from '../../operations/papers.ts';
import { actorOf } from '../../operations/principal.ts';
import { languageOf } from '../errors.ts';
import { requestKey } from '../idempotency.ts';
import { mayTouchTicket } from '../own-ticket.ts';
import { printerOf } from '../printer-of.ts';
import { IdParams, Ok, type Routes } from '../typed.ts';

const GuideAnswer = Type.Object({ guide: GuideView });
const PrintBody = Type.Object(
  {
    /** Whose holder is told by it; none yet where a number is still to be taken. */
    ticketId: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    language: Type.Optional(LanguageTag),
  },
  { additionalProperties: false },
);
const ToldBody = Type.Object(
  {
    /** The ticket's own where it is left out. */
    serviceId: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    version: GuideVersion,
  },
  { additionalProperties: false },
);

/** 一次性告知: what a service needs, shown and printed; and that a ticket's holder was told. */
export const guideRoutes: Routes = (app, hub) => {
  const { operations } = hub;

  /** @throws DomainError `unknown-service` */
  function guideNow(serviceId: string): GuideView {
    const guide = operations.settings().guideById.get(serviceId);
    if (!guide || operations.settings().serviceById.get(serviceId)?.archived)
      throw new DomainError('unknown-service', { serviceId });
    return guide;
  }

  app.get(
    '/api/services/:id/guide',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager', 'manager'] },
      schema: {
        tags: ['guides'],
        summary: 'What to know before coming to the counter, with its version',
        params: IdParams,
        response: { 200: GuideAnswer },
      },
    },
    async (request) => ({ guide: guideNow(request.params.id) }),
  );

  app.post(
    '/api/services/:id/guide/print',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: {
        tags: ['guides'],
        summary: 'Print the guide; with a ticket, its holder is told by it',
        params: IdParams,
        body: PrintBody,
        response: { 200: Type.Object({ print: PrintView, version: GuideVersion }) },
      },
    },
    async (request) => {
      const { principal } = request;
      const { ticketId, language } = request.body;
      const guide = guideNow(request.params.id);
      const printerId = printerOf(hub, principal);
      if (printerId === undefined) throw new DomainError('no-printer');
      const deviceId = principal.kind === 'device' ? principal.device.id : null;
      const key = requestKey(hub, request);
      const wished = language ?? languageOf(request);
      const jobAt = (place: Pick<PaperPlace, 'now' | 'date' | 'ticketId'>) =>
        newGuideJob(operations.settings(), guide, wished, { printerId, deviceId, ...place });
      if (ticketId === undefined) {
        return operations.write(async (now) => {
          const job = jobAt({ now, date: operations.hall().today.date });
          return { printJobs: [job], answer: { print: hub.printing.viewOf(job), version: guide.version } };
        }, key);
      }
      await mayTouchTicket(hub, request, ticketId);
      const told = [{ serviceId: guide.serviceId, version: guide.version, means: 'slip' as const }];
      let job: ReturnType<typeof jobAt> | null = null;
      return operations.execute(
        actorOf(principal),
        { type: 'tell', ticketId, told },
        {
          key,
          ticketId,
          printJobs: ({ hall, now }) => {
            job = jobAt({ now, date: hall.today.date, ticketId });
            return [job];
          },
          answer: () => ({ print: hub.printing.viewOf(job), version: guide.version }),
        },
      );
    },
  );

  app.post(
    '/api/tickets/:id/told',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: {
        tags: ['guides'],
        summary: 'Its holder was told this version of the guide: on the kiosk’s screen, or by staff',
        params: IdParams,
        body: ToldBody,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { id } = request.params;
      const ticket = await mayTouchTicket(hub, request, id);
      const { serviceId = ticket.serviceId, version } = request.body;
      const means = request.principal.kind === 'device' ? 'kiosk' : 'clerk';
      return operations.execute(
        actorOf(request.principal),
        { type: 'tell', ticketId: id, told: [{ serviceId, version, means }] },
        { key: requestKey(hub, request as FastifyRequest), ticketId: id, answer: () => ({ ok: true }) },
      );
    },
  );
};
