import type { ClosedReason, ServiceClosed } from '@jiaohao/shared/contract/hours.ts';
import { instantOf, type ServiceDay } from './service-day.ts';
import type { Settings } from './settings.ts';
import { type DayState, turnOf } from './state.ts';
import type { Turn } from './turn.ts';

const MINUTE = 60_000;
/** A service that gives no number in so many half days has no next opening that anybody could name. */
const HALVES_AHEAD = 60;

type Half = 'morning' | 'afternoon';
type Given = Record<Half, number>;

/** Which services give numbers at one moment, and why the others do not. */
export interface Gate {
  /** Null: a number can be had. */
  closed(serviceId: string): ServiceClosed | null;
}

/**
 * Opening hours, the last number before closing, quotas of the half day, the end of the number range.
 * `opensAt` is the first moment from which none of them stands in the way, as far as it is known today.
 */
export function createGate(state: DayState, settings: Settings, now: number): Gate {
  const { opening, rules } = settings;
  const today = opening.dayAt(now);
  const noons = new Map<string, number>();
  let counted: Map<string, Given> | null = null;

  const noonOf = ({ date }: ServiceDay): number => {
    let noon = noons.get(date);
    if (noon === undefined) {
      noon = instantOf(date, rules.afternoonFrom ?? '12:00', settings.hall.timeZone);
      noons.set(date, noon);
    }
    return noon;
  };
  const halfOf = (at: number, day: ServiceDay): Half => (at < noonOf(day) ? 'morning' : 'afternoon');

  function given(serviceId: string): Given {
    counted ??= countGiven(state, (at) => halfOf(at, today));
    return counted.get(serviceId) ?? { morning: 0, afternoon: 0 };
  }

  /** When numbers are given by the hours alone: until so many minutes before each closing. */
  function* windows(serviceId: string) {
    const minutes = settings.serviceById.get(serviceId)?.lastNumberMinutes ?? rules.lastNumberMinutes ?? 0;
    for (const { from, to } of opening.runs(serviceId, now)) {
      const last = to - minutes * MINUTE;
      if (last > now && last > from) yield { from, to: last };
    }
  }

  function nextStart(serviceId: string, allowed: (date: string, half: Half) => boolean): number | null {
    let halves = 0;
    for (const { from, to } of windows(serviceId)) {
      let at = Math.max(from, now);
      while (at < to) {
        halves += 1;
        if (halves > HALVES_AHEAD) return null;
        const day = opening.dayAt(at);
        const half = halfOf(at, day);
        if (allowed(day.date, half)) return at;
        at = half === 'morning' ? Math.min(noonOf(day), day.endsAt) : day.endsAt;
      }
    }
    return null;
  }

  function closed(serviceId: string): ServiceClosed | null {
    const service = settings.serviceById.get(serviceId);
    const quota = service?.quota;
    const isUsed = (half: Half): boolean => {
      const most = quota?.[half];
      return most !== undefined && given(serviceId)[half] >= most;
    };
    const last = service?.lastNumber;
    const exhausted = last !== undefined && (state.lastCount.get(serviceId) ?? 0) >= last;
    const byHours = whyByHours(serviceId);
    const reason = exhausted
      ? 'exhausted'
      : (byHours ?? (isUsed(halfOf(now, today)) ? ('quota-used' as const) : null));
    if (reason === null) return null;
    const opensAt = nextStart(serviceId, (date, half) =>
      date === today.date ? !exhausted && !isUsed(half) : quota?.[half] !== 0,
    );
    const { occasion } = opening.stateAt(serviceId, now);
    return { reason, opensAt, ...(reason === 'closed-today' && occasion ? { occasion } : {}) };
  }

  function whyByHours(serviceId: string): ClosedReason | null {
    for (const { from } of windows(serviceId)) {
      if (from <= now) return null;
      break;
    }
    const { state: is, opensAt } = opening.stateAt(serviceId, now);
    if (is === 'open') return 'last-number';
    if (is === 'break') return 'break';
    if (opensAt !== null && opensAt < today.endsAt) return 'before-opening';
    for (const { from, to } of opening.runs(serviceId, now)) {
      if (from >= now) break;
      if (to > today.startsAt) return 'after-closing';
    }
    return 'closed-today';
  }

  return { closed };
}

/**
 * Numbers given today by service and half day, for what they were taken: what a transfer makes of one later
 * is no further number. Who gave up has given the number back.
 */
function countGiven(state: DayState, halfOf: (at: number) => Half): Map<string, Given> {
  const counted = new Map<string, Given>();
  for (const { turnIds, issuedAt } of state.tickets.values()) {
    const half = halfOf(issuedAt);
    for (const serviceId of takenFor(turnIds.map((turnId) => turnOf(state, turnId)))) {
      let given = counted.get(serviceId);
      if (!given) {
        given = { morning: 0, afternoon: 0 };
        counted.set(serviceId, given);
      }
      given[half] += 1;
    }
  }
  return counted;
}

function takenFor(turns: readonly Turn[]): Set<string> {
  const services = new Set<string>();
  let moved = false;
  for (const { serviceId, phase } of turns) {
    const ending = phase.state === 'ended' ? phase.ending : null;
    if (!moved && ending !== 'cancelled') services.add(serviceId);
    moved = ending === 'transferred';
  }
  return services;
}
