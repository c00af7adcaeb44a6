import { ScanAnswer, ScanBody } from '@jiaohao/shared/contract/scan.ts';
import { DomainError } from '../../domain/errors.ts';
import { currentTurn } from '../../domain/state.ts';
import { createSlipReader } from '../../operations/scanned-slip.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit } from '../limits.ts';
import type { Routes } from '../typed.ts';
import { withToken } from './tickets.ts';

/** What a scanner on a kiosk or at a counter read. In the body, because addresses are kept in logs. */
export const scanRoutes: Routes = (app, hub) => {
  const { operations, store, secrets, snapshots } = hub;
  const read = createSlipReader({ operations, store, secrets, publicUrl: hub.config.publicUrl });
  const limit = createFailureLimit({ perMinute: 60 });

  app.post(
    '/api/scan',
    {
      config: { access: ['kiosk', 'clerk', 'hall-manager'] },
      schema: {
        tags: ['tickets'],
        summary: 'Where the ticket of a scanned slip stands',
        body: ScanBody,
        response: { 200: ScanAnswer },
      },
    },
    async (request) => {
      await limit.check(request);
      const slip = await read(request.body.code);
      if (slip === null) {
        await limit.failed(request);
        throw new DomainError('unknown-ticket');
      }
      const answer = await operations.write(
        async () => ({ writes: [], answer: answerOf(slip) }),
        requestKey(hub, request),
      );
      const mayHold = request.principal.kind === 'device' && 'ticket' in slip && slip.proven;
      return mayHold && answer.ticket ? { ...answer, ticket: withToken(hub, answer.ticket) } : answer;
    },
  );

  function answerOf(slip: NonNullable<Awaited<ReturnType<typeof read>>>): ScanAnswer {
    const { missedRule } = operations.settings();
    if ('over' in slip) return { ticket: null, counter: null, serviceDay: slip.over, missedRule };
    const { day, ticket } = slip;
    const { phase, counterNumber } = currentTurn(day, ticket);
    const atCounter = phase.state === 'called' || phase.state === 'serving';
    return {
      ticket: snapshots.ticket(day, ticket),
      counter: atCounter ? counterNumber : null,
      serviceDay: day.date,
      missedRule,
    };
  }
};
