import { randomUUID } from 'node:crypto';
import {
  PaperNumberBody,
  TicketView as TicketSchema,
  type TicketView,
} from '@jiaohao/shared/contract/ticket.ts';
import { nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { Type } from 'typebox';
import type { Command } from '../../domain/command.ts';
import { DomainError } from '../../domain/errors.ts';
import { addDays, timeOfDay } from '../../domain/service-day.ts';
import { actorOf } from '../../operations/principal.ts';
import { timeOrderedId } from '../../operations/time-ordered-id.ts';
import type { PrintJobRow, Write } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import type { Routes } from '../typed.ts';
import { issuedView, slipOf } from './tickets.ts';

/** How long what was written on a number is kept, days. */
const KEPT_DAYS = 365;

/** Numbers that were written by hand while no machine gave any. */
export const paperNumberRoutes: Routes = (app, hub) => {
  const { operations, secrets } = hub;

  app.post(
    '/api/tickets/paper',
    {
      config: { access: ['hall-manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Enter a number that was written by hand: it stands in line by the time it was written',
        body: PaperNumberBody,
        response: { 201: Type.Object({ ticket: TicketSchema }) },
      },
    },
    async (request, reply) => {
      const { serviceId, takenAt, priority = null, language, print = true, served } = request.body;
      if ((served?.from === undefined) !== (served?.to === undefined))
        throw new DomainError('malformed', { field: 'served' });
      const ticketId = timeOrderedId();
      const ids = { ticketId, turnId: timeOrderedId(), tokenHash: secrets.hash(secrets.slipToken(ticketId)) };
      const text = request.body.mark?.trim() ?? '';
      const markId = text === '' ? null : randomUUID();
      const slips: PrintJobRow[] = [];
      const given = {
        type: 'issue',
        ...ids,
        serviceId,
        priority,
        language: language ?? nearestLanguage(request.headers['accept-language']),
        origin: 'paper',
      } as const;

      /** What the clock on the wall said is a moment of the day in which this is written. */
      function commandOn(today: string): Command {
        const { timeZone, dayStartsAt = '03:00' } = operations.settings().hall;
        const at = (time: string) => timeOfDay(today, time, timeZone, dayStartsAt);
        const { outcome, counterId = null, from, to } = served ?? {};
        const times = from === undefined || to === undefined ? null : { from: at(from), to: at(to) };
        const whenServed = outcome === undefined ? null : { outcome, counterId, times };
        return { ...given, paper: { takenAt: at(takenAt), markId, served: whenServed } };
      }

      const ticket = await operations.execute<TicketView>(
        actorOf(request.principal),
        commandOn(operations.hall().today.date),
        {
          key: requestKey(hub, request),
          inQueue: ({ today }) => {
            // Somebody may have written a name on it.
            const kept = {
              of: 'paper-number',
              text,
              at: operations.now(),
              keepUntil: addDays(today, KEPT_DAYS),
            };
            const writes: Write[] = markId === null ? [] : [{ kind: 'keep-personal', id: markId, ...kept }];
            return { command: commandOn(today), writes };
          },
          printJobs: (decided) => {
            if (print && !served) slips.push(...slipOf(hub, decided, ticketId, request.principal));
            return slips;
          },
          answer: (decided) => issuedView(hub, decided, ticketId, slips[0] ?? null),
        },
      );
      reply.code(201);
      return { ticket };
    },
  );
};
