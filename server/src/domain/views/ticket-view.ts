import type { PrintView, TicketView, TurnView } from '@jiaohao/shared/contract/ticket.ts';
import { aheadOf, type Estimator } from '../estimate.ts';
import type { Settings } from '../settings.ts';
import { begunOf, currentTurn, type DayState, plannedOf, type Ticket } from '../state.ts';
import type { Turn } from '../turn.ts';

/** A ticket as the API shows it. Without its token: that is the slip's alone. */
export function ticketView(
  state: DayState,
  settings: Settings,
  ticket: Ticket,
  estimator: Estimator,
  print: PrintView,
): TicketView {
  const turn = currentTurn(state, ticket);
  return {
    id: ticket.id,
    number: ticket.number,
    turnId: turn.id,
    serviceId: turn.serviceId,
    serviceName: turn.held.serviceName,
    status: turn.phase.state,
    ending: turn.phase.state === 'ended' ? turn.phase.ending : null,
    outcome: turn.phase.state === 'ended' ? turn.phase.outcome : null,
    issuedAt: ticket.issuedAt,
    priority: turn.priority,
    language: ticket.language,
    told: ticket.told,
    ahead: aheadOf(state, settings, turn),
    estimate: turn.phase.state === 'waiting' ? estimator.forTurn(turn) : null,
    turns: [...begunOf(state, ticket), ...(turn.phase.state === 'ended' ? [] : plannedOf(state, ticket))].map(
      turnView,
    ),
    backTo: turn.backTo && (settings.counterById.get(turn.backTo.counterId)?.number ?? null),
    print,
  };
}

function turnView(turn: Turn): TurnView {
  const { phase } = turn;
  return {
    id: turn.id,
    serviceId: turn.serviceId,
    serviceName: turn.held.serviceName,
    state: phase.state,
    queuedAt: turn.queuedAt,
    calledAt: turn.calledAt,
    startedAt: turn.startedAt,
    endedAt: turn.endedAt,
    calls: turn.calls,
    counterId: turn.counterId,
    ending: phase.state === 'ended' ? phase.ending : null,
    outcome: phase.state === 'ended' ? phase.outcome : null,
    details: turn.details ?? undefined,
  };
}
