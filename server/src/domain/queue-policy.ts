import type { Why } from './event.ts';
import { linesOf, type Place } from './queues.ts';
import type { Settings } from './settings.ts';
import { counterOf, type DayState } from './state.ts';

/** The head of one line that a counter could take now. */
interface Candidate {
  serviceId: string;
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
): { serviceId: string; role: 'main' | 'backup'; joined: boolean }[] {
  const counter = settings.counterById.get(counterId);
  if (!counter || counter.archived) return [];
  return counter.services
    .filter(({ serviceId }) => !settings.serviceById.get(serviceId)?.archived)
    .map(({ serviceId, role }) => ({
      serviceId,
      role,
      joined: role === 'main' || backupJoins(state, settings, serviceId, now),
    }))
    .sort((a, b) => Number(a.role === 'backup') - Number(b.role === 'backup'));
}

function backupJoins(state: DayState, settings: Settings, serviceId: string, now: number): boolean {
  const mainIsThere = settings.countersOf.get(serviceId)?.some(({ counterId, role }) => {
    const { open } = counterOf(state, counterId);
    return role === 'main' && open !== null && open.pause === null;
  });
  if (!mainIsThere) return true;
  let oldest = Infinity;
  for (const line of linesOf(state.queues, serviceId).values())
    oldest = Math.min(oldest, line[0]?.orderAt ?? Infinity);
  return now - oldest > settings.rules.backupJoinsAfterMinutes * MINUTE;
}

/**
 * Who is next for a counter, and why (design.md "Who is next"). Within one line only its head can be
 * taken, so first come is first served there. Between lines: the starvation share, then the ratio of
 * priority calls, then the oldest effective age `waited + headStart(class)`.
 */
export function chooseNext(
  state: DayState,
  settings: Settings,
  counterId: string,
  now: number,
): Choice | null {
  return choose(candidates(state, settings, counterId, now), state, settings, counterId);
}

function choose(heads: Candidate[], state: DayState, settings: Settings, counterId: string): Choice | null {
  const { pastLimitCalls, priorityRun } = counterOf(state, counterId);
  const late = heads.filter((head) => head.pastLimit);
  const pastLimitWaited = late.length > 0;
  const pick = (from: Candidate[], why: Why): Choice | null => {
    const best = oldestOf(from);
    return best && { turnId: best.place.turnId, why: best.pastLimit ? 'past-limit' : why, pastLimitWaited };
  };

  if (pastLimitWaited && shareIsDue(pastLimitCalls, settings.rules.starvationShare)) {
    const longest = late.reduce((a, b) => (comesFirst(b.place, a.place) ? b : a));
    return { turnId: longest.place.turnId, why: 'past-limit', pastLimitWaited };
  }
  const { priorityInARow } = settings.rules;
  const others = heads.filter((head) => head.priority === null);
  if (priorityInARow !== undefined && priorityRun >= priorityInARow && others.length > 0)
    return pick(others, 'ratio');
  const best = oldestOf(heads);
  return best && pick([best], best.priority === null ? 'oldest' : 'priority');
}

/** Whether this call must go to a ticket past the limit, so that every `of` such calls hold `take`. */
function shareIsDue(pastLimitCalls: readonly boolean[], share: { take: number; of: number }): boolean {
  const window = share.of > 1 ? pastLimitCalls.slice(-(share.of - 1)) : [];
  return window.filter(Boolean).length < share.take;
}

function candidates(state: DayState, settings: Settings, counterId: string, now: number): Candidate[] {
  const heads: Candidate[] = [];
  const limit = settings.rules.waitingLimitMinutes * MINUTE;
  for (const { serviceId, joined } of servicesTakenBy(state, settings, counterId, now)) {
    if (!joined) continue;
    for (const [key, line] of linesOf(state.queues, serviceId)) {
      const place = line[0];
      if (place) heads.push(candidate(settings, serviceId, key === '' ? null : key, place, now, limit));
    }
  }
  return heads;
}

function candidate(
  settings: Settings,
  serviceId: string,
  priority: string | null,
  place: Place,
  now: number,
  limit: number,
): Candidate {
  const waited = now - place.orderAt;
  return {
    serviceId,
    priority,
    place,
    effectiveAge: waited + headStartMs(settings, priority),
    pastLimit: waited > limit,
  };
}

const comesFirst = (a: Place, b: Place): boolean =>
  a.orderAt < b.orderAt || (a.orderAt === b.orderAt && a.orderSeq < b.orderSeq);

function oldestOf(heads: Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const head of heads) {
    const older = best === null || head.effectiveAge > best.effectiveAge;
    const same =
      best !== null && head.effectiveAge === best.effectiveAge && comesFirst(head.place, best.place);
    if (older || same) best = head;
  }
  return best;
}

/**
 * The next `count` that this counter would call if it called them all now, for its clerk to see. It
 * walks a copy of the heads, so it costs `count × lines`, however many wait.
 */
export function previewNext(
  state: DayState,
  settings: Settings,
  counterId: string,
  now: number,
  count: number,
): { turnId: string; pastLimit: boolean }[] {
  const limit = settings.rules.waitingLimitMinutes * MINUTE;
  const lines = servicesTakenBy(state, settings, counterId, now)
    .filter(({ joined }) => joined)
    .flatMap(({ serviceId }) =>
      [...linesOf(state.queues, serviceId)].map(([key, line]) => ({
        serviceId,
        priority: key === '' ? null : key,
        line,
        index: 0,
      })),
    );
  const walked = { ...counterOf(state, counterId) };
  const preview: { turnId: string; pastLimit: boolean }[] = [];
  while (preview.length < count) {
    const heads = lines.flatMap(({ serviceId, priority, line, index }) => {
      const place = line[index];
      return place ? [candidate(settings, serviceId, priority, place, now, limit)] : [];
    });
    const choice = choose(heads, { ...state, counters: new Map([[counterId, walked]]) }, settings, counterId);
    if (!choice) break;
    const head = heads.find(({ place }) => place.turnId === choice.turnId) as Candidate;
    preview.push({ turnId: choice.turnId, pastLimit: head.pastLimit });
    if (choice.pastLimitWaited)
      walked.pastLimitCalls = [...walked.pastLimitCalls, choice.why === 'past-limit'];
    walked.priorityRun = head.priority === null ? 0 : walked.priorityRun + 1;
    const line = lines.find((each) => each.serviceId === head.serviceId && each.priority === head.priority);
    if (line) line.index += 1;
  }
  return preview;
}
