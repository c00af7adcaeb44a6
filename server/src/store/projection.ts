import type { Appointment } from '../domain/appointments/book.ts';
import type { DayEvent, Envelope } from '../domain/event.ts';
import { counterOf, type DayState, ticketOf, turnOf } from '../domain/state.ts';
import type { Turn } from '../domain/turn.ts';

/** What a batch of events changes in the read models. Rows are whole: the last one of a turn stands. */
export interface RowChanges {
  tickets: TicketRow[];
  turns: TurnRow[];
  intervals: IntervalChange[];
  presses: PressRow[];
  appointments?: AppointmentRow[];
  /** What was said of the press that counts, after it. */
  explanations?: ExplanationRow[];
  /** Turns that were taken back before anything happened to them: they have no row. */
  gone: string[];
}

/** An appointment as it stands in its day. */
export interface AppointmentRow {
  serviceDay: string;
  appointment: Appointment;
}

export interface TicketRow {
  ticketId: string;
  serviceDay: string;
  number: string;
  tokenHash: string;
}

export interface TurnRow {
  serviceDay: string;
  number: string;
  origin: string;
  turn: Turn;
}

export type IntervalChange =
  | {
      op: 'begin';
      id: string;
      serviceDay: string;
      counterId: string;
      clerkId: string;
      kind: 'open' | 'paused';
      reason: string | null;
      at: number;
    }
  | { op: 'end'; serviceDay: string; counterId: string; kind: 'paused' | 'all'; at: number };

export interface PressRow {
  id: string;
  serviceDay: string;
  turnId: string;
  level: number;
  reasons: string[];
  source: string;
  at: number;
  effective: boolean;
  doubt: string | null;
  /** Null for presses from before reasons had lists. */
  reasonsVersion: number | null;
  commentId: string | null;
}

export interface ExplanationRow {
  turnId: string;
  reasons: string[];
  reasonsVersion: number;
  commentId: string | null;
}

/** How far a projection has come. */
export interface ProjectionMark {
  tickets: number;
  touched: number;
  intervals: number;
  presses: number;
  explanations: number;
}

/**
 * Gathers, event by event, what the read models need. Call `add` right after the event was folded into
 * `day`, before the next one is: then the rows do not depend on which events share a commit.
 */
export function createProjection() {
  const tickets: TicketRow[] = [];
  const touched: { turnId: string; date: string }[] = [];
  const intervals: IntervalChange[] = [];
  const presses: PressRow[] = [];
  const explanations: ExplanationRow[] = [];

  function add(day: DayState, envelope: Envelope<DayEvent>): void {
    const { event, occurredAt: at, id } = envelope;
    if ('turnId' in event.data) touched.push({ turnId: event.data.turnId, date: day.date });
    if (event.type === 'turn-undone' && event.data.follower !== null)
      touched.push({ turnId: event.data.follower, date: day.date });
    const serviceDay = day.date;
    switch (event.type) {
      case 'ticket-issued':
        tickets.push({
          ticketId: event.data.ticketId,
          serviceDay,
          number: event.data.number,
          tokenHash: event.data.tokenHash,
        });
        return;
      case 'rating-pressed': {
        const { doubt = null, reasonsVersion = null, ...press } = event.data;
        presses.push({ id, serviceDay, at, ...press, doubt, reasonsVersion });
        return;
      }
      case 'rating-explained':
        explanations.push(event.data);
        return;
      case 'counter-opened':
        intervals.push({ op: 'begin', id, serviceDay, ...event.data, kind: 'open', reason: null, at });
        return;
      case 'counter-paused': {
        const { counterId, reason } = event.data;
        const clerkId = counterOf(day, counterId).open?.clerkId ?? '';
        intervals.push({ op: 'begin', id, serviceDay, counterId, clerkId, kind: 'paused', reason, at });
        return;
      }
      case 'counter-resumed':
        intervals.push({ op: 'end', serviceDay, counterId: event.data.counterId, kind: 'paused', at });
        return;
      case 'counter-closed':
        intervals.push({ op: 'end', serviceDay, counterId: event.data.counterId, kind: 'all', at });
        return;
      case 'counter-relieved': {
        const { counterId, clerkId } = event.data;
        const turnId = counterOf(day, counterId).open?.turnId ?? null;
        if (turnId !== null) touched.push({ turnId, date: day.date });
        intervals.push({ op: 'end', serviceDay, counterId, kind: 'all', at });
        const begin = { op: 'begin', id, serviceDay, counterId, clerkId, at } as const;
        intervals.push({ ...begin, kind: 'open', reason: null });
        return;
      }
      case 'turn-finished':
      case 'turn-expired': {
        const { counterId } = turnOf(day, event.data.turnId);
        if (day.ended && counterId !== null)
          intervals.push({ op: 'end', serviceDay, counterId, kind: 'all', at });
        return;
      }
      case 'outage-recorded':
        for (const { id: turnId, phase, metOutage } of day.turns.values())
          if (metOutage.length > 0 && phase.state !== 'ended') touched.push({ turnId, date: serviceDay });
        return;
      case 'day-started':
        for (const { counterId, clerkId, pause } of event.data.carried) {
          const begin = { op: 'begin', serviceDay, counterId, clerkId, at } as const;
          intervals.push({ ...begin, id: `${id}:${counterId}`, kind: 'open', reason: null });
          if (pause)
            intervals.push({ ...begin, id: `${id}:${counterId}:p`, kind: 'paused', reason: pause.reason });
        }
        return;
      case 'day-ended':
        for (const [counterId, counter] of day.counters) {
          if (counter.open === null)
            intervals.push({ op: 'end', serviceDay, counterId, kind: 'all', at: day.endsAt });
        }
        return;
      default:
        return;
    }
  }

  /** The rows; those of turns as they stand now in their days. */
  function changes(dayOf: (date: string) => DayState): RowChanges {
    const last = new Map(touched.map(({ turnId, date }) => [turnId, date]));
    const turns: TurnRow[] = [];
    const gone: string[] = [];
    for (const [turnId, date] of last) {
      const day = dayOf(date);
      const turn = day.turns.get(turnId);
      // What is only planned has not been queued: no figure speaks of it.
      if (!turn || turn.phase.state === 'planned') {
        gone.push(turnId);
        continue;
      }
      const { number, origin } = ticketOf(day, turn.ticketId);
      turns.push({ serviceDay: date, number, origin, turn });
    }
    return { tickets, turns, intervals, presses, gone, explanations };
  }

  const mark = (): ProjectionMark => ({
    tickets: tickets.length,
    touched: touched.length,
    intervals: intervals.length,
    presses: presses.length,
    explanations: explanations.length,
  });

  /** Forgets what was added since. */
  function rollback(to: ProjectionMark): void {
    tickets.length = to.tickets;
    touched.length = to.touched;
    intervals.length = to.intervals;
    presses.length = to.presses;
    explanations.length = to.explanations;
  }

  return { add, changes, mark, rollback };
}
