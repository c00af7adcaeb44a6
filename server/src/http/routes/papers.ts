import { LanguageTag } from '@jiaohao/shared/contract/text.ts';
import { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { profileOf } from '../../domain/settings.ts';
import { jobAgain, newJob, newWaitingListJob } from '../../operations/papers.ts';
import type { PrintJobRow } from '../../store/port.ts';
import { languageOf } from '../errors.ts';
import { requestKey } from '../idempotency.ts';
import { printerOf } from '../printer-of.ts';
import { IdParams, NoWords, type Routes } from '../typed.ts';

const PrintAnswer = Type.Object({ print: PrintView });
const PaperBody = Type.Object(
  {
    printerId: Type.Optional(
      Type.String({ minLength: 1, maxLength: 80, description: "for staff; else the hall's first" }),
    ),
    language: Type.Optional(LanguageTag),
  },
  { additionalProperties: false },
);

/** Papers that are nobody's ticket: a list for a power cut, a test of a printer; and what became of each. */
export const paperRoutes: Routes = (app, hub) => {
  const { operations, printing, store } = hub;

  /** @throws DomainError `not-found` for a printer that is not there, `no-printer` where there is none at all */
  async function printerNamed(printerId: string | undefined, otherwise: string | undefined) {
    const printers = await store.printers();
    const wanted = printerId ?? otherwise;
    const found = printers.find(({ id }) => id === wanted);
    if (found) return found;
    throw new DomainError(printerId === undefined ? 'no-printer' : 'not-found');
  }

  app.post(
    '/api/print/waiting-list',
    {
      config: { access: ['hall-manager'] },
      schema: {
        tags: ['printing'],
        summary: 'Print every waiting number, by service: for a power cut',
        body: PaperBody,
        response: { 200: PrintAnswer },
      },
    },
    async (request) => {
      const { printerId, language } = request.body;
      const printer = await printerNamed(printerId, printing.printerFor(null));
      return operations.write(
        async (now) => {
          const job = newWaitingListJob(
            operations.hall(),
            operations.settings(),
            language ?? languageOf(request),
            { printerId: printer.id, deviceId: null, now },
          );
          return { printJobs: [job], answer: { print: printing.viewOf(job) } };
        },
        requestKey(hub, request),
      );
    },
  );

  app.post(
    '/api/print/test',
    {
      config: { access: ['kiosk', 'hall-manager', 'manager'] },
      schema: {
        tags: ['printing'],
        summary: 'Print a test slip: a kiosk on its own printer, staff on any',
        body: PaperBody,
        response: { 200: PrintAnswer },
      },
    },
    async (request) => {
      const { printerId, language } = request.body;
      const deviceId = request.principal.kind === 'device' ? request.principal.device.id : null;
      if (deviceId !== null && printerId !== undefined) throw new DomainError('not-allowed');
      // On that very printer, however it is: another one that is well would tell nothing about it.
      const printer = await printerNamed(printerId, printing.ownPrinterOf(deviceId));
      return operations.write(
        async (now) => {
          const settings = operations.settings();
          const { hall } = settings;
          const job = newJob(
            {
              kind: 'test',
              hallName: hall.name,
              printerName: printer.name,
              printedAt: now,
              timeZone: hall.timeZone,
              profile: profileOf(settings),
              language: language ?? languageOf(request),
            },
            { printerId: printer.id, deviceId, now, date: operations.hall().today.date },
          );
          return { printJobs: [job], answer: { print: printing.viewOf(job) } };
        },
        requestKey(hub, request),
      );
    },
  );

  app.post(
    '/api/print/:id/again',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: {
        tags: ['printing'],
        summary: 'Print a paper again that did not come; a ticket’s slip has a way of its own',
        params: IdParams,
        body: NoWords,
        response: { 200: PrintAnswer },
      },
    },
    async (request) => {
      const before = await jobFor(request);
      if (before.kind === 'ticket') throw new DomainError('not-found');
      const printerId = printerOf(hub, request.principal);
      if (printerId === undefined) throw new DomainError('no-printer');
      return operations.write(
        async (now) => {
          const job = jobAgain(before, printerId, now);
          return { printJobs: [job], answer: { print: printing.viewOf(job) } };
        },
        requestKey(hub, request),
      );
    },
  );

  app.get(
    '/api/print/:id',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager', 'manager'] },
      schema: {
        tags: ['printing'],
        summary: 'What became of a paper; a kiosk asks for its own',
        params: IdParams,
        response: { 200: PrintAnswer },
      },
    },
    async (request) => ({ print: printing.viewOf(await jobFor(request)) }),
  );

  app.get(
    '/api/print/:id/paper.svg',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager', 'manager'] },
      schema: {
        tags: ['printing'],
        summary: 'The paper as the virtual printer printed it',
        params: IdParams,
      },
    },
    async (request, reply) => {
      const job = await jobFor(request);
      // A ticket's slip carries the key to its phone page: `/api/tickets/:id/slip.svg`, for its kiosk only.
      const picture = job.kind === 'ticket' ? null : printing.picture(job.id);
      if (picture === null) throw new DomainError('not-found');
      return reply.type('image/svg+xml').header('Cache-Control', 'no-store').send(picture);
    },
  );

  async function jobFor({
    params,
    principal,
  }: FastifyRequest<{ Params: { id: string } }>): Promise<PrintJobRow> {
    const job = await store.printJob(params.id);
    const mayAsk = principal.kind !== 'device' || job?.deviceId === principal.device.id;
    if (!job || !mayAsk) throw new DomainError('not-found');
    return job;
  }
};
