import type { Estimate } from '@jiaohao/shared/contract/ticket.ts';
import { postsOf } from './coverage.ts';
import { backupHasJoined, headStartMs } from './queue-policy.ts';
import { countBefore, waitingCount } from './queues.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState } from './state.ts';
import type { Turn } from './turn.ts';
import { type LikelyMoment, workedOff } from './working-time.ts';

const MINUTE = 60_000;
/** Times by the clock are told in these steps. */
const CLOCK_STEP_MS = 5 * MINUTE;

/** Counters that are open and take a service now: those at work, or those that pause. */
function openCountersOf(
  state: DayState,
  settings: Settings,
  serviceId: string,
  now: number,
  paused = false,
): string[] {
  const backups = backupHasJoined(state, settings, serviceId, now)
    ? postsOf(settings, serviceId, 'backup')
    : [];
  return [...postsOf(settings, serviceId, 'main'), ...backups].filter((counterId) => {
    const { open } = counterOf(state, counterId);
    return open !== null && (open.pause !== null) === paused;
  });
}

export interface Estimator {
  /** Likely wait of a new ticket of this service. */
  forNew(serviceId: string): Estimate;
  /** Likely wait of a waiting turn. */
  forTurn(turn: Turn): Estimate;
}

/**
 * Likely waits at one moment. Work before a ticket is shared by the open counters that take its service:
 * for each service that those counters also take, the tickets that would be called earlier × its recent
 * mean handling × the share of its counters that are among them. The range is that ± a quarter, longer by
 * the breaks that lie in it. In a break, counters that pause are taken to go on after it. Null where no
 * counter is open: then nothing honest can be said.
 */
export function createEstimator(state: DayState, settings: Settings, now: number): Estimator {
  const openOf = new Map<string, string[]>();
  const open = (serviceId: string): string[] => {
    let counters = openOf.get(serviceId);
    if (!counters) {
      counters = openCountersOf(state, settings, serviceId, now);
      if (counters.length === 0 && breakEnd(serviceId) !== null)
        counters = openCountersOf(state, settings, serviceId, now, true);
      openOf.set(serviceId, counters);
    }
    return counters;
  };

  /** When the break of a service ends that is on now. */
  const breakEnd = (serviceId: string): number | null => {
    const { state: is, opensAt } = settings.opening.stateAt(serviceId, now);
    return is === 'break' ? opensAt : null;
  };

  function spread(serviceId: string, mine: readonly string[], waitMs: number): Estimate {
    const atWork = mine.some((counterId) => counterOf(state, counterId).open?.pause === null);
    const begin = atWork ? now : (breakEnd(serviceId) ?? now);
    const [first, last] = [0.75, 1.25].map((share) =>
      workedOff(settings.opening, serviceId, begin, Math.round(waitMs * share)),
    ) as [LikelyMoment, LikelyMoment];
    const minutes = { fromMinutes: rounded(first.at - now), toMinutes: rounded(last.at - now) };
    if (!last.afterClosing && last.at - now <= Math.round(waitMs * 1.25)) return minutes;
    return {
      ...minutes,
      fromAt: Math.floor(first.at / CLOCK_STEP_MS) * CLOCK_STEP_MS,
      toAt: Math.ceil(last.at / CLOCK_STEP_MS) * CLOCK_STEP_MS,
      ...(last.afterClosing ? { afterClosing: true } : {}),
    };
  }

  function estimate(serviceId: string, place: EffectivePlace): Estimate {
    const mine = open(serviceId);
    if (mine.length === 0) return null;
    const own = new Set(mine);
    let work = 0;
    for (const [other] of state.queues) {
      if (waitingCount(state.queues, other) === 0) continue;
      const theirs = open(other);
      const shared = theirs.filter((counterId) => own.has(counterId)).length;
      if (shared === 0) continue;
      const before = countBefore(state.queues, other, place, (priority) => headStartMs(settings, priority));
      work += (before * handlingOf(state, settings, other) * shared) / theirs.length;
    }
    const busy = mine.filter((counterId) => counterOf(state, counterId).open?.turnId !== null).length;
    // Everybody busy: on average half a handling until the first is free.
    if (busy === mine.length) work += handlingOf(state, settings, serviceId) / 2;
    return spread(serviceId, mine, work / mine.length);
  }

  return {
    forNew: (serviceId) => estimate(serviceId, { first: false, effectiveAt: now, orderSeq: Infinity }),
    forTurn: (turn) => estimate(turn.serviceId, effectivePlace(settings, turn)),
  };
}

/** Recent mean handling of a service, its standard time until there is one, ms. */
function handlingOf(state: DayState, settings: Settings, serviceId: string): number {
  return (
    state.handling.get(serviceId) ?? (settings.serviceById.get(serviceId)?.standardMinutes ?? 5) * MINUTE
  );
}

/** Minutes as people say them: single ones up to ten, then in fives. */
function rounded(ms: number): number {
  const minutes = Math.ceil(ms / MINUTE);
  return minutes <= 10 ? minutes : Math.round(minutes / 5) * 5;
}

/** How many would be called before this waiting turn from its own service. */
export function aheadOf(state: DayState, settings: Settings, turn: Turn): number {
  if (turn.phase.state !== 'waiting') return 0;
  return countBefore(state.queues, turn.serviceId, effectivePlace(settings, turn), (priority) =>
    headStartMs(settings, priority),
  );
}

type EffectivePlace = Parameters<typeof countBefore>[2];

/** Where a turn stands among all of its service: whom a person put first stand by age alone. */
const effectivePlace = (settings: Settings, turn: Turn): EffectivePlace => ({
  first: turn.first,
  effectiveAt: turn.orderAt - (turn.first ? 0 : headStartMs(settings, turn.priority)),
  orderSeq: turn.orderSeq,
});
