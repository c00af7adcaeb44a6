import type { Turn } from './turn.ts';

/**
 * Who waits, in order: one line per service and priority class (`''` is everybody else), so that the
 * head of each is found at once. Sorted by (orderAt, orderSeq).
 */
export type Queues = Map<string, Map<string, Place[]>>;

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

export function enqueue(queues: Queues, turn: Turn): void {
  let lines = queues.get(turn.serviceId);
  if (!lines) {
    lines = new Map();
    queues.set(turn.serviceId, lines);
  }
  const key = turn.priority ?? '';
  let line = lines.get(key);
  if (!line) {
    line = [];
    lines.set(key, line);
  }
  const place = placeOf(turn);
  line.splice(rank(line, place), 0, place);
}

export function dequeue(queues: Queues, turn: Turn): void {
  const line = queues.get(turn.serviceId)?.get(turn.priority ?? '');
  if (!line) return;
  const index = rank(line, placeOf(turn));
  if (line[index]?.turnId !== turn.id) throw new Error(`turn ${turn.id} is not in its queue`);
  line.splice(index, 1);
}

/** The lines of a service: priority class (or '') → its places. */
export const linesOf = (queues: Queues, serviceId: string): ReadonlyMap<string, readonly Place[]> =>
  queues.get(serviceId) ?? new Map<string, Place[]>();

export function waitingCount(queues: Queues, serviceId: string): number {
  let count = 0;
  for (const line of linesOf(queues, serviceId).values()) count += line.length;
  return count;
}

/**
 * How many of a service would be called before a place whose effective order is `effectiveAt`
 * (orderAt less the head start of its class); `headStartMs` tells each class's.
 */
export function countBefore(
  queues: Queues,
  serviceId: string,
  effectiveAt: number,
  orderSeq: number,
  headStartMs: (priority: string) => number,
): number {
  let count = 0;
  for (const [priority, line] of linesOf(queues, serviceId)) {
    count += rank(line, { turnId: '', orderAt: effectiveAt + headStartMs(priority), orderSeq });
  }
  return count;
}
