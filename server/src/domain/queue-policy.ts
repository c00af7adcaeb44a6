import { allAwaySince, postsOf } from './coverage.ts';
import type { Why } from './event.ts';
import { comesFirst, type Line, linesOf, type Place } from './queues.ts';
import type { Settings } from './settings.ts';
import { type CounterState, counterOf, type DayState } from './state.ts';

/** Who stands first in a line, for somebody who may already have taken some of them in thought. */
type HeadOf = (line: Line) => Place | undefined;
const first: HeadOf = ({ places }) => places[0];

/** The head of one line that a counter could take now. */
interface Candidate {
  line: Line;
  priority: string | null;
  place: Place;
  /** waited + head start of its class, ms: the bigger, the sooner. */
  effectiveAge: number;
  pastLimit: boolean;
}

export interface Choice {
  turnId: string;
  why: Why;
  pastLimitWaited: boolean;
}

/** Why a backup service is taken: no main counter works, or somebody has waited too long; and since when. */
export interface Joined {
  because: 'no-main' | 'waiting-long';
  since: number;
}

/** A service of a counter. */
interface Taken {
  serviceId: string;
  role: 'main' | 'backup';
  /** Whether the counter calls for it now; `as`: why, where it is backup. */
  joined: boolean;
  as: Joined | null;
}

const MINUTE = 60_000;

export function headStartMs(settings: Settings, priority: string | null): number {
  return priority === null ? 0 : (settings.priorityById.get(priority)?.headStartMinutes ?? 0) * MINUTE;
}

/** Services that a counter takes now, main ones first: a backup joins when nobody main is there, or when it is waited for too long. */
export function servicesTakenBy(
  state: DayState,
  settings: Settings,
  counterId: string,
  now: number,
  headOf: HeadOf = first,
): Taken[] {
  const counter = settings.counterById.get(counterId);
  if (!counter || counter.archived) return [];
  return counter.services
    .filter(({ serviceId }) => !settings.serviceById.get(serviceId)?.archived)
    .map(({ serviceId, role }) => {
      const as = role === 'backup' ? backupJoins(state, settings, serviceId, now, headOf) : null;
      return { serviceId, role, joined: role === 'main' || as !== null, as };
    })
    .sort((a, b) => Number(a.role === 'backup') - Number(b.role === 'backup'));
}

/** Whether the backup counters of a service call for it now. */
export const backupHasJoined = (
  state: DayState,
  settings: Settings,
  serviceId: string,
  now: number,
): boolean => backupJoins(state, settings, serviceId, now, first) !== null;

function backupJoins(
  state: DayState,
  settings: Settings,
  serviceId: string,
  now: number,
  headOf: HeadOf,
): Joined | null {
  const away = allAwaySince(state, postsOf(settings, serviceId, 'main'));
  if (away !== null) return { because: 'no-main', since: away };
  let oldest = Infinity;
  for (const line of linesOf(state.queues, serviceId))
    oldest = Math.min(oldest, headOf(line)?.orderAt ?? Infinity);
  const since = oldest + settings.rules.backupJoinsAfterMinutes * MINUTE;
  return now > since ? { because: 'waiting-long', since } : null;
}

/**
 * Who is next for a counter, and why (design.md "Who is next"). Within one line only its head can be
 * taken, so first come is first served there. Between lines: whom a person put first, then the starvation
 * share, then the ratio of priority calls, then the oldest effective age `waited + headStart(class)`.
 */
export function chooseNext(
  state: DayState,
  settings: Settings,
  counterId: string,
  now: number,
): Choice | null {
  return choose(candidates(state, settings, counterId, now), counterOf(state, counterId), settings);
}

