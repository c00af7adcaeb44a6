import type { Turn } from './turn.ts';

/**
 * Who waits, in order: lines per service, so that the head of each is found at once. Within a line, first
 * come is first served; which line is next is the policy's to say.
 */
export type Queues = Map<string, Map<string, Line>>;

/** Those of one service who are alike: same priority class, meant for the same counter, put first or not. */
export interface Line {
  priority: string | null;
  /** The one counter that is meant to call them; null: any. */
  forCounter: string | null;
  /** A person put them before everybody. */
  first: boolean;
  /** Sorted by (orderAt, orderSeq). */
  places: Place[];
}

export interface Place {
  turnId: string;
  orderAt: number;
  orderSeq: number;
}

/** The one order of every line: who was placed earlier, at the same moment by the earlier event. */
export const comesFirst = (a: Place, b: Place): boolean =>
  a.orderAt < b.orderAt || (a.orderAt === b.orderAt && a.orderSeq < b.orderSeq);

/** How many places in `line` stand before `place`. */
function rank(line: readonly Place[], place: Place): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comesFirst(line[middle] as Place, place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const placeOf = (turn: Turn): Place => ({
  turnId: turn.id,
  orderAt: turn.orderAt,
  orderSeq: turn.orderSeq,
});

const lineKey = ({ first, forCounter, priority }: Turn): string =>
  `${first ? '!' : ''}${forCounter ?? ''}/${priority ?? ''}`;

export function enqueue(queues: Queues, turn: Turn): void {
  let lines = queues.get(turn.serviceId);
  if (!lines) {
    lines = new Map();
    queues.set(turn.serviceId, lines);
  }
  const key = lineKey(turn);
  let line = lines.get(key);
  if (!line) {
    const { priority, forCounter, first } = turn;
    line = { priority, forCounter, first, places: [] };
    lines.set(key, line);
  }
  const place = placeOf(turn);
  line.places.splice(rank(line.places, place), 0, place);
}

export function dequeue(queues: Queues, turn: Turn): void {
  const places = queues.get(turn.serviceId)?.get(lineKey(turn))?.places;
  if (!places) throw new Error(`turn ${turn.id} has no queue`);
  const index = rank(places, placeOf(turn));
  if (places[index]?.turnId !== turn.id) throw new Error(`turn ${turn.id} is not in its queue`);
  places.splice(index, 1);
}

/** The lines of a service. */
export const linesOf = (queues: Queues, serviceId: string): Iterable<Line> =>
  queues.get(serviceId)?.values() ?? [];

/** The line of those who are like this turn and whom nobody put first. */
export const usualLine = (queues: Queues, turn: Turn): readonly Place[] =>
  queues.get(turn.serviceId)?.get(lineKey({ ...turn, first: false }))?.places ?? [];

export function waitingCount(queues: Queues, serviceId: string): number {
  let count = 0;
  for (const { places } of linesOf(queues, serviceId)) count += places.length;
  return count;
}

/**
 * How many of a service would be called before a place whose effective order is `effectiveAt` (orderAt less
 * the head start of its class); `headStartMs` tells each class's. Those whom a person put first stand before
 * everybody who was not. Where a counter is named nobody knows when it will be free: they count as all do.
 */
export function countBefore(
  queues: Queues,
  serviceId: string,
  { first, effectiveAt, orderSeq }: { first: boolean; effectiveAt: number; orderSeq: number },
  headStartMs: (priority: string | null) => number,
): number {
  let count = 0;
  for (const line of linesOf(queues, serviceId)) {
    if (line.first !== first) count += line.first ? line.places.length : 0;
    else {
      const orderAt = first ? effectiveAt : effectiveAt + headStartMs(line.priority);
      count += rank(line.places, { turnId: '', orderAt, orderSeq });
    }
  }
  return count;
}
