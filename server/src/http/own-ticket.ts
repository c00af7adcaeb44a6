import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { currentTurn } from '../domain/state.ts';
import type { Hub } from './hub.ts';

/**
 * Staff may see to any ticket; a kiosk only to one that it shows, and that it gave or whose slip it has read.
 * @throws DomainError `unknown-ticket`, `not-allowed`
 */
export async function mayTouchTicket(
  { operations, presence }: Pick<Hub, 'operations' | 'presence'>,
  { principal }: Pick<FastifyRequest, 'principal'>,
  ticketId: string,
  slipWasRead = false,
): Promise<{ serviceId: string }> {
  const found = await operations.findTicket(ticketId);
  if (!found) throw new DomainError('unknown-ticket');
  if (principal.kind === 'device') {
    const own = slipWasRead || found.ticket.deviceId === principal.device.id;
    if (!own || !presence.isShowing(principal.device.id, ticketId)) throw new DomainError('not-allowed');
  }
  return { serviceId: currentTurn(found.day, found.ticket).serviceId };
}
