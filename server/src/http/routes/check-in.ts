import { parseAppointmentCode } from '@jiaohao/shared/contract/appointment-code.ts';
import { FindBody, FoundAnswer } from '@jiaohao/shared/contract/appointments.ts';
import { maskPhone, parsePhone } from '@jiaohao/shared/contract/phone-number.ts';
import type { FastifyRequest } from 'fastify';
import { foundView } from '../../domain/appointments/views.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Found } from '../../operations/appointment-desk.ts';
import { createNamedFailureLimit } from '../limits.ts';
import type { Routes } from '../typed.ts';

/** What somebody typed at a kiosk to be known by. */
type Words = { code?: string; phone?: string };

/**
 * Checking in at a kiosk, by the whole code or the whole phone number. Whether a number has an appointment
 * is for its owner to know: failures are counted by kiosk and by what was typed, whatever is unknown gets
 * one and the same answer after the same work, and nothing of anybody else is ever in an answer.
 */
export const checkInRoutes: Routes = (app, hub) => {
  const { operations, appointmentDesk: desk, secrets } = hub;
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
