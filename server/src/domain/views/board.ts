import type { Zone } from '@jiaohao/shared/contract/hall.ts';
import type { Board, CallEntry } from '@jiaohao/shared/contract/screens.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { voidNotices } from '../decide-void.ts';
import { createEstimator } from '../estimate.ts';
import { dayOfCounter, type Hall } from '../hall.ts';
import { noticesAt } from '../notices.ts';
import { waitingCount } from '../queues.ts';
import { profileOf, type Settings } from '../settings.ts';
import { type CallRecord, counterOf, currentTurn, type DayState, ticketOf, turnOf } from '../state.ts';
import { isInZone } from '../zones.ts';
import type { Frame } from './frame.ts';

/** Most calls a board holds: the one being spoken, the last eight, and a margin for a backlog. */
const BOARD_CALLS = 12;
const MISSED_SHOWN = 12;

export type AudioUrls = (number: string, counter: number) => CallEntry['audio'];

/** What a hall screen shows: numbers and counters, never a person. */
export function boardOf(
  hall: Hall,
  settings: Settings,
  frame: Frame,
  issuing: boolean,
  audio: AudioUrls,
  zone: Zone | null = null,
): Board {
  const { today } = hall;
  const isHere = (turnId: string) => isInZone(zone, turnOf(today, turnId).counterId);
  const estimator = createEstimator(today, settings, frame.now);
  return {
    ...frame,
    hallName: settings.hall.name,
    languages: settings.hall.languages,
    profile: profileOf(settings),
    timeZone: settings.hall.timeZone,
    complaintPhone: settings.hall.complaintPhone ?? null,
    issuing,
    zone: zone && { id: zone.id, name: zone.name },
    calls: today.calls
      .filter((call) => isShown(today, call) && isHere(call.turnId))
      .slice(-BOARD_CALLS)
      .reverse()
      .map((call) => callEntry(today, call, audio)),
    waiting: settings.services
      .filter((service) => !service.archived && isServedIn(settings, zone, service.id))
      .map((service) => ({
        serviceId: service.id,
        groupId: service.groupId,
        letter: service.letter,
        name: service.name,
        waiting: waitingCount(today.queues, service.id),
        estimate: estimator.forNew(service.id),
        state: serviceState(hall, settings, service.id),
      })),
    counters: settings.counters
      .filter((counter) => !counter.archived && isInZone(zone, counter.id))
      .map((counter) => {
        const day = dayOfCounter(hall, counter.id);
        const { open } = counterOf(day, counter.id);
        return {
          number: counter.number,
          state: open === null ? ('closed' as const) : open.pause ? ('paused' as const) : ('open' as const),
          pauseReason: pauseSentence(settings, open?.pause?.reason),
          ticket: open?.turnId ? ticketOf(day, turnOf(day, open.turnId).ticketId).number : null,
        };
      })
      .sort((a, b) => a.number - b.number),
    missed: today.missed
      .filter(isHere)
      .slice(-MISSED_SHOWN)
      .map((turnId) => ticketOf(today, turnOf(today, turnId).ticketId).number),
    missedRule: settings.missedRule,
    notices: [...voidNotices(today, settings, frame.now), ...noticesAt(settings, frame.now, zone)],
    open: settings.opening.isLimited(null) ? settings.opening.stateAt(null, frame.now) : undefined,
    voice: { order: settings.rules.voice.order, volume: settings.rules.voice.volume },
  };
}

/** Whether a zone has a counter for a service, its own or a helping one. */
const isServedIn = (settings: Settings, zone: Zone | null, serviceId: string): boolean =>
  zone === null ||
  (settings.countersOf.get(serviceId) ?? []).some(({ counterId }) => isInZone(zone, counterId));

/** A call stays on the board until its ticket is missed or given up. */
function isShown(day: DayState, call: CallRecord): boolean {
  const { phase } = currentTurn(day, ticketOf(day, call.ticketId));
  if (phase.state === 'ended') return phase.ending === 'served';
  return phase.state === 'called' || phase.state === 'serving';
}

/** One invitation, as the `call` event pushes it and `board.calls` keeps it. */
export function callEntry(day: DayState, call: CallRecord, audio: AudioUrls): CallEntry {
  const { number } = ticketOf(day, call.ticketId);
  return {
    id: call.callId,
    turnId: call.turnId,
    number,
    counter: call.counterNumber,
    at: call.at,
    recall: call.recall,
    audio: audio(number, call.counterNumber),
  };
}

function serviceState(hall: Hall, settings: Settings, serviceId: string): 'open' | 'paused' | 'closed' {
  let paused = false;
  for (const { counterId } of settings.countersOf.get(serviceId) ?? []) {
    const { open } = counterOf(dayOfCounter(hall, counterId), counterId);
    if (open && !open.pause) return 'open';
    if (open) paused = true;
  }
  return paused ? 'paused' : 'closed';
}

export function pauseSentence(settings: Settings, reason: string | undefined): Localized | null {
  return settings.rules.pauseReasons.find(({ id }) => id === reason)?.sentence ?? null;
}
