import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import { keptUntil, opensAt } from '../domain/appointments/arrival.ts';
import type { Appointment } from '../domain/appointments/book.ts';
import { appointmentRules } from '../domain/appointments/rules.ts';
import { dayOfCounter, type Hall } from '../domain/hall.ts';
import { headStartMs } from '../domain/queue-policy.ts';
import { linesOf } from '../domain/queues.ts';
import { refusalReasonsOf } from '../domain/refusal-reasons.ts';
import { profileOf, type Settings } from '../domain/settings.ts';
import { counterOf, type DayState, ticketOf, turnOf } from '../domain/state.ts';
import type { Turn } from '../domain/turn.ts';
import type { StoredOutcomePaper, StoredPaper } from '../printing/paper.ts';
import type { PrintJobRow } from '../store/port.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** Where a paper comes out, and for whom. */
export interface PaperPlace {
  printerId: string;
  /** The kiosk that asks; null: staff do. */
  deviceId: string | null;
  /** The service day. */
  date: string;
  now: number;
  ticketId?: string;
  copy?: number;
}

/** A job to be committed. What the paper says is fixed now, whatever changes before it prints. */
export function newJob({ kind, ...content }: StoredPaper, place: PaperPlace): PrintJobRow {
  const { printerId, deviceId, date, now, ticketId = null, copy = 0 } = place;
  return {
    id: timeOrderedId(),
    kind,
    ticketId,
    serviceDay: date,
    printerId,
    deviceId,
    copy,
    content: JSON.stringify(content),
    state: 'queued',
    reason: null,
    attempts: 0,
    createdAt: now,
    changedAt: now,
  };
}

/** The same paper once more, where it is wanted now. */
export function jobAgain(before: PrintJobRow, printerId: string, now: number): PrintJobRow {
  return {
    ...before,
    id: timeOrderedId(),
    printerId,
    copy: before.copy + 1,
    state: 'queued',
    reason: null,
    attempts: 0,
    createdAt: now,
    changedAt: now,
  };
}

type ListPaper = Extract<StoredPaper, { kind: 'waiting-list' }>;

/** Everybody who waits now, by service in the order of its queue, and who is at which counter. For a power cut. */
export function newWaitingListJob(
  hall: Hall,
  settings: Settings,
  language: string,
  place: Omit<PaperPlace, 'date'>,
): PrintJobRow {
  const { today } = hall;
  const content: ListPaper = {
    kind: 'waiting-list',
    hallName: settings.hall.name,
    printedAt: place.now,
    timeZone: settings.hall.timeZone,
    language,
    profile: profileOf(settings),
    atCounters: atCounters(hall, settings),
    services: settings.services
      .map(({ id, letter, name }) => ({ letter, name, waiting: waitingFor(today, settings, id) }))
      .filter(({ waiting }) => waiting.length > 0),
  };
  return newJob(content, { ...place, date: today.date });
}

function atCounters(hall: Hall, settings: Settings): ListPaper['atCounters'] {
  return settings.counters
    .flatMap(({ id, number: counter }) => {
      const day = dayOfCounter(hall, id);
      const turnId = counterOf(day, id).open?.turnId;
      return turnId ? [{ counter, number: ticketOf(day, turnOf(day, turnId).ticketId).number }] : [];
    })
    .sort((a, b) => a.counter - b.counter);
}

/** Whom a person put first, then by effective age, as the queue policy calls them where nothing else weighs. */
function waitingFor(
  day: DayState,
  settings: Settings,
  serviceId: string,
): ListPaper['services'][number]['waiting'] {
  return [...linesOf(day.queues, serviceId)]
    .flatMap(({ places }) => places.map(({ turnId }) => turnOf(day, turnId)))
    .map((turn) => ({ turn, order: turn.orderAt - (turn.first ? 0 : headStartMs(settings, turn.priority)) }))
    .sort(
      (a, b) =>
        Number(b.turn.first) - Number(a.turn.first) || a.order - b.order || a.turn.orderSeq - b.turn.orderSeq,
    )
    .map(({ turn }) => ({
      number: ticketOf(day, turn.ticketId).number,
      queuedAt: turn.queuedAt,
      priorityName: turn.priority === null ? undefined : settings.priorityById.get(turn.priority)?.name,
    }));
}

