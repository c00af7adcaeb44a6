import type { Service } from '@jiaohao/shared/contract/hall.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { AppointmentBook } from '../appointments/book.ts';
import { APPOINTMENT_CLASS, servicesByAppointment } from '../appointments/rules.ts';
import { countsOf } from '../appointments/views.ts';
import { gapsNow } from '../coverage-gaps.ts';
import { announcementPresets, emergencyMessages } from '../emergency-messages.ts';
import { dayOfCounter, type Hall } from '../hall.ts';
import { linesOf, waitingCount } from '../queues.ts';
import { profileOf, type Settings } from '../settings.ts';
import { counterOf, type DayState, serviceBeganAt, ticketOf, turnOf } from '../state.ts';
import { voidReasons } from '../void-reasons.ts';
import { emergencyOf } from './announced.ts';
import type { Frame } from './frame.ts';

export interface HallSurroundings {
  personName(id: string): string | null;
  padConnected(counterId: string): boolean;
  devices: HallView['devices'];
  alerts: HallView['alerts'];
  announcements?: HallView['announcements'];
  /** Today's appointments. */
  appointments: AppointmentBook;
}

/** The hall as managers see it now. */
export function hallView(hall: Hall, settings: Settings, frame: Frame, around: HallSurroundings): HallView {
  const { today } = hall;
  const queues = settings.services
    .filter((service) => !service.archived)
    .map((service) => {
      const limit = service.targetWaitMinutes * 60_000;
      let oldestQueuedAt: number | null = null;
      let late = 0;
      for (const { places } of linesOf(today.queues, service.id)) {
        for (const { turnId } of places) {
          const { queuedAt } = turnOf(today, turnId);
          if (oldestQueuedAt === null || queuedAt < oldestQueuedAt) oldestQueuedAt = queuedAt;
          if (frame.now - queuedAt > limit) late += 1;
        }
      }
      return {
        serviceId: service.id,
        letter: service.letter,
        name: service.name,
        waiting: waitingCount(today.queues, service.id),
        oldestQueuedAt,
        late,
      };
    });
  return {
    ...frame,
    hallName: settings.hall.name,
    languages: settings.hall.languages,
    profile: profileOf(settings),
    timeZone: settings.hall.timeZone,
    serviceDay: today.date,
    emergency: emergencyOf(today),
    emergencies: emergencyMessages(settings).map(({ id, name, sentence }) => ({ id, name, sentence })),
    outages: today.outages.map(({ from, to }) => ({ from, to })),
    announcements: around.announcements,
    announcementPresets: announcementPresets(settings).map(({ id, text }) => ({ id, text })),
    waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
    served: today.served,
    outcomes: outcomesOf(today),
    appointments:
      servicesByAppointment(settings).length > 0 ? countsOf(around.appointments, frame.now) : undefined,
    counters: settings.counters
      .filter((counter) => !counter.archived)
      .map((counter) => counterLine(hall, settings, counter.id, counter.number, around))
      .sort((a, b) => a.number - b.number),
    queues,
    gaps: gapsNow(today, settings, frame.now).map(({ serviceId, since, waiting, alertAt, main, backup }) => {
      const numbers = (ids: readonly string[]) =>
        ids.map((id) => settings.counterById.get(id)?.number ?? 0).sort((a, b) => a - b);
      const { letter, name } = settings.serviceById.get(serviceId) as Service;
      return {
        serviceId,
        letter,
        name,
        since,
        waiting,
        alertAt,
        main: numbers(main),
        backup: numbers(backup),
      };
    }),
    voidReasons: voidReasons(settings).map(({ id, name }) => ({ id, name })),
    priorityClasses: settings.rules.priorityClasses.map(({ id, name, document }) => ({
      id,
      name,
      document,
      byBooking: id === APPOINTMENT_CLASS || undefined,
    })),
    priorityReasons: [...settings.priorityReasons],
    devices: around.devices,
    alerts: around.alerts,
  };
}

/** From the turns as they stand, so that a finish that was undone is not in it. */
function outcomesOf(day: DayState): NonNullable<HallView['outcomes']> {
  const counts = { done: 0, accepted: 0, 'materials-missing': 0, refused: 0, referred: 0 };
  for (const { phase } of day.turns.values()) {
    if (phase.state === 'ended' && phase.outcome !== null) counts[phase.outcome] += 1;
  }
  return counts;
}

function counterLine(
  hall: Hall,
  settings: Settings,
  counterId: string,
  number: number,
  around: HallSurroundings,
): HallView['counters'][number] {
  const day = dayOfCounter(hall, counterId);
  const { open } = counterOf(day, counterId);
  const turn = open?.turnId ? turnOf(day, open.turnId) : null;
  return {
    id: counterId,
    number,
    state: open === null ? 'closed' : open.pause ? 'paused' : 'open',
    since: open?.pause?.since ?? open?.since ?? null,
    clerkName: open ? around.personName(open.clerkId) : null,
    ticket: turn ? ticketOf(day, turn.ticketId).number : null,
    ticketState: turn?.phase.state ?? null,
    ticketSince: turn ? serviceBeganAt(turn) : null,
    // By its name: the sentence is the customers'.
    pauseReason: settings.rules.pauseReasons.find(({ id }) => id === open?.pause?.reason)?.name ?? null,
    pad: around.padConnected(counterId),
  };
}
