import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { aheadOf, createEstimator } from '../estimate.ts';
import { reasonsOffered } from '../rating-reasons.ts';
import { phoneRating } from '../rating-windows.ts';
import { profileOf, type Settings } from '../settings.ts';
import { currentTurn, type DayState, plannedOf, servedOf, type Ticket, turnOf } from '../state.ts';
import { voidReason } from '../void-reasons.ts';

/** What the holder of a slip sees: their own place, and nothing about anybody else. */
export function phoneView(
  day: DayState,
  settings: Settings,
  ticket: Ticket,
  { build, now }: { build: string; now: number },
): PhoneView {
  const turn = currentTurn(day, ticket);
  const { phase } = turn;
  const waits = phase.state === 'waiting' && !day.ended;
  const guide = settings.guideById.get(turn.serviceId);
  const served = servedOf(day, ticket).map((each) => ({
    turnId: each.id,
    serviceName: each.held.serviceName,
    counter: each.counterNumber,
    rating: phoneRating(each, now),
  }));
  const atCounter = phase.state === 'called' || phase.state === 'serving';
  return {
    build,
    now,
    hallName: settings.hall.name,
    languages: settings.hall.languages,
    profile: profileOf(settings),
    timeZone: settings.hall.timeZone,
    number: ticket.number,
    language: ticket.language,
    serviceName: turn.held.serviceName,
    issuedAt: ticket.issuedAt,
    status: phase.state,
    ending: phase.state === 'ended' ? phase.ending : null,
    endReason:
      phase.state === 'ended' && phase.reason ? voidReason(settings, phase.reason)?.sentence : undefined,
    ahead: aheadOf(day, settings, turn),
    estimate: waits ? createEstimator(day, settings, now).forTurn(turn) : null,
    counter: atCounter ? turn.counterNumber : null,
    calledAt: turn.calledAt,
    turnId: turn.id,
    canCancel: !day.ended && ['waiting', 'missed', 'parked'].includes(phase.state),
    rating: phoneRating(turn, now),
    served,
    bring: guide?.bring ?? [],
    form: guide?.form ?? undefined,
    where: guide?.where ?? undefined,
    guideVersion: guide?.version,
    ratingReasons: served.some(({ rating }) => rating !== 'closed') ? reasonsOffered(settings) : null,
    missedRule: settings.missedRule,
    came: cameFrom(day, ticket),
    forCounter:
      phase.state === 'waiting' ? (settings.counterById.get(turn.forCounter ?? '')?.number ?? null) : null,
    parkedUntil: phase.state === 'parked' ? phase.until : null,
    further: phase.state === 'ended' ? [] : plannedOf(day, ticket).map(({ held }) => held.serviceName),
  };
}

/** By the way the turn before this one ended. */
function cameFrom(day: DayState, ticket: Ticket): PhoneView['came'] {
  const turns = ticket.turnIds.map((turnId) => turnOf(day, turnId));
  const before = turns[turns.findIndex(({ phase }) => phase.state !== 'ended') - 1];
  if (before?.phase.state !== 'ended') return undefined;
  if (before.phase.ending === 'transferred') return 'transferred';
  return before.phase.ending === 'served' ? 'follows' : undefined;
}