/** What somebody takes home who booked; its code is added as it prints. */
export function newAppointmentJob(
  settings: Settings,
  appointment: Appointment,
  language: string,
  place: PaperPlace,
): PrintJobRow {
  const { id: appointmentId, serviceId, serviceName, slotAt, slotUntil } = appointment;
  const { name: hallName, timeZone, complaintPhone } = settings.hall;
  const guide = settings.guideById.get(serviceId);
  return newJob(
    {
      kind: 'appointment',
      appointmentId,
      hallName,
      serviceName,
      slotAt,
      slotUntil,
      opensAt: opensAt(settings, appointment),
      keptUntil: keptUntil(settings, appointment),
      afterLate: appointmentRules(settings).afterLate,
      bring: guide?.bring ?? [],
      form: guide?.form ?? undefined,
      where: guide?.where ?? undefined,
      printedAt: place.now,
      timeZone,
      complaintPhone,
      language,
      profile: profileOf(settings),
    },
    place,
  );
}

/** A service's guide, as it is now. */
export function newGuideJob(
  settings: Settings,
  guide: GuideView,
  language: string,
  place: PaperPlace,
): PrintJobRow {
  const { name, timeZone } = settings.hall;
  const profile = profileOf(settings);
  return newJob(
    { kind: 'guide', hallName: name, guide, printedAt: place.now, timeZone, language, profile },
    place,
  );
}

/**
 * What the customer of a turn that just ended takes home; null where its outcome says nothing to print.
 * What the clerk wrote is only named here: the text stands in the erasable table.
 */
export function newOutcomeJob(
  day: DayState,
  settings: Settings,
  turn: Turn,
  place: Omit<PaperPlace, 'date' | 'ticketId'>,
): PrintJobRow | null {
  const paper = outcomePaper(day, settings, turn, place.now);
  return paper && newJob(paper, { ...place, date: day.date, ticketId: turn.ticketId });
}

function outcomePaper(day: DayState, settings: Settings, turn: Turn, now: number): StoredOutcomePaper | null {
  const { phase, details, serviceId } = turn;
  if (phase.state !== 'ended' || details === null) return null;
  const guide = settings.guideById.get(serviceId);
  const ticket = ticketOf(day, turn.ticketId);
  const common = {
    hallName: settings.hall.name,
    number: ticket.number,
    serviceName: turn.held.serviceName,
    counter: turn.counterNumber,
    at: now,
    timeZone: settings.hall.timeZone,
    language: ticket.language,
    profile: profileOf(settings),
    noteId: details.noteId,
    responsible: guide?.responsible ?? undefined,
    complaintPhone: guide?.complaintPhone ?? undefined,
  };
  switch (phase.outcome) {
    case 'materials-missing': {
      const missing = guide?.materials.filter(({ id }) => details.missing?.includes(id)) ?? [];
      return { kind: 'materials', ...common, missing };
    }
    case 'refused': {
      const reason = refusalReasonsOf(settings.rules).find(({ id }) => id === details.reason);
      if (!reason) return null;
      const { name, sentence } = reason;
      return { kind: 'refusal', ...common, reason: name, sentence, basis: guide?.basis ?? [] };
    }
    case 'referred': {
      const { to, id } = details.referredTo ?? {};
      const office = to === 'office' ? (guide?.elsewhere.find((each) => each.id === id) ?? null) : null;
      const service = to === 'service' ? (settings.serviceById.get(id ?? '')?.name ?? null) : null;
      return office || service ? { kind: 'referral', ...common, office, service } : null;
    }
    default:
      return null;
  }
}