function choose(
  heads: Candidate[],
  { pastLimitCalls, priorityRun }: Pick<CounterState, 'pastLimitCalls' | 'priorityRun'>,
  settings: Settings,
): Choice | null {
  const late = heads.filter((head) => head.pastLimit);
  const pastLimitWaited = late.length > 0;
  const decided = oldestOf(heads.filter(({ line }) => line.first));
  // A person's decision, as when somebody is called by number: the policy's own share is not counted by it.
  if (decided) return { turnId: decided.place.turnId, why: 'decided', pastLimitWaited: false };
  const pick = (from: Candidate[], why: Why): Choice | null => {
    const best = oldestOf(from);
    return best && { turnId: best.place.turnId, why: best.pastLimit ? 'past-limit' : why, pastLimitWaited };
  };

  if (pastLimitWaited && shareIsDue(pastLimitCalls, settings.rules.starvationShare)) {
    const longest = late.reduce((a, b) => (comesFirst(b.place, a.place) ? b : a));
    return { turnId: longest.place.turnId, why: 'past-limit', pastLimitWaited };
  }
  const best = oldestOf(heads);
  if (best === null) return null;
  if (best.priority === null) return pick([best], 'oldest');
  const { priorityInARow } = settings.rules;
  const others = heads.filter((head) => head.priority === null);
  if (priorityInARow !== undefined && priorityRun >= priorityInARow && others.length > 0)
    return pick(others, 'ratio');
  return pick([best], 'priority');
}

/** Whether this call must go to a ticket past the limit, so that every `of` such calls hold `take`. */
function shareIsDue(pastLimitCalls: readonly boolean[], share: { take: number; of: number }): boolean {
  const window = share.of > 1 ? pastLimitCalls.slice(-(share.of - 1)) : [];
  return window.filter(Boolean).length < share.take;
}

function candidates(
  state: DayState,
  settings: Settings,
  counterId: string,
  now: number,
  headOf: HeadOf = first,
): Candidate[] {
  const heads: Candidate[] = [];
  const taken = new Set<string>();
  const limit = settings.rules.waitingLimitMinutes * MINUTE;
  for (const { serviceId, joined } of servicesTakenBy(state, settings, counterId, now, headOf)) {
    if (joined) taken.add(serviceId);
  }
  for (const serviceId of state.queues.keys()) {
    for (const line of linesOf(state.queues, serviceId)) {
      const { priority, forCounter } = line;
      const may = forCounter === counterId || (taken.has(serviceId) && isForAnybody(state, forCounter));
      const place = may ? headOf(line) : undefined;
      if (!place) continue;
      const waited = now - place.orderAt;
      const effectiveAge = waited + (line.first ? 0 : headStartMs(settings, priority));
      heads.push({ line, priority, place, effectiveAge, pastLimit: waited > limit });
    }
  }
  return heads;
}

/** Nobody is forgotten because one counter was meant: while that one is closed, the others may call. */
const isForAnybody = (state: DayState, forCounter: string | null): boolean =>
  forCounter === null || counterOf(state, forCounter).open === null;

function oldestOf(heads: Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const head of heads) {
    const older = best === null || head.effectiveAge > best.effectiveAge;
    // Equally old: who was placed first. `aheadOf` counts by the same rule.
    const same = best?.effectiveAge === head.effectiveAge && head.place.orderSeq < best.place.orderSeq;
    if (older || same) best = head;
  }
  return best;
}

/**
 * The next `count` that this counter would call if it called them all now, for its clerk to see. It
 * only counts how many of each line it has taken, so it costs `count × lines`, however many wait.
 */
export function previewNext(
  state: DayState,
  settings: Settings,
  counterId: string,
  now: number,
  count: number,
): { turnId: string; pastLimit: boolean }[] {
  const taken = new Map<Line, number>();
  const headOf: HeadOf = (line) => line.places[taken.get(line) ?? 0];
  let { pastLimitCalls, priorityRun } = counterOf(state, counterId);
  const preview: { turnId: string; pastLimit: boolean }[] = [];
  while (preview.length < count) {
    // Again for each: a backup service may stand back once its late ones are called.
    const heads = candidates(state, settings, counterId, now, headOf);
    const choice = choose(heads, { pastLimitCalls, priorityRun }, settings);
    const head = heads.find(({ place }) => place.turnId === choice?.turnId);
    if (!choice || !head) break;
    preview.push({ turnId: choice.turnId, pastLimit: head.pastLimit });
    if (choice.pastLimitWaited) pastLimitCalls = [...pastLimitCalls, choice.why === 'past-limit'];
    priorityRun = head.priority === null ? 0 : priorityRun + 1;
    taken.set(head.line, (taken.get(head.line) ?? 0) + 1);
  }
  return preview;
}
