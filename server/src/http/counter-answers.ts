import { CounterView } from '@jiaohao/shared/contract/screens.ts';
import { PrintView, TicketView as TicketSchema, type TicketView } from '@jiaohao/shared/contract/ticket.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Command } from '../domain/command.ts';
import { turnInHand } from '../domain/decide-service.ts';
import { DomainError } from '../domain/errors.ts';
import { dayOfCounter, daysAtHand, type Hall } from '../domain/hall.ts';
import { ticketOf, turnOf } from '../domain/state.ts';
import { terminalView } from '../domain/views/counter-view.ts';
import { newOutcomeJob } from '../operations/papers.ts';
import { actorOf } from '../operations/principal.ts';
import type { Decided } from '../operations.ts';
import type { PrintJobRow, Write } from '../store/port.ts';
import type { Hub } from './hub.ts';
import { requestKey } from './idempotency.ts';

/** `paper`: what the customer takes home for this outcome, where something is printed. */
export const TicketAnswer = Type.Object({ ticket: TicketSchema, paper: Type.Optional(PrintView) });
export const CounterAnswer = Type.Object({ counter: CounterView, paper: Type.Optional(PrintView) });

/** A ticket of a day at hand, as it stands in what is about to be committed. */
export function ticketIn({ snapshots }: Hub, hall: Hall, ticketId: string): TicketView {
  const day = daysAtHand(hall).find((each) => each.tickets.has(ticketId));
  if (!day) throw new DomainError('unknown-ticket');
  return snapshots.ticket(day, ticketOf(day, ticketId));
}

type Moved = FastifyRequest<{ Params: { id: string } }>;

/** How moves at a counter are carried out and answered. */
export function createCounterAnswers(hub: Hub) {
  const { operations, snapshots } = hub;

  /** A move at a counter that answers with the counter as it then is. */
  async function move(request: Moved, command: Command, writes?: Write[]) {
    const printed = createPrinted();
    return operations.execute(actorOf(request.principal), command, {
      key: requestKey(hub, request),
      writes,
      printJobs: printed.jobs,
      answer: ({ hall }) => ({ ...moved(request.params.id, hall), ...printed.answer() }),
    });
  }

  /** The counter as it stands in what is about to be committed. */
  function moved(counterId: string, hall: Hall) {
    const counter = snapshots.counter(counterId, hall);
    if (!counter) throw new DomainError('unknown-counter');
    return { counter: terminalView(counter) };
  }

  /** A move that is about one ticket and answers with it. */
  async function serve(
    request: Moved,
    command: Command,
    writes?: Write[],
  ): Promise<{ ticket: TicketView; paper?: PrintView }> {
    const { id } = request.params;
    const printed = createPrinted();
    return operations.execute(actorOf(request.principal), command, {
      key: requestKey(hub, request),
      writes,
      printJobs: printed.jobs,
      answer: (decided) => ({ ticket: ticketMoved(decided, id), ...printed.answer() }),
    });
  }

  /** What is done to somebody who waits, and is answered with their ticket. */
  async function moveTicket(
    request: Moved,
    command: Extract<Command, { type: 'move-ticket' | 'prioritise' }>,
    writes?: Write[],
  ): Promise<{ ticket: TicketView }> {
    const { ticketId } = command;
    return operations.execute(actorOf(request.principal), command, {
      key: requestKey(hub, request),
      ticketId,
      writes,
      answer: ({ hall }) => ({ ticket: ticketIn(hub, hall, ticketId) }),
    });
  }

  /** The ticket that the last event of the command speaks of. */
  function ticketMoved({ hall, events }: Decided, counterId: string): TicketView {
    for (const event of events.toReversed()) {
      const turnId = 'turnId' in event.data ? event.data.turnId : undefined;
      const day = daysAtHand(hall).find((each) => turnId !== undefined && each.turns.has(turnId));
      if (day && turnId !== undefined) return ticketIn(hub, hall, turnOf(day, turnId).ticketId);
    }
    const day = dayOfCounter(hall, counterId);
    const turn = turnInHand(day, counterId);
    if (!turn) throw new DomainError('no-ticket-in-hand');
    return ticketIn(hub, hall, turn.ticketId);
  }

  /** What leaves the printer with a command, and how its answer tells of it. */
  function createPrinted() {
    let paper: PrintJobRow | undefined;
    return {
      jobs(decided: Decided): PrintJobRow[] {
        const papers = papersFor(decided);
        [paper] = papers;
        return papers;
      },
      answer: (): { paper?: PrintView } => (paper ? { paper: hub.printing.viewOf(paper) } : {}),
    };
  }

  /** What the customer takes home whose turn this command ended, at the counter where it did. */
  function papersFor({ hall, settings, now, events }: Decided): PrintJobRow[] {
    return events.flatMap((event) => {
      if (event.type !== 'turn-finished') return [];
      const { turnId } = event.data;
      const day = daysAtHand(hall).find((each) => each.turns.has(turnId));
      const turn = day && turnOf(day, turnId);
      const printerId = turn && hub.printing.printerAt(turn.counterId ?? '');
      if (!day || !turn || printerId === undefined) return [];
      const job = newOutcomeJob(day, settings, turn, { printerId, deviceId: null, now });
      return job ? [job] : [];
    });
  }

  return { move, moved, serve, moveTicket };
}
